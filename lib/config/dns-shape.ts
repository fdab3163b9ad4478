import type { DnsProvider, DomainSettings, EmbeddedDnsSettings, Settings } from '../model/settings';
import { object, required } from './objects';
import { isPlain } from './problem';
import { oneOf, text } from './scalars';
import { type Shape, wrong } from './shape';
import { DNS_PROVIDERS, domain } from './syntax/domain';
import { ipv4 } from './syntax/ipv4';

const FORMS = `either { ip: '192.168.1.10' } or { domain: 'idp.example.com' }`;

const embedded = object<EmbeddedDnsSettings>({ ip: required(text(ipv4)), provider: oneOf<DnsProvider>(DNS_PROVIDERS) });
const own = object<DomainSettings>({ domain: required(text(domain)) });
const either = object<Partial<EmbeddedDnsSettings & DomainSettings>>({
  ip: text(ipv4),
  provider: oneOf<DnsProvider>(DNS_PROVIDERS),
  domain: text(domain),
});

/** An address behind a wildcard DNS service, or a domain of one's own: never both. */
export const dnsShape: Shape<Settings['dns']> = {
  takes: FORMS,
  read(value, path, problems) {
    if (!isPlain(value)) return wrong(this, 'is not an object', value, path, problems);
    const { ip, provider } = value;
    const address = ip !== undefined || provider !== undefined;
    if (address !== (value.domain !== undefined)) {
      return (address ? embedded : own).read(value, path, problems);
    }
    const before = problems.length;
    either.read(value, path, problems);
    if (address) {
      const found = Object.keys(value).join(', ');
      problems.push({ path, what: 'has both an address and a domain', found, fix: `write ${FORMS}` });
    } else if (problems.length === before) {
      problems.push({ path, what: 'has neither an address nor a domain', found: 'no key', fix: `write ${FORMS}` });
    }
    return undefined;
  },
};
