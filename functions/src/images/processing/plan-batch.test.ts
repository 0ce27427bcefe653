import { type Image, imageSchema } from '@docket/model/image';
import { recipeFor } from '@docket/model/image-derivatives';
import type { Job } from '@docket/model/job';
import { describe, expect, it } from 'vitest';
import { planBatch } from './plan-batch.ts';

const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 12, minute));
function stored(id: string, fields: Partial<Image>): { id: string; image: Image } {
  const image = imageSchema.parse({
    file_name: 'photo.jpg',
    storage_path: 'p',
    token: 't',
    content_type: 'image/jpeg',
    size: 1,
    uploaded_by: 'u',
    uploaded_at: at(0),
    ...fields,
  });
  return { id, image };
}

function plan(...images: { id: string; image: Image }[]) {
  return planFor('image_processing', ...images);
}

function planFor(pipeline: Job['pipeline'], ...images: { id: string; image: Image }[]) {
  const { upToDate, failed, toDo, suspects } = planBatch(images, { started_at: at(10), pipeline });
  const ids = (group: readonly { id: string }[]) => group.map(({ id }) => id);
  return { upToDate: ids(upToDate), failed: ids(failed), toDo: ids(toDo), suspects: ids(suspects) };
}

const NONE = { upToDate: [], failed: [], toDo: [], suspects: [] };

describe('what a try of a batch has to do', () => {
  it('is nothing for images that are up to date', () => {
    const image = stored('a', { processing_status: 'completed', recipe: recipeFor(null) });
    expect(plan(image)).toEqual({ ...NONE, upToDate: ['a'] });
  });

  it('is the work anew for those made by another recipe or for another background', () => {
    const old = stored('a', { processing_status: 'completed', recipe: 'v0' });
    const other = stored('b', {
      processing_status: 'completed',
      recipe: recipeFor(null),
      flatten: '#ffffff',
    });
    expect(plan(old, other)).toEqual({ ...NONE, toDo: ['a', 'b'] });
  });

  it('is nothing for those that have failed in this run, and another try for those of earlier runs', () => {
    const now = stored('now', { processing_status: 'failed', processing_completed_at: at(11) });
    const before = stored('before', { processing_status: 'failed', processing_completed_at: at(9) });
    expect(plan(now, before)).toEqual({ ...NONE, failed: ['now'], toDo: ['before'] });
  });

  it('is nothing for those that could not be fetched, whenever that was', () => {
    const unfetched = {
      storage_path: null,
      source: { kind: 'url', url: 'https://a.example/1.jpg' },
    } as const;
    const before = stored('before', {
      ...unfetched,
      processing_status: 'failed',
      processing_completed_at: at(9),
    });
    const waiting = stored('waiting', { ...unfetched, processing_status: 'queued' });
    expect(planFor('image_import', before, waiting)).toEqual({ ...NONE, failed: ['before', 'waiting'] });
    expect(planFor('image_processing', before, waiting)).toEqual({
      ...NONE,
      failed: ['before'],
      toDo: ['waiting'],
    });
  });

  it('is to find that they have lost it for uploads without an original', () => {
    const lost = stored('lost', {
      storage_path: null,
      processing_status: 'failed',
      processing_completed_at: at(9),
    });
    expect(plan(lost)).toEqual({ ...NONE, toDo: ['lost'] });
  });

  it('comes last for those that were being worked on, the one that was taken up last at the very end', () => {
    const killer = stored('killer', { processing_status: 'processing', processing_started_at: at(13) });
    const beside = stored('beside', { processing_status: 'processing', processing_started_at: at(12) });
    const waiting = stored('waiting', { processing_status: 'queued' });
    const stopped = stored('stopped', { processing_status: 'cancelled' });
    expect(plan(killer, waiting, beside, stopped)).toEqual({
      ...NONE,
      toDo: ['waiting', 'stopped'],
      suspects: ['beside', 'killer'],
    });
  });
});
