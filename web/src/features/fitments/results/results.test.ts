import { checkFitments } from '@docket/model/fitment/fitment-checks';
import { fitmentGroupSchema } from '@docket/model/fitment/fitment-group';
import { mergeFitments } from '@docket/model/fitment/merge-fitments';
import { paths } from '@docket/model/paths';
import { describe, expect, it } from 'vitest';
import { createApprovedReader } from './approved.ts';
import { ALL_RESULTS, makesOf, partsOf, resultRows, soughtResults } from './result-rows.ts';
import { warningWords } from './warning-words.ts';

const fitment = { submodel: '', qualifiers: [], from: 2005, to: 2010, confidence: 0.9, reasoning: '' };
const group = (job: string) => {
  const path = paths.fitmentGroup('w', job, 'g');
  const data = fitmentGroupSchema.parse({
    index: 0,
    parts: [
      { part_id: 'p1', part_number: 'BP-1', description: 'Brake pads' },
      { part_id: 'p2', part_number: 'F-2', description: 'Oil filter' },
    ],
    fitments: {
      a: { ...fitment, part: 0, make: 'Honda', model: 'Civic' },
      b: { ...fitment, part: 1, make: 'Ford', model: 'F-150', qualifiers: ['5.0L'] },
      c: { ...fitment, part: 1, make: 'Ford', model: 'Focus' },
      d: { ...fitment, part: 0, make: 'Honda', model: 'Accord' },
    },
    exceptions: [],
    decisions: { a: 'approved', b: 'approved', c: 'rejected' },
  });
  return { id: 'g', path, data };
};
const merged = mergeFitments(createApprovedReader()([group('j1'), group('j2')]));
const rows = resultRows(merged, new Map([['j1', 'Brakes']]));
const found = (search: string, filter = ALL_RESULTS) =>
  soughtResults(rows, filter, search).map((row) => row.fitment.part_number);

describe('the results', () => {
  it('are what is approved in any job: neither what is rejected nor what is pending', () => {
    expect(rows.map((row) => [row.fitment.part_number, row.fitment.model, row.years])).toEqual([
      ['BP-1', 'Civic', '2005–2010'],
      ['F-2', 'F-150', '2005–2010'],
    ]);
  });

  it('name the jobs that they come from, as far as these are there', () => {
    expect(rows.map(({ jobs }) => jobs)).toEqual(['Brakes', 'Brakes']);
    expect(rows[0]?.fitment.job_ids).toEqual(['j1', 'j2']);
  });

  it('are found by part, vehicle, limits, job, and any year within a range', () => {
    expect(found('')).toEqual(['BP-1', 'F-2']);
    expect(found('oil f-150')).toEqual(['F-2']);
    expect(found('5.0l')).toEqual(['F-2']);
    expect(found('civic 2007')).toEqual(['BP-1']);
    expect(found('civic 2011')).toEqual([]);
    expect(found('', { make: 'Ford', part: null })).toEqual(['F-2']);
    expect(found('', { make: null, part: 'BP-1' })).toEqual(['BP-1']);
  });

  it('offer the makes and parts that occur', () => {
    expect(makesOf(merged)).toEqual(['Ford', 'Honda']);
    expect(partsOf(merged)).toEqual([
      { value: 'BP-1', label: 'BP-1' },
      { value: 'F-2', label: 'F-2' },
    ]);
  });
});

describe('a warning', () => {
  const one = { make: 'Honda', model: 'Civic', description: 'Pads', job_id: 'j', qualifiers: [] };
  const words = (...some: Parameters<typeof mergeFitments>[0][]) =>
    checkFitments(mergeFitments(some.flatMap((each) => [...each]))).map(warningWords);

  it('says which part fits what twice', () => {
    const both = [
      { ...one, part_number: 'P', submodel: '', from: 2005, to: 2010 },
      { ...one, part_number: 'P', submodel: 'EX', from: 2010, to: 2012, qualifiers: ['2.4L'] },
    ];
    expect(words(both)).toEqual(['P fits Honda Civic 2010 twice: all of them, and EX, 2.4L only.']);
  });

  it('says which parts are called the same', () => {
    const parts = (count: number) =>
      Array.from({ length: count }, (_, index) => ({
        ...one,
        part_number: `P${index + 1}`,
        submodel: 'EX',
        from: 2005,
        to: 2006,
      }));
    expect(words(parts(2))).toEqual(['P1 and P2 are called “Pads” and fit Honda Civic EX 2005–2006.']);
    expect(words(parts(9))).toEqual([
      'P1, P2, P3 and 6 more parts are called “Pads” and fit Honda Civic EX 2005–2006.',
    ]);
  });
});
