import { fitmentGroupSchema } from '@docket/model/fitment/fitment-group';
import { describe, expect, it } from 'vitest';
import { entriesOf } from './fitment-results.ts';

const fitment = { part: 0, submodel: '', qualifiers: [], confidence: 0.9, reasoning: 'It says so' };
const group = fitmentGroupSchema.parse({
  index: 0,
  parts: [
    { part_id: 'part-1', part_number: 'BP-1', description: 'Pads' },
    { part_id: 'part-2', part_number: 'F-2', description: 'Filter' },
  ],
  fitments: {
    z: { ...fitment, make: 'Honda', model: 'Civic', from: 2005, to: 2006 },
    a: { ...fitment, part: 1, make: 'Ford', model: 'F-150', submodel: 'XL', from: 2010, to: 2010 },
    b: { ...fitment, make: 'Acura', model: 'ILX', from: 2013, to: 2013 },
  },
  exceptions: [{ part: 1, code: 'unknown_make', words: 'Zonk', reasoning: 'No make is called Zonk' }],
});

describe('the fitments of a job', () => {
  it('are written a year at a time, part by part', () => {
    const entries = entriesOf([group]).fitments;
    expect(entries.map((one) => [one.part_id, one.year, one.make, one.model, one.submodel])).toEqual([
      ['BP-1', 2013, 'Acura', 'ILX', ''],
      ['BP-1', 2005, 'Honda', 'Civic', ''],
      ['BP-1', 2006, 'Honda', 'Civic', ''],
      ['F-2', 2010, 'Ford', 'F-150', 'XL'],
    ]);
    expect(entries[0]).toMatchObject({ confidence: 0.9, reasoning: 'It says so' });
  });

  it('come with what could not be told', () => {
    expect(entriesOf([group, group]).exceptions.map(({ part_id, words }) => [part_id, words])).toEqual([
      ['F-2', 'Zonk'],
      ['F-2', 'Zonk'],
    ]);
  });
});
