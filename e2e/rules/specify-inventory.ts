/** What may stand in an inventory item, and that each has a SKU of its own. */
import { LIMITS } from '@docket/model/limits';
import { SKU_PATTERN } from '@docket/model/inventory/inventory-item';
import { paths } from '@docket/model/paths';
import { deleteField, serverTimestamp } from 'firebase/firestore';
import { describe, expect, it } from 'vitest';
import { change, decisionOnCommit, put, remove, type Write } from './commit.ts';
import type { FirestoreStand } from './firestore-stand.ts';
import { uidOf, WORKSPACE } from './people.ts';
import { EMPTY_ITEM, EMPTY_SKU, FORMER_SKU, ITEM, OPENING, SKU } from './seed-inventory.ts';
import { newAdjustment, newItem } from './valid-inventory.ts';
import { NEW_IMPORT, newImport } from './valid-records.ts';
import { type Fields, newBatch, newJob, newJobPath } from './valid-writes.ts';

const now = serverTimestamp;
const NEW_ITEM = 'i9';

/** What is put together into one commit; `null` leaves a part out. */
interface Saved {
  id?: string;
  item?: Fields;
  /** The SKU that is reserved, and for which item. */
  reserved?: { sku?: string; item_id?: string; more?: Fields } | null;
  adjustment?: Fields | null;
}

const SHAPES: readonly [string, Fields][] = [
  ['without a name', { name: '' }],
  ['with a name of blanks', { name: '  ' }],
  ['with an endless name', { name: 'x'.repeat(LIMITS.nameCharacters + 1) }],
  ['with a name that is no text', { name: 5 }],
  ['with an endless description', { description: 'x'.repeat(LIMITS.descriptionCharacters + 1) }],
  ['with a description that is no text', { description: null }],
  ['with an endless category', { category: 'x'.repeat(LIMITS.nameCharacters + 1) }],
  ['with a category that is no text', { category: null }],
  ['in a location that is a path', { location_id: '../shelf' }],
  ['in a location that is a number', { location_id: 3 }],
  ['with a reorder level below nothing', { reorder_level: -1 }],
  ['with a broken reorder level', { reorder_level: 1.5 }],
  ['with an endless reorder level', { reorder_level: LIMITS.stockPieces + 1 }],
  ['with a reorder level that is a text', { reorder_level: '3' }],
  ['with a reorder quantity below nothing', { reorder_quantity: -1 }],
  ['with an endless reorder quantity', { reorder_quantity: LIMITS.stockPieces + 1 }],
  ['with an image that is a path', { image_id: 'a/b' }],
  ['with an image that is no text', { image_id: true }],
  ['with an address of another scheme', { image_url: 'file:///etc/passwd' }],
  ['with an address without a host', { image_url: 'https://' }],
  ['with a password in its address', { image_url: 'https://a:b@pictures.example.com/' }],
  ['with an endless address', { image_url: `https://a.example/${'x'.repeat(LIMITS.urlCharacters - 17)}` }],
  ['with an empty address', { image_url: '' }],
  ["changed in somebody else's name", { updated_by: uidOf('owner') }],
  ['changed at a time of its own', { updated_at: new Date(0) }],
  ["in somebody else's name", { created_by: uidOf('owner') }],
  ['at a time of its own', { created_at: new Date(0) }],
  ['from an import', { import_id: 'import' }],
  ['with an import, if none', { import_id: null, sku: 'NEW-1' }],
  ['with more than is asked for', { reserved: 2 }],
];

/** Items with their reservations, as an editor writes them. */
export function specifyInventory(stand: () => FirestoreStand): void {
  const decide = (...writes: Write[]) => decisionOnCommit(stand().as('editor'), writes);

  const saved = ({ id = NEW_ITEM, item = {}, reserved = {}, adjustment = {} }: Saved): Write[] => [
    put(paths.inventoryItem(WORKSPACE, id), { ...newItem('editor', now()), ...item }),
    ...(reserved === null
      ? []
      : [
          put(paths.sku(WORKSPACE, reserved.sku ?? 'NEW-1'), {
            item_id: reserved.item_id ?? id,
            ...reserved.more,
          }),
        ]),
    ...(adjustment === null
      ? []
      : [
          put(paths.stockAdjustment(WORKSPACE, 'a9'), {
            ...newAdjustment('editor', now(), id),
            ...adjustment,
          }),
        ]),
  ];
  const save = (parts: Saved) => decide(...saved(parts));

  describe('a new inventory item', () => {
    it('is saved with its SKU and its opening stock', async () => {
      expect(await save({})).toBe('allowed');
    });

    it('needs no stock', async () => {
      expect(await save({ item: { quantity: 0, last_adjustment: null }, adjustment: null })).toBe('allowed');
    });

    it('is saved together with a picture that is to be fetched, and what fetches it', async () => {
      const picture = [
        put(paths.image(WORKSPACE, NEW_IMPORT), newImport('editor', now())),
        put(paths.imageBatch(WORKSPACE, 'batch'), { ...newBatch('editor', now()), source: 'import' }),
        put(newJobPath('batch', 1, 'image_import'), newJob('editor', now(), 'batch', 1, 'image_import')),
      ];
      const item = { image_id: NEW_IMPORT, image_url: 'https://pictures.example.com/jacket.webp?w=2000' };
      expect(await decide(...saved({ item }), ...picture)).toBe('allowed');
    });

    it('may say as much as fits, or as little', async () => {
      const sku = 'A'.repeat(40);
      const most = {
        name: 'x'.repeat(LIMITS.nameCharacters),
        description: 'x'.repeat(LIMITS.descriptionCharacters),
        sku,
        category: 'x'.repeat(LIMITS.nameCharacters),
        location_id: 'l'.repeat(128),
        reorder_level: LIMITS.stockPieces,
        reorder_quantity: LIMITS.stockPieces,
        image_url: `https://a.example/${'x'.repeat(LIMITS.urlCharacters - 18)}`,
        quantity: LIMITS.stockPieces,
      };
      expect(await save({ item: most, reserved: { sku }, adjustment: { delta: LIMITS.stockPieces } })).toBe(
        'allowed',
      );
      const least = { category: '', location_id: null, reorder_level: null };
      const other = { last_adjustment: null, quantity: 0, sku: '0' };
      expect(
        await save({ id: 'i10', item: { ...least, ...other }, reserved: { sku: '0' }, adjustment: null }),
      ).toBe('allowed');
    });

    it.each(SHAPES)('is refused %s', async (_, item) => {
      expect(await save({ item })).toBe('refused');
    });

    it.each(Object.keys(newItem('editor', null)))('is refused without %s', async (field) => {
      expect(await decide(...saved({}).map((write) => without(write, field)))).toBe('refused');
    });

    it.each(['NEW-1', '0', 'A.B_C-1', 'A'.repeat(40), 'new-1', '-A', 'A B', 'Ä1', 'A'.repeat(41)])(
      'may be called %s if the model says so',
      async (sku) => {
        const expected = SKU_PATTERN.test(sku) ? 'allowed' : 'refused';
        expect(await save({ item: { sku }, reserved: { sku } })).toBe(expected);
      },
    );

    it.each<[string, Saved]>([
      ['without its reservation', { reserved: null }],
      ["with another item's SKU", { item: { sku: SKU }, reserved: null }],
      ["with another item's SKU, taken from it", { item: { sku: SKU }, reserved: { sku: SKU } }],
      ['with a SKU that is reserved for another item', { reserved: { item_id: ITEM } }],
      ['with another SKU than it reserves', { item: { sku: 'NEW-2' } }],
      ['with a reservation that says more', { reserved: { more: { by: uidOf('editor') } } }],
      ['with no SKU', { item: { sku: '' } }],
      ['with a quantity without an adjustment', { item: { last_adjustment: null }, adjustment: null }],
      ['with a quantity whose adjustment is not there', { adjustment: null }],
      ['with an adjustment without the quantity', { item: { quantity: 0, last_adjustment: null } }],
      ['with an adjustment that it does not name', { item: { last_adjustment: null } }],
      ['with an old adjustment', { item: { last_adjustment: OPENING, quantity: 10 }, adjustment: null }],
      ['with the adjustment of another item', { adjustment: { item_id: ITEM } }],
      ['with more than was adjusted', { item: { quantity: 6 } }],
      ['with less than was adjusted', { adjustment: { delta: 6 } }],
      ['with less than nothing', { item: { quantity: -5 }, adjustment: { delta: -5 } }],
      ['with half a piece', { item: { quantity: 0.5 }, adjustment: { delta: 0.5 } }],
      [
        'with more than fits',
        { item: { quantity: LIMITS.stockPieces + 1 }, adjustment: { delta: LIMITS.stockPieces + 1 } },
      ],
      ['with an opening stock for another reason', { adjustment: { reason: 'count' } }],
      ['under an id that is no id', { id: 'i.9' }],
      ['in the place of another', { id: ITEM }],
    ])('is refused %s', async (_, parts) => {
      expect(await save(parts)).toBe('refused');
    });

    it('leaves its SKU to whoever was first', async () => {
      expect(await save({})).toBe('allowed');
      const second = { item: { quantity: 0, last_adjustment: null }, adjustment: null };
      expect(await save({ ...second, id: 'i10' })).toBe('refused');
    });
  });

  describe('an inventory item that is there', () => {
    const item = paths.inventoryItem(WORKSPACE, ITEM);
    const signed = (fields: Fields) => ({ updated_by: uidOf('editor'), updated_at: now(), ...fields });
    const edit = (fields: Fields) => change(item, signed(fields));
    const reservation = paths.sku(WORKSPACE, SKU);
    const renamed = paths.sku(WORKSPACE, 'PLY-4');

    it('is described anew', async () => {
      const fields = {
        name: 'Plywood',
        description: '3 mm',
        category: '',
        location_id: null,
        reorder_level: null,
        reorder_quantity: 20,
        image_id: NEW_IMPORT,
        image_url: 'https://pictures.example.com/plywood.jpg',
      };
      expect(await decide(edit(fields))).toBe('allowed');
    });

    it.each(SHAPES)('is refused %s', async (_, fields) => {
      expect(await decide(edit(fields))).toBe('refused');
    });

    it.each<[string, Fields]>([
      ['unsigned', { updated_by: uidOf('viewer') }],
      ['without its description', { description: deleteField() }],
      ['without its SKU', { sku: deleteField() }],
      ['without its quantity', { quantity: deleteField() }],
    ])('is refused %s', async (_, fields) => {
      expect(await decide(edit(fields))).toBe('refused');
    });

    it('takes another SKU and gives back the one it had', async () => {
      const writes = [edit({ sku: 'PLY-4' }), put(renamed, { item_id: ITEM }), remove(reservation)];
      expect(await decide(...writes)).toBe('allowed');
    });

    it.each<[string, readonly Write[]]>([
      ['that it does not reserve', [edit({ sku: 'PLY-4' }), remove(reservation)]],
      ['and keeps the one it had', [edit({ sku: 'PLY-4' }), put(renamed, { item_id: ITEM })]],
      [
        'that it reserves for another',
        [edit({ sku: 'PLY-4' }), put(renamed, { item_id: EMPTY_ITEM }), remove(reservation)],
      ],
      ['of another item', [edit({ sku: EMPTY_SKU }), remove(reservation)]],
      [
        'of another item, taken from it',
        [
          edit({ sku: EMPTY_SKU }),
          put(paths.sku(WORKSPACE, EMPTY_SKU), { item_id: ITEM }),
          remove(reservation),
        ],
      ],
      [
        'in small letters',
        [edit({ sku: 'ply-4' }), put(paths.sku(WORKSPACE, 'ply-4'), { item_id: ITEM }), remove(reservation)],
      ],
    ])('takes no SKU %s', async (_, writes) => {
      expect(await decide(...writes)).toBe('refused');
    });

    it('goes with its SKU, which is free from then on', async () => {
      expect(await decide(remove(item), remove(reservation))).toBe('allowed');
      expect(await save({ item: { sku: SKU }, reserved: { sku: SKU } })).toBe('allowed');
    });

    it('does not go and keep its SKU, nor with the SKU of another', async () => {
      expect(await decide(remove(item))).toBe('refused');
      expect(await decide(remove(item), remove(paths.sku(WORKSPACE, EMPTY_SKU)))).toBe('refused');
    });

    it('comes back with the stock that is written then, not with what it had', async () => {
      await decide(remove(item), remove(reservation));
      const again = { id: ITEM, item: { sku: SKU, quantity: 10, last_adjustment: OPENING } };
      expect(await save({ ...again, reserved: { sku: SKU }, adjustment: null })).toBe('refused');
    });
  });

  describe('a reservation of a SKU', () => {
    const reserve = (sku: string, fields: Fields) => put(paths.sku(WORKSPACE, sku), fields);

    it.each<[string, Write]>([
      ['for an item that is called otherwise', reserve('NEW-1', { item_id: ITEM })],
      ['for an item that is not there', reserve('NEW-1', { item_id: 'nobody' })],
      ['for a path', reserve('NEW-1', { item_id: '../i1' })],
      ['for nothing', reserve('NEW-1', { item_id: null })],
      ['that an item has, for another', reserve(SKU, { item_id: EMPTY_ITEM })],
      ['that was left, for another', reserve(FORMER_SKU, { item_id: EMPTY_ITEM })],
    ])('is refused %s', async (_, write) => {
      expect(await decide(write)).toBe('refused');
    });

    it('is given back when no item is called so, and not before', async () => {
      expect(await decide(remove(paths.sku(WORKSPACE, FORMER_SKU)))).toBe('allowed');
      expect(await decide(remove(paths.sku(WORKSPACE, SKU)))).toBe('refused');
      await stand().remove(paths.inventoryItem(WORKSPACE, ITEM));
      expect(await decide(remove(paths.sku(WORKSPACE, SKU)))).toBe('allowed');
    });
  });
}

/** The write of an item without one of its fields. Others as they are. */
function without(write: Write, field: string): Write {
  if (write.kind !== 'put' || !write.path.includes('/inventory_items/')) return write;
  return put(write.path, Object.fromEntries(Object.entries(write.fields).filter(([name]) => name !== field)));
}
