import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Category } from './category.ts';
import {
  type CategoryEdits,
  categoryEditsSchema,
  effectiveCategories,
  effectiveCategoryName,
  foundCategoryName,
  mergeCategories,
  mergedInto,
  moveCategory,
  NO_CATEGORY_EDITS,
  renameCategory,
  splitCategory,
} from './category-edits.ts';

const found = (name: string, product_count = 1): Category => ({
  id: name.toLowerCase(),
  name,
  product_count,
  confidence: 0.9,
  reason: 'Heading of page 2',
});
const COATS = found('Coats', 3);
const JACKETS = found('Jackets', 4);
const TOPS = found('Tops', 5);
const BAGS = found('Bags', 1);
const ALL = [COATS, JACKETS, TOPS, BAGS];

const names = (edits: CategoryEdits, categories = ALL) =>
  effectiveCategories(categories, edits).map(({ name }) => name);

describe('renaming a category', () => {
  it('shows the new name and keeps what was found', () => {
    const edits = renameCategory(NO_CATEGORY_EDITS, COATS, '  Outerwear ');
    expect(names(edits)).toEqual(['Outerwear', 'Jackets', 'Tops', 'Bags']);
    expect(effectiveCategoryName('Coats', effectiveCategories(ALL, edits))).toBe('Outerwear');
  });

  it('is taken back by an empty name, and by the one that was found', () => {
    const edits = renameCategory(NO_CATEGORY_EDITS, COATS, 'Outerwear');
    expect(renameCategory(edits, COATS, ' ')).toEqual(NO_CATEGORY_EDITS);
    expect(renameCategory(edits, COATS, 'Coats')).toEqual(NO_CATEGORY_EDITS);
  });
});

describe('the choice of a category', () => {
  const chosen = (shown: string, edits: CategoryEdits) =>
    foundCategoryName(shown, effectiveCategories(ALL, edits));

  it('follows the category when it is renamed or merged later', () => {
    const before = renameCategory(NO_CATEGORY_EDITS, COATS, 'Outerwear');
    const kept = chosen('Outerwear', before);
    const renamed = renameCategory(before, COATS, 'Coats & Capes');
    expect(effectiveCategoryName(kept, effectiveCategories(ALL, renamed))).toBe('Coats & Capes');
    const merged = mergeCategories(renamed, ['coats'], 'tops');
    expect(effectiveCategoryName(kept, effectiveCategories(ALL, merged))).toBe('Tops');
  });

  it('is of what is shown, though another one was found under that name', () => {
    const edits = renameCategory(mergeCategories(NO_CATEGORY_EDITS, ['jackets'], 'coats'), TOPS, 'Jackets');
    const shown = effectiveCategories(ALL, edits);
    expect(effectiveCategoryName(foundCategoryName('Jackets', shown), shown)).toBe('Jackets');
  });

  it('may be of a name that no category has', () => {
    expect(chosen('Gifts', NO_CATEGORY_EDITS)).toBe('Gifts');
    expect(foundCategoryName(null, [])).toBeNull();
  });
});

describe('merging categories', () => {
  const merged = mergeCategories(NO_CATEGORY_EDITS, ['jackets', 'coats'], 'coats');

  it('puts their products together under one name', () => {
    const [first] = effectiveCategories(ALL, merged);
    expect(first).toMatchObject({ name: 'Coats', product_count: 7, found_as: ['Coats', 'Jackets'] });
    expect(names(merged)).toEqual(['Coats', 'Tops', 'Bags']);
  });

  it('goes together with a new name, whichever comes first', () => {
    const renamedFirst = mergeCategories(
      renameCategory(NO_CATEGORY_EDITS, COATS, 'Outerwear'),
      ['jackets'],
      'coats',
    );
    expect(renamedFirst).toEqual(renameCategory(merged, COATS, 'Outerwear'));
    expect(effectiveCategoryName('Jackets', effectiveCategories(ALL, renamedFirst))).toBe('Outerwear');
  });

  it('takes along what was merged before, and each can be split off by itself', () => {
    const twice = mergeCategories(merged, ['coats'], 'tops');
    expect(names(twice)).toEqual(['Tops', 'Bags']);
    expect(mergedInto(ALL, twice, 'tops')).toEqual([COATS, JACKETS]);
    const split = splitCategory(twice, 'jackets');
    expect(names(split)).toEqual(['Jackets', 'Tops', 'Bags']);
    expect(mergedInto(ALL, split, 'tops')).toEqual([COATS]);
  });

  it('into one that was merged itself shows that one again', () => {
    expect(names(mergeCategories(merged, ['coats'], 'jackets'))).toEqual(['Jackets', 'Tops', 'Bags']);
  });

  it('survives a run that no longer finds the category in between', () => {
    const twice = mergeCategories(merged, ['coats'], 'tops');
    expect(names(twice, [JACKETS, TOPS, found('Hats')])).toEqual(['Tops', 'Hats']);
  });
});

describe('a circle of merges, which no page makes', () => {
  it('is harmless: its categories stand as they are', () => {
    const circle = { ...NO_CATEGORY_EDITS, merged: { coats: 'jackets', jackets: 'coats', tops: 'coats' } };
    expect(names(circle).toSorted()).toEqual(['Bags', 'Coats', 'Jackets', 'Tops']);
  });
});

describe('moving a category', () => {
  it('puts it at its new place and leaves the others in their order', () => {
    expect(names(moveCategory(NO_CATEGORY_EDITS, ALL, 'bags', 0))).toEqual([
      'Bags',
      'Coats',
      'Jackets',
      'Tops',
    ]);
    expect(names(moveCategory(NO_CATEGORY_EDITS, ALL, 'coats', 2))).toEqual([
      'Jackets',
      'Tops',
      'Coats',
      'Bags',
    ]);
    expect(names(moveCategory(NO_CATEGORY_EDITS, ALL, 'coats', 99))).toEqual([
      'Jackets',
      'Tops',
      'Bags',
      'Coats',
    ]);
  });

  it('keeps the places of those that are not there at the moment', () => {
    const before = moveCategory(NO_CATEGORY_EDITS, ALL, 'bags', 0);
    const other = [TOPS, COATS, found('Hats')];
    const after = moveCategory(before, other, 'hats', 0);
    expect(names(after, other)).toEqual(['Hats', 'Coats', 'Tops']);
    expect(names(after)).toEqual(['Bags', 'Coats', 'Jackets', 'Tops']);
  });

  it('does nothing to one that is not shown', () => {
    expect(moveCategory(NO_CATEGORY_EDITS, ALL, 'hats', 0)).toBe(NO_CATEGORY_EDITS);
  });
});

/** Any sequence of what a person can do, on categories that exist and on those that do not. */
const ids = fc.constantFrom('coats', 'jackets', 'tops', 'bags', 'gone');
const step = fc.oneof(
  fc.tuple(ids, fc.string()).map(([id, name]) => (edits: CategoryEdits) => {
    const category = ALL.find((one) => one.id === id);
    return category === undefined ? edits : renameCategory(edits, category, name);
  }),
  fc.tuple(fc.array(ids), ids).map(
    ([some, into]) =>
      (edits: CategoryEdits) =>
        mergeCategories(edits, some, into),
  ),
  ids.map((id) => (edits: CategoryEdits) => splitCategory(edits, id)),
  fc.tuple(ids, fc.integer({ min: -2, max: 6 })).map(
    ([id, to]) =>
      (edits: CategoryEdits) =>
        moveCategory(edits, ALL, id, to),
  ),
);
const anyEdits = fc
  .array(step, { maxLength: 12 })
  .map((steps) => steps.reduce<CategoryEdits>((edits, apply) => apply(edits), NO_CATEGORY_EDITS));
/** Also what no sequence of steps makes: circles, chains and ids of nothing. */
const anyMerges = fc.dictionary(ids, ids).map((merged): CategoryEdits => ({ ...NO_CATEGORY_EDITS, merged }));

describe('whatever a person does to categories', () => {
  it('no product is lost and none counted twice', () => {
    fc.assert(
      fc.property(fc.oneof(anyEdits, anyMerges), (edits) => {
        const shown = effectiveCategories(ALL, edits);
        expect(shown.reduce((sum, { product_count: count }) => sum + count, 0)).toBe(13);
        expect(shown.flatMap(({ found_as }) => found_as).toSorted()).toEqual(
          ALL.map(({ name }) => name).toSorted(),
        );
      }),
    );
  });

  it('the rules accept it', () => {
    fc.assert(
      fc.property(anyEdits, (edits) => {
        expect(categoryEditsSchema.safeParse(edits).success).toBe(true);
      }),
    );
  });

  it('a category that is moved arrives, and the others stay in their order', () => {
    fc.assert(
      fc.property(anyEdits, ids, fc.nat(4), (edits, id, to) => {
        const order = (from: CategoryEdits) => effectiveCategories(ALL, from).map((category) => category.id);
        const before = order(edits);
        const after = order(moveCategory(edits, ALL, id, to));
        expect(after.filter((other) => other !== id)).toEqual(before.filter((other) => other !== id));
        expect(after.indexOf(id)).toBe(before.includes(id) ? Math.min(to, before.length - 1) : -1);
      }),
    );
  });

  it('merging two that are shown leaves one fewer, and splitting brings it back', () => {
    fc.assert(
      fc.property(anyEdits, (edits) => {
        const [first, second] = effectiveCategories(ALL, edits);
        if (first === undefined || second === undefined) return;
        const merged = mergeCategories(edits, [second.id], first.id);
        expect(effectiveCategories(ALL, merged)).toHaveLength(effectiveCategories(ALL, edits).length - 1);
        expect(names(splitCategory(merged, second.id))).toContain(second.name);
      }),
    );
  });
});
