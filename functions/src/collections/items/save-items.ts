/** Step 7: compares the items with those that are there, and writes what has changed. */
import { collectionSchema } from '@docket/model/collection';
import { DocketError } from '@docket/model/errors';
import { type Item, type ItemImage, itemSchema, type ItemResults } from '@docket/model/item';
import { LIMITS } from '@docket/model/limits';
import { paths } from '@docket/model/paths';
import type { Firestore, QueryDocumentSnapshot } from 'firebase-admin/firestore';
import type { PhaseContext, ResultWrite } from '../../engine/pipeline-module.ts';
import type { Bucket } from '../remove.ts';
import type { BuiltItem } from './build-items.ts';
import { amountOf } from './item-prices.ts';
import { copyPictures, planPictures } from './item-pictures.ts';
import type { OrderHandOver } from './order-hand-over.ts';
import { allLines, type OrderLines } from './order-work.ts';
import { planSaving, type SavePlan, type WantedItem } from './plan-saving.ts';

/** Writes between two looks at the abort signal. */
const CHUNK = 400;

/** What the collection says about its items once they are saved. */
interface Saved extends Record<string, unknown> {
  item_count: number;
  item_results: ItemResults;
}

/**
 * Saves the items of a run with pictures of their own, and returns what the collection says about them. A second try after
 * a lost worker finds what the first has written, and comes to the same counts.
 */
export async function saveItems(
  db: Firestore,
  bucket: Bucket,
  run: OrderHandOver,
  context: PhaseContext,
): Promise<Saved> {
  const built = await run.items();
  if (built.length > LIMITS.itemsPerRun)
    throw new DocketError('order_too_long', {
      found: `more than ${LIMITS.itemsPerRun.toLocaleString('en')} styles and colours`,
    });
  const { workspaceId, jobId, job } = context;
  const [pictures, subject, { docs }] = await Promise.all([
    planPictures(
      bucket,
      context,
      built.flatMap(({ picture }) => picture ?? []),
    ),
    db.doc(paths.collection(workspaceId, job.subject.id)).get(),
    db.collection(paths.items(workspaceId, job.subject.id)).get(),
  ]);
  const { item_results: earlier } = collectionSchema.pick({ item_results: true }).parse(subject.data() ?? {});
  const wanted = withPictures(built, pictures.images);
  const plan = planSaving(itemsOf(docs), wanted, {
    run: job.run,
    job_id: jobId,
    published: earlier?.run ?? 0,
  });
  const changes = pictures.copies.length + plan.writes.length;
  let done = 0;
  const advance = (count: number) => {
    done += count;
    context.report(done, changes, 'Change');
  };
  await Promise.all([
    copyPictures(bucket, pictures, { signal: context.signal, onCopied: () => advance(1) }),
    carryOut(db, context, plan, docs, advance),
  ]);
  const { products_job_id } = await run.enrichment();
  return {
    item_count: built.length,
    item_results: {
      job_id: jobId,
      run: job.run,
      products_job_id,
      ...plan.counts,
      ...summaryOf(built, await run.lines()),
    },
  };
}

/** The items with pictures of their own; without one where the product's has gone. */
function withPictures(built: readonly BuiltItem[], images: ReadonlyMap<string, ItemImage>): WantedItem[] {
  return built.map(({ id, generated, picture }) => ({
    id,
    generated: { ...generated, image: images.get(picture?.image_id ?? '') ?? null },
  }));
}

/** The items that are there. One of a form that is no longer understood counts as not there, and is written anew. */
function itemsOf(docs: readonly QueryDocumentSnapshot[]): Map<string, Item> {
  return new Map(
    docs.flatMap((snapshot) => {
      const item = itemSchema.safeParse(snapshot.data());
      return item.success ? [[snapshot.id, item.data] as const] : [];
    }),
  );
}

async function carryOut(
  db: Firestore,
  context: PhaseContext,
  plan: SavePlan,
  docs: readonly QueryDocumentSnapshot[],
  onWritten: (count: number) => void,
): Promise<void> {
  await removeLeftovers(db, plan.removals, docs);
  const writes = plan.writes.map(({ id, fields }): ResultWrite => {
    const ref = db.doc(paths.item(context.workspaceId, context.job.subject.id, id));
    return { ref, data: { ...fields }, fields: Object.keys(fields) };
  });
  for (let start = 0; start < writes.length; start += CHUNK) {
    context.signal.throwIfAborted();
    const chunk = writes.slice(start, start + CHUNK);
    await context.save(chunk);
    onWritten(chunk.length);
  }
}

/** Only as they were found: another worker may have gone on with this run, and saved an item anew. */
async function removeLeftovers(
  db: Firestore,
  ids: readonly string[],
  docs: readonly QueryDocumentSnapshot[],
): Promise<void> {
  const removals = new Set(ids);
  const found = docs.filter(({ id }) => removals.has(id));
  for (let start = 0; start < found.length; start += CHUNK) {
    const batch = db.batch();
    for (const { ref, updateTime } of found.slice(start, start + CHUNK)) {
      batch.delete(ref, { lastUpdateTime: updateTime });
    }
    await batch.commit();
  }
}

function summaryOf(built: readonly BuiltItem[], orders: readonly OrderLines[]) {
  const lines = allLines(orders);
  const currencies = new Set(lines.flatMap(({ currency }) => currency ?? []));
  const [currency = null] = currencies;
  const checks = orders.flatMap(({ tables }) =>
    tables.filter(({ used }) => used).flatMap((table) => table.checks),
  );
  return {
    document_ids: orders.map(({ document_id }) => document_id),
    line_count: lines.length,
    unmatched_count: built.filter(({ generated }) => generated.product === null).length,
    quantity: lines.reduce((sum, { quantity }) => sum + quantity, 0),
    amount: currencies.size > 1 ? null : amountOf(lines),
    currency: currencies.size === 1 ? currency : null,
    failed_checks: checks.filter(({ ok }) => !ok).length,
  };
}
