/** Comparing what the server says with what the model says. */
import { inspect } from 'node:util';
import type { Document } from './model/commit.ts';
import { canonicalFields } from './model/value.ts';
import { Refused } from './protocol.ts';

/** The server and the model do not agree. */
export class Difference extends Error {
  constructor(what: string, found: unknown, expected: unknown) {
    super(`${what}\n  server: ${show(found)}\n  model:  ${show(expected)}`);
  }
}

/** Throws a {@link Difference} unless both are the same text. */
export function expectSame(what: string, found: string | undefined, expected: string | undefined): void {
  if (found !== expected) {
    throw new Difference(what, found, expected);
  }
}

/** Throws a {@link Difference} unless both are the same documents, fields and times, in the same order. */
export function expectDocuments(
  what: string,
  found: readonly Document[],
  expected: readonly Document[],
): void {
  const [left, right] = [found.map(canonicalDocument), expected.map(canonicalDocument)];
  if (left.length !== right.length || left.some((each, index) => each !== right[index])) {
    throw new Difference(what, left, right);
  }
}

/** What a call gives, or the code with which it was refused. */
export async function answerOf<T>(call: Promise<T>): Promise<{ value: T } | { refused: string }> {
  try {
    return { value: await call };
  } catch (error) {
    if (error instanceof Refused) {
      return { refused: error.code };
    }
    throw error;
  }
}

function canonicalDocument({ path, fields, createTime, updateTime }: Document): string {
  return `${path} created ${createTime} updated ${updateTime} ${canonicalFields(fields)}`;
}

function show(what: unknown): string {
  return typeof what === 'string' ? what : inspect(what, { depth: 12, breakLength: 110, maxArrayLength: 40 });
}
