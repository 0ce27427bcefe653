import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ApprovedFitment, mergeFitments } from './merge-fitments.ts';
import { partNumberKey } from './part.ts';
import { anyFitments, makeFitment } from './testing/make-fitments.ts';

const years = (from: number, to: number, more: Partial<ApprovedFitment> = {}) =>
  makeFitment({ from, to, ...more });
const ranges = (fitments: ApprovedFitment[]) => mergeFitments(fitments).map(({ from, to }) => [from, to]);

interface Said {
  part_number: string;
  make: string;
  model: string;
  submodel: string;
  qualifiers: readonly string[];
  from: number;
  to: number;
}

/** What fitments say, a year at a time. */
function saidBy(fitments: readonly Said[]): Set<string> {
  const said = new Set<string>();
  for (const { part_number, make, model, submodel, qualifiers, from, to } of fitments)
    for (let year = from; year <= to; year += 1) {
      const limits = [...new Set(qualifiers)].toSorted();
      said.add(JSON.stringify([partNumberKey(part_number), make, model, submodel, limits, year]));
    }
  return said;
}

describe('fitments of a part', () => {
  it('that follow each other or overlap are one range', () => {
    expect(ranges([years(2008, 2010), years(2005, 2007)])).toEqual([[2005, 2010]]);
    expect(ranges([years(2005, 2010), years(2007, 2008)])).toEqual([[2005, 2010]]);
    expect(ranges([years(2005, 2006), years(2008, 2010)])).toEqual([
      [2005, 2006],
      [2008, 2010],
    ]);
  });

  it('of another vehicle stay apart', () => {
    const others = [{ make: 'Acura' }, { model: 'Accord' }, { submodel: 'EX' }, { qualifiers: ['2.4L'] }];
    for (const other of others) expect(ranges([years(2005, 2006), years(2006, 2007, other)])).toHaveLength(2);
  });

  it('are limited by the same, in whatever order that is said', () => {
    const two = [
      years(2005, 2006, { qualifiers: ['AWD', '2.4L'] }),
      years(2007, 2007, { qualifiers: ['2.4L', 'AWD', 'AWD'] }),
    ];
    expect(mergeFitments(two)).toMatchObject([{ qualifiers: ['2.4L', 'AWD'], from: 2005, to: 2007 }]);
  });

  it('are those of one part however its number is spelled, and name the jobs they come from', () => {
    const merged = mergeFitments([
      years(2006, 2007, { part_number: 'bp 10', description: '', job_id: 'second' }),
      years(2005, 2005, { part_number: 'BP  10', description: 'Brake pads', job_id: 'first' }),
      years(2012, 2012, { part_number: 'BP 10', description: 'Brake pads', job_id: 'third' }),
    ]);
    expect(merged).toMatchObject([
      {
        part_number: 'BP  10',
        description: 'Brake pads',
        from: 2005,
        to: 2007,
        job_ids: ['first', 'second'],
      },
      { part_number: 'BP  10', from: 2012, to: 2012, job_ids: ['third'] },
    ]);
  });

  it('come in the order of people: numbers by size, then makes, models and years', () => {
    const some = [
      years(2012, 2012, { part_number: 'P-10' }),
      years(2005, 2005, { part_number: 'P-10' }),
      years(2005, 2005, { part_number: 'P-9', make: 'Ford', model: 'F-150' }),
      years(2005, 2005, { part_number: 'P-9' }),
    ];
    const order = mergeFitments(some).map(({ part_number, make, from }) => [part_number, make, from]);
    expect(order).toEqual([
      ['P-9', 'Ford', 2005],
      ['P-9', 'Honda', 2005],
      ['P-10', 'Honda', 2005],
      ['P-10', 'Honda', 2012],
    ]);
  });

  it('say the same, year by year, before and after', () => {
    fc.assert(
      fc.property(anyFitments, (fitments) => {
        expect(saidBy(mergeFitments(fitments))).toEqual(saidBy(fitments));
      }),
    );
  });

  it('are in as few ranges as there can be', () => {
    fc.assert(
      fc.property(anyFitments, (fitments) => {
        const merged = mergeFitments(fitments);
        const vehicles = Map.groupBy(merged, ({ part_key, make, model, submodel, qualifiers }) =>
          JSON.stringify([part_key, make, model, submodel, qualifiers]),
        );
        for (const of of vehicles.values())
          for (const [index, { to }] of of.entries())
            expect(of[index + 1]?.from ?? Number.POSITIVE_INFINITY).toBeGreaterThan(to + 1);
      }),
    );
  });

  it('come to the same in whatever order they are given, and merged again', () => {
    const shuffled = anyFitments.chain((fitments) =>
      fc.tuple(fc.constant(fitments), fc.shuffledSubarray(fitments, { minLength: fitments.length })),
    );
    fc.assert(
      fc.property(shuffled, ([fitments, other]) => {
        const merged = mergeFitments(fitments);
        expect(mergeFitments(other)).toEqual(merged);
        const again = merged.flatMap(({ job_ids, ...one }) => job_ids.map((job_id) => ({ ...one, job_id })));
        expect(mergeFitments(again)).toEqual(merged);
      }),
    );
  });
});
