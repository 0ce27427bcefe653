/** The seven steps of "Generate Items": each makes its hand-over, the last one saves the items. */
import type { Firestore } from 'firebase-admin/firestore';
import type { PhaseContext, PhaseHandler } from '../../engine/pipeline-module.ts';
import type { Bucket } from '../remove.ts';
import { OrderHandOver } from './order-hand-over.ts';
import { assertHasLines, assertReadable } from './order-checks.ts';
import { orderTableWrites } from './order-tables.ts';
import { saveItems } from './save-items.ts';

/** What a step works on. */
interface Desk {
  db: Firestore;
  bucket: Bucket;
  run: OrderHandOver;
  context: PhaseContext;
}

function step(work: (desk: Desk) => Promise<Record<string, unknown>>) {
  return (db: Firestore, bucket: Bucket): PhaseHandler =>
    async (context) =>
      await work({ db, bucket, run: new OrderHandOver(db, bucket, context), context });
}

/** 1. Every order is recognised by its content, and there are products to match it with: else it is said at once. */
export const fetchOrderPhase = step(async ({ run, context }) => {
  const orders = await run.orders();
  await run.productsJob();
  for (const [index, order] of orders.entries()) {
    await run.source(order);
    context.report(index + 1, orders.length, 'Order');
  }
  return {};
});

/** 2. The text of every order with positions. */
export const parseOrderPhase = step(async ({ run }) => {
  for (const order of await run.orders()) await run.content(order);
  return {};
});

/**
 * 3. What each column holds. The tables are saved at once: they are on screen while the run goes on, and a person corrects
 * them from there when it fails.
 */
export const identifyColumnsPhase = step(async ({ db, run, context }) => {
  const orders = await run.identify();
  await context.save(orderTableWrites(db, context, orders));
  await run.keepTables(orders);
  assertReadable(await run.orders(), orders);
  return {};
});

/** 4. The lines. The tables are saved again, now with their sums and checks. */
export const extractLinesPhase = step(async ({ db, run, context }) => {
  const orders = await run.lines();
  await context.save(orderTableWrites(db, context, orders));
  assertHasLines(await run.orders(), orders);
  return {};
});

/** 5. Which product of the linesheet each line means. */
export const enrichLinesPhase = step(async ({ run }) => {
  await run.enrichment();
  return {};
});

/** 6. The items. */
export const buildItemsPhase = step(async ({ run }) => {
  await run.items();
  return {};
});

/** 7. Saves the items that have changed and publishes what has become of them. */
export const saveItemsPhase = step(async ({ db, bucket, run, context }) => {
  return await saveItems(db, bucket, run, context);
});
