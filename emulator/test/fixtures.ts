/** Short ways to say documents, writes and databases in tests. */
import { decodeWrite, type WireWrite, wireWrite } from '../src/commit/write.ts';
import type { Query } from '../src/query/query.ts';
import { decodeQuery, structuredQuerySchema } from '../src/query/structured-query.ts';
import { Database } from '../src/store/database.ts';
import type { DocumentChange, StoredDocument } from '../src/store/document.ts';
import type { Journal } from '../src/store/journal.ts';
import type { Value } from '../src/values/value.ts';
import { decodeFields, encodeFields, type JsonObject } from '../src/values/wire.ts';

export const databaseName = 'projects/demo-test/databases/(default)';
export const root = `${databaseName}/documents`;

/** JavaScript data in proto3 JSON: whole numbers become integers, others doubles. */
export function wire(data: unknown): JsonObject {
  if (data === null) {
    return { nullValue: null };
  }
  if (typeof data === 'boolean') {
    return { booleanValue: data };
  }
  if (typeof data === 'number') {
    return Number.isInteger(data) ? { integerValue: String(data) } : { doubleValue: data };
  }
  if (typeof data === 'string') {
    return { stringValue: data };
  }
  if (Array.isArray(data)) {
    return { arrayValue: { values: data.map(wire) } };
  }
  return { mapValue: { fields: wireFields(data ?? {}) } };
}

/** The `fields` of a document, from JavaScript data. */
export function wireFields(data: object): JsonObject {
  return Object.fromEntries(Object.entries(data).map(([name, value]) => [name, wire(value)]));
}

/** A stored document at a path like `jobs/j1`. */
export function document(path: string, data: object, updateTime = 1): StoredDocument {
  const segments = path.split('/');
  return {
    name: `${root}/${path}`,
    segments,
    fields: decodeFields(wireFields(data)),
    createTime: 1,
    updateTime,
  };
}

/** The change from one version of a document to another; null for none. */
export function change(path: string, before: object | null, after: object | null): DocumentChange {
  return {
    name: `${root}/${path}`,
    segments: path.split('/'),
    before: before ? document(path, before) : undefined,
    after: after ? document(path, after, 2) : undefined,
  };
}

/** A write from its wire form. */
export function write(wireForm: WireWrite) {
  return decodeWrite(wireWrite.parse(wireForm), databaseName);
}

/** A write that sets a whole document. */
export function set(path: string, data: object) {
  return write({ update: { name: `${root}/${path}`, fields: wireFields(data) } });
}

/** A write that deletes a document. */
export function remove(path: string) {
  return write({ delete: `${root}/${path}` });
}

/** A query from its wire form, below the root. */
export function query(structuredQuery: object, parent = root): Query {
  return decodeQuery(parent, structuredQuerySchema.parse(structuredQuery));
}

/** A comparison in wire form. */
export function where(fieldPath: string, op: string, value: unknown) {
  return { fieldFilter: { field: { fieldPath }, op, value: wire(value) } };
}

/** A database whose commits all have the author `test`, with a clock that stands at 1 s. */
export function newDatabase(journal?: Journal): Database<string> {
  return new Database(databaseName, () => 1000, journal);
}

/** Commits without anybody objecting. */
export function commit(database: Database<string>, ...writes: ReturnType<typeof write>[]) {
  return database.commit(writes, 'test', () => {});
}

/** The data of a document as it would travel; undefined for none. */
export function dataOf(stored: StoredDocument | undefined): JsonObject | undefined {
  return stored && encodeFields(stored.fields);
}

/** An integer as a value. */
export function integer(value: number): Value {
  return { kind: 'integer', value: BigInt(value) };
}
