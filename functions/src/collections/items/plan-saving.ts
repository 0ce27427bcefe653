/**
 * Step 7, the pure part: which items are to be written, and what a cancelled run has to put back.
 *
 * Everything is compared with what is published: the revision that the latest completed run has left. So it makes no
 * difference how often a run has saved before, how far it came, or what a run that failed has left behind.
 */
import { isDeepStrictEqual } from 'node:util';
import { type GeneratedItem, type Item, type ItemRevision, publishedItem } from '@docket/model/item';
import { contentHash } from './content-hash.ts';

/** An item as this run wants it, in the order's order. */
export interface WantedItem {
  id: string;
  generated: GeneratedItem;
}

/** The run that saves, and the latest one that has completed (0: none). */
export interface SavingRun {
  run: number;
  job_id: string;
  published: number;
}

/** What is written of an item; the rest of the document, what people have edited, stays. */
export type ItemFields = ItemRevision & Pick<Item, 'before'>;

/** What is to be done, and what it comes to for a person. */
export interface SavePlan {
  writes: { id: string; fields: ItemFields }[];
  /** Items that a failed run has left and that nobody has ever seen. */
  removals: string[];
  counts: { created: number; updated: number; skipped: number; dropped: number };
}

/** What is to be done so that the items are those that are wanted. Nothing for items that are already as wanted. */
export function planSaving(
  existing: ReadonlyMap<string, Item>,
  wanted: readonly WantedItem[],
  run: SavingRun,
): SavePlan {
  const plan: SavePlan = {
    writes: [],
    removals: [],
    counts: { created: 0, updated: 0, skipped: 0, dropped: 0 },
  };
  for (const [position, { id, generated }] of wanted.entries()) {
    const item = existing.get(id) ?? null;
    const before = publishedRevision(item, run);
    const next = {
      generated,
      content_hash: contentHash(generated),
      run: run.run,
      job_id: run.job_id,
      position,
      in_order: true,
      before,
    };
    plan.counts[before === null ? 'created' : isUnchanged(before, next) ? 'skipped' : 'updated'] += 1;
    write(plan, id, item, before !== null && isCurrent(before, next) ? unpublished(before) : next);
  }
  const isWanted = new Set(wanted.map(({ id }) => id));
  for (const [id, item] of existing) {
    if (isWanted.has(id)) continue;
    const before = publishedRevision(item, run);
    if (before === null) plan.removals.push(id);
    else if (!before.in_order) write(plan, id, item, unpublished(before));
    else {
      plan.counts.dropped += 1;
      write(plan, id, item, { ...before, in_order: false, run: run.run, job_id: run.job_id, before });
    }
  }
  return plan;
}

/** What undoes what run `run` has written of an item: the fields to put back, or null to remove it. */
export function takenBack(item: Item, run: number): ItemFields | null | 'not its own' {
  if (item.run !== run) return 'not its own';
  return item.before === null ? null : unpublished(item.before);
}

/** The revision that everybody sees while the run is under way; null for an item that nobody has seen. */
function publishedRevision(item: Item | null, { published }: SavingRun): ItemRevision | null {
  return item === null ? null : revisionOf(publishedItem(item, published));
}

function revisionOf(item: Item | null): ItemRevision | null {
  if (item === null) return null;
  const { generated, content_hash, run, job_id, position, in_order } = item;
  return { generated, content_hash, run, job_id, position, in_order };
}

/** A published revision as a document has it on its own. */
function unpublished(revision: ItemRevision): ItemFields {
  return { ...revision, before: null };
}

/** The same content, and in the order then as now. */
function isUnchanged(before: ItemRevision, next: ItemRevision): boolean {
  return before.in_order && before.content_hash === next.content_hash;
}

/** Unchanged, and all that it refers to is where it was. Its place among the others does not matter. */
function isCurrent(before: ItemRevision, next: ItemRevision): boolean {
  return isUnchanged(before, next) && isDeepStrictEqual(before.generated, next.generated);
}

/** Writes unless the document says so already. What came before a published revision is of no interest any more. */
function write(plan: SavePlan, id: string, item: Item | null, fields: ItemFields): void {
  const { before, ...revision } = fields;
  const isSame =
    item !== null &&
    isDeepStrictEqual(revisionOf(item), revision) &&
    (before === null || isDeepStrictEqual(item.before, before));
  if (!isSame) plan.writes.push({ id, fields });
}
