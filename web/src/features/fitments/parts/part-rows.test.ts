import { LIMITS } from '@docket/model/limits';
import { describe, expect, it } from 'vitest';
import { makePart, vehicle } from '../testing/make-parts.ts';
import { chosenOf, createRowMaker, partsLabel, soughtRows, vehicleWords } from './part-rows.ts';

const PADS = makePart('BP-100', {
  description: 'Front brake pads',
  texts: ['Not for SS', 'Ceramic'],
  given: [vehicle({ years: '2005-2010', make: 'Ford', model: 'F-150' }), vehicle({ make: 'Lincoln' })],
});
const FILTER = makePart('OF-9', { description: 'Oil filter' });
const TENTH = makePart('OF-10', { description: 'Oil filter, long' });
const LATE = makePart('Z', { created_at: new Date(9000) });
const rows = () => createRowMaker()([PADS, TENTH, FILTER, LATE]);
const numbers = (list: readonly { part: { part_number: string } }[]) =>
  list.map(({ part }) => part.part_number);

describe('the rows of the list', () => {
  it('come with the latest first, and by number where they came together', () => {
    expect(numbers(rows())).toEqual(['Z', 'BP-100', 'OF-9', 'OF-10']);
  });

  it('say further text in one, and of vehicles the first one and how many more there are', () => {
    expect(rows()[1]).toMatchObject({
      further: 'Not for SS · Ceramic',
      vehicles: '2005-2010 Ford F-150 and 1 more',
    });
    expect(rows()[2]).toMatchObject({ further: '', vehicles: '' });
  });

  it('stay the same objects while nothing of them changes', () => {
    const make = createRowMaker();
    const first = make([PADS, FILTER]);
    const second = make([makePart('BP-100', { description: 'Rear brake pads' }), FILTER]);
    expect(second[1]).toBe(first[1]);
    expect(second[0]).not.toBe(first[0]);
  });
});

describe('a vehicle in words', () => {
  it('has engine and position after what it is called, and nothing for what is not given', () => {
    expect(vehicleWords(vehicle({ make: 'VW', model: 'Golf', engine: '1.9 TDI', position: 'Front' }))).toBe(
      'VW Golf, 1.9 TDI, Front',
    );
    expect(vehicleWords(vehicle({ position: 'Rear' }))).toBe('Rear');
  });
});

describe('looking for parts', () => {
  it('finds every word wherever it stands, in all that is known of a part', () => {
    expect(numbers(soughtRows(rows(), 'CERAMIC brake'))).toEqual(['BP-100']);
    expect(numbers(soughtRows(rows(), 'lincoln'))).toEqual(['BP-100']);
    expect(numbers(soughtRows(rows(), 'of-'))).toEqual(['OF-9', 'OF-10']);
    expect(soughtRows(rows(), 'ceramic filter')).toEqual([]);
  });

  it('shows all while nothing is looked for', () => {
    const all = rows();
    expect(soughtRows(all, '  ')).toBe(all);
  });
});

describe('a selection', () => {
  it('goes beyond what the search shows, and forgets parts that are gone', () => {
    const all = rows();
    const shown = soughtRows(all, 'filter');
    const chosen = chosenOf(all, shown, new Set([PADS.id, FILTER.id, 'gone']));
    expect(numbers(chosen.rows)).toEqual(['BP-100', 'OF-9']);
    expect(chosen).toMatchObject({ hidden: 1, unselected: 1, block: null });
  });

  it('can be larger than a job, which then says so', () => {
    const many = createRowMaker()(
      Array.from({ length: LIMITS.partsPerJob + 1 }, (_, index) => makePart(`P-${index}`)),
    );
    const chosen = chosenOf(many, many, new Set(many.map(({ id }) => id)));
    expect(chosen.block).toBe('One job takes up to 10,000 parts. Select fewer.');
  });

  it('counts in words', () => {
    expect([1, 1200].map(partsLabel)).toEqual(['1 part', '1,200 parts']);
  });
});
