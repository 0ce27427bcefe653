/** What a person may change of items, and say about columns and categories. */
import { LIMITS } from '@docket/model/limits';
import { paths } from '@docket/model/paths';
import { deleteField, doc, serverTimestamp, setDoc, updateDoc } from 'firebase/firestore';
import { describe, expect, it } from 'vitest';
import { decisionOn, type FirestoreStand } from './firestore-stand.ts';
import { uidOf, WORKSPACE } from './people.ts';
import { FRESH } from './seed.ts';
import { newMapping } from './valid-records.ts';
import type { Fields } from './valid-writes.ts';

const now = serverTimestamp;

/** Edits of items, corrections of columns and edits of categories, as an editor writes them. */
export function specifyItems(stand: () => FirestoreStand): void {
  const editor = () => stand().as('editor');

  describe('an item', () => {
    const change = (fields: Fields) =>
      decisionOn(
        updateDoc(doc(editor(), paths.item(WORKSPACE, FRESH, 'i1')), {
          edited_by: uidOf('editor'),
          edited_at: now(),
          ...fields,
        }),
      );

    it.each<[string, Fields]>([
      ['a name', { 'edits.name': 'Coat' }],
      ['no category', { 'edits.category': null }],
      ['a price', { 'edits.wholesale_price': 12.5 }],
      ['no price', { 'edits.msrp': null }],
      ['sizes', { 'edits.sizes': [{ size: 'M', quantity: 3 }] }],
      ['a place outside the deck', { 'edits.excluded': true }],
      ['all its generated values again', { edits: {} }],
    ])('is given %s', async (_, fields) => {
      expect(await change(fields)).toBe('allowed');
    });

    it.each<[string, Fields]>([
      ['an empty name', { 'edits.name': '' }],
      ['no name', { 'edits.name': null }],
      ['an endless text', { 'edits.material': 'x'.repeat(LIMITS.itemTextCharacters + 1) }],
      ['a negative price', { 'edits.unit_price': -1 }],
      ['a price in words', { 'edits.unit_price': '12' }],
      [
        'more sizes than any item has',
        { 'edits.sizes': Array.from({ length: LIMITS.itemSizes + 1 }, () => 'M') },
      ],
      ['sizes that are no list', { 'edits.sizes': 'M' }],
      ['half an exclusion', { 'edits.excluded': 'yes' }],
      ['a field nobody knows', { 'edits.sku': 'X1' }],
      ['edits that are no map', { edits: 'none' }],
      ['another generated name', { generated: { name: 'Coat' } }],
      ['another run', { run: 7 }],
      ['no edits at all', { edits: deleteField() }],
      ["somebody else's signature", { 'edits.name': 'Coat', edited_by: uidOf('owner') }],
      ['a time of its own', { 'edits.name': 'Coat', edited_at: new Date(0) }],
    ])('is not given %s', async (_, fields) => {
      expect(await change(fields)).toBe('refused');
    });
  });

  describe('a correction of columns', () => {
    const set = (fields: Fields, id = 'e'.repeat(20)) =>
      decisionOn(
        setDoc(doc(editor(), paths.columnMapping(WORKSPACE, id)), {
          ...newMapping('editor', now()),
          ...fields,
        }),
      );

    it('is remembered, also for a table that is to be left out', async () => {
      expect(await set({ used: false })).toBe('allowed');
    });

    it.each<[string, Fields]>([
      ['fewer roles than headers', { roles: ['sku'] }],
      ['headers that are no texts', { headers: [1, 2] }],
      ['more headers than are looked at', { headers: Array.from({ length: 201 }, () => 'h'), roles: [] }],
      ['roles that are no list', { roles: 'sku' }],
      ['half a decision', { used: 'perhaps' }],
      ["somebody else's signature", { by: uidOf('owner') }],
      ['a time of its own', { at: new Date(0) }],
      ['more than is asked for', { force: true }],
    ])('is refused with %s', async (_, fields) => {
      expect(await set(fields)).toBe('refused');
    });

    it('is refused under an id that no headers have', async () => {
      expect(await set({}, 'headers')).toBe('refused');
    });
  });

  describe('the categories of a collection', () => {
    const edits = { names: { coats: 'Coats' }, merged: { parkas: 'coats' }, order: ['coats', 'knit'] };
    const change = (category_edits: unknown) =>
      decisionOn(updateDoc(doc(editor(), paths.collection(WORKSPACE, FRESH)), { category_edits }));

    it('are renamed, merged and put in order', async () => {
      expect(await change(edits)).toBe('allowed');
      expect(await change({ names: {}, merged: {}, order: [] })).toBe('allowed');
    });

    it.each<[string, unknown]>([
      ['names that are no texts', { ...edits, names: { coats: 5 } }],
      ['a merge into nothing', { ...edits, merged: { parkas: null } }],
      ['an order of numbers', { ...edits, order: [1] }],
      ['an endless order', { ...edits, order: Array.from({ length: 501 }, (_, index) => `c${index}`) }],
      ['more than these', { ...edits, hidden: [] }],
      ['less than these', { names: {} }],
      ['nothing', null],
    ])('are not given %s', async (_, value) => {
      expect(await change(value)).toBe('refused');
    });
  });
}
