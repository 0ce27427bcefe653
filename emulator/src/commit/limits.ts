/**
 * What a write and the document it leaves behind may be at most. Firestore holds these limits, and so does this server,
 * or a program would meet them in production for the first time.
 *
 * @see https://firebase.google.com/docs/firestore/quotas
 */
import { invalidArgument } from '../status.ts';
import type { DocumentChange, StoredDocument } from '../store/document.ts';
import { type FieldPath, formatFieldPath } from '../values/field-path.ts';
import { indexEntries } from '../values/index-entries.ts';
import { documentSize, largestDocument, nameSize } from '../values/size.ts';
import { type Fields, isVector, type Value } from '../values/value.ts';
import { deepest } from '../values/wire.ts';
import type { Transform, Write } from './write.ts';

/** The most all documents of one commit may measure together, in bytes. */
const largestCommit = 10 * 1_048_576;
const largestValue = 1_048_487;
const longestFieldName = 1500;
const mostTransforms = 500;
const mostWritesInBatch = 500;
const mostIndexEntries = 40_000;
const largestIndexEntry = 7680;
const largestIndexEntries = 8 * 1_048_576;
const reservedName = /^__.*__$/s;

/** Throws INVALID_ARGUMENT when a BatchWrite has too many writes. */
export function checkBatch(writes: number): void {
  if (writes > mostWritesInBatch) {
    throw invalidArgument(`maximum ${mostWritesInBatch} writes allowed per request`);
  }
}

/** Throws INVALID_ARGUMENT when fields of a write cannot be, or contradict each other. */
export function checkWrites(writes: readonly Write[]): void {
  const transforms = new Map<string, number>();
  for (const write of writes) {
    if (write.kind === 'update') {
      checkFieldNames(write.fields);
      checkMask(write.mask ?? []);
      write.transforms.forEach(checkTransform);
      transforms.set(write.name, (transforms.get(write.name) ?? 0) + write.transforms.length);
    }
  }
  for (const [name, count] of transforms) {
    if (count > mostTransforms) {
      throw invalidArgument(
        `A commit may have at most ${mostTransforms} field transformations of one document: ${name} has ${count}.`,
      );
    }
  }
}

function checkFieldNames(fields: Fields): void {
  for (const [name, value] of fields) {
    checkFieldName(name);
    checkNamesWithin(value);
  }
}

function checkNamesWithin(value: Value): void {
  if (value.kind === 'map' && !isVector(value.fields)) {
    checkFieldNames(value.fields);
  } else if (value.kind === 'array') {
    value.values.forEach(checkNamesWithin);
  }
}

function checkFieldName(name: string): void {
  if (name.startsWith('__') && reservedName.test(name)) {
    throw invalidArgument(`Field name "${name}" is invalid because it is reserved.`);
  }
  if (name.length * 3 > longestFieldName && Buffer.byteLength(name) > longestFieldName) {
    throw invalidArgument(`A field name cannot be longer than ${count(longestFieldName)} bytes.`);
  }
  if (!name.isWellFormed()) {
    throw invalidArgument(`Field name ${JSON.stringify(name)} is not valid UTF-8.`);
  }
}

/** Which of two paths wins when one lies inside the other is not said anywhere, so neither may. */
function checkMask(mask: readonly FieldPath[]): void {
  const whole = new Set(mask.map(formatFieldPath));
  for (const path of mask) {
    path.forEach(checkFieldName);
    for (let length = 1; length < path.length; length += 1) {
      const above = formatFieldPath(path.slice(0, length));
      if (whole.has(above)) {
        throw invalidArgument(
          `The field paths ${above} and ${formatFieldPath(path)} of an update mask overlap.`,
        );
      }
    }
  }
}

function checkTransform(transform: Transform): void {
  transform.path.forEach(checkFieldName);
  if (transform.path.length > deepest) {
    throw invalidArgument(`Values are nested deeper than ${deepest} levels.`);
  }
  if (transform.kind === 'appendMissing' || transform.kind === 'removeAll') {
    transform.elements.forEach(checkNamesWithin);
  }
}

/** Throws INVALID_ARGUMENT when a document that a commit leaves behind, or all of them together, are too large. */
export function checkSizes(changes: readonly DocumentChange[]): void {
  const total = changes.reduce((sum, { after }) => sum + (after ? checkDocument(after) : 0), 0);
  if (total > largestCommit) {
    throw invalidArgument('Transaction too big. Decrease transaction size.');
  }
}

/** Checks one document and returns its size in bytes. */
function checkDocument({ name, segments, fields }: StoredDocument): number {
  const size = documentSize(segments, fields);
  if (size > largestValue) {
    checkLongValues(fields, []);
  }
  if (size > largestDocument) {
    throw invalidArgument(
      `Document '${name}' cannot be written because its size (${count(size)} bytes) exceeds the maximum allowed size of ${count(largestDocument)} bytes.`,
    );
  }
  if (mayHaveTooMuchIndexed(size, segments)) {
    checkIndexEntries(segments, fields);
  }
  return size;
}

function checkLongValues(fields: Fields, above: FieldPath): void {
  for (const [name, value] of fields) {
    const path = [...above, name];
    const length =
      value.kind === 'string'
        ? Buffer.byteLength(value.value)
        : value.kind === 'bytes'
          ? value.value.length
          : 0;
    if (length > largestValue) {
      throw invalidArgument(
        `The value of property "${formatFieldPath(path)}" is longer than ${largestValue} bytes.`,
      );
    }
    if (value.kind === 'map') {
      checkLongValues(value.fields, path);
    }
  }
}

/**
 * Whether counting index entries could find anything. An entry has the names and, of the document itself, at most all;
 * there are no more of them than the document has bytes.
 */
function mayHaveTooMuchIndexed(size: number, segments: readonly string[]): boolean {
  const largest = size + 2 * nameSize(segments) + 32;
  return size > mostIndexEntries || largest > largestIndexEntry || size * largest > largestIndexEntries;
}

function checkIndexEntries(segments: readonly string[], fields: Fields): void {
  const entries = indexEntries(segments, fields);
  if (entries.count > mostIndexEntries) {
    throw invalidArgument(`too many index entries for entity /${segments.join('/')}`);
  }
  if (entries.largest > largestIndexEntry) {
    throw invalidArgument(
      `An index entry of /${segments.join('/')} has ${count(entries.largest)} bytes, which exceeds the maximum of ${count(largestIndexEntry)} bytes.`,
    );
  }
  if (entries.size > largestIndexEntries) {
    throw invalidArgument(
      `The index entries of /${segments.join('/')} have ${count(entries.size)} bytes, which exceeds the maximum of ${count(largestIndexEntries)} bytes.`,
    );
  }
}

/** A number with thousands separators, as Firestore's messages have it. */
function count(number: number): string {
  return number.toLocaleString('en-US');
}
