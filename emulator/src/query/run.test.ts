import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commit, newDatabase, query, remove, root, set, where, wire, write } from '../../test/fixtures.ts';
import { runQuery } from './run.ts';

/** A database with a few books, one without a year, one with null, and one deeper down. */
function library() {
  const database = newDatabase();
  commit(
    database,
    set('books/a', { year: 1990, tags: ['x', 'y'], price: 5 }),
    set('books/b', { year: 2001, tags: ['y'], price: 7 }),
    set('books/c', { year: 2001, tags: [], price: 3 }),
    set('books/d', { price: 1 }),
    set('books/e', { year: null, price: 2 }),
    set('books/f', { year: '2001', price: 9 }),
    set('shelves/s/books/g', { year: 2010, price: 4 }),
  );
  return database;
}

function ids(structuredQuery: object, parent = root): string {
  return runQuery(
    query({ from: [{ collectionId: 'books' }], ...structuredQuery }, parent),
    library().present(),
  )
    .map(({ segments }) => segments.at(-1))
    .join('');
}

const by = (fieldPath: string, direction = 'ASCENDING') => ({ field: { fieldPath }, direction });
const integer = (value: number) => ({ integerValue: String(value) });
const foreign = { referenceValue: 'projects/other/databases/(default)/documents/books/a' };
const reference = (path: string) => ({ referenceValue: `${root}/${path}` });

describe('a projection', () => {
  it('without fields is none', () => {
    const projected = (select: object) => query({ from: [{ collectionId: 'c' }], select }).select;
    expect(projected({})).toBeUndefined();
    expect(projected({ fields: [] })).toBeUndefined();
    expect(projected({ fields: [{ fieldPath: '__name__' }] })).toEqual([['__name__']]);
  });
});

describe('a query', () => {
  it('finds the documents of its collection only, by name', () => {
    expect(ids({})).toBe('abcdef');
    expect(ids({}, `${root}/shelves/s`)).toBe('g');
    expect(ids({ from: [{ collectionId: 'books', allDescendants: true }] })).toBe('abcdefg');
    expect(ids({ from: [{ collectionId: 'books', allDescendants: true }] }, `${root}/shelves/s`)).toBe('g');
    expect(ids({ from: [{ allDescendants: true }] }, `${root}/shelves/s`)).toBe('g');
  });

  it.each([
    ['EQUAL', 2001, 'bc'],
    ['EQUAL', null, 'e'],
    ['NOT_EQUAL', 2001, 'af'],
    ['LESS_THAN', 2001, 'a'],
    ['LESS_THAN_OR_EQUAL', 2001, 'abc'],
    ['GREATER_THAN', 1990, 'bc'],
    ['GREATER_THAN_OR_EQUAL', 1990, 'abc'],
    ['IN', [1990, null], 'a'],
    ['NOT_IN', [1990], 'bcf'],
    ['NOT_IN', [1990, null], ''],
  ])('compares within the type, and misses documents without the field: %s %j', (op, value, expected) => {
    expect(ids({ where: where('year', op, value) })).toBe(expected);
  });

  it('looks into arrays', () => {
    expect(ids({ where: where('tags', 'ARRAY_CONTAINS', 'y') })).toBe('ab');
    expect(ids({ where: where('tags', 'ARRAY_CONTAINS_ANY', ['x', 'z']) })).toBe('a');
  });

  it('looks for whole arrays', () => {
    expect(ids({ where: where('tags', 'IN', [['y'], ['x', 'y']]) })).toBe('ab');
    expect(ids({ where: where('tags', 'IN', [['y', 'x'], []]) })).toBe('c');
    expect(ids({ where: where('tags', 'NOT_IN', [['y']]) })).toBe('ca');
    expect(ids({ where: where('tags', 'EQUAL', ['x', 'y']) })).toBe('a');
    expect(() => ids({ where: where('tags', 'EQUAL', [['y']]) })).toThrow('array value in an array value');
    expect(() => ids({ where: where('tags', 'IN', [[['y']]]) })).toThrow('array value in an array value');
  });

  it('knows null and NaN tests', () => {
    const unary = (op: string) => ids({ where: { unaryFilter: { field: { fieldPath: 'year' }, op } } });
    expect(unary('IS_NULL')).toBe('e');
    expect(unary('IS_NOT_NULL')).toBe('abcf');
    expect(unary('IS_NAN')).toBe('');
    expect(unary('IS_NOT_NAN')).toBe('abcf');
  });

  it('finds null and NaN when asked whether a field is that, and in no other way', () => {
    const database = newDatabase();
    const nan = { doubleValue: 'NaN' };
    commit(
      database,
      write({
        update: { name: `${root}/c/nan`, fields: { x: nan, list: { arrayValue: { values: [nan] } } } },
      }),
      set('c/null', { x: null, list: [null] }),
      set('c/one', { x: 1, list: [1] }),
    );
    const found = (fieldPath: string, op: string, value: object) =>
      runQuery(
        query({ from: [{ collectionId: 'c' }], where: { fieldFilter: { field: { fieldPath }, op, value } } }),
        database.present(),
      )
        .map(({ segments }) => segments[1])
        .join();
    const all = { arrayValue: { values: [nan, wire(null), wire(1)] } };
    expect(found('x', 'EQUAL', nan)).toBe('nan');
    expect(found('x', 'EQUAL', wire(null))).toBe('null');
    expect(found('x', 'NOT_EQUAL', nan)).toBe('one');
    expect(found('x', 'IN', all)).toBe('one');
    expect(found('x', 'NOT_IN', { arrayValue: { values: [nan] } })).toBe('one');
    expect(found('list', 'ARRAY_CONTAINS', nan)).toBe('');
    expect(found('list', 'ARRAY_CONTAINS', wire(null))).toBe('');
    expect(found('list', 'ARRAY_CONTAINS_ANY', all)).toBe('one');
    for (const op of ['LESS_THAN', 'LESS_THAN_OR_EQUAL', 'GREATER_THAN', 'GREATER_THAN_OR_EQUAL']) {
      expect(found('x', op, wire(null))).toBe('');
      expect(found('x', op, nan)).toBe('');
    }
  });

  it('combines filters with and and or', () => {
    const both = (op: string) =>
      ids({
        where: {
          compositeFilter: { op, filters: [where('year', 'EQUAL', 2001), where('price', 'LESS_THAN', 4)] },
        },
      });
    expect(both('AND')).toBe('c');
    expect(both('OR')).toBe('decb');
  });

  it('orders by several fields and leaves out documents that lack one', () => {
    expect(ids({ orderBy: [by('year', 'DESCENDING'), by('price')] })).toBe('fcbae');
    expect(ids({ orderBy: [by('price', 'DESCENDING')] })).toBe('fbaced');
  });

  it('orders by the fields of inequalities, which sort by their names however these are written', () => {
    const { orderBy } = query({
      from: [{ collectionId: 'books' }],
      where: {
        compositeFilter: {
          op: 'AND',
          filters: [
            where('m.b', 'GREATER_THAN', 1),
            where('`m-n`', 'GREATER_THAN', 1),
            where('a', 'LESS_THAN', 1),
          ],
        },
      },
      orderBy: [by('x', 'DESCENDING')],
    });
    expect(orderBy.map(({ path }) => path)).toEqual([['x'], ['a'], ['m', 'b'], ['m-n'], ['__name__']]);
    expect(orderBy.every(({ descending }) => descending)).toBe(true);
  });

  it('starts and ends at cursors, before or after what equals them', () => {
    const between = (startBefore: boolean, endBefore: boolean) =>
      ids({
        orderBy: [by('price')],
        startAt: { values: [integer(2)], before: startBefore },
        endAt: { values: [integer(7)], before: endBefore },
      });
    expect(between(true, false)).toBe('ecab');
    expect(between(false, true)).toBe('ca');
    expect(ids({ startAt: { values: [reference('books/c')], before: false } })).toBe('def');
  });

  it('skips and limits', () => {
    expect(ids({ offset: 1, limit: 2 })).toBe('bc');
    expect(ids({ limit: { value: 2 } })).toBe('ab');
    expect(ids({ limit: 0 })).toBe('');
  });

  it('finds documents by name', () => {
    const named = (op: string, value: object) =>
      ids({ where: { fieldFilter: { field: { fieldPath: '__name__' }, op, value } } });
    expect(named('EQUAL', reference('books/c'))).toBe('c');
    expect(named('GREATER_THAN', reference('books/c'))).toBe('def');
    expect(named('IN', { arrayValue: { values: [reference('books/f'), reference('books/a')] } })).toBe('af');
  });

  it.each([
    ['an empty list', { where: where('a', 'IN', []) }, 'list of 1 to 30'],
    ['a name that is no reference', { where: where('__name__', 'EQUAL', 'x') }, 'must be a Key'],
    ['two collections', { from: [{ collectionId: 'a' }, { collectionId: 'b' }] }, 'one collection'],
    ['a cursor that is too long', { startAt: { values: [integer(1), integer(2)] } }, 'more values'],
    ['a cursor by name that is no reference', { startAt: { values: [integer(1)] } }, 'must be a Key'],
    [
      'a cursor in another database',
      { startAt: { values: [foreign] } },
      "attempting to access database 'projects/other",
    ],
    [
      'a name in another database',
      { where: { fieldFilter: { field: { fieldPath: '__name__' }, op: 'EQUAL', value: foreign } } },
      "attempting to access database 'projects/other",
    ],
  ])('is refused with %s', (_what, wrong, message) => {
    expect(() => ids(wrong)).toThrow(message);
  });
});

/** The same questions, answered by looking at every document with plain JavaScript. */
describe('a query with indexes', () => {
  interface Row {
    id: number;
    a: number | null;
    b: number | null;
  }
  const cell = fc.option(fc.integer({ min: 0, max: 4 }));
  const row: fc.Arbitrary<Row> = fc.record({ id: fc.integer({ min: 10, max: 99 }), a: cell, b: cell });
  const field = fc.constantFrom('a' as const, 'b' as const);
  const comparison = fc.constantFrom('EQUAL', 'LESS_THAN', 'GREATER_THAN_OR_EQUAL', 'NOT_EQUAL', 'IN');
  const filter = fc.record({ field, op: comparison, value: fc.integer({ min: 0, max: 4 }) });
  type Condition = typeof filter extends fc.Arbitrary<infer T> ? T : never;
  const question = fc.record({
    filters: fc
      .array(filter, { maxLength: 3 })
      .filter((filters) => filters.filter(({ op }) => op === 'NOT_EQUAL').length < 2),
    any: fc.boolean(),
    order: fc.option(fc.record({ field, descending: fc.boolean() })),
    start: fc.option(fc.integer({ min: 0, max: 4 })),
    limit: fc.option(fc.integer({ min: 1, max: 9 })),
  });
  type Question = typeof question extends fc.Arbitrary<infer T> ? T : never;

  function holds(document: Row, { field: name, op, value }: Condition): boolean {
    const own = document[name];
    if (own === null) {
      return false;
    }
    switch (op) {
      case 'EQUAL':
        return own === value;
      case 'NOT_EQUAL':
        return own !== value;
      case 'LESS_THAN':
        return own < value;
      case 'GREATER_THAN_OR_EQUAL':
        return own >= value;
      case 'IN':
        return own === value || own === 0;
    }
  }

  function expected(rows: Row[], { filters, any, order, start, limit }: Question): number[] {
    const inequalities = filters
      .filter(({ op }) => op !== 'EQUAL' && op !== 'IN')
      .map(({ field: name }) => name);
    const keys = [...new Set([...(order ? [order.field] : []), ...inequalities.sort()])];
    const sign = order?.descending ? -1 : 1;
    return rows
      .filter((each) =>
        filters.length === 0 || !any
          ? filters.every((one) => holds(each, one))
          : filters.some((one) => holds(each, one)),
      )
      .filter((each) => keys.every((key) => each[key] !== null))
      .filter((each) => start === null || !order || (Number(each[order.field]) - start) * sign >= 0)
      .sort((x, y) => {
        const difference = keys.map((key) => Number(x[key]) - Number(y[key])).find((order) => order !== 0);
        return (difference ?? x.id - y.id) * sign;
      })
      .slice(0, limit ?? rows.length)
      .map(({ id }) => id);
  }

  function toQuery({ filters, any, order, start, limit }: Question) {
    return query({
      from: [{ collectionId: 'c' }],
      ...(filters.length > 0 && {
        where: {
          compositeFilter: {
            op: any ? 'OR' : 'AND',
            filters: filters.map(({ field: name, op, value }) =>
              where(name, op, op === 'IN' ? [value, 0] : value),
            ),
          },
        },
      }),
      ...(order && { orderBy: [by(order.field, order.descending ? 'DESCENDING' : 'ASCENDING')] }),
      ...(order && start !== null && { startAt: { values: [integer(start)], before: true } }),
      ...(limit !== null && { limit }),
    });
  }

  it('has the results a scan has, also after changes', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(row, { selector: ({ id }) => id, minLength: 70, maxLength: 90 }),
        fc.array(row, { maxLength: 40 }),
        fc.array(question, { minLength: 1, maxLength: 6 }),
        (initial, later, questions) => {
          const database = newDatabase();
          const rows = new Map<number, Row>();
          const put = (each: Row) => {
            rows.set(each.id, each);
            const data = Object.fromEntries(Object.entries(each).filter(([, value]) => value !== null));
            commit(database, set(`c/${each.id}`, data));
          };
          const ask = () => {
            for (const each of questions) {
              const results = runQuery(toQuery(each), database.present()).map(({ segments }) =>
                Number(segments[1]),
              );
              expect({ each, results }).toEqual({ each, results: expected([...rows.values()], each) });
            }
          };
          initial.forEach(put);
          ask();
          later.forEach(put);
          for (const { id } of later.slice(0, 5)) {
            rows.delete(id);
            commit(database, remove(`c/${id}`));
          }
          ask();
        },
      ),
      { numRuns: 60 },
    );
  });
});
