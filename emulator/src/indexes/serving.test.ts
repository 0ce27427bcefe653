import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Asked, all, any, both, composite, declared, lacking } from '../../test/index-queries.ts';
import type { MissingIndex } from './missing-index.ts';

/** An index in a few words: `a, b desc, c has`, or `field a desc`; `all` before those of collection groups. */
function brief({ kind, entry }: MissingIndex): string {
  if (kind === 'single' && 'fieldPath' in entry && 'indexes' in entry && Array.isArray(entry.indexes)) {
    const { queryScope, ...mode } = entry.indexes.at(-1);
    return `${queryScope === 'COLLECTION' ? '' : 'all '}field ${fieldOf({ fieldPath: entry.fieldPath, ...mode })}`;
  }
  if ('fields' in entry && Array.isArray(entry.fields) && 'queryScope' in entry) {
    return `${entry.queryScope === 'COLLECTION' ? '' : 'all '}${entry.fields.map(fieldOf).join(', ')}`;
  }
  throw new Error(`No index: ${JSON.stringify(entry)}`);
}

function fieldOf(field: Record<string, unknown>): string {
  const { fieldPath, order, arrayConfig, vectorConfig } = field;
  const mode = { DESCENDING: ' desc', ASCENDING: '' }[String(order)] ?? (arrayConfig ? ' has' : '');
  return `${String(fieldPath)}${vectorConfig ? ' vector' : mode}`;
}

const needs = (asked: Asked) => lacking(asked).map(brief);

/** Queries that every database answers. */
const served: [string, Asked][] = [
  ['a whole collection', {}],
  ['a whole collection, the first few', { limit: 3 }],
  ['all collections of an id', { group: true }],
  ['all collections of an id by name, as when it is partitioned', { group: true, order: '__name__' }],
  ['by name', { order: '__name__' }],
  ['a range of names', { where: '__name__ >, __name__ <' }],
  ['names', { where: '__name__ in' }],
  ['a name in all collections of an id', { group: true, where: '__name__ ==' }],
  ['names and an equality', { where: '__name__ in, a ==' }],
  ['an equality', { where: 'a ==' }],
  ['an equality within a map', { where: 'a.b ==' }],
  ['two equalities', { where: 'a ==, b ==' }],
  ['five equalities', { where: 'a ==, b ==, c ==, d ==, e ==' }],
  ['the same equality twice', { where: 'a ==, a ==' }],
  ['one of several values', { where: 'a in' }],
  ['one of several values and an equality', { where: 'a in, b ==' }],
  ['an equality by name', { where: 'a ==', order: '__name__' }],
  ['an equality by name, from the last', { where: 'a ==', order: '__name__ desc' }],
  ['two equalities by name, from the last', { where: 'a ==, b ==', order: '__name__ desc' }],
  ['an equality and a range of names', { where: 'a ==, __name__ >, __name__ <' }],
  ['a range', { where: 'a >' }],
  ['a range with both ends', { where: 'a >, a <=' }],
  ['a range in its order', { where: 'a >', order: 'a' }],
  ['a range from the last', { where: 'a >', order: 'a desc' }],
  ['a range of one field and of names', { where: 'a >, __name__ >' }],
  ['an order', { order: 'a' }],
  ['an order from the last', { order: 'a desc' }],
  ['an order with the name said', { order: 'a desc, __name__ desc' }],
  ['an order from a cursor on', { order: 'a', startAt: [1] }],
  ['an order of the field that is one of several values', { where: 'a in', order: 'a desc' }],
  ['anything but a value', { where: 'a !=' }],
  ['none of several values', { where: 'a not-in' }],
  ['an array that contains something', { where: 'tags has' }],
  ['an array that contains any of several things', { where: 'tags has-any' }],
  ['this or that', { where: any('a ==', 'b ==') }],
  ['this or that array', { where: any('a ==', 'tags has') }],
  ['two and two', { where: any(all('a ==, b =='), all('c ==, d ==')) }],
  ['an equality with a choice', { where: both('a ==', any('b ==', 'c ==')) }],
  ['a sum of all', { sum: 'a' }],
  ['a sum of what a range is of', { where: 'a >', sum: 'a' }],
];

/** Other queries, and what they lack. */
const lackingSome: [string, Asked, string[]][] = [
  ['by name from the last', { order: '__name__ desc' }, ['field __name__ desc']],
  [
    'all of an id by name from the last',
    { group: true, order: '__name__ desc' },
    ['all field __name__ desc'],
  ],
  ['an order with the name the other way', { order: 'a desc, __name__' }, ['a desc, __name__']],
  ['two orders', { order: 'a, b' }, ['a, b']],
  ['two orders in two directions', { order: 'a, b desc' }, ['a, b desc']],
  ['an equality and an order', { where: 'a ==', order: 'b' }, ['a, b']],
  ['an equality and an order from the last', { where: 'a ==', order: 'b desc' }, ['a, b desc']],
  [
    'an equality, an order and the name the other way',
    { where: 'a ==', order: 'b desc, __name__' },
    ['a, b desc, __name__'],
  ],
  ['one of several values and an order', { where: 'a in', order: 'b' }, ['a, b']],
  ['two equalities and an order', { where: 'b ==, a ==', order: 'c desc' }, ['a, b, c desc']],
  ['an equality and two orders', { where: 'a ==', order: 'b, c desc' }, ['a, b, c desc']],
  ['an equality and the order of one of several values', { where: 'a in, b ==', order: 'a' }, ['b, a']],
  ['an equality and a range', { where: 'a ==, b >' }, ['a, b']],
  ['an equality and a range from the last', { where: 'a ==, b >', order: 'b desc' }, ['a, b desc']],
  ['an equality and anything but a value', { where: 'a ==, b !=' }, ['a, b']],
  ['an equality and none of several values', { where: 'a ==, b not-in' }, ['a, b']],
  ['a range and another order behind it', { where: 'a >', order: 'a, b' }, ['a, b']],
  ['a range and another order before it', { where: 'a >', order: 'b' }, ['b, a']],
  ['a range behind an order from the last', { where: 'a >', order: 'b desc' }, ['b desc, a desc']],
  ['ranges of two fields', { where: 'b >, a <' }, ['a, b']],
  ['ranges of two fields in an order', { where: 'b >, a <', order: 'b, a' }, ['b, a']],
  ['an equality and ranges of two fields', { where: 'c ==, b >, a <' }, ['c, a, b']],
  ['a name among an order', { where: '__name__ in', order: 'a' }, ['__name__, a']],
  ['an array and an equality', { where: 'tags has, a ==' }, ['tags has, a']],
  ['any of several things in an array and an equality', { where: 'tags has-any, a ==' }, ['tags has, a']],
  ['an array and an order', { where: 'tags has', order: 'a desc' }, ['tags has, a desc']],
  ['an array and a range', { where: 'tags has, a >' }, ['tags has, a']],
  [
    'an array by name from the last',
    { where: 'tags has', order: '__name__ desc' },
    ['tags has, __name__ desc'],
  ],
  ['an equality in all collections of an id', { group: true, where: 'a ==' }, ['all field a']],
  ['one of several in all collections of an id', { group: true, where: 'a in' }, ['all field a']],
  ['a range in all collections of an id', { group: true, where: 'a >' }, ['all field a']],
  ['an order in all collections of an id', { group: true, order: 'a desc' }, ['all field a desc']],
  [
    'an equality by name from the last in all',
    { group: true, where: 'a ==', order: '__name__ desc' },
    ['all field a desc'],
  ],
  ['an array in all collections of an id', { group: true, where: 'tags has' }, ['all field tags has']],
  ['two equalities in all collections of an id', { group: true, where: 'a ==, b ==' }, ['all a, b']],
  ['an equality and an order in all of an id', { group: true, where: 'a ==', order: 'b' }, ['all a, b']],
  ['this or that range', { where: any('a ==', 'b >') }, ['a, b']],
  ['this or that, in an order', { where: any('a ==', 'b =='), order: 'c' }, ['a, c', 'b, c']],
  [
    'an equality with a choice, in an order',
    { where: both('a ==', any('b ==', 'c ==')), order: 'd' },
    ['a, b, d', 'a, c, d'],
  ],
  ['ranges of which one must hold', { where: any('a >', 'b >') }, ['a, b', 'a, b']],
  ['an equality and a sum', { where: 'a ==', sum: 'b' }, ['a, b']],
  ['a range and the sum of another field', { where: 'a >', sum: 'b' }, ['a, b']],
  ['the sums of two fields', { sum: 'b, a' }, ['a, b']],
  ['a sum in all collections of an id', { group: true, sum: 'a' }, ['all field a']],
  ['the nearest vectors', { nearest: 3 }, ['v vector']],
  ['the nearest vectors of some', { where: 'a ==, b ==', nearest: 3 }, ['a, b, v vector']],
  ['the nearest vectors of a range', { where: 'a >', nearest: 3 }, ['a, v vector']],
];

describe('a query that needs no declared index', () => {
  it.each(served)('asks for %s', (_name, asked) => {
    expect(needs(asked)).toEqual([]);
  });
});

describe('a query that needs a declared index', () => {
  it.each(lackingSome)('asks for %s', (_name, asked, expected) => {
    expect(needs(asked)).toEqual(expected);
  });

  it.each(lackingSome)('is served once what is missing was added: %s', (_name, asked) => {
    const missing = lacking(asked);
    const composites = missing.flatMap(({ kind, entry }) => (kind === 'composite' ? [entry] : []));
    const overrides = missing.flatMap(({ kind, entry }) => (kind === 'single' ? [entry] : []));
    expect(lacking(asked, declared(composites, overrides))).toEqual([]);
  });
});

describe('a declared index', () => {
  const serves = (indexes: string[], asked: Asked) =>
    lacking(asked, declared(indexes.map((each) => composite(each)))).length === 0;

  it('serves equalities in whatever order and direction', () => {
    for (const index of ['a, b, c desc', 'b desc, a, c desc'])
      expect(serves([index], { where: 'a ==, b ==', order: 'c desc' })).toBe(true);
  });

  it('is not read backwards', () => {
    expect(serves(['a, b'], { where: 'a ==', order: 'b desc' })).toBe(false);
    expect(serves(['a desc, b desc'], { order: 'a, b' })).toBe(false);
  });

  it('does not serve with some of its fields only', () => {
    expect(serves(['a, b, c'], { where: 'a ==', order: 'b' })).toBe(false);
    expect(serves(['a, b, c'], { where: 'b ==', order: 'c' })).toBe(false);
  });

  it('serves the ranges that come last', () => {
    expect(serves(['a, b'], { where: 'a ==, b >' })).toBe(true);
    expect(serves(['b, a'], { where: 'a ==, b >' })).toBe(false);
  });

  it('is merged with others that end alike', () => {
    const asked: Asked = { where: 'a ==, b ==, c ==', order: 'd' };
    expect(serves(['a, d', 'b, d', 'c, d'], asked)).toBe(true);
    expect(serves(['a, b, d', 'c, d'], asked)).toBe(true);
    expect(serves(['a, b, d', 'b, c, d'], asked)).toBe(true);
    expect(serves(['a, d', 'b, d'], asked)).toBe(false);
    expect(serves(['a, b, d', 'c, d desc'], asked)).toBe(false);
  });

  it('is not merged for arrays', () => {
    const asked: Asked = { where: 'tags has, a ==', order: 'd' };
    expect(serves(['tags has, d', 'a, d'], asked)).toBe(false);
    expect(serves(['a, tags has, d'], asked)).toBe(true);
    expect(serves(['tags, a, d'], asked)).toBe(false);
    expect(serves(['tags has, d'], { where: 'tags ==', order: 'd' })).toBe(false);
  });

  it('serves its own scope and collection alone', () => {
    const group = declared([composite('a, b', 'COLLECTION_GROUP')]);
    expect(lacking({ group: true, where: 'a ==', order: 'b' }, group)).toEqual([]);
    expect(lacking({ where: 'a ==', order: 'b' }, group)).toHaveLength(1);
    expect(lacking({ group: true, where: 'a ==', order: 'b', collection: 'other' }, group)).toHaveLength(1);
  });

  it('of vectors serves those of as many dimensions, and no other query', () => {
    const index = { collectionGroup: 'items', queryScope: 'COLLECTION' };
    const vector = { fieldPath: 'v', vectorConfig: { dimension: 3, flat: {} } };
    const some = declared([{ ...index, fields: [{ fieldPath: 'a', order: 'ASCENDING' }, vector] }]);
    expect(lacking({ where: 'a ==', nearest: 3 }, some)).toEqual([]);
    expect(lacking({ where: 'a ==', nearest: 4 }, some)).toHaveLength(1);
    expect(lacking({ nearest: 3 }, some)).toHaveLength(1);
    expect(lacking({ group: true, where: 'a ==' }, some)).toHaveLength(1);
    // As the Firebase CLI writes it when it reads the indexes of a project.
    const named = declared([{ ...index, fields: [{ fieldPath: '__name__', order: 'ASCENDING' }, vector] }]);
    expect(lacking({ nearest: 3 }, named)).toEqual([]);
  });
});

describe('a field override', () => {
  const overriding = (fieldPath: string, ...indexes: object[]) =>
    declared([], [{ collectionGroup: 'items', fieldPath, indexes }]);

  it('with nothing switches a field off', () => {
    const none = overriding('a');
    expect(lacking({ where: 'a ==' }, none).map(brief)).toEqual(['field a']);
    expect(lacking({ order: 'a desc' }, none).map(brief)).toEqual(['field a desc']);
    expect(lacking({ where: 'a has' }, none).map(brief)).toEqual(['field a has']);
    expect(lacking({ sum: 'a' }, none).map(brief)).toEqual(['field a']);
    expect(lacking({ where: 'a ==, b ==' }, none).map(brief)).toEqual(['a, b']);
    expect(lacking({ where: 'b ==' }, none)).toEqual([]);
    expect(lacking({ where: 'a ==', collection: 'other' }, none)).toEqual([]);
  });

  it('leaves what it names', () => {
    const ascending = overriding('a', { order: 'ASCENDING' });
    expect(lacking({ where: 'a ==' }, ascending)).toEqual([]);
    expect(lacking({ order: 'a desc' }, ascending)).toHaveLength(1);
  });

  it('holds for what lies in a map, unless that has one of its own', () => {
    const map = { collectionGroup: 'items', fieldPath: 'm', indexes: [] };
    const inside = { collectionGroup: 'items', fieldPath: 'm.a', indexes: [{ order: 'ASCENDING' }] };
    expect(lacking({ where: 'm.a ==' }, declared([], [map]))).toHaveLength(1);
    expect(lacking({ where: 'm.a ==' }, declared([], [map, inside]))).toEqual([]);
    expect(lacking({ where: 'm.b ==' }, declared([], [map, inside]))).toHaveLength(1);
    expect(lacking({ where: 'mm ==' }, declared([], [map]))).toEqual([]);
  });

  it('of all fields holds for those that have none, not for names', () => {
    const every = overriding('*');
    expect(lacking({ where: 'a ==' }, every)).toHaveLength(1);
    expect(lacking({ order: '__name__' }, every)).toEqual([]);
  });

  it('does not touch composite indexes', () => {
    const none = [{ collectionGroup: 'items', fieldPath: 'a', indexes: [] }];
    expect(lacking({ where: 'a ==', order: 'b' }, declared([composite('a, b')], none))).toEqual([]);
    expect(lacking({ where: 'a ==, b ==' }, declared([composite('a, b')], none))).toEqual([]);
  });

  it('keeps what there was when an index is added to it, and its time to live', () => {
    const asked: Asked = { group: true, where: 'a ==' };
    expect(lacking(asked).map(({ entry }) => entry)).toEqual([
      {
        collectionGroup: 'items',
        fieldPath: 'a',
        indexes: [
          { order: 'ASCENDING', queryScope: 'COLLECTION' },
          { order: 'DESCENDING', queryScope: 'COLLECTION' },
          { arrayConfig: 'CONTAINS', queryScope: 'COLLECTION' },
          { order: 'ASCENDING', queryScope: 'COLLECTION_GROUP' },
        ],
      },
    ]);
    const ttl = declared([], [{ collectionGroup: 'items', fieldPath: 'a', ttl: true, indexes: [] }]);
    expect(lacking(asked, ttl).map(({ entry }) => entry)).toEqual([
      {
        collectionGroup: 'items',
        fieldPath: 'a',
        ttl: true,
        indexes: [{ order: 'ASCENDING', queryScope: 'COLLECTION_GROUP' }],
      },
    ]);
  });
});

const field = fc.constantFrom('a', 'b', 'c', 'd');
const directed = fc
  .tuple(field, fc.boolean())
  .map(([name, descending]) => (descending ? `${name} desc` : name));
const fieldsOf = (list: fc.Arbitrary<string>, minLength: number) =>
  fc.uniqueArray(list, { minLength, maxLength: 3, selector: (text) => text.split(' ')[0] });
const comparison = fc
  .tuple(field, fc.constantFrom('==', '==', 'in', '>', '<', '!='))
  .map(([name, operator]) => `${name} ${operator}`);
const asked: fc.Arbitrary<Asked> = fc.record({
  where: fieldsOf(comparison, 1).map((list) => {
    const unequal = list.filter((text) => text.endsWith('!='));
    return list.filter((text) => !unequal.slice(1).includes(text)).join(', ');
  }),
  order: fieldsOf(directed, 1).map((list) => list.join(', ')),
  group: fc.boolean(),
});
const indexes = fc.array(
  fc
    .tuple(fieldsOf(directed, 2), fc.constantFrom('COLLECTION', 'COLLECTION_GROUP'))
    .map(([fields, scope]) => [fields.join(', '), scope] satisfies [string, string]),
  { maxLength: 4 },
);
const reversed = (list: string) =>
  list
    .split(', ')
    .map((each) => (each.endsWith(' desc') ? each.slice(0, -' desc'.length) : `${each} desc`))
    .join(', ');

describe('whatever is asked and declared', () => {
  const config = (list: readonly [string, string][]) => declared(list.map((each) => composite(...each)));
  const served = (query: Asked, list: readonly [string, string][]) =>
    lacking(query, config(list)).length === 0;

  it('indexes with all directions turned serve the query with all directions turned', () => {
    fc.assert(
      fc.property(asked, indexes, (query, list) => {
        const turned = list.map(([fields, scope]) => [reversed(fields), scope] satisfies [string, string]);
        const turnedQuery = { ...query, order: reversed(query.order ?? 'a') };
        expect(served(turnedQuery, turned)).toBe(served(query, list));
      }),
      { numRuns: 300 },
    );
  });

  it('one more index makes no query refused', () => {
    fc.assert(
      fc.property(asked, indexes, indexes, (query, list, more) => {
        expect(served(query, [...list, ...more])).toBe(served(query, [...more, ...list]));
        expect(served(query, [...list, ...more]) || !served(query, list)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('what is said to be missing suffices', () => {
    fc.assert(
      fc.property(asked, indexes, (query, list) => {
        const missing = lacking(query, config(list));
        const added = missing.flatMap(({ kind, entry }) => (kind === 'composite' ? [entry] : []));
        const overrides = missing.flatMap(({ kind, entry }) => (kind === 'single' ? [entry] : []));
        const all = [...list.map((each) => composite(...each)), ...added];
        expect(lacking(query, declared(all, overrides))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});
