import { describe, expect, it } from 'vitest';
import { makeItem } from '../../testing/make-items.ts';
import { draftOf, type ItemDraft, judgeDraft, NEW_DRAFT, sameDraft } from './item-draft.ts';

const nobody = () => null;
const draft = (change: Partial<ItemDraft>): ItemDraft => ({ ...NEW_DRAFT, name: 'Glue', ...change });
const problems = (change: Partial<ItemDraft>) => {
  const judged = judgeDraft(draft(change), null, nobody);
  return judged.ok ? {} : judged.problems;
};
const wish = (change: Partial<ItemDraft>, place: string | null = null) => {
  const judged = judgeDraft(draft(change), place, nobody);
  if (!judged.ok) throw new Error(JSON.stringify(judged.problems));
  return judged.wish;
};

describe('what is typed about an item', () => {
  it('needs a name', () => {
    expect(problems({ name: '  ' })).toHaveProperty('name');
  });

  it('has a SKU in the spelling that is stored, or none', () => {
    expect(wish({ sku: ' glue 1 ' }).described.sku).toBe('GLUE-1');
    expect(wish({ sku: ' ' }).described.sku).toBe('');
    expect(problems({ sku: 'ä/1' })).toHaveProperty('sku');
  });

  it('names the item that has the SKU already', () => {
    const judged = judgeDraft(draft({ sku: 'glue-1' }), null, (sku) =>
      sku === 'GLUE-1' ? 'Hide glue' : null,
    );
    expect(judged).toEqual({ ok: false, problems: { sku: '“Hide glue” has this SKU already.' } });
  });

  it('has whole numbers of pieces; an empty level is never', () => {
    expect(wish({ quantity: '', level: '', reorderQuantity: 10 })).toMatchObject({
      quantity: 0,
      described: { reorder_level: null, reorder_quantity: 10 },
    });
    expect(wish({ level: 0 }).described.reorder_level).toBe(0);
    expect(Object.keys(problems({ quantity: -1, level: 1.5, reorderQuantity: '-' }))).toEqual([
      'quantity',
      'level',
      'reorderQuantity',
    ]);
  });

  it('goes where it belongs until somebody says a place, or none', () => {
    expect(wish({}, 'crib').described.location_id).toBe('crib');
    expect(wish({ place: { kind: 'said', id: 'lab' } }, 'crib').described.location_id).toBe('lab');
    expect(wish({ place: { kind: 'said', id: null } }, 'crib').described.location_id).toBeNull();
  });

  it('has the address of its picture as the browser spells it', () => {
    expect(wish({ picture: { kind: 'address', text: ' https://Example.com/a b.jpg#x ' } }).picture).toEqual({
      kind: 'address',
      url: 'https://example.com/a%20b.jpg',
    });
    expect(problems({ picture: { kind: 'address', text: 'coat.jpg' } })).toHaveProperty('picture');
    expect(problems({ picture: { kind: 'address', text: 'https://me:pw@example.com' } })).toHaveProperty(
      'picture',
    );
  });
});

describe('the draft of an item that is there', () => {
  const item = makeItem('a', { image_id: 'u-1', image_url: 'https://example.com/a.jpg', reorder_level: 3 });

  it('says what is stored', () => {
    const stored = draftOf(item.data);
    const judged = judgeDraft(stored, null, nobody);
    expect(judged).toMatchObject({ ok: true, wish: { described: { sku: item.data.sku, reorder_level: 3 } } });
    expect(stored.picture).toEqual({ kind: 'stored', imageId: 'u-1', url: 'https://example.com/a.jpg' });
  });

  it('is the same until something is changed', () => {
    expect(sameDraft(draftOf(item.data), draftOf(item.data))).toBe(true);
    expect(sameDraft(draftOf(item.data), { ...draftOf(item.data), name: 'B' })).toBe(false);
    const file = (imageId: string) => draft({ picture: { kind: 'file', file: new File([], 'a'), imageId } });
    expect(sameDraft(file('f-1'), file('f-1'))).toBe(true);
    expect(sameDraft(file('f-1'), file('f-2'))).toBe(false);
  });
});
