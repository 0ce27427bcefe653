import { type Job, type JobRequest, jobSchema } from '@docket/model/job';
import { describe, expect, it } from 'vitest';
import type { StoredJob } from '../../data/records.ts';
import { activityLabel, activityOf, NO_ACTIVITY } from './activity.ts';

function job(id: string, change: Partial<Job> = {}): StoredJob {
  const data = jobSchema.parse({
    pipeline: 'document_processing',
    subject: { type: 'collection', id: 'c1' },
    input: { document_ids: ['d1'] },
    run: 1,
    created_by: 'u',
    created_at: new Date(0),
    status: 'processing',
    open: true,
    ...change,
  });
  return { id, path: `w/1/jobs/${id}`, data };
}
const failed = (id: string, seconds: number) =>
  job(id, {
    status: 'failed',
    open: false,
    needs_attention: true,
    completed_at: new Date(seconds * 1000),
  });
const wish = (id: string, action: JobRequest['action']): JobRequest => ({
  job_id: id,
  action,
  by: 'u',
  at: new Date(9),
});
const ids = (entries: readonly { job: StoredJob }[]) => entries.map((entry) => entry.job.id);

describe('the activity of a workspace', () => {
  it('tells what runs from what is paused, the oldest first', () => {
    const later = job('b', { created_at: new Date(5) });
    const found = activityOf([later, job('a'), job('p', { status: 'paused' })], [], []);
    expect(ids(found.underWay)).toEqual(['a', 'b']);
    expect(ids(found.paused)).toEqual(['p']);
  });

  it('leaves out what has ended and is only being tidied up', () => {
    expect(activityOf([job('a', { status: 'completed' })], [], [])).toEqual(NO_ACTIVITY);
  });

  it('lists failures, the latest first, until somebody retries or dismisses them', () => {
    const all = [failed('a', 1), failed('b', 2), failed('c', 3)];
    expect(activityOf([], all, []).failed.map(({ id }) => id)).toEqual(['c', 'b', 'a']);
    const asked = activityOf([], all, [wish('b', 'retry'), wish('c', 'dismiss')]);
    expect(asked.failed.map(({ id }) => id)).toEqual(['a']);
    expect(ids(asked.underWay)).toEqual(['b']);
  });

  it('shows a wish at once', () => {
    const [entry] = activityOf([job('a')], [], [wish('a', 'pause')]).underWay;
    expect(entry?.view.note).toBe('Pausing after this step…');
  });
});

describe('batches of images', () => {
  const batch = (id: string, change: Partial<Job> = {}) =>
    job(id, { pipeline: 'image_processing', subject: { type: 'image_batch', id }, ...change });

  it('are kept apart from the other runs', () => {
    const found = activityOf([job('a'), batch('b'), batch('c', { status: 'paused' })], [], []);
    expect(ids(found.underWay)).toEqual(['a']);
    expect(ids(found.images.underWay)).toEqual(['b']);
    expect(ids(found.images.paused)).toEqual(['c']);
  });

  it('count as one thing however many there are', () => {
    const lost = ['f', 'g'].map((id) => batch(id, { status: 'failed', open: false, needs_attention: true }));
    const found = activityOf([job('a'), batch('b'), batch('c'), batch('d')], lost, []);
    expect(activityLabel(found)).toBe('Activity, 2 running, 1 needs attention');
  });
});

describe('the name of the activity button', () => {
  it('counts what there is', () => {
    expect(activityLabel(NO_ACTIVITY)).toBe('Activity');
    const found = activityOf(
      [job('a'), job('p', { status: 'paused' })],
      [failed('f', 1), failed('g', 1)],
      [],
    );
    expect(activityLabel(found)).toBe('Activity, 1 running, 1 paused, 2 need attention');
  });
});
