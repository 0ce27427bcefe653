import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkFitments } from './fitment-checks.ts';
import { coverageOf } from './fitment-coverage.ts';
import { type ApprovedFitment, mergeFitments } from './merge-fitments.ts';
import { anyFitments, makeFitment } from './testing/make-fitments.ts';

const checked = (...fitments: Partial<ApprovedFitment>[]) =>
  checkFitments(mergeFitments(fitments.map((fields) => makeFitment(fields))));

describe('an overlap', () => {
  it('is one part that fits all of a model and, in the same years, only a submodel', () => {
    const found = checked({ from: 2005, to: 2010 }, { submodel: 'EX', from: 2009, to: 2012 });
    expect(found).toMatchObject([
      {
        kind: 'overlap',
        part_number: 'BP-1042',
        all: { submodel: '' },
        only: { submodel: 'EX' },
        from: 2009,
        to: 2010,
      },
    ]);
  });

  it('is also a limit that is said once and once not', () => {
    const found = checked({ submodel: 'EX' }, { submodel: 'EX', qualifiers: ['2.4L'] });
    expect(found).toMatchObject([{ all: { qualifiers: [] }, only: { qualifiers: ['2.4L'] } }]);
  });

  it('is not there in other years, for another part, or between two submodels', () => {
    expect(checked({ from: 2005, to: 2006 }, { submodel: 'EX', from: 2007, to: 2008 })).toEqual([]);
    expect(checked({}, { submodel: 'EX', part_number: 'BP-2', description: 'Rotor' })).toEqual([]);
    expect(checked({ submodel: 'LX' }, { submodel: 'EX' })).toEqual([]);
    expect(checked({ qualifiers: ['2.4L'] }, { qualifiers: ['1.8L'] })).toEqual([]);
  });
});

describe('a duplicate', () => {
  it('is two parts of the same description for the same vehicle and years', () => {
    const found = checked(
      { from: 2005, to: 2008 },
      { part_number: 'BP-9', description: 'front  BRAKE pads', from: 2007, to: 2010 },
      { part_number: 'BP-5', from: 2012, to: 2013 },
    );
    expect(found).toMatchObject([
      { kind: 'duplicate', part_numbers: ['BP-9', 'BP-1042'], from: 2007, to: 2008 },
    ]);
  });

  it('is not there for parts of other descriptions, or without any', () => {
    expect(checked({}, { part_number: 'F-1', description: 'Oil filter' })).toEqual([]);
    expect(checked({ description: '' }, { part_number: 'F-1', description: '' })).toEqual([]);
  });

  it('is never seen in a single part', () => {
    fc.assert(
      fc.property(anyFitments, (fitments) => {
        const one = fitments.map((fitment) => ({ ...fitment, part_number: 'P' }));
        expect(checkFitments(mergeFitments(one)).every(({ kind }) => kind === 'overlap')).toBe(true);
      }),
    );
  });
});

describe('the coverage', () => {
  it('counts the parts of each model once, and says from when to when', () => {
    const merged = mergeFitments([
      makeFitment({ from: 2005, to: 2006 }),
      makeFitment({ from: 2012, to: 2013, submodel: 'EX' }),
      makeFitment({ part_number: 'F-1', from: 1999, to: 1999 }),
      makeFitment({ part_number: 'F-1', make: 'Ford', model: 'F-150' }),
    ]);
    expect(coverageOf(merged)).toEqual([
      { make: 'Honda', model: 'Civic', parts: 2, from: 1999, to: 2013 },
      { make: 'Ford', model: 'F-150', parts: 1, from: 2005, to: 2005 },
    ]);
  });
});
