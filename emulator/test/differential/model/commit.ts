/**
 * What a commit makes of the documents.
 *
 * @see https://firebase.google.com/docs/firestore/reference/rest/v1/Write
 */
import { type FieldPath, valueAt, withoutValue, withValue } from './field-path.ts';
import { type Transform, transformed } from './transform.ts';
import { canonicalFields, type Fields, type Value } from './value.ts';

/** Microseconds since 1970. */
export type Micros = number;

export interface Document {
  /** Relative to the root: `rooms/a`. */
  readonly path: string;
  readonly fields: Fields;
  readonly createTime: Micros;
  readonly updateTime: Micros;
}

/** All documents, by path. */
export type State = ReadonlyMap<string, Document>;

export type Precondition = { readonly exists: boolean } | { readonly updateTime: Micros };

export type Write = { readonly path: string; readonly precondition?: Precondition | undefined } & (
  | { readonly op: 'set'; readonly fields: Fields; readonly transforms: readonly Transform[] }
  /** Touches only some fields; those without a value are removed. */
  | {
      readonly op: 'merge';
      readonly changes: ReadonlyArray<readonly [FieldPath, Value | undefined]>;
      readonly transforms: readonly Transform[];
    }
  /** Transforms alone, in the form that older clients send. */
  | { readonly op: 'transform'; readonly transforms: readonly Transform[] }
  | { readonly op: 'delete' }
  /** Only the precondition counts. */
  | { readonly op: 'verify' }
);

/** How a commit goes wrong: the canonical error code. */
type Refusal = 'NOT_FOUND' | 'ALREADY_EXISTS' | 'FAILED_PRECONDITION';

export interface WriteOutcome {
  /** Undefined when the document does not exist after the write. */
  readonly updateTime: Micros | undefined;
  readonly transformResults: readonly Value[];
}

export type Outcome =
  | { readonly refused: Refusal }
  | { readonly refused?: never; readonly state: State; readonly results: readonly WriteOutcome[] };

/** The outcome of a commit at `time`, in which the server took `now` for the time of the request. */
export function committed(state: State, writes: readonly Write[], time: Micros, now: Value): Outcome {
  const after = new Map(state);
  const results: WriteOutcome[] = [];
  for (const write of writes) {
    const current = after.get(write.path);
    const refused = write.precondition && violation(write.precondition, current);
    if (refused) {
      return { refused };
    }
    const { document, transformResults } = written(write, current, time, now);
    if (document) {
      after.set(write.path, document);
    } else {
      after.delete(write.path);
    }
    results.push({ updateTime: document?.updateTime, transformResults });
  }
  return { state: after, results };
}

function violation(precondition: Precondition, current: Document | undefined): Refusal | undefined {
  if ('updateTime' in precondition) {
    return current?.updateTime === precondition.updateTime ? undefined : 'FAILED_PRECONDITION';
  }
  if (precondition.exists === (current !== undefined)) {
    return undefined;
  }
  return precondition.exists ? 'NOT_FOUND' : 'ALREADY_EXISTS';
}

function written(
  write: Write,
  current: Document | undefined,
  time: Micros,
  now: Value,
): { document: Document | undefined; transformResults: readonly Value[] } {
  if (write.op === 'delete') {
    return { document: undefined, transformResults: [] };
  }
  if (write.op === 'verify') {
    return { document: current, transformResults: [] };
  }
  let fields = baseOf(write, current);
  const transformResults: Value[] = [];
  for (const transform of write.transforms) {
    const { value, result } = transformed(transform, valueAt(fields, transform.path), now);
    fields = withValue(fields, transform.path, value);
    transformResults.push(result);
  }
  const unchanged = current && canonicalFields(current.fields) === canonicalFields(fields);
  const document = unchanged
    ? current
    : { path: write.path, fields, createTime: current?.createTime ?? time, updateTime: time };
  return { document, transformResults };
}

function baseOf(
  write: Extract<Write, { op: 'set' | 'merge' | 'transform' }>,
  current: Document | undefined,
): Fields {
  switch (write.op) {
    case 'set':
      return write.fields;
    case 'transform':
      return current?.fields ?? {};
    case 'merge':
      return write.changes.reduce<Fields>(
        (fields, [path, value]) => (value ? withValue(fields, path, value) : withoutValue(fields, path)),
        current?.fields ?? {},
      );
  }
}
