import { stockAdjustmentSchema } from '@docket/model/inventory/inventory-item';
import { REORDER_TRANSITIONS, reorderSchema } from '@docket/model/inventory/supplier';
import { paths } from '@docket/model/paths';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMemoryBackend } from '../../fixtures/memory-backend.ts';
import {
  cancelReorder,
  markOrdered,
  receiveReorder,
  requestReorders,
} from '@docket/model/commands/reorder-commands';

const actor = { workspaceId: 'w', uid: 'u', serverTime: new Date(0) };
const line = (id: string, quantity: number) => ({
  id,
  itemId: 'i',
  supplierId: 's',
  quantity,
  locationId: null,
});

/** A workspace with one item and one reorder that the supplier has been told of. */
async function ordered(quantity: number, inStock: number) {
  const { database } = createMemoryBackend({
    documents: { [paths.inventoryItem('w', 'i')]: { quantity: inStock, location_id: 'here' } },
  });
  for (const writes of requestReorders(actor, [line('r', quantity)])) await database.commit(writes);
  await database.commit(markOrdered(actor, 'r'));
  const reorder = async () =>
    reorderSchema.parse((await database.fetchDocument(paths.reorder('w', 'r')))?.data);
  const receive = async (pieces: number, locationId: string | null = null) => {
    const adjustmentId = database.newId();
    await database.commit(
      receiveReorder(actor, {
        reorder: { id: 'r', data: await reorder() },
        pieces,
        adjustmentId,
        locationId,
        added: database.increment(pieces),
      }),
    );
    return adjustmentId;
  };
  const item = async () => (await database.fetchDocument(paths.inventoryItem('w', 'i')))?.data;
  return { database, reorder, receive, item };
}

describe('requesting reorders', () => {
  it('writes what the model says, in groups that the rules can judge at once', () => {
    const groups = requestReorders(
      actor,
      Array.from({ length: 17 }, (_, index) => line(`r${index}`, 3)),
    );
    expect(groups.map((group) => group.length)).toEqual([8, 8, 1]);
    for (const write of groups.flat())
      expect(write.kind === 'create' && reorderSchema.safeParse(write.fields).success).toBe(true);
  });
});

describe('a reorder', () => {
  it('is received when all of it has come, in however many parts, and the stock holds exactly what came', async () => {
    const parts = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 60 }),
        fc.nat(50),
        parts,
        async (quantity, before, pieces) => {
          const { database, reorder, receive, item } = await ordered(quantity, before);
          let come = 0;
          for (const part of pieces) {
            const from = (await reorder()).status;
            if (from === 'received') break;
            const adjustmentId = await receive(part);
            come += part;
            const after = await reorder();
            const allowed: readonly string[] = REORDER_TRANSITIONS[from];
            expect(allowed).toContain(after.status);
            expect(after).toMatchObject({
              status: come >= quantity ? 'received' : 'ordered',
              received_quantity: come,
              last_receipt: adjustmentId,
            });
            expect(after.received_at === null).toBe(come < quantity);
            const stored = await database.fetchDocument(paths.stockAdjustment('w', adjustmentId));
            expect(stockAdjustmentSchema.parse(stored?.data)).toMatchObject({
              delta: part,
              reason: 'received',
              reorder_id: 'r',
            });
            expect(await item()).toMatchObject({ quantity: before + come, last_adjustment: adjustmentId });
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('leaves the item where it is, unless a place is said', async () => {
    const { receive, item } = await ordered(10, 0);
    await receive(2);
    expect(await item()).toMatchObject({ location_id: 'here' });
    await receive(2, 'shelf');
    expect(await item()).toMatchObject({ location_id: 'shelf' });
  });

  it('is cancelled with what has come kept', async () => {
    const { database, reorder, receive, item } = await ordered(10, 1);
    await receive(4);
    await database.commit(cancelReorder(actor, 'r'));
    expect(await reorder()).toMatchObject({ status: 'cancelled', received_quantity: 4, received_at: null });
    expect(await item()).toMatchObject({ quantity: 5 });
  });
});
