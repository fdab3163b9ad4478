import type { DnsProvider } from '../../model/settings';
import type { Fault, Syntax } from '../scalars';

/** Services whose names are made from an address. */
export const DNS_PROVIDERS: Readonly<Record<DnsProvider, true>> = { 'nip.io': true, 'sslip.io': true };

/** Hostnames have at most 253 characters, and the longest of ours begin with `sonarqube.` and `workflows.`. */
const MAX_LENGTH = 253 - 'sonarqube.'.length;
const LABEL = /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/;

/** A domain of one's own, whose wildcard record points to the Gateway. */
export const domain: Syntax = {
  takes: 'a domain such as "idp.example.com"',
  fault(text) {
    const provider = Object.keys(DNS_PROVIDERS).find((name) => text === name || text.endsWith(`.${name}`));
    if (provider !== undefined) {
      return {
        what: `lies under ${provider}, where names are made from an address`,
        fix: `write { ip: '192.168.1.10', provider: '${provider}' } with your address instead of 'domain'`,
      };
    }
    if (/^[\d.]+$/.test(text)) {
      return { what: 'is an address', fix: `write { ip: '${text}' } instead of 'domain'` };
    }
    if (text.length > MAX_LENGTH) {
      return {
        what: 'is too long for a domain',
        found: `${text.length} characters`,
        fix: `write at most ${MAX_LENGTH}, because hostnames such as sonarqube.<domain> end at 253`,
      };
    }
    const labels = text.split('.');
    if (labels.length < 2 || !labels.every((label) => LABEL.test(label))) return notADomain(text);
    return undefined;
  },
};

function notADomain(text: string): Fault {
  const meant = text
    .toLowerCase()
    .replace(/^[a-z]+:\/\//, '')
    .replace(/^\*?\.|[/:].*$|\.$/g, '');
  const legal = meant !== text && meant.includes('.') && meant.split('.').every((label) => LABEL.test(label));
  return {
    what: 'is not a domain',
    fix: legal
      ? `write "${meant}"`
      : 'write at least two names of lower-case letters, digits and "-" with dots between, such as "idp.example.com"',
  };
}
