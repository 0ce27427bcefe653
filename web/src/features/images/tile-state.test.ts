import type { Image } from '@docket/model/image';
import { describe, expect, it } from 'vitest';
import { imageRuns } from './image-runs.ts';
import { makeImage, makeImageJob } from './testing/make-images.ts';
import { filterOf, imageTileState, tileLook, tileSentence, uploadTileState } from './tile-state.ts';

const image = (change: Partial<Image> = {}) => makeImage('a', change).data;
const runOf = (change: Parameters<typeof makeImageJob>[2] = {}) =>
  imageRuns([makeImageJob('b', ['a'], change)]).get('a') ?? null;

describe('the state of an image', () => {
  it('goes from queued over its thumbnails to ready', () => {
    expect(imageTileState(image(), null)).toEqual({ kind: 'queued' });
    expect(imageTileState(image({ processing_status: 'processing' }), null)).toEqual({ kind: 'processing' });
    const thumbs = image({ processing_status: 'processing', thumbnail_status: 'completed' });
    expect(imageTileState(thumbs, null)).toEqual({ kind: 'thumbnails_ready' });
    expect(imageTileState(image({ processing_status: 'completed' }), null)).toEqual({ kind: 'ready' });
  });

  it('says that it is being fetched while there is no file', () => {
    const fetched = image({ processing_status: 'processing', storage_path: null });
    expect(imageTileState(fetched, null).kind).toBe('fetching');
  });

  it('says why nothing happens: paused, held, or a host that does not answer', () => {
    const until = new Date(9000);
    const waiting = { kind: 'waiting', service: 'example.com', until } as const;
    expect(imageTileState(image(), runOf({ status: 'paused' })).kind).toBe('paused');
    expect(imageTileState(image(), runOf({ activity: { kind: 'held' } })).kind).toBe('held');
    const own = imageTileState(image({ waits_for: { service: 'example.com', until } }), null);
    const whole = imageTileState(image(), runOf({ activity: waiting }));
    expect(own).toEqual({ kind: 'waiting_host', service: 'example.com', until });
    expect(whole).toEqual(own);
    expect(tileSentence(own)).toMatch(/^example\.com does not answer/u);
  });

  it('gives the reason of a failure', () => {
    const processing_error = { code: 'file_corrupt', message: 'It is damaged.', details: '' } as const;
    const state = imageTileState(image({ processing_status: 'failed', processing_error }), null);
    expect(state).toEqual({ kind: 'failed', reason: 'It is damaged.' });
    expect(filterOf(state)).toBe('failed');
  });

  it('is queued at once when it is processed again, until that has come to an end too', () => {
    const failed = (ended: number) =>
      image({ processing_status: 'failed', processing_completed_at: new Date(ended) });
    expect(imageTileState(failed(1500), runOf()).kind).toBe('queued');
    expect(imageTileState(failed(2500), runOf()).kind).toBe('failed');
    expect(imageTileState(failed(1500), runOf({ status: 'completed' })).kind).toBe('failed');
  });
});

describe('the state of a file on its way', () => {
  it('is how much of it has been sent', () => {
    const state = uploadTileState({ phase: 'uploading', sent: 40, total: 100 });
    expect(state).toEqual({ kind: 'uploading', percent: 40 });
    expect(state === null ? null : tileLook(state)?.label).toBe('Uploading 40%');
  });

  it('is none for a file that will never be an image', () => {
    expect(uploadTileState({ phase: 'refused', reason: 'empty' })).toBeNull();
  });
});

it('has no badge where there is nothing to say', () => {
  expect(tileLook({ kind: 'ready' })).toBeNull();
  expect(filterOf({ kind: 'ready' })).toBeNull();
});
