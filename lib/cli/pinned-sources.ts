import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Source } from '../import/generate';
import { type Pin, type PinnedFile, pinLabel } from '../import/pins';
import { UserError } from '../model/user-error';

/** A line of a Helm template that renders nothing: `{{- if .Values.crds.install }}`. */
const HELM_ACTION = /^\{\{.*\}\}$/;

/** What is wrong, as one line of the error or the rest of it. */
type Problem = string;

/**
 * The content of all pinned files: from a mirror (a folder with one folder a pin), or downloaded from upstream. Throws
 * one error with every file that is missing or not the one that is pinned; at once where upstream is out of reach.
 */
export async function pinnedSources(pins: readonly Pin[], mirror: string | undefined): Promise<readonly Source[]> {
  const contents: (Source | Problem)[] = [];
  // One project after the other, to be gentle with the server.
  for (const pin of pins) {
    contents.push(...(await Promise.all(pin.files.map((file) => contentOf(pin, file, mirror)))));
  }
  const problems = contents.filter((content) => typeof content === 'string');
  if (problems.length > 0) throw new UserError(['imports/ cannot be made:', ...problems].join('\n'));
  return contents.filter((content) => typeof content !== 'string');
}

async function contentOf(pin: Pin, file: PinnedFile, mirror: string | undefined): Promise<Source | Problem> {
  const where = `  [${pinLabel(pin)}] ${file.path}`;
  const address = mirror === undefined ? pin.url + file.path : join(mirror, pin.mirror, basename(file.path));
  const bytes = await (mirror === undefined ? download(address) : read(address));
  if (typeof bytes === 'string') return `${where} ${bytes}`;

  const content = pin.helmTemplate ? withoutHelmActions(bytes) : bytes;
  const sha256 = createHash('sha256').update(content).digest('hex');
  if (sha256 === file.sha256) return { pin, path: file.path, text: content.toString('utf8') };
  return `${where} is not the pinned file: ${address} has sha256 ${sha256}; look at what changed, then pin that in cdk8s.yaml`;
}

async function read(path: string): Promise<Buffer | Problem> {
  try {
    return await readFile(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return `is not in the mirror: there is no ${path}; add it, or name a mirror that has it with --mirror <directory>`;
  }
}

async function download(url: string): Promise<Buffer | Problem> {
  try {
    const response = await fetch(url);
    if (response.ok) return Buffer.from(await response.arrayBuffer());
    return `is not upstream: ${url} answers ${response.status}; correct the url or the path in cdk8s.yaml`;
  } catch (error) {
    const fix = 'give a local copy of the CRDs with --mirror <directory>';
    throw new UserError(`${url} cannot be downloaded: ${reason(error as Error)}; ${fix}`);
  }
}

/** fetch says only "fetch failed"; its cause says why. */
function reason({ message, cause }: Error): string {
  const { message: why, code } = (cause ?? {}) as NodeJS.ErrnoException;
  return why || code || message;
}

function withoutHelmActions(bytes: Buffer): Buffer {
  const lines = bytes.toString('utf8').split('\n');
  return Buffer.from(lines.filter((line) => !HELM_ACTION.test(line)).join('\n'));
}
