import type { ImageBatch } from '@docket/model/image-batch';
import { inventoryImportSchema } from '@docket/model/inventory/inventory-import';
import type { ProcessingStatus } from '@docket/model/processing-status';
import { describe, expect, it } from 'vitest';
import { summary } from '../../../fixtures/records.ts';
import { imageProgress, imageWords, importState, outcomeWords, reportCsv } from './import-words.ts';

const AT = new Date(0);
const batch = (image_count: number, change: Partial<ImageBatch> = {}): ImageBatch => ({
  source: 'import',
  image_count,
  created_by: 'u',
  created_at: AT,
  backfill_id: null,
  outcome: null,
  processing_status: {},
  ...change,
});
const fetching = (phase: number, done: number): Partial<ImageBatch> => ({
  processing_status: {
    image_import: summary('b', 1, {
      progress: { phase, total_phases: 2, percentage: 1, within: { done, of: 50, unit: 'Image' } },
    }),
  },
});
const imported = (status: ProcessingStatus | null, outcome: object | null = null) =>
  inventoryImportSchema.parse({
    file_name: 'parts.csv',
    storage_path: 'p',
    size: 1,
    columns: ['name'],
    created_by: 'u',
    created_at: AT,
    outcome,
    processing_status: status === null ? {} : { inventory_import: status },
  });

describe('the outcome of an import', () => {
  it('names what happened, and leaves out what did not', () => {
    expect(outcomeWords({ created: 1200, updated: 0, unchanged: 3, failed: 4 })).toBe(
      '1,200 created, 3 unchanged, 4 failed',
    );
    expect(outcomeWords({ created: 0, updated: 0, unchanged: 0, failed: 0 })).toBe('Nothing to import');
  });

  it('stands in the list of imports once there is one', () => {
    const outcome = { created: 2, updated: 0, unchanged: 0, failed: 0, images: 0 };
    expect(importState(imported(null))).toBe('Under way');
    expect(importState(imported(summary('m', 1)))).toBe('Under way');
    expect(importState(imported(summary('m', 1, { status: 'failed' })))).toBe('Failed');
    expect(importState(imported(summary('m', 1, { status: 'cancelled' })))).toBe('Cancelled');
    expect(importState(imported(summary('m', 1, { status: 'completed' }), outcome))).toBe('2 created');
  });
});

describe('the images of an import', () => {
  it('are counted over their batches: fetched or given up, whatever is made of them afterwards', () => {
    const batches = [
      batch(50, { outcome: { completed: 47, failed: 3 } }),
      batch(50, fetching(2, 10)),
      batch(50, fetching(1, 10)),
      batch(50),
    ];
    expect(imageProgress(200, batches)).toEqual({ done: 110, of: 200, failed: 3, over: false });
  });

  it('are over when all of them are', () => {
    const over = imageProgress(50, [batch(50, { outcome: { completed: 50, failed: 0 } })]);
    expect(imageWords(over)).toBe('50 images fetched');
    expect(imageWords({ ...over, failed: 2 })).toBe('50 images fetched, 2 of them failed');
    expect(imageWords({ done: 1, of: 50, failed: 0, over: false })).toBe('Fetching images: 1 of 50');
  });
});

describe('the report of several sheets', () => {
  it('says of each row on which it stands', () => {
    expect(
      reportCsv([
        { sheet: 'Brakes', line: 7, reason: 'No part number' },
        { sheet: 'Filters', line: 7, reason: 'No part number' },
      ]),
    ).toBe('\uFEFFSheet,Line,Reason\r\nBrakes,7,No part number\r\nFilters,7,No part number\r\n');
  });
});

describe('the report', () => {
  it('has a row for each line with its reason, as spreadsheets open it', () => {
    expect(reportCsv([{ line: 7, reason: 'Quantity “a, b” is not a whole number' }])).toBe(
      '\uFEFFLine,Reason\r\n7,"Quantity “a, b” is not a whole number"\r\n',
    );
  });
});
