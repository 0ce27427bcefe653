/** Imports of items in words, and their report as a file. Pure. */
import { rowsToCsv } from '@docket/model/export/csv';
import type { ImportOutcome, ImportProblem, InventoryImport } from '@docket/model/inventory/inventory-import';
import type { ImageBatch } from '@docket/model/image-batch';
import { isRunning } from '@docket/model/processing-status';

const figure = (count: number) => count.toLocaleString('en');

/** "1 row", "1,200 rows". */
export function counted(count: number, one: string, many: string): string {
  return `${figure(count)} ${count === 1 ? one : many}`;
}

/** "312 created, 4 updated, 180 unchanged, 4 failed"; what did not happen is left out. */
export function outcomeWords({ created, updated, unchanged, failed }: Omit<ImportOutcome, 'images'>): string {
  const parts = [
    [created, 'created'],
    [updated, 'updated'],
    [unchanged, 'unchanged'],
    [failed, 'failed'],
  ] as const;
  const said = parts.filter(([count]) => count > 0).map(([count, word]) => `${figure(count)} ${word}`);
  return said.length === 0 ? 'Nothing to import' : said.join(', ');
}

/** How an import went, for the list of imports. */
export function importState({ outcome, processing_status: statuses }: InventoryImport): string {
  const status = statuses.inventory_import;
  if (status?.status === 'failed') return 'Failed';
  if (status?.status === 'cancelled') return 'Cancelled';
  if (status === undefined || isRunning(status)) return 'Under way';
  return outcome === null ? 'Finished' : outcomeWords(outcome);
}

/** How far the images of an import are. */
export interface ImageProgress {
  /** Fetched, or given up. */
  done: number;
  of: number;
  failed: number;
  over: boolean;
}

/** How many images of a batch have been fetched or given up. */
function fetched({ image_count: count, outcome, processing_status: statuses }: ImageBatch): number {
  const status = statuses.image_import;
  if (outcome !== null || (status !== undefined && !isRunning(status))) return count;
  if (status === undefined) return 0;
  return status.progress.phase > 1 ? count : Math.min(count, status.progress.within?.done ?? 0);
}

/** `images`: how many the import has; `batches`: those that fetch them, as far as they are known. */
export function imageProgress(images: number, batches: readonly ImageBatch[]): ImageProgress {
  const done = batches.reduce((sum, batch) => sum + fetched(batch), 0);
  const failed = batches.reduce((sum, { outcome }) => sum + (outcome?.failed ?? 0), 0);
  return { done: Math.min(done, images), of: images, failed, over: done >= images };
}

/** "Images: 120 of 200 are here", "200 images fetched, 3 failed". */
export function imageWords({ done, of, failed, over }: ImageProgress): string {
  const lost = failed === 0 ? '' : `, ${figure(failed)} of them failed`;
  return over
    ? `${counted(of, 'image', 'images')} fetched${lost}`
    : `Fetching images: ${figure(done)} of ${figure(of)}${lost}`;
}

/** A row with a problem; of a file with several sheets with the name of its sheet. */
export type LineProblem = ImportProblem & { sheet?: string };

/** The rows with a problem as a CSV file. */
export function reportCsv(problems: readonly LineProblem[]): string {
  if (problems.every(({ sheet }) => sheet === undefined))
    return rowsToCsv([['Line', 'Reason'], ...problems.map(({ line, reason }) => [line, reason])]);
  return rowsToCsv([
    ['Sheet', 'Line', 'Reason'],
    ...problems.map(({ sheet = '', line, reason }) => [sheet, line, reason]),
  ]);
}
