/** How things are ordered again, and that what has come is in the stock. */
import { REORDER_STATUSES, REORDER_TRANSITIONS, type ReorderStatus } from '@docket/model/inventory/supplier';
import { LIMITS } from '@docket/model/limits';
import { paths } from '@docket/model/paths';
import { deleteField, increment, serverTimestamp } from 'firebase/firestore';
import { describe, expect, it } from 'vitest';
import { change, decisionOnCommit, put, type Write } from './commit.ts';
import type { FirestoreStand } from './firestore-stand.ts';
import { uidOf, WORKSPACE } from './people.ts';
import {
  EMPTY_ITEM,
  FIRST_RECEIPT,
  IN_STOCK,
  ITEM,
  LAST_RECEIPT,
  OTHER_SUPPLIER,
  PARTLY_RECEIVED,
  reorderIn,
  SUPPLIER,
} from './seed-inventory.ts';
import { newAdjustment, newReorder } from './valid-inventory.ts';
import type { Fields } from './valid-writes.ts';

const now = serverTimestamp;
const ORDERED = reorderIn('ordered');

/** What is put together into one commit; `null` leaves a part out. */
interface Received {
  /** The reorder, and how many pieces of it have come before, and now. */
  id?: string;
  before?: number;
  pieces?: number;
  reorder?: Fields | null;
  adjustment?: Fields | null;
  item?: Fields | null;
}

/** Reorders and their receipts, as an editor writes them. */
export function specifyReorders(stand: () => FirestoreStand): void {
  const decide = (...writes: Write[]) => decisionOnCommit(stand().as('editor'), writes);

  const received = ({
    id = ORDERED,
    before = 0,
    pieces = 2,
    reorder = {},
    adjustment = {},
    item = {},
  }: Received): Write[] => [
    ...(reorder === null
      ? []
      : [
          change(paths.reorder(WORKSPACE, id), {
            received_quantity: before + pieces,
            last_receipt: 'a9',
            ...(before + pieces >= 6 && { status: 'received', received_at: now() }),
            ...reorder,
          }),
        ]),
    ...(adjustment === null
      ? []
      : [
          put(paths.stockAdjustment(WORKSPACE, 'a9'), {
            ...newAdjustment('editor', now(), ITEM),
            reason: 'received',
            delta: pieces,
            reorder_id: id,
            ...adjustment,
          }),
        ]),
    ...(item === null
      ? []
      : [
          change(paths.inventoryItem(WORKSPACE, ITEM), {
            quantity: IN_STOCK + pieces,
            last_adjustment: 'a9',
            updated_by: uidOf('editor'),
            updated_at: now(),
            ...item,
          }),
        ]),
  ];
  const receive = (parts: Received) => decide(...received(parts));

  describe('a new reorder', () => {
    const request = (fields: Fields, id = 'r9') =>
      put(paths.reorder(WORKSPACE, id), { ...newReorder('editor', now(), ITEM, SUPPLIER), ...fields });

    it('asks for as many as fit, with the longest note, or for one', async () => {
      const most = {
        quantity: LIMITS.stockPieces,
        note: 'x'.repeat(LIMITS.noteCharacters),
        location_id: 'l'.repeat(128),
      };
      expect(await decide(request(most))).toBe('allowed');
      expect(await decide(request({ quantity: 1 }, 'r10'))).toBe('allowed');
    });

    it('comes with others in one commit', async () => {
      const lines = Array.from({ length: 8 }, (_, index) =>
        request(
          {
            item_id: index % 2 === 0 ? ITEM : EMPTY_ITEM,
            supplier_id: index % 3 === 0 ? SUPPLIER : OTHER_SUPPLIER,
          },
          `line-${index}`,
        ),
      );
      expect(await decide(...lines)).toBe('allowed');
    });

    it.each<[string, Fields]>([
      ['for nothing', { quantity: 0 }],
      ['for less than nothing', { quantity: -1 }],
      ['for half a piece', { quantity: 0.5 }],
      ['for more than fits', { quantity: LIMITS.stockPieces + 1 }],
      ['for a text', { quantity: '6' }],
      ['of an item that is not there', { item_id: 'nobody' }],
      ['of a path', { item_id: '../i1' }],
      ['of no item', { item_id: null }],
      ['from a supplier who is not there', { supplier_id: 'nobody' }],
      ['from a path', { supplier_id: '../s1' }],
      ['from nobody', { supplier_id: null }],
      ['to a path', { location_id: 'a/b' }],
      ['with an endless note', { note: 'x'.repeat(LIMITS.noteCharacters + 1) }],
      ['with a note that is no text', { note: null }],
      ...REORDER_STATUSES.filter((status) => status !== 'requested').map((status): [string, Fields] => [
        `that is ${status} already`,
        { status },
      ]),
      ['in an unknown state', { status: 'lost' }],
      ['of which some have come', { received_quantity: 1 }],
      ['that has been ordered', { ordered_at: now() }],
      ['that has come', { received_at: now() }],
      ['that was cancelled', { cancelled_at: now() }],
      ['with a receipt', { last_receipt: LAST_RECEIPT }],
      ["in somebody else's name", { requested_by: uidOf('owner') }],
      ['at a time of its own', { requested_at: new Date(0) }],
      ['with more than is asked for', { price: 5 }],
    ])('is refused %s', async (_, fields) => {
      expect(await decide(request(fields))).toBe('refused');
    });

    it.each(Object.keys(newReorder('editor', null, ITEM, SUPPLIER)))(
      'is refused without %s',
      async (field) => {
        const fields = Object.entries(newReorder('editor', now(), ITEM, SUPPLIER));
        const rest = Object.fromEntries(fields.filter(([name]) => name !== field));
        expect(await decide(put(paths.reorder(WORKSPACE, 'r9'), rest))).toBe('refused');
      },
    );

    it('has an id', async () => {
      expect(await decide(request({}, 'r.9'))).toBe('refused');
    });
  });

  describe('a reorder', () => {
    const step = (from: ReorderStatus, to: ReorderStatus): Write[] => {
      const id = reorderIn(from);
      const path = paths.reorder(WORKSPACE, id);
      switch (to) {
        case 'requested':
          return [change(path, { status: to })];
        case 'ordered':
          return from === 'ordered' ? received({}) : [change(path, { status: to, ordered_at: now() })];
        case 'received':
          return received({ id, before: from === 'received' ? 6 : 0, pieces: 6 });
        case 'cancelled':
          return [change(path, { status: to, cancelled_at: now() })];
      }
    };
    const cases = REORDER_STATUSES.flatMap((from) =>
      REORDER_STATUSES.map((to) => {
        const allowed: readonly ReorderStatus[] = REORDER_TRANSITIONS[from];
        return { from, to, may: allowed.includes(to) ? 'may' : 'may not' };
      }),
    );

    it.each(cases)('that is $from $may become $to', async ({ from, to, may }) => {
      expect(await decide(...step(from, to))).toBe(may === 'may' ? 'allowed' : 'refused');
    });

    it.each(REORDER_STATUSES)('that is %s does not become anything else', async (from) => {
      const path = paths.reorder(WORKSPACE, reorderIn(from));
      expect(await decide(change(path, { status: 'lost' }))).toBe('refused');
      expect(await decide(change(path, { status: deleteField() }))).toBe('refused');
    });

    it.each(REORDER_STATUSES.filter((from) => from !== 'ordered'))(
      'that is %s receives nothing, neither a part nor all of it',
      async (from) => {
        const id = reorderIn(from);
        const before = from === 'received' ? 6 : 0;
        expect(await receive({ id, before, reorder: { status: 'ordered' } })).toBe('refused');
        expect(await receive({ id, before, pieces: 1, reorder: { status: from } })).toBe('refused');
      },
    );

    it.each<[string, ReorderStatus, Fields]>([
      ['ordered at a time of its own', 'requested', { status: 'ordered', ordered_at: new Date(0) }],
      ['ordered at no time', 'requested', { status: 'ordered' }],
      ['ordered in another number', 'requested', { status: 'ordered', ordered_at: now(), quantity: 5 }],
      ['ordered from another', 'requested', { status: 'ordered', ordered_at: now(), supplier_id: 's2' }],
      [
        'ordered at once with a receipt',
        'requested',
        { status: 'ordered', ordered_at: now(), received_quantity: 1 },
      ],
      ['cancelled at a time of its own', 'ordered', { status: 'cancelled', cancelled_at: new Date(0) }],
      ['cancelled at no time', 'requested', { status: 'cancelled' }],
      ['cancelled and changed', 'ordered', { status: 'cancelled', cancelled_at: now(), note: 'Too late' }],
      ['changed in its number', 'ordered', { quantity: 4 }],
      ['changed in its item', 'ordered', { item_id: EMPTY_ITEM }],
      ['changed in its note', 'requested', { note: 'Soon' }],
      ['requested earlier', 'requested', { requested_at: new Date(0) }],
      ['ordered later', 'ordered', { ordered_at: now() }],
    ])('is not %s', async (_, from, fields) => {
      expect(await decide(change(paths.reorder(WORKSPACE, reorderIn(from)), fields))).toBe('refused');
    });
  });

  describe('a receipt', () => {
    it.each<[string, Received]>([
      ['a part', {}],
      ['all but one', { pieces: 5 }],
      ['all', { pieces: 6 }],
      ['more than was ordered', { pieces: 9 }],
      ['another part', { id: PARTLY_RECEIVED, before: 4, pieces: 1 }],
      ['the rest', { id: PARTLY_RECEIVED, before: 4 }],
      ['a part, which is put elsewhere', { item: { location_id: 'bin' } }],
      ['a part, whatever is in stock by then', { item: { quantity: increment(2) } }],
    ])('takes in %s', async (_, parts) => {
      expect(await receive(parts)).toBe('allowed');
    });

    it.each<[string, Received]>([
      ['without its adjustment', { adjustment: null }],
      ['without the stock', { item: null }],
      ['without adjustment and stock', { adjustment: null, item: null }],
      ['without the reorder', { reorder: null }],
      ['of more than was adjusted', { reorder: { received_quantity: 3 } }],
      ['of less than was adjusted', { reorder: { received_quantity: 1 } }],
      ['of more than came into stock', { item: { quantity: IN_STOCK + 1 } }],
      ['of less than came into stock', { item: { quantity: IN_STOCK + 3 } }],
      ['of nothing', { pieces: 0 }],
      ['of less than nothing', { pieces: -1 }],
      ['that takes back what came before', { id: PARTLY_RECEIVED, before: 4, pieces: -1 }],
      ['of half a piece', { pieces: 0.5 }],
      ['of more than fits', { pieces: LIMITS.stockPieces + 1, item: { quantity: LIMITS.stockPieces } }],
      ['for another reason', { adjustment: { reason: 'returned' } }],
      ['that does not name the reorder', { adjustment: { reason: 'returned', reorder_id: null } }],
      ['that names no reorder', { adjustment: { reorder_id: null } }],
      ['that names another reorder', { adjustment: { reorder_id: PARTLY_RECEIVED } }],
      ['under another adjustment', { reorder: { last_receipt: 'a10' } }],
      ['under no adjustment', { reorder: { last_receipt: null } }],
      ['under a path', { reorder: { last_receipt: '../a9' } }],
      ['of all that leaves it ordered', { pieces: 6, reorder: { status: 'ordered', received_at: null } }],
      ['of a part that makes it received', { reorder: { status: 'received', received_at: now() } }],
      ['of all at a time of its own', { pieces: 6, reorder: { received_at: new Date(0) } }],
      ['of all at no time', { pieces: 6, reorder: { received_at: null } }],
      ['of a part that says when all came', { reorder: { received_at: now() } }],
      ['that makes the order smaller', { reorder: { quantity: 2, status: 'received', received_at: now() } }],
      ['that is a cancellation', { reorder: { status: 'cancelled', cancelled_at: now() } }],
    ])('is refused %s', async (_, parts) => {
      expect(await receive(parts)).toBe('refused');
    });

    it('is refused into the stock of another item', async () => {
      const adjustment = { item_id: EMPTY_ITEM };
      const elsewhere = change(paths.inventoryItem(WORKSPACE, EMPTY_ITEM), {
        quantity: 2,
        last_adjustment: 'a9',
        updated_by: uidOf('editor'),
        updated_at: now(),
      });
      expect(await decide(...received({ adjustment, item: null }), elsewhere)).toBe('refused');
    });

    it.each([FIRST_RECEIPT, LAST_RECEIPT])('is refused under %s, which was one before', async (receipt) => {
      const again = { id: PARTLY_RECEIVED, before: 4, reorder: { last_receipt: receipt } };
      expect(await receive({ ...again, adjustment: null, item: null })).toBe('refused');
      expect(await receive({ ...again, adjustment: null })).toBe('refused');
    });

    it('counts once', async () => {
      expect(await receive({})).toBe('allowed');
      expect(await receive({})).toBe('refused');
      expect(await receive({ adjustment: null, item: null })).toBe('refused');
    });

    it('is of one reorder', async () => {
      const other = change(paths.reorder(WORKSPACE, PARTLY_RECEIVED), {
        received_quantity: 6,
        last_receipt: 'a9',
        status: 'received',
        received_at: now(),
      });
      expect(await decide(...received({}), other)).toBe('refused');
    });

    it('is refused when its item is gone', async () => {
      await stand().remove(paths.inventoryItem(WORKSPACE, ITEM));
      expect(await receive({ item: null })).toBe('refused');
    });
  });
}
