import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { change, document, integer } from '../../test/fixtures.ts';
import type { StoredDocument } from './document.ts';
import { FieldIndex } from './field-index.ts';

const path = ['n'];
const state = fc.record({
  id: fc.integer({ min: 0, max: 60 }),
  n: fc.option(fc.integer({ min: 0, max: 5 })),
});

function namesIn(index: FieldIndex): string[] {
  return index.entries().map(({ name }) => name);
}

describe('a field index', () => {
  it('holds the documents that have the field, by value and then by name', () => {
    const index = new FieldIndex(path, [
      document('c/b', { n: 1 }),
      document('c/x', {}),
      document('c/c', { n: 0 }),
      document('c/a', { n: 1 }),
    ]);
    expect(index.entries().map(({ segments }) => segments[1])).toEqual(['c', 'a', 'b']);
    expect([index.position(integer(1), false), index.position(integer(1), true)]).toEqual([1, 3]);
  });

  it('after any changes, a few or many at a time, is what it would be if built anew', () => {
    fc.assert(
      fc.property(fc.array(fc.array(state, { maxLength: 50 }), { maxLength: 6 }), (rounds) => {
        const documents = new Map<string, StoredDocument>();
        const index = new FieldIndex(path, []);
        for (const round of rounds) {
          for (const { id, n } of round) {
            const after = n === 5 ? undefined : document(`c/${id}`, n === null ? {} : { n });
            const name = document(`c/${id}`, {}).name;
            index.note({ name, segments: ['c', String(id)], before: documents.get(name), after });
            if (after) {
              documents.set(name, after);
            } else {
              documents.delete(name);
            }
          }
          expect(namesIn(index)).toEqual(namesIn(new FieldIndex(path, documents.values())));
        }
      }),
    );
  });

  it('does not keep what came and went between two questions', () => {
    const index = new FieldIndex(path, []);
    for (let n = 0; n < 5_000; n += 1) {
      index.note(change(`c/${n}`, null, { n }));
      index.note(change(`c/${n}`, { n }, null));
    }
    expect(index.isStale).toBe(false);
    expect(index.entries()).toEqual([]);
  });

  it('is worth no more when it waits for more changes than it has entries', () => {
    const index = new FieldIndex(path, []);
    const note = (from: number, to: number) => {
      for (let n = from; n < to; n += 1) {
        index.note(change(`c/${n}`, null, { n }));
      }
    };
    note(0, 1_000);
    expect(index.isStale).toBe(false);
    note(1_000, 2_000);
    expect(index.isStale).toBe(true);
    expect(index.entries()).toHaveLength(2_000);
    note(2_000, 3_500);
    expect(index.isStale).toBe(false);
  });
});
