import type { Fault, Syntax } from '../scalars';
import { placeholderFault } from './placeholder';

const EXAMPLE = '"https://github.com/your-org/idp.git"';
const HOST = '[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?';
const PATH = String.raw`[\w.~%+-]+(?:/[\w.~%+-]+)*/?`;
const HTTPS = new RegExp(`^https://${HOST}(?::\\d+)?/${PATH}$`);
const SSH = new RegExp(`^ssh://(?:[\\w.-]+@)?${HOST}(?::\\d+)?/${PATH}$`);
const SCP = new RegExp(`^[\\w.-]+@${HOST}:(?!\\d+/)/?${PATH}$`);

/** The URL of a Git repository, in the forms that Argo CD clones. */
export const gitUrl: Syntax = {
  takes: `the URL that Argo CD clones, such as ${EXAMPLE}`,
  fault(text) {
    const placeholder = placeholderFault(text, 'the URL');
    if (placeholder) return placeholder;
    if (/^https?:\/\/[^/]*@/.test(text)) {
      return {
        what: 'carries credentials',
        found: '(not shown)',
        fix: 'settings are committed; write the URL alone, and give Argo CD the credentials in a repository Secret',
      };
    }
    if (/^https:\/\/[^/]+\/.+\/(?:-\/)?(?:tree|blob|commits?|src)\//.test(text) || /[?#]/.test(text)) {
      return {
        what: 'is a page of a web site, not a repository',
        fix: `write the URL of "git clone", such as ${EXAMPLE}, and the branch as 'repository.revision'`,
      };
    }
    return HTTPS.test(text) || SSH.test(text) || SCP.test(text) ? undefined : notAUrl(text);
  },
};

function notAUrl(text: string): Fault {
  const what = 'is not the URL of a Git repository';
  if (/^(https|ssh):\/\/[^/]+\/?$/.test(text))
    return { what, fix: `it names no repository; write one such as ${EXAMPLE}` };
  if (/^(http|git):\/\//.test(text)) {
    return { what: 'is fetched over a connection that anyone can alter', fix: 'write https:// or ssh:// in front' };
  }
  const [, host, path] = /^(?:git@)?([a-z0-9-]+(?:\.[a-z0-9-]+)+)[:/]([\w./-]+)$/i.exec(text) ?? [];
  if (host !== undefined) return { what, fix: `write "https://${host}/${path}" or "git@${host}:${path}"` };
  return { what, fix: `write https://host/path, ssh://git@host/path or git@host:path, such as ${EXAMPLE}` };
}
