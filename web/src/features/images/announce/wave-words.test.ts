import { imageBatchSchema } from '@docket/model/image-batch';
import type { Job } from '@docket/model/job';
import { describe, expect, it } from 'vitest';
import { makeImageJob } from '../testing/make-images.ts';
import { type BatchNews, batchNews, isTold, waitingNote, waveToast } from './wave-words.ts';

const job = (change: Partial<Job>) => makeImageJob('b', ['a', 'b', 'c'], change).data;
const record = (outcome: { completed: number; failed: number } | null) =>
  imageBatchSchema.parse({
    source: 'upload',
    image_count: 3,
    created_by: 'u',
    created_at: new Date(0),
    outcome,
  });
const progress = { phase: 1, total_phases: 1, percentage: 33, within: { done: 1, of: 3, unit: 'Image' } };

describe('the news of a batch', () => {
  it('are how far it is, then what has become of its images', () => {
    expect(batchNews(job({ progress }), record(null))).toEqual({ of: 3, done: 1, ends: null });
    expect(batchNews(job({ status: 'completed', progress }), record({ completed: 2, failed: 1 }))).toEqual({
      of: 3,
      done: 3,
      ends: { ready: 2, failed: 1, cancelled: 0 },
    });
  });

  it('wait for the outcome, which may arrive after the end', () => {
    expect(batchNews(job({ status: 'completed' }), record(null)).ends).toBeNull();
  });

  it('count what was not finished as failed or cancelled', () => {
    expect(batchNews(job({ status: 'failed', progress }), null).ends).toMatchObject({ ready: 1, failed: 2 });
    expect(batchNews(job({ status: 'cancelled', progress }), null).ends).toMatchObject({ cancelled: 2 });
  });
});

describe('a batch', () => {
  it('is told of unless all of its images are shown where they were added', () => {
    const isShown = (imageId: string) => ['a', 'b'].includes(imageId);
    expect(isTold(['a', 'b'], isShown)).toBe(false);
    expect(isTold(['a', 'c'], isShown)).toBe(true);
    expect(isTold([], isShown)).toBe(true);
  });
});

describe('what is told of all batches together', () => {
  const going = (of: number, done: number): BatchNews => ({ of, done, ends: null });
  const ended = (ready: number, failed = 0, cancelled = 0): BatchNews => {
    const of = ready + failed + cancelled;
    return { of, done: of, ends: { ready, failed, cancelled } };
  };

  it('is one figure for all of them, with what is still being uploaded', () => {
    const toast = waveToast([ended(64), going(32, 32)], 41, 100);
    expect(toast).toMatchObject({ title: '96 of 137 images processed', live: true });
    expect(toast?.message).toBe('Thumbnails of 100 images are ready.');
    expect(waveToast([going(16, 3)], 0, 16)?.message).toMatch(/^All thumbnails are ready/u);
  });

  it('ends in what has become of them', () => {
    expect(waveToast([ended(100), ended(37)], 0, 0)).toMatchObject({
      title: '137 images ready',
      color: 'green',
      live: false,
    });
    expect(waveToast([ended(100), ended(35, 2)], 0, 0)).toMatchObject({
      title: '135 ready, 2 failed',
      color: 'red',
      link: 'failed',
    });
    expect(waveToast([ended(0, 0, 5)], 0, 0)?.title).toBe('5 images cancelled');
  });

  it('says why nothing happens', () => {
    const held = job({ activity: { kind: 'held' } });
    const waiting = job({ activity: { kind: 'waiting', service: 'example.com', until: new Date(9) } });
    expect(waitingNote([held, held])).toMatch(/^The queue is paused/u);
    expect(waitingNote([held, waiting])).toMatch(/^example\.com does not answer/u);
    expect(waitingNote([job({ status: 'paused' })])).toMatch(/^Paused/u);
    expect(waitingNote([job({}), held])).toBeNull();
    expect(waveToast([going(16, 3)], 0, 5, waitingNote([held]))?.message).toMatch(/^The queue is paused/u);
  });

  it('is short for a single image, and only when it is ready', () => {
    expect(waveToast([going(1, 0)], 0, 0)).toBeNull();
    expect(waveToast([ended(1)], 0, 0)?.title).toBe('Image ready');
    expect(waveToast([ended(0, 1)], 0, 0)?.title).toBe('Image failed');
  });

  it('is nothing where nothing has become of anything', () => {
    expect(waveToast([], 0, 0)).toBeNull();
    expect(waveToast([ended(0)], 0, 0)).toBeNull();
  });
});
