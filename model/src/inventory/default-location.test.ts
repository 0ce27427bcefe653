import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PlaceChoices, placeFor } from './default-location.ts';

const all: PlaceChoices = { line: 'bench', supplier: 'dock', category: 'drawer', workspace: 'shelf' };
const always = () => true;

describe('where something goes', () => {
  it.each([
    ['the place of the line', {}, 'bench'],
    ['that of the supplier when the line has none', { line: null }, 'dock'],
    ['that of the category when neither has one', { line: null, supplier: null }, 'drawer'],
    ['that of the workspace when none of them has', { line: null, supplier: null, category: null }, 'shelf'],
  ])('is %s', (_, missing, place) => {
    expect(placeFor({ ...all, ...missing }, always)).toBe(place);
  });

  it('is nowhere when nothing is said', () => {
    expect(placeFor({ line: null, supplier: null, category: null, workspace: null }, always)).toBeNull();
  });

  it('is never an inactive place: the next one is taken', () => {
    expect(placeFor(all, (id) => id !== 'bench')).toBe('dock');
    expect(placeFor(all, (id) => id === 'shelf')).toBe('shelf');
    expect(placeFor(all, () => false)).toBeNull();
  });

  it('is the first of the four that is said and active, whatever is', () => {
    const place = fc.option(fc.constantFrom('a', 'b', 'c'));
    const choices = fc.record({ line: place, supplier: place, category: place, workspace: place });
    fc.assert(
      fc.property(choices, fc.subarray(['a', 'b', 'c']), (given, active) => {
        const order = [given.line, given.supplier, given.category, given.workspace];
        const found = placeFor(given, (id) => active.includes(id));
        const usable = order.filter((id) => id !== null && active.includes(id));
        expect(found).toBe(usable[0] ?? null);
      }),
    );
  });
});
