/** Step 2: saves the items of the rows, a group of rows at a time. */
import type { ImportRow } from '@docket/model/inventory/import-row';
import type { InventoryImport } from '@docket/model/inventory/inventory-import';
import { LIMITS } from '@docket/model/limits';
import type { Firestore } from 'firebase-admin/firestore';
import type { PhaseContext } from '../../engine/pipeline-module.ts';
import { imageIdOf } from './import-ids.ts';
import type { ReadRows, SavedRows } from './import-hand-over.ts';
import { Neighbourhood } from './neighbourhood.ts';
import { RowGroup, type RowEnd } from './row-group.ts';

/** Rows that are saved in one transaction: up to four documents each. */
const ROWS_PER_GROUP = 100;

/**
 * Saves the items of `read.rows` and says what has become of all rows. After a lost worker it finds what that one has saved,
 * and comes to the same.
 */
export async function saveItems(
  db: Firestore,
  context: PhaseContext,
  record: InventoryImport,
  read: ReadRows,
  clock: () => Date,
): Promise<SavedRows> {
  const { rows } = read;
  const neighbourhood = await Neighbourhood.read(db, context, clock);
  const ends: RowEnd[] = [];
  const lines = new Map<string, number>();
  context.report(0, rows.length, 'Row');
  for (let start = 0; start < rows.length; start += ROWS_PER_GROUP) {
    context.signal.throwIfAborted();
    const some = rows.slice(start, start + ROWS_PER_GROUP);
    await neighbourhood.complete(some);
    const parts = { db, run: context, record, neighbourhood, lines, random: Math.random, clock };
    const saved = await context.transact(
      async (transaction) => await new RowGroup(parts, transaction).save(some),
    );
    for (const { line, itemId } of saved) if (!lines.has(itemId)) lines.set(itemId, line);
    ends.push(...saved);
    context.report(ends.length, rows.length, 'Row');
  }
  return summaryOf(read, ends);
}

function summaryOf(read: ReadRows, ends: readonly RowEnd[]): SavedRows {
  const count = (type: RowEnd['type']) => ends.filter((end) => end.type === type).length;
  const problems = ends.flatMap((end) =>
    end.type === 'failed' ? [{ line: end.line, reason: end.reason }] : [],
  );
  return {
    created: count('created'),
    updated: count('updated'),
    unchanged: count('unchanged'),
    failed: read.failed + problems.length,
    problems: [...read.problems, ...problems]
      .toSorted((a, b) => a.line - b.line)
      .slice(0, LIMITS.importProblems),
    images: imagesOf(read.rows, ends),
  };
}

/** The addresses whose images the items show: not those of items that have another image. */
function imagesOf(rows: readonly ImportRow[], ends: readonly RowEnd[]): SavedRows['images'] {
  const shown = new Set(ends.flatMap((end) => (end.type === 'failed' ? [] : (end.imageId ?? []))));
  const images = rows.flatMap(({ image_url: url }) =>
    url === null ? [] : [{ image_id: imageIdOf(url), url }],
  );
  return [...new Map(images.map((image) => [image.image_id, image])).values()].filter(({ image_id }) =>
    shown.has(image_id),
  );
}
