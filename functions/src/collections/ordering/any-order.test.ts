import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyOrder, contentOf } from './testing/any-order.ts';
import { readOrder, told } from './testing/read-order.ts';
import { anyManner, asPages, asSheet } from './testing/write-order.ts';

const TIMEOUT_MS = 60_000;

describe('any order', () => {
  it(
    'has the same lines in whatever layout and language a sheet shows it',
    async () => {
      await fc.assert(
        fc.asyncProperty(anyOrder, anyManner, async (order, manner) => {
          const { lines, tables } = await readOrder(asSheet(order, manner));
          expect(told(lines)).toEqual(contentOf(order));
          expect(tables.flatMap(({ checks }) => checks).filter(({ ok }) => !ok)).toEqual([]);
          expect(tables.find(({ used }) => used)?.layout).toBe(manner.layout);
        }),
        { numRuns: 100 },
      );
    },
    TIMEOUT_MS,
  );

  it(
    'has the same lines on pages',
    async () => {
      await fc.assert(
        fc.asyncProperty(anyOrder, anyManner, async (order, manner) => {
          const { lines, tables } = await readOrder(asPages(order, manner));
          expect(told(lines)).toEqual(contentOf(order));
          expect(tables.flatMap(({ checks }) => checks).filter(({ ok }) => !ok)).toEqual([]);
        }),
        { numRuns: 60 },
      );
    },
    TIMEOUT_MS,
  );
});
