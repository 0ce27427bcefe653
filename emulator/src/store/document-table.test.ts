import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { change, document } from '../../test/fixtures.ts';
import type { StoredDocument } from './document.ts';
import { DocumentTable } from './document-table.ts';

const paths = ['c/a', 'c/b', 'c/c', 'c/a/d/a', 'c/a/d/b', 'd/a', 'e/x/d/a'];
const data = fc.option(fc.record({ n: fc.integer({ min: 0, max: 3 }) }, { requiredKeys: [] }));
const step = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(fc.constant('write'), fc.constantFrom(...paths), data) },
  { weight: 1, arbitrary: fc.tuple(fc.constant('ask'), fc.constantFrom(...paths), fc.constant(null)) },
);

function names(documents: Iterable<StoredDocument>): string[] {
  return Array.from(documents, ({ segments }) => segments.join('/')).toSorted();
}

describe('a table of documents', () => {
  it('holds in every collection, group and index what its documents say, after any writes and questions', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const table = new DocumentTable();
        const model = new Map<string, object>();
        const sets = () => [
          table.everything(),
          table.collection('c'),
          table.collection('c/a/d'),
          table.group('d'),
        ];
        for (const [kind, path, after] of steps) {
          if (kind === 'ask') {
            sets().map((set) => set.indexBy(['n']).entries());
          } else {
            table.apply(change(path, model.get(path) ?? null, after));
            if (after) {
              model.set(path, after);
            } else {
              model.delete(path);
            }
          }
        }
        const expected = [/./, /^c\/.$/, /^c\/a\/d\//, /(^|\/)d\/.$/].map((pattern) =>
          [...model].filter(([path]) => pattern.test(path)).map(([path, fields]) => document(path, fields)),
        );
        expect(sets().map((set) => names(set.documents()))).toEqual(expected.map(names));
        expect(sets().map((set) => names(set.indexBy(['n']).entries()))).toEqual(
          expected.map((documents) => names(documents.filter(({ fields }) => fields.has('n')))),
        );
      }),
    );
  });

  it('has no collection without documents', () => {
    const table = new DocumentTable();
    table.apply(change('c/a', null, {}));
    table.apply(change('c/a', {}, null));
    expect([...table.collectionPaths()]).toEqual([]);
  });

  it('gives up an index that nobody asks while everything changes', () => {
    const table = new DocumentTable();
    table.add(document('c/a', { n: 1 }));
    const index = table.everything().indexBy(['n']);
    for (let n = 0; n < 2_000; n += 1) {
      table.add(document(`c/${n}`, { n }));
    }
    expect(table.everything().indexBy(['n'])).not.toBe(index);
    expect(table.everything().indexBy(['n']).entries()).toHaveLength(2_001);
  });
});
