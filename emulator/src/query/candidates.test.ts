import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commit, newDatabase, query, remove, set, where } from '../../test/fixtures.ts';
import { candidatesFor } from './candidates.ts';
import { matchesQuery } from './match.ts';
import { compareDocuments } from './order.ts';
import { runQuery } from './run.ts';

type Stored = ReturnType<typeof newDatabase>;

const from = [{ collectionId: 'c' }];
const both = (op: 'AND' | 'OR', ...filters: object[]) => ({ compositeFilter: { op, filters } });
const by = (fieldPath: string, direction = 'ASCENDING') => ({ field: { fieldPath }, direction });

/** A thousand documents: `n` has ten values, `unique` as many as there are documents, `tags` two of a hundred. */
function thousand(): Stored {
  const database = newDatabase();
  const rows = Array.from({ length: 1000 }, (_, i) =>
    set(`c/d${i}`, { n: i % 10, unique: i, tags: [i % 100, 'all'] }),
  );
  commit(database, ...rows);
  return database;
}

function lookedAt(database: Stored, structuredQuery: object): number {
  const decoded = query({ from, ...structuredQuery });
  return [...candidatesFor(decoded, database.present().table).documents].length;
}

function isTaken(structuredQuery: object): boolean {
  try {
    query(structuredQuery);
    return true;
  } catch {
    return false;
  }
}

describe('a query on a thousand documents looks at', () => {
  const database = thousand();

  it.each([
    ['one of them for one value', where('unique', 'EQUAL', 5), 1],
    ['those of each value for a list', where('unique', 'IN', [5, 6, 5]), 2],
    ['the fewer of two', both('AND', where('n', 'EQUAL', 5), where('unique', 'EQUAL', 5)), 1],
    ['those of each alternative', both('OR', where('unique', 'EQUAL', 5), where('unique', 'EQUAL', 6)), 2],
    [
      'the fewer of two in each alternative',
      both(
        'OR',
        both('AND', where('n', 'EQUAL', 5), where('unique', 'EQUAL', 5)),
        where('unique', 'EQUAL', 6),
      ),
      2,
    ],
    [
      'one of them once, though it is in two alternatives',
      both('OR', where('unique', 'EQUAL', 5), where('unique', 'IN', [5])),
      1,
    ],
    [
      'the range of an alternative',
      both('OR', where('unique', 'LESS_THAN', 5), where('unique', 'GREATER_THAN', 997)),
      7,
    ],
    ['those whose array has the element', where('tags', 'ARRAY_CONTAINS', 7), 10],
    ['those whose array has one of the elements', where('tags', 'ARRAY_CONTAINS_ANY', [7, 8]), 20],
    ['all of them for what no index tells', where('n', 'NOT_EQUAL', 5), 1000],
    [
      'all of them when an alternative is one that no index tells',
      both('OR', where('unique', 'EQUAL', 5), where('n', 'NOT_EQUAL', 5)),
      1000,
    ],
  ])('%s', (_what, filter, expected) => {
    expect(lookedAt(database, { where: filter })).toBe(expected);
  });

  it('the order rather than everything that has a common value, if there is a limit', () => {
    const common = where('tags', 'ARRAY_CONTAINS', 'all');
    const { documents, ordered } = candidatesFor(
      query({ from, where: common, orderBy: [by('unique', 'DESCENDING')], limit: 1 }),
      database.present().table,
    );
    expect(ordered).toBe(true);
    expect(documents[Symbol.iterator]().next().value).toMatchObject({ segments: ['c', 'd999'] });
  });
});

describe('whatever the indexes say, a query', () => {
  const small = fc.integer({ min: 0, max: 3 });
  const list = fc.array(small, { minLength: 1, maxLength: 3 });
  const scalar = fc.constantFrom('a', 'b');
  const comparison = fc.oneof(
    fc.tuple(scalar, fc.constantFrom('EQUAL', 'NOT_EQUAL', 'LESS_THAN', 'GREATER_THAN_OR_EQUAL'), small),
    fc.tuple(scalar, fc.constant('IN'), list),
    fc.tuple(fc.constant('tags'), fc.constant('ARRAY_CONTAINS'), small),
    fc.tuple(fc.constant('tags'), fc.constant('ARRAY_CONTAINS_ANY'), list),
  );
  const leaf = comparison.map(([field, op, value]) => where(field, op, value));
  const tree = fc.letrec<{ filter: object }>((tie) => ({
    filter: fc.oneof(
      { maxDepth: 2, withCrossShrink: true },
      leaf,
      fc
        .tuple(
          fc.constantFrom('AND' as const, 'OR' as const),
          fc.array(tie('filter'), { minLength: 1, maxLength: 3 }),
        )
        .map(([op, filters]) => both(op, ...filters)),
    ),
  })).filter;
  const question = fc
    .record({
      where: tree,
      orderBy: fc.constantFrom([], [by('a')], [by('b', 'DESCENDING')], [by('__name__', 'DESCENDING')]),
      limit: fc.constantFrom(1, 5, 1000),
      offset: fc.constantFrom(0, 2),
    })
    // Some combinations Firestore does not take; they are refused before anything is looked for.
    .filter((each) => isTaken({ from, ...each }));
  const cell = fc.option(small, { freq: 4, nil: undefined });
  const tags = fc.option(fc.array(small, { maxLength: 3 }), { freq: 4, nil: undefined });
  const row = fc.record({ id: fc.integer({ min: 100, max: 199 }), a: cell, b: cell, tags });

  const put = ({ id, ...data }: { id: number; a?: unknown; b?: unknown; tags?: unknown }) =>
    set(`c/${id}`, Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined)));

  it('has the results of looking at every document, also after changes', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(row, { selector: ({ id }) => id, minLength: 70, maxLength: 90 }),
        fc.array(row, { maxLength: 50 }),
        fc.array(question, { minLength: 1, maxLength: 5 }),
        (initial, later, questions) => {
          const database = newDatabase();
          const ask = () => {
            for (const each of questions) {
              const decoded = query({ from, ...each });
              const all = [...database.present().table.everything().documents()];
              const expected = all
                .filter((one) => matchesQuery(decoded, one))
                .sort((x, y) => compareDocuments(x, y, decoded.orderBy))
                .slice(each.offset, each.offset + each.limit);
              expect(runQuery(decoded, database.present())).toEqual(expected);
            }
          };
          commit(database, ...initial.map(put));
          ask();
          commit(database, ...later.map(put), ...later.slice(0, 9).map(({ id }) => remove(`c/${id}`)));
          ask();
        },
      ),
      { numRuns: 60 },
    );
  });
});
