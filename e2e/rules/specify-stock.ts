/** That stock changes together with the adjustment that says why, and in no other way. */
import { ADJUSTMENT_REASONS } from '@docket/model/inventory/inventory-item';
import { LIMITS } from '@docket/model/limits';
import { paths } from '@docket/model/paths';
import { collection, getDocs, increment, orderBy, query, serverTimestamp, where } from 'firebase/firestore';
import { describe, expect, it } from 'vitest';
import { change, decisionOnCommit, put, type Write } from './commit.ts';
import { decisionOn, type FirestoreStand } from './firestore-stand.ts';
import { uidOf, WORKSPACE } from './people.ts';
import {
  EMPTY_ITEM,
  FIRST_RECEIPT,
  IN_STOCK,
  ITEM,
  LAST_RECEIPT,
  OPENING,
  reorderIn,
} from './seed-inventory.ts';
import { newAdjustment } from './valid-inventory.ts';
import type { Fields } from './valid-writes.ts';

const now = serverTimestamp;

/** What is put together into one commit; `null` leaves a part out. */
interface Adjusted {
  item?: Fields | null;
  adjustment?: Fields | null;
  id?: string;
  of?: string;
}

/** Adjustments of stock, as an editor writes them: three pieces are used. */
export function specifyStock(stand: () => FirestoreStand): void {
  const decide = (...writes: Write[]) => decisionOnCommit(stand().as('editor'), writes);
  const signed = () => ({ updated_by: uidOf('editor'), updated_at: now() });
  const adjusted = ({ item = {}, adjustment = {}, id = 'a9', of = ITEM }: Adjusted): Write[] => [
    ...(adjustment === null
      ? []
      : [
          put(paths.stockAdjustment(WORKSPACE, id), {
            ...newAdjustment('editor', now(), of),
            reason: 'used',
            delta: -3,
            ...adjustment,
          }),
        ]),
    ...(item === null
      ? []
      : [
          change(paths.inventoryItem(WORKSPACE, of), {
            quantity: IN_STOCK - 3,
            last_adjustment: id,
            ...signed(),
            ...item,
          }),
        ]),
  ];
  const adjust = (parts: Adjusted) => decide(...adjusted(parts));
  const to = (quantity: number): Adjusted => ({
    item: { quantity },
    adjustment: { delta: quantity - IN_STOCK },
  });

  describe('stock', () => {
    const CLIENTS_REASONS: readonly string[] = ADJUSTMENT_REASONS.filter(
      (reason) => reason !== 'import' && reason !== 'received',
    );

    it.each(ADJUSTMENT_REASONS)(
      'is adjusted because of: %s, unless that is for others to say',
      async (reason) => {
        expect(await adjust({ adjustment: { reason } })).toBe(
          CLIENTS_REASONS.includes(reason) ? 'allowed' : 'refused',
        );
      },
    );

    it('goes down to nothing and up to what fits, with the longest note', async () => {
      expect(await adjust(to(0))).toBe('allowed');
      await stand().reset();
      const note = 'x'.repeat(LIMITS.noteCharacters);
      const { item = {}, adjustment } = to(LIMITS.stockPieces);
      expect(await adjust({ item, adjustment: { ...adjustment, note } })).toBe('allowed');
    });

    it('comes to an item that had none', async () => {
      const first = { of: EMPTY_ITEM, item: { quantity: 2 }, adjustment: { delta: 2, reason: 'count' } };
      expect(await adjust(first)).toBe('allowed');
    });

    it('is added to, whatever it is by then', async () => {
      expect(await adjust({ item: { quantity: increment(-3) } })).toBe('allowed');
      expect(await adjust({ item: { quantity: increment(-3) }, id: 'a10' })).toBe('allowed');
      expect(await adjust({ item: { quantity: increment(-4) }, id: 'a11' })).toBe('refused');
    });

    it('is changed by the first of two who go by the same quantity', async () => {
      expect(await adjust({})).toBe('allowed');
      expect(await adjust({ id: 'a10' })).toBe('refused');
    });

    it('is adjusted while its item is described anew, of several items at once', async () => {
      const item = { name: 'Plywood', location_id: null };
      const other = { of: EMPTY_ITEM, id: 'a10', item: { quantity: 2 }, adjustment: { delta: 2 } };
      expect(await decide(...adjusted({ item }), ...adjusted(other))).toBe('allowed');
    });

    it.each<[string, Adjusted]>([
      ['below nothing', to(-1)],
      ['above what fits', to(LIMITS.stockPieces + 1)],
      ['to half a piece', to(0.5)],
      ['to a text', { item: { quantity: '11' } }],
      ['by less than the adjustment says', { item: { quantity: IN_STOCK - 2 } }],
      ['by more than the adjustment says', { item: { quantity: IN_STOCK - 4 } }],
      ['the other way round', { item: { quantity: IN_STOCK + 3 } }],
      ['by nothing', to(IN_STOCK)],
      ['by a text', { adjustment: { delta: '-3' } }],
      ['without an adjustment', { adjustment: null }],
      ['without an adjustment, naming none', { adjustment: null, item: { last_adjustment: null } }],
      ['under the last adjustment', { adjustment: null, item: { last_adjustment: LAST_RECEIPT } }],
      [
        'under an old adjustment again',
        { adjustment: null, item: { last_adjustment: OPENING, quantity: IN_STOCK + 10 } },
      ],
      [
        'under an older receipt again',
        { adjustment: null, item: { last_adjustment: FIRST_RECEIPT, quantity: IN_STOCK + 2 } },
      ],
      ['by an adjustment that its item does not name', { item: { last_adjustment: LAST_RECEIPT } }],
      ['by an adjustment without the quantity', { item: null }],
      ['by an adjustment whose quantity stays', { item: { quantity: IN_STOCK } }],
      ['by an adjustment of another item', { adjustment: { item_id: EMPTY_ITEM } }],
      ['by an adjustment of an item that is not there', { adjustment: { item_id: 'nobody' }, item: null }],
      ['by an adjustment of a path', { adjustment: { item_id: '../i1' }, item: null }],
      ['in the place of an adjustment', { id: OPENING }],
      ['under an id that is no id', { id: 'a.9' }],
      ['for an unknown reason', { adjustment: { reason: 'stolen' } }],
      ['for no reason', { adjustment: { reason: null } }],
      ['with an endless note', { adjustment: { note: 'x'.repeat(LIMITS.noteCharacters + 1) } }],
      ['with a note that is no text', { adjustment: { note: null } }],
      ["in somebody else's name", { adjustment: { by: uidOf('owner') } }],
      ['at a time of its own', { adjustment: { at: new Date(0) } }],
      ['with more than is asked for', { adjustment: { quantity: 5 } }],
      ['for a reorder, and another reason', { adjustment: { reorder_id: reorderIn('ordered') } }],
      [
        'as a receipt of a reorder that knows nothing of it',
        { adjustment: { reason: 'received', reorder_id: reorderIn('ordered') } },
      ],
      [
        'as a receipt of a reorder that is not there',
        { adjustment: { reason: 'received', reorder_id: 'nobody' } },
      ],
      ['as a receipt of a path', { adjustment: { reason: 'received', reorder_id: '../r' } }],
    ])('is not adjusted %s', async (_, parts) => {
      expect(await adjust(parts)).toBe('refused');
    });

    it.each(['item_id', 'delta', 'reason', 'note', 'reorder_id', 'by', 'at'])(
      'is not adjusted by an adjustment without %s',
      async (field) => {
        const fields = { ...newAdjustment('editor', now(), ITEM), reason: 'used', delta: -3 };
        const rest = Object.fromEntries(Object.entries(fields).filter(([name]) => name !== field));
        const adjustment = put(paths.stockAdjustment(WORKSPACE, 'a9'), rest);
        expect(await decide(adjustment, ...adjusted({ adjustment: null }))).toBe('refused');
      },
    );

    it('is not adjusted for one item by the adjustment of another in the same commit', async () => {
      const own = adjusted({ item: { quantity: IN_STOCK + 3 }, adjustment: { delta: 3 } });
      const other = adjusted({ of: EMPTY_ITEM, adjustment: null, item: { quantity: 3 } });
      expect(await decide(...own)).toBe('allowed');
      await stand().reset();
      expect(await decide(...own, ...other)).toBe('refused');
      const less = { adjustment: { item_id: EMPTY_ITEM, delta: 3 }, item: null };
      expect(await decide(...adjusted(less), ...other)).toBe('allowed');
    });

    it('has one adjustment in a commit', async () => {
      const second = put(paths.stockAdjustment(WORKSPACE, 'a10'), {
        ...newAdjustment('editor', now(), ITEM),
        reason: 'used',
        delta: -3,
      });
      expect(await decide(...adjusted({}), second)).toBe('refused');
    });

    it('has a history, newest first', async () => {
      const adjustments = collection(stand().as('viewer'), paths.stockAdjustments(WORKSPACE));
      const history = query(adjustments, where('item_id', '==', ITEM), orderBy('at', 'desc'));
      expect(await decisionOn(getDocs(history))).toBe('allowed');
    });
  });
}
