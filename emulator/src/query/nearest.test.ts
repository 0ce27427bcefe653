import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commit, newDatabase, query, root, set, where, wire, write } from '../../test/fixtures.ts';
import { getField } from '../values/field-path.ts';
import { withDistance } from './nearest.ts';
import { runQuery } from './run.ts';

const vector = (...values: number[]) => ({
  mapValue: {
    fields: {
      __type__: { stringValue: '__vector__' },
      value: { arrayValue: { values: values.map((doubleValue) => ({ doubleValue })) } },
    },
  },
});
const place = (id: string, at: object, more: object = {}) =>
  write({ update: { name: `${root}/places/${id}`, fields: { at, ...more } } });

const database = newDatabase();
commit(
  database,
  place('east', vector(4, 0), { kind: wire('x') }),
  place('north', vector(0, 1), { kind: wire('x') }),
  place('near', vector(1, 1), { kind: wire('y') }),
  place('far', vector(-9, -9)),
  place('nowhere', vector(0, 0)),
  place('flat', vector(1)),
  place('list', wire([1.5, 1.5])),
  set('places/none', {}),
);

const search = (more: object) => ({
  vectorField: { fieldPath: 'at' },
  queryVector: vector(1, 0),
  distanceMeasure: 'EUCLIDEAN',
  limit: 10,
  ...more,
});
const asked = (more: object, rest: object = {}) =>
  query({ from: [{ collectionId: 'places' }], findNearest: search(more), ...rest });
const found = (more: object, rest: object = {}) =>
  runQuery(asked(more, rest), database.present())
    .map(({ segments }) => segments[1])
    .join(' ');

describe('a search for the nearest vectors', () => {
  it('finds vectors of as many dimensions, the nearest first, by each measure', () => {
    expect(found({})).toBe('near nowhere north east far');
    expect(found({ distanceMeasure: 'COSINE' })).toBe('east near north far');
    expect(found({ distanceMeasure: 'DOT_PRODUCT' })).toBe('east near north nowhere far');
  });

  it('stops at its limit and at its threshold, which a dot product must reach', () => {
    expect(found({ limit: { value: 2 } })).toBe('near nowhere');
    expect(found({ distanceThreshold: { value: 1 } })).toBe('near nowhere');
    expect(found({ distanceMeasure: 'DOT_PRODUCT', distanceThreshold: 1 })).toBe('east near');
  });

  it('looks among what the filters leave', () => {
    expect(found({}, { where: where('kind', 'EQUAL', 'x') })).toBe('north east');
  });

  it.each([
    ['EUCLIDEAN', 3],
    ['COSINE', 0],
    ['DOT_PRODUCT', 4],
  ])('tells the distance in a field, if asked: %s', (distanceMeasure, distance) => {
    const decoded = asked({ distanceMeasure, distanceResultField: 'how.far' });
    const east = runQuery(decoded, database.present()).find(({ segments }) => segments[1] === 'east');
    const shown = east && withDistance(decoded.nearest, east);
    expect(shown && getField(shown.fields, ['how', 'far'])).toEqual({ kind: 'double', value: distance });
    expect(east?.fields.has('how')).toBe(false);
  });

  it.each([
    ['no vector', { queryVector: wire([1, 0]) }, 'must be of type vector'],
    ['an empty vector', { queryVector: vector() }, 'at least one dimension'],
    ['more than a thousand', { limit: 1001 }, '1 to 1000'],
    ['none', { limit: 0 }, '1 to 1000'],
    ['another measure', { distanceMeasure: 'MANHATTAN' }, 'EUCLIDEAN'],
  ])('is refused with %s', (_what, more, message) => {
    expect(() => asked(more)).toThrow(message);
  });

  it.each([
    ['a limit of the query', { limit: 3 }],
    ['an offset', { offset: 1 }],
    ['a cursor', { startAt: { values: [{ referenceValue: `${root}/places/far` }] } }],
  ])('is refused beside %s', (_what, rest) => {
    expect(() => asked({}, rest)).toThrow('findNearest');
  });

  it('finds what sorting all distances finds', () => {
    const point = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(
        fc.array(point, { maxLength: 90 }),
        point,
        fc.integer({ min: 1, max: 20 }),
        (points, to, limit) => {
          const many = newDatabase();
          commit(many, ...points.map((at, index) => place(String(index), vector(...at))));
          // Squares of whole numbers: those of points equally far away are equal, which their rounded roots need not be.
          const squares = points.map((at) =>
            at.reduce((sum, x, axis) => sum + (x - (to[axis] ?? 0)) ** 2, 0),
          );
          const results = runQuery(asked({ queryVector: vector(...to), limit }), many.present());
          expect(results.map(({ segments }) => squares[Number(segments[1])])).toEqual(
            squares.toSorted((a, b) => a - b).slice(0, limit),
          );
        },
      ),
      { numRuns: 50 },
    );
  });
});
