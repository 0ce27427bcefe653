import { describe, expect, it } from 'vitest';
import { CONFIDENCE_RANGES, confidentRows, EVERYTHING, filterRows, percentOf } from './review-filter.ts';
import { rowsMaker } from './review-rows.ts';
import { makeFitment, makeGroup } from './testing/make-groups.ts';

const group = makeGroup('g0', {
  fitments: {
    a: makeFitment({ confidence: 0.95 }),
    b: makeFitment({ confidence: 0.795, model: 'Mustang', submodel: 'GT', qualifiers: ['5.0 V8'] }),
    c: makeFitment({ confidence: 0.79, make: 'Honda', model: 'Civic', part: 1 }),
    d: makeFitment({ confidence: 0.3, make: 'Honda', model: 'CR-V', part: 1, from: 2012, to: 2012 }),
  },
  decisions: { a: 'approved' },
});
const { rows } = rowsMaker()([group]);
const ids = (filter: Partial<typeof EVERYTHING>) =>
  filterRows(rows, { ...EVERYTHING, ...filter })
    .map(({ fitmentId }) => fitmentId)
    .toSorted();

describe('the filter of the review', () => {
  it('without anything shows all, as they are', () => {
    expect(filterRows(rows, EVERYTHING)).toBe(rows);
  });

  it('goes by confidence as people see it, in whole per cent', () => {
    expect(ids({ confidence: 'from-80' })).toEqual(['a', 'b']);
    expect(ids({ confidence: '60-80' })).toEqual(['c']);
    expect(ids({ confidence: 'below-60' })).toEqual(['d']);
  });

  it('goes by make, part and status', () => {
    expect(ids({ make: 'Honda' })).toEqual(['c', 'd']);
    expect(ids({ part: 'g0-p0' })).toEqual(['a', 'b']);
    expect(ids({ status: 'pending', part: 'g0-p0' })).toEqual(['b']);
  });

  it('finds words of the part, the vehicle, its limits and its years', () => {
    expect(ids({ search: 'gt v8' })).toEqual(['b']);
    expect(ids({ search: 'G0-P1 civic' })).toEqual(['c']);
    expect(ids({ search: '2012' })).toEqual(['d']);
    expect(ids({ search: 'brake nothing' })).toEqual([]);
  });

  it('offers ranges of which each confidence is in at least one', () => {
    for (let percent = 0; percent <= 100; percent++)
      expect(CONFIDENCE_RANGES.some(({ least, below }) => percent >= least && percent < below)).toBe(true);
  });

  it('offers as a first step what is pending and sure', () => {
    expect(confidentRows(rows).map(({ fitmentId }) => fitmentId)).toEqual(['b']);
    expect(confidentRows(rows).map(percentOf)).toEqual([80]);
  });
});
