/**
 * Field paths (`a.b`, with back-ticks around names that are not plain: a.`odd name`) and what they point at.
 */
import { invalidArgument, type StatusError } from '../status.ts';
import type { Fields, Value } from './value.ts';

/** The names from the document's root to the field; never empty. */
export type FieldPath = readonly string[];

/** The pseudo field that stands for a document's name in queries. */
export const documentIdField = '__name__';

const segmentPattern = /([A-Za-z_][A-Za-z_0-9]*)|`((?:[^`\\]|\\.)+)`/sy;
const longestPath = 1500;
const plainName = /^[A-Za-z_][A-Za-z_0-9]*$/;

/** Reads a field path. Throws INVALID_ARGUMENT for empty names, names that need back-ticks and have none, and the like. */
export function parseFieldPath(text: string): FieldPath {
  const path: string[] = [];
  let position = 0;
  do {
    segmentPattern.lastIndex = position;
    const match = segmentPattern.exec(text);
    const name = match?.[1] ?? match?.[2]?.replaceAll(/\\(.)/gs, '$1');
    if (!name) {
      throw invalidPath(text);
    }
    path.push(name);
    position = segmentPattern.lastIndex + 1;
  } while (text[position - 1] === '.');
  if (position <= text.length) {
    throw invalidPath(text);
  }
  if (text.length * 3 > longestPath && Buffer.byteLength(path.join('.')) > longestPath) {
    throw invalidArgument('A property path cannot be longer than 1,500 bytes.');
  }
  return path;
}

function invalidPath(text: string): StatusError {
  return invalidArgument(
    `Invalid property path "${text}". Unquoted property names must match regex ([a-zA-Z_][a-zA-Z_0-9]*), and quoted property names must match regex (\`(?:[^\`\\\\]|(?:\\\\.))+\`)`,
  );
}

/** Writes a field path so that {@link parseFieldPath} reads it back. */
export function formatFieldPath(path: FieldPath): string {
  return path
    .map((name) => (plainName.test(name) ? name : `\`${name.replaceAll(/[\\`]/g, String.raw`\$&`)}\``))
    .join('.');
}

/** The value a path points at, or undefined when the field, or a map on the way to it, is missing. */
export function getField(fields: Fields, path: FieldPath): Value | undefined {
  let value: Value | undefined;
  let inside: Fields | undefined = fields;
  for (const name of path) {
    value = inside?.get(name);
    inside = value?.kind === 'map' ? value.fields : undefined;
    if (!value) {
      return undefined;
    }
  }
  return value;
}

/**
 * A copy of the fields with one value set, or removed when it is undefined. Maps on the way are made where there is
 * none (anything else standing there gives way), but not for the sake of a removal.
 */
export function withField(fields: Fields, path: FieldPath, value: Value | undefined): Fields {
  const [name, ...rest] = path;
  if (name === undefined) {
    return fields;
  }
  const copy = new Map(fields);
  if (rest.length === 0) {
    if (value) {
      copy.set(name, value);
    } else {
      copy.delete(name);
    }
    return copy;
  }
  const child = fields.get(name);
  if (child?.kind !== 'map' && !value) {
    return fields;
  }
  const inside = child?.kind === 'map' ? child.fields : new Map<string, Value>();
  return copy.set(name, { kind: 'map', fields: withField(inside, rest, value) });
}
