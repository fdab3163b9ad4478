import type { Syntax } from '../scalars';
import { placeholderFault } from './placeholder';

/** What Git refuses in the name of a branch or tag (git-check-ref-format), and how a message says it. */
const REFUSED: readonly { readonly pattern: RegExp; readonly because: string }[] = [
  { pattern: /^$/, because: 'it is empty' },
  { pattern: /\s/, because: 'it holds a space' },
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused
  { pattern: /[\u0000-\u001f\u007f]/, because: 'it holds a control character' },
  { pattern: /[~^:?*[\\]/, because: 'it holds one of ~ ^ : ? * [ \\' },
  { pattern: /\.\./, because: 'it holds ".."' },
  { pattern: /@\{/, because: 'it holds "@{"' },
  { pattern: /^-/, because: 'it begins with "-"' },
  { pattern: /^\/|\/$|\/\//, because: 'a name between slashes is empty' },
  { pattern: /(^|\/)\./, because: 'a part begins with "."' },
  { pattern: /\.lock(\/|$)/, because: 'a part ends with ".lock"' },
  { pattern: /\.$/, because: 'it ends with "."' },
  { pattern: /^@$/, because: '"@" stands for HEAD' },
];

/** A branch, a tag or a commit. */
export const gitRevision: Syntax = {
  takes: 'a branch, tag or commit such as "main"',
  fault(text) {
    const placeholder = placeholderFault(text, 'the branch');
    if (placeholder) return placeholder;
    const refused = REFUSED.find(({ pattern }) => pattern.test(text));
    if (refused === undefined) return undefined;
    return {
      what: 'is no name that Git allows for a branch or tag',
      fix: `${refused.because}; write a branch, tag or commit such as "main"`,
    };
  },
};
