import type { ProcessingStatus } from '@docket/model/processing-status';
import { describe, expect, it } from 'vitest';
import type { RunView } from '../../collections/run/run-view.ts';
import { runStatus } from '../testing/run-status.ts';
import { analysisView, isOutdated } from './analysis-view.ts';
import { decideWish } from './analysis-wish.ts';

const listing = { photos: ['a', 'b'], language: 'en' as const };
const analysis = { photo_ids: ['a', 'b'], language: 'en' as const };

const running = (change: Partial<ProcessingStatus> = {}, note: string | null = null): RunView => ({
  state: 'running',
  jobId: 'l-listing_analysis-1',
  status: runStatus(change),
  note,
  cancellable: true,
  pausable: true,
  resumable: false,
});
const NONE: RunView = { state: 'none' };
const COMPLETED: RunView = { state: 'completed', status: runStatus({ status: 'completed' }) };
const FAILED: RunView = {
  state: 'failed',
  jobId: 'j',
  status: runStatus({
    status: 'failed',
    error: { code: 'internal', message: 'It did not work.', phase: 'Reading text', details: '' },
  }),
};

describe('what is said of the analysis', () => {
  const view = (run: RunView, change: Partial<Parameters<typeof analysisView>[0]> = {}) =>
    analysisView({ listing, analysis, run, uploading: false, wished: false, ...change });

  it('is which photo is being looked at', () => {
    const within = { done: 1, of: 3, unit: 'Photo' };
    const progress = { phase: 2, total_phases: 5, percentage: 30, within };
    expect(view(running({ progress }))).toEqual({
      kind: 'running',
      sentence: 'Looking at photo 2 of 3…',
    });
    expect(view(running({ progress: { ...progress, within: { ...within, done: 3 } } }))).toMatchObject({
      sentence: 'Looking at photo 3 of 3…',
    });
  });

  it('is the phase before and after that, and what was just asked for', () => {
    expect(view(running())).toMatchObject({ sentence: 'Reading text…' });
    expect(view(running({}, 'Starting…'))).toMatchObject({ sentence: 'Starting…' });
  });

  it('is that something is waited for', () => {
    const activity = { kind: 'held' } as const;
    expect(view(running({ activity }))).toMatchObject({
      sentence: expect.stringContaining('queue is paused'),
    });
    expect(view(running({ status: 'paused' }))).toMatchObject({ kind: 'paused' });
  });

  it('is why it has failed, whatever else there is to say', () => {
    expect(view(FAILED, { analysis: null })).toEqual({ kind: 'failed', message: 'It did not work.' });
  });

  it('is nothing where it is right, though its record may not have come yet', () => {
    expect(view(COMPLETED)).toEqual({ kind: 'done' });
    expect(view(COMPLETED, { analysis: null })).toEqual({ kind: 'done' });
  });

  it('is that none was begun, where photos of a broken upload are there', () => {
    expect(view(NONE, { analysis: null })).toEqual({ kind: 'not_begun' });
    expect(view(NONE, { analysis: null, uploading: true })).toEqual({ kind: 'uploading' });
    expect(view(NONE, { listing: { ...listing, photos: [] } })).toEqual({ kind: 'no_photos' });
  });

  it('is that it is about to begin, not what is missing or outdated until then', () => {
    expect(view(NONE, { analysis: null, wished: true })).toMatchObject({ kind: 'running' });
    expect(view(COMPLETED, { listing: { ...listing, photos: ['a'] }, wished: true })).toEqual({
      kind: 'running',
      sentence: 'Starting…',
    });
  });

  it('is that the photos have changed, or that the language has', () => {
    expect(view(COMPLETED, { listing: { ...listing, photos: ['a'] } })).toMatchObject({
      kind: 'outdated',
      sentence: expect.stringContaining('Photos have changed'),
    });
    expect(view(COMPLETED, { listing: { ...listing, language: 'de' } })).toMatchObject({
      kind: 'outdated',
      sentence: expect.stringContaining('language'),
    });
  });
});

describe('an analysis', () => {
  it('is not outdated by another order of the photos', () => {
    expect(isOutdated({ ...listing, photos: ['b', 'a'] }, analysis)).toBe(false);
    expect(isOutdated({ ...listing, photos: ['a', 'c'] }, analysis)).toBe(true);
  });
});

describe('photos that are to be looked at', () => {
  const decide = (change: Partial<Parameters<typeof decideWish>[0]> = {}) =>
    decideWish({ listing, analysis: null, run: NONE, underWay: 0, ...change });

  it('are, when the last has arrived', () => {
    expect(decide({ underWay: 1 })).toBe('wait');
    expect(decide()).toBe('start');
  });

  it('wait for the run that is under way, which may have seen them', () => {
    expect(decide({ run: running() })).toBe('wait');
    expect(decide({ run: COMPLETED, analysis })).toBe('drop');
    expect(decide({ run: COMPLETED, analysis: { ...analysis, photo_ids: ['a'] } })).toBe('start');
  });

  it('are looked at again in another language, and after a failure', () => {
    expect(decide({ run: COMPLETED, analysis: { ...analysis, language: 'de' } })).toBe('start');
    expect(decide({ run: FAILED, analysis })).toBe('start');
  });

  it('are not where there are none any more', () => {
    expect(decide({ listing: { ...listing, photos: [] } })).toBe('drop');
  });
});
