import { UserError } from '../model/user-error';
import { isEmpty, isMap, isUnicode, notData, type YamlMap } from './yaml-data';
import { yamlNumber, yamlString, yamlText } from './yaml-scalar';

/**
 * Keys that come first, in this order, in every map; all others follow in the order of their UTF-16 code units. So the
 * text does not depend on the order in which a construct happens to set its fields.
 */
const LEADING_KEYS = ['apiVersion', 'kind', 'metadata', 'name', 'namespace', 'labels', 'annotations'] as const;
const LEADING = new Set<string>(LEADING_KEYS);

/** A key may be followed by its colon on the same line up to 1024 characters (YAML 1.2, 7.4 and 8.2.2). */
const LONGEST_SIMPLE_KEY = 1000;

/** The text of keys written before: the same few hundred make up most of every tree. */
const knownKeys = new Map<string, string>();
const MOST_KNOWN_KEYS = 10_000;

/** Deeper than any Kubernetes schema, and as deep as js-yaml reads; what goes beyond refers to itself. */
const DEEPEST = 100;

/**
 * Writes plain JSON data as one YAML document that reads back the same under YAML 1.1 (kubectl, Argo CD) and 1.2:
 * canonical key order, no anchors, no folding, a newline at the end. A key whose value is undefined is left out.
 * Throws a UserError that lists the path of everything that is no JSON data: NaN, a function, a Date, half a surrogate pair.
 */
export function toYaml(value: unknown): string {
  try {
    if (isMap(value) && !isEmpty(value)) return `${entries(value, '')}\n`;
    if (Array.isArray(value) && value.length > 0) return `${items(value, '')}\n`;
    return `${scalar(value, '  ')}\n`;
  } catch (error) {
    if (!(error instanceof NotData)) throw error;
    throw new UserError(notData(value, DEEPEST).join('\n'));
  }
}

/** Stops the emitter, which keeps no path; the path is looked up afterwards. */
class NotData extends Error {}

/** The lines of a map; the first one without indent, as it may follow `- `. */
function entries(map: YamlMap, indent: string): string {
  if (indent.length >= 2 * DEEPEST) throw new NotData();
  let text = '';
  for (const key of LEADING_KEYS) {
    if (Object.hasOwn(map, key)) text = withEntry(text, key, map[key], indent);
  }
  for (const key of Object.keys(map).sort()) {
    if (!LEADING.has(key)) text = withEntry(text, key, map[key], indent);
  }
  return text;
}

function withEntry(text: string, key: string, value: unknown, indent: string): string {
  if (value === undefined) return text;
  const entry = `${keyText(key, indent)}:${valueText(value, indent)}`;
  return text === '' ? entry : `${text}\n${indent}${entry}`;
}

function items(list: readonly unknown[], indent: string): string {
  if (indent.length >= 2 * DEEPEST) throw new NotData();
  const inner = `${indent}  `;
  let text = '';
  for (const item of list) {
    text += text === '' ? '- ' : `\n${indent}- `;
    if (isMap(item) && !isEmpty(item)) text += entries(item, inner);
    else if (Array.isArray(item) && item.length > 0) text += items(item, inner);
    else text += scalar(item, inner);
  }
  return text;
}

function keyText(key: string, indent: string): string {
  const known = knownKeys.get(key);
  if (known !== undefined) return known;
  if (!isUnicode(key)) throw new NotData();
  const text = yamlString(key);
  if (text.length > LONGEST_SIMPLE_KEY) return `? ${text}\n${indent}`;
  if (knownKeys.size < MOST_KNOWN_KEYS) knownKeys.set(key, text);
  return text;
}

function valueText(value: unknown, indent: string): string {
  const inner = `${indent}  `;
  if (isMap(value) && !isEmpty(value)) return `\n${inner}${entries(value, inner)}`;
  if (Array.isArray(value) && value.length > 0) return `\n${inner}${items(value, inner)}`;
  return ` ${scalar(value, inner)}`;
}

function scalar(value: unknown, indent: string): string {
  if (typeof value === 'string') {
    if (!isUnicode(value)) throw new NotData();
    return yamlText(value, indent);
  }
  if (typeof value === 'number' && Number.isFinite(value)) return yamlNumber(value);
  if (typeof value === 'boolean' || value === null) return String(value);
  if (Array.isArray(value)) return '[]';
  if (isMap(value)) return '{}';
  throw new NotData();
}
