import { describe, expect, it } from 'vitest';
import { makeLocation } from '../testing/make-items.ts';
import { categoriesToPlace, locationRows, nameProblem, withCategoryPlace } from './location-rows.ts';

const SETTINGS = {
  default_location_id: 'a',
  category_locations: { Screws: 'b', Glue: 'b' },
  by: 'u',
  at: new Date(0),
};

describe('the list of places', () => {
  it('says how much is where and what goes where, inactive ones last', () => {
    const locations = [makeLocation('z', { active: false }), makeLocation('a'), makeLocation('b')];
    const rows = locationRows(locations, new Map([['b', 3]]), SETTINGS);
    expect(rows.map(({ id }) => id)).toEqual(['a', 'b', 'z']);
    expect(rows[0]).toMatchObject({ items: 0, isWorkspaceDefault: true, categories: [] });
    expect(rows[1]).toMatchObject({ items: 3, isWorkspaceDefault: false, categories: ['Screws', 'Glue'] });
  });

  it('is there before anything is said', () => {
    expect(locationRows([makeLocation('a')], new Map(), null)[0]).toMatchObject({
      isWorkspaceDefault: false,
    });
  });
});

describe('where a category goes', () => {
  it('is said, said anew, and not said any more', () => {
    expect(withCategoryPlace(null, 'Screws', 'b')).toEqual({
      default_location_id: null,
      category_locations: { Screws: 'b' },
    });
    expect(withCategoryPlace(SETTINGS, 'Screws', 'a').category_locations).toEqual({ Glue: 'b', Screws: 'a' });
    expect(withCategoryPlace(SETTINGS, 'Screws', null)).toEqual({
      default_location_id: 'a',
      category_locations: { Glue: 'b' },
    });
  });

  it('can be said of every category that occurs or is said', () => {
    expect(categoriesToPlace(['Tools', 'Glue'], SETTINGS)).toEqual(['Glue', 'Screws', 'Tools']);
  });
});

describe('the name of a place', () => {
  it('is there, and is no other’s', () => {
    expect(nameProblem(' ', [])).not.toBeNull();
    expect(nameProblem('tool crib ', ['Tool Crib'])).not.toBeNull();
    expect(nameProblem('Attic', ['Tool Crib'])).toBeNull();
  });
});
