/** From unchecked documents to typed records. A malformed document is reported, never thrown. */
import type { z } from 'zod';
import type { StoredDocument } from './ports.ts';

/** A document that has passed its schema. */
export interface Stored<T> {
  id: string;
  path: string;
  data: T;
}

/** Documents of a query, those that are malformed apart. */
export interface StoredList<T> {
  records: readonly Stored<T>[];
  malformed: readonly Malformed[];
}

/** A document that its schema refuses, with the first reason. */
interface Malformed {
  path: string;
  reason: string;
}

type Result<T> = { ok: true; record: Stored<T> } | { ok: false; malformed: Malformed };

/** Checks documents against one schema; each document object is checked once. */
export interface Reader<T> {
  read(document: StoredDocument): Result<T>;
  readAll(documents: readonly StoredDocument[]): StoredList<T>;
}

export function createReader<T>(schema: z.ZodType<T>): Reader<T> {
  const known = new WeakMap<StoredDocument, Result<T>>();

  const parse = (document: StoredDocument): Result<T> => {
    const { id, path } = document;
    const parsed = schema.safeParse(document.data);
    if (parsed.success) return { ok: true, record: { id, path, data: parsed.data } };
    const issue = parsed.error.issues[0];
    const reason = issue === undefined ? 'unreadable' : `${issue.path.join('.')}: ${issue.message}`;
    return { ok: false, malformed: { path, reason } };
  };

  const read = (document: StoredDocument): Result<T> => {
    const before = known.get(document);
    if (before !== undefined) return before;
    const result = parse(document);
    known.set(document, result);
    return result;
  };

  return {
    read,
    readAll(documents) {
      const records: Stored<T>[] = [];
      const malformed: Malformed[] = [];
      for (const document of documents) {
        const result = read(document);
        if (result.ok) records.push(result.record);
        else malformed.push(result.malformed);
      }
      return { records, malformed };
    },
  };
}
