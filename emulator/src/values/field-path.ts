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
  const draft = new FieldsDraft(fields);
  draft.set(path, value);
  return draft.fields;
}

/** Fields being changed. What it began with stays as it is; each map on the way to a change is copied once. */
export class FieldsDraft {
  #fields: Fields;
  readonly #copies = new Map<Fields, Map<string, Value>>();

  constructor(fields: Fields) {
    this.#fields = fields;
  }

  /** The fields as they are now. They may change until the draft is done with. */
  get fields(): Fields {
    return this.#fields;
  }

  /** Sets a value or removes it, see {@link withField}. */
  set(path: FieldPath, value: Value | undefined): void {
    if (value || getField(this.#fields, path)) {
      this.#fields = this.#setWithin(this.#fields, path, 0, value);
    }
  }

  #setWithin(fields: Fields, path: FieldPath, level: number, value: Value | undefined): Fields {
    const name = path[level] ?? '';
    const copy = this.#copyOf(fields);
    if (level < path.length - 1) {
      const child = fields.get(name);
      const inside: Fields = child?.kind === 'map' ? child.fields : new Map();
      copy.set(name, { kind: 'map', fields: this.#setWithin(inside, path, level + 1, value) });
    } else if (value) {
      copy.set(name, value);
    } else {
      copy.delete(name);
    }
    return copy;
  }

  #copyOf(fields: Fields): Map<string, Value> {
    let copy = this.#copies.get(fields);
    if (!copy) {
      copy = new Map(fields);
      this.#copies.set(copy, copy);
    }
    return copy;
  }
}
