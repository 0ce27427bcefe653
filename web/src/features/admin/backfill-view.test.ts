import { type Backfill, backfillSchema } from '@docket/model/backfill';
import { type ImageBatch, imageBatchSchema } from '@docket/model/image-batch';
import type { ProcessingStatus } from '@docket/model/processing-status';
import { describe, expect, it } from 'vitest';
import { summary } from '../../fixtures/records.ts';
import { backfillView } from './backfill-view.ts';
import { at } from './testing/make.ts';

const findings = (missing: number, seconds: number) => ({
  missing,
  bytes: 1000,
  done: 5,
  examples: [],
  at: at(seconds),
});
const run = (status: ProcessingStatus['status']) => ({
  image_backfill: summary('images', 1, { status, started_at: at(10) }),
});
const backfill = (fields: Partial<Backfill>) => backfillSchema.parse(fields);
const batch = (change: Partial<ImageBatch> = {}) =>
  imageBatchSchema.parse({
    source: 'backfill',
    image_count: 50,
    created_by: 'u',
    created_at: at(12),
    backfill_id: 'images',
    ...change,
  });
const begun = (status: ProcessingStatus['status'], change: Partial<Backfill> = {}) =>
  backfill({
    created_by: 'u',
    created_at: at(9),
    findings: findings(120, 11),
    batches: 3,
    processing_status: run(status),
    ...change,
  });

describe('a backfill', () => {
  it('is unknown until somebody looks', () => {
    expect(backfillView(null, [], [])).toMatchObject({ stage: 'unknown', asked: null, progress: null });
    const request = { action: 'preview_backfill', by: 'u', at: at(1) } as const;
    expect(backfillView(null, [], [request]).asked).toBe('preview');
  });

  it('says what would be done before anything is', () => {
    const view = backfillView(backfill({ preview: findings(120, 5) }), [], []);
    expect(view).toMatchObject({
      stage: 'previewed',
      preview: { missing: 120 },
      byItself: false,
      startedAt: null,
    });
  });

  it('no longer shows an answer that is older than what was found when it began', () => {
    expect(backfillView(begun('completed', { preview: findings(120, 5) }), [batch()], []).preview).toBeNull();
  });

  it('looks for images, then makes them', () => {
    expect(backfillView(begun('processing', { findings: null }), [], []).stage).toBe('finding');
    expect(backfillView(begun('processing'), [], []).stage).toBe('making');
    expect(backfillView(begun('completed'), [], []).stage).toBe('making');
  });

  it('counts what has become of the images of its batches', () => {
    const status = summary('b', 1, {
      status: 'processing',
      progress: { phase: 1, total_phases: 1, percentage: 40, within: { done: 20, of: 50, unit: 'Image' } },
    });
    const batches = [
      batch({ outcome: { completed: 46, failed: 4 } }),
      batch({ processing_status: { image_processing: status } }),
      batch({ image_count: 20 }),
    ];
    const view = backfillView(begun('completed'), batches, []);
    expect(view.stage).toBe('making');
    expect(view.progress).toEqual({ missing: 120, completed: 66, failed: 4, unsure: 0, left: 50 });
  });

  it('is done when every batch has come to its end, also where images are gone or runs have failed', () => {
    const failed = summary('b', 1, { status: 'failed' });
    const batches = [
      batch({ outcome: { completed: 45, failed: 0 } }),
      batch({ processing_status: { image_processing: failed } }),
      batch({
        image_count: 20,
        processing_status: { image_import: summary('b', 1, { status: 'cancelled' }) },
      }),
    ];
    const view = backfillView(begun('completed'), batches, []);
    expect(view.stage).toBe('done');
    expect(view.progress).toEqual({ missing: 120, completed: 45, failed: 0, unsure: 70, left: 0 });
  });

  it('does not say of images whose batch failed as a whole that each of them failed', () => {
    const failed = { image_processing: summary('b', 1, { status: 'failed' }) };
    const told = batch({ outcome: { completed: 30, failed: 20 }, processing_status: failed });
    const untold = batch({ processing_status: failed });
    expect(backfillView(begun('completed'), [told, untold], []).progress).toMatchObject({
      completed: 30,
      failed: 20,
      unsure: 50,
    });
  });

  it('counts the batches that it has started before it was tried again', () => {
    const again = { image_backfill: summary('images', 1, { status: 'completed', started_at: at(60) }) };
    const batches = [
      batch({ created_at: at(12), outcome: { completed: 50, failed: 0 } }),
      batch({ created_at: at(13), outcome: { completed: 50, failed: 0 } }),
      batch({ created_at: at(61), image_count: 20, outcome: { completed: 20, failed: 0 } }),
    ];
    const view = backfillView(begun('completed', { processing_status: again }), batches, []);
    expect(view).toMatchObject({ stage: 'done', progress: { completed: 120, left: 0 } });
  });

  it('does not count the batches of an earlier one', () => {
    const earlier = batch({ created_at: at(5), outcome: { completed: 50, failed: 0 } });
    expect(backfillView(begun('completed'), [earlier], []).progress?.completed).toBe(0);
  });

  it('has nothing to make when nothing was missing', () => {
    const view = backfillView(begun('completed', { findings: findings(0, 11), batches: 0 }), [], []);
    expect(view).toMatchObject({ stage: 'done', progress: { missing: 0, left: 0 } });
  });

  it('can be started anew after a later look', () => {
    const batches = [batch({ outcome: { completed: 50, failed: 0 } })];
    const view = backfillView(
      begun('completed', { findings: findings(50, 11), preview: findings(3, 99) }),
      batches,
      [],
    );
    expect(view).toMatchObject({ stage: 'previewed', preview: { missing: 3 } });
  });

  it('says that it failed or was cancelled half-way, and that it began by itself', () => {
    expect(backfillView(begun('failed'), [], []).stage).toBe('failed');
    expect(backfillView(begun('cancelled'), [], []).stage).toBe('cancelled');
    expect(backfillView(begun('completed', { created_by: 'deployment' }), [], [])).toMatchObject({
      byItself: true,
      startedAt: at(10),
    });
  });
});
