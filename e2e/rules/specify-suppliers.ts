/** From whom things are bought: what may stand in a supplier, and in its link to an item. */
import { itemSupplierId } from '@docket/model/inventory/supplier';
import { LIMITS } from '@docket/model/limits';
import { collectionGroups, paths } from '@docket/model/paths';
import {
  collectionGroup,
  deleteField,
  doc,
  getDocs,
  serverTimestamp,
  setDoc,
  updateDoc,
} from 'firebase/firestore';
import { describe, expect, it } from 'vitest';
import { decisionOnCommit, put } from './commit.ts';
import { decisionOn, type FirestoreStand } from './firestore-stand.ts';
import { uidOf, WORKSPACE } from './people.ts';
import { ITEM, LINK, OTHER_SUPPLIER, SUPPLIER } from './seed-inventory.ts';
import { newItemSupplier, newSupplier } from './valid-inventory.ts';
import type { Fields } from './valid-writes.ts';

const now = serverTimestamp;

/** Suppliers and their links, as an editor writes them. */
export function specifySuppliers(stand: () => FirestoreStand): void {
  const editor = () => stand().as('editor');
  const create = (path: string, fields: Fields) => decisionOn(setDoc(doc(editor(), path), fields));
  const update = (path: string, fields: Fields) => decisionOn(updateDoc(doc(editor(), path), fields));

  describe('a supplier', () => {
    const add = (fields: Fields, id = 's9') =>
      create(paths.supplier(WORKSPACE, id), { ...newSupplier('editor', now()), ...fields });
    const edit = (fields: Fields) => update(paths.supplier(WORKSPACE, SUPPLIER), fields);

    it('may say as much as fits, or a name alone', async () => {
      const most = {
        name: 'x'.repeat(LIMITS.nameCharacters),
        email: 'x'.repeat(LIMITS.nameCharacters),
        website: `https://a.example/${'x'.repeat(LIMITS.urlCharacters - 18)}`,
        note: 'x'.repeat(LIMITS.noteCharacters),
      };
      expect(await add(most)).toBe('allowed');
      expect(await edit({ email: '', website: '', note: '' })).toBe('allowed');
    });

    it.each<[string, Fields]>([
      ['without a name', { name: ' ' }],
      ['with an endless name', { name: 'x'.repeat(LIMITS.nameCharacters + 1) }],
      ['with an endless mail address', { email: 'x'.repeat(LIMITS.nameCharacters + 1) }],
      ['with a mail address that is no text', { email: null }],
      ['with a site that is a script', { website: 'javascript:alert(1)' }],
      ['with an endless site', { website: `https://a.example/${'x'.repeat(LIMITS.urlCharacters - 17)}` }],
      ['with an endless note', { note: 'x'.repeat(LIMITS.noteCharacters + 1) }],
      ['with an activity that is no yes or no', { active: 1 }],
      ["in somebody else's name", { created_by: uidOf('owner') }],
      ['at a time of its own', { created_at: new Date(0) }],
      ['with more than is asked for', { lead_time: { average_days: 1 } }],
    ])('is refused %s', async (_, fields) => {
      expect(await add(fields)).toBe('refused');
      expect(await edit(fields)).toBe('refused');
    });

    it('has an id, and keeps its fields', async () => {
      expect(await add({}, 's.9')).toBe('refused');
      expect(await edit({ note: deleteField() })).toBe('refused');
    });
  });

  describe('the link of an item and a supplier', () => {
    const path = paths.itemSupplier(WORKSPACE, itemSupplierId(ITEM, OTHER_SUPPLIER));
    const link = (fields: Fields, at = path) =>
      create(at, { ...newItemSupplier('editor', now(), ITEM, OTHER_SUPPLIER), ...fields });
    const edit = (fields: Fields) => update(paths.itemSupplier(WORKSPACE, LINK), fields);
    const leadTime = { average_days: 1, reorders: 9, updated_at: now() };

    it('may say as much as fits, or nothing', async () => {
      const most = {
        supplier_sku: 'x'.repeat(LIMITS.nameCharacters),
        price: 0.25,
        location_id: 'l'.repeat(128),
      };
      expect(await link(most)).toBe('allowed');
      expect(await edit({ supplier_sku: '', price: null, location_id: null })).toBe('allowed');
    });

    it.each<[string, Fields]>([
      ["with an endless SKU of the supplier's", { supplier_sku: 'x'.repeat(LIMITS.nameCharacters + 1) }],
      ["with a SKU of the supplier's that is no text", { supplier_sku: null }],
      ['with a price below nothing', { price: -1 }],
      ['with a price that is no number', { price: '4.50' }],
      ['with a price that is not a number', { price: Number.NaN }],
      ['with a preference that is no yes or no', { preferred: null }],
      ['with a location that is a path', { location_id: 'a/b' }],
      ['with a lead time', { lead_time: leadTime }],
      ['with a lead time that is not known', { lead_time: null }],
      ["in somebody else's name", { created_by: uidOf('owner') }],
      ['at a time of its own', { created_at: new Date(0) }],
      ['of another item', { item_id: 'i2' }],
      ['of an item that is a path', { item_id: '../i1' }],
      ['of no item', { item_id: null }],
      ['with another supplier', { supplier_id: 's3' }],
      ['with no supplier', { supplier_id: null }],
    ])('is refused %s', async (_, fields) => {
      expect(await link(fields)).toBe('refused');
      expect(await edit(fields)).toBe('refused');
    });

    it('keeps the lead time that it has', async () => {
      expect(await edit({ lead_time: deleteField() })).toBe('refused');
      expect(await edit({ 'lead_time.average_days': 1 })).toBe('refused');
      expect(await edit({ price: 5, 'lead_time.reorders': 9 })).toBe('refused');
    });

    it('is made of both, which are there', async () => {
      const to = (item: string, supplier: string) =>
        link(
          { item_id: item, supplier_id: supplier },
          paths.itemSupplier(WORKSPACE, itemSupplierId(item, supplier)),
        );
      expect(await to('nobody', SUPPLIER)).toBe('refused');
      expect(await to(ITEM, 'nobody')).toBe('refused');
      expect(await link({}, paths.itemSupplier(WORKSPACE, 'mine'))).toBe('refused');
      expect(await link({}, paths.itemSupplier(WORKSPACE, LINK))).toBe('refused');
    });

    it('comes with a new supplier in one commit', async () => {
      const writes = [
        put(paths.supplier(WORKSPACE, 's9'), newSupplier('editor', now())),
        put(
          paths.itemSupplier(WORKSPACE, itemSupplierId(ITEM, 's9')),
          newItemSupplier('editor', now(), ITEM, 's9'),
        ),
      ];
      expect(await decisionOnCommit(editor(), writes)).toBe('allowed');
    });

    it('is found in its workspace, not in all of them', async () => {
      expect(await decisionOn(getDocs(collectionGroup(editor(), collectionGroups.itemSuppliers)))).toBe(
        'refused',
      );
    });
  });
}
