import { existsSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import type { Platform } from '../model/platform';
import { UserError } from '../model/user-error';
import { isPlatform } from './define-platform';

const EXAMPLE = 'export default definePlatform({ … })';
/** How esbuild, on which tsx relies, reports a syntax error; it counts columns from 0. */
const SYNTAX_ERROR = /^(.+):(\d+):(\d+): ERROR: (.+)$/m;

/**
 * Reads the platform that a file such as `platform.ts` defines.
 * @throws UserError when the file is missing, cannot be read as TypeScript, throws, or exports no platform
 */
export function loadPlatform(file: string): Platform {
  const path = resolve(file);
  const name = basename(file);
  if (!existsSync(path)) {
    throw new UserError(`${name} is missing: no such file ${path}; write one that says "${EXAMPLE}"`);
  }
  const { default: exported } = requireFile(path, name);
  if (isPlatform(exported)) return exported;
  if (exported === undefined) {
    throw new UserError(`${name} exports no platform: it has no default export; write "${EXAMPLE}"`);
  }
  throw new UserError(
    `${name} exports something else than a platform: definePlatform did not make its default export; write "${EXAMPLE}"`,
  );
}

/** Not `import()`, which takes a second loader of tsx and 200 ms to start. */
function requireFile(path: string, name: string): { readonly default?: unknown } {
  try {
    return require(path);
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError(failure(error, path, name), { cause: error });
  }
}

function failure(error: unknown, path: string, name: string): string {
  const message = error instanceof Error ? error.message : String(error);
  const [, file, line, column, text] = SYNTAX_ERROR.exec(message) ?? [];
  if (file !== undefined) {
    const at = `${resolve(file) === path ? name : file}:${line}:${Number(column) + 1}`;
    return `${at} cannot be read as TypeScript: ${text}; correct it there`;
  }
  const [summary] = message.split('\n');
  const kind = error instanceof Error ? error.name : 'a value that is no Error';
  return `${name}${throwingLine(error, path)} throws: ${kind}: ${summary}; correct it there, or what it imports`;
}

function throwingLine(error: unknown, path: string): string {
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  const frame = stack.split('\n').find((line) => line.includes(`${path}:`)) ?? '';
  return /:\d+:\d+(?=\)?$)/.exec(frame)?.[0] ?? '';
}
