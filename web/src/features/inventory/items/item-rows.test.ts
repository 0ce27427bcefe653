import { describe, expect, it } from 'vitest';
import { makeItem, makeLocation } from '../testing/make-items.ts';
import { ALL_ROWS, categoriesOf, countsByPlace, createRowMaker, NONE, soughtRows } from './item-rows.ts';

const SHELF = makeLocation('s', { name: 'Tool Crib' });
const GLUE = makeItem('glue', {
  name: 'Wood glue',
  location_id: 's',
  category: 'Consumables',
  quantity: 2,
  reorder_level: 2,
  created_at: new Date(3000),
});
const SAW = makeItem('saw', { name: 'Japanese saw', category: 'Tools', quantity: 0 });
const TAPE = makeItem('tape', { name: 'Tape', quantity: 3, reorder_level: 2 });
const ITEMS = [SAW, GLUE, TAPE];
const rows = () => createRowMaker()(ITEMS, [SHELF]);
const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id);

describe('the rows of the list', () => {
  it('name the place, and come with the latest first', () => {
    expect(ids(rows())).toEqual(['glue', 'saw', 'tape']);
    expect(rows()[0]).toMatchObject({ place: 'Tool Crib' });
    expect(rows()[1]).toMatchObject({ place: '' });
  });

  it('are low at their level or below it, and never without a level', () => {
    expect(rows().map(({ low }) => low)).toEqual([true, false, false]);
  });

  it('stay the same objects while nothing of them changes', () => {
    const make = createRowMaker();
    const first = make(ITEMS, [SHELF]);
    const changed = makeItem('saw', { quantity: 1 });
    const second = make([changed, GLUE, TAPE], [SHELF]);
    expect(second[0]).toBe(first[0]);
    expect(second[1]).not.toBe(first[1]);
    const renamed = make([changed, GLUE, TAPE], [makeLocation('s', { name: 'Cabinet' })]);
    expect(renamed[0]?.place).toBe('Cabinet');
  });
});

describe('looking for items', () => {
  it('finds every word wherever it stands', () => {
    expect(ids(soughtRows(rows(), ALL_ROWS, 'crib GLUE'))).toEqual(['glue']);
    expect(ids(soughtRows(rows(), ALL_ROWS, 'sku-saw'))).toEqual(['saw']);
    expect(soughtRows(rows(), ALL_ROWS, 'glue saw')).toEqual([]);
  });

  it('filters by place, by category and by what is low', () => {
    const found = (change: Partial<typeof ALL_ROWS>) =>
      ids(soughtRows(rows(), { ...ALL_ROWS, ...change }, ''));
    expect(found({ location: 's' })).toEqual(['glue']);
    expect(found({ location: NONE })).toEqual(['saw', 'tape']);
    expect(found({ category: 'Tools' })).toEqual(['saw']);
    expect(found({ category: NONE })).toEqual(['tape']);
    expect(found({ lowOnly: true })).toEqual(['glue']);
  });
});

describe('an item in a place that is there no more', () => {
  it('is found among those that are nowhere', () => {
    const lost = createRowMaker()([makeItem('lost', { location_id: 'taken-back' })], [SHELF]);
    expect(ids(soughtRows(lost, { ...ALL_ROWS, location: NONE }, ''))).toEqual(['lost']);
  });
});

describe('what occurs', () => {
  it('is every category once, and how much lies where', () => {
    const items = ITEMS.map(({ data }) => data);
    expect(categoriesOf([...items, GLUE.data])).toEqual(['Consumables', 'Tools']);
    expect(countsByPlace([...items, GLUE.data])).toEqual(new Map([['s', 2]]));
  });
});
