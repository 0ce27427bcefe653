import type { Job } from '@docket/model/job';
import { describe, expect, it } from 'vitest';
import type { QueueState } from '@docket/model/queue-state';
import { matches, queueView } from './queue-view.ts';
import { at, job, ofImages, wish, working } from './testing/make.ts';

const stateOf = (change: Partial<Job>) => queueView([job('a', change)], [], []).rows[0]?.state;
const progress = (phase: number, total: number, done: number) => ({
  phase,
  total_phases: total,
  percentage: 50,
  within: { done, of: 50, unit: 'Image' },
});

describe('the state of an open run', () => {
  it('is what a person would call it', () => {
    const states: [Partial<Job>, QueueState][] = [
      [{}, 'queued'],
      [{ execution: { state: 'unclaimed' } }, 'queued'],
      [{ status: 'processing' }, 'processing'],
      [{ activity: { kind: 'held' } }, 'held'],
      [{ status: 'processing', activity: { kind: 'held' } }, 'held'],
      [{ status: 'processing', activity: { kind: 'waiting', service: 's', until: at(9) } }, 'waiting'],
      [{ status: 'processing', activity: { kind: 'retrying', attempt: 2, of: 3, at: at(9) } }, 'retrying'],
      [{ status: 'processing', activity: { kind: 'restarting' } }, 'retrying'],
      [{ status: 'paused' }, 'paused'],
      [{ status: 'cancelling', activity: { kind: 'cancelling' } }, 'processing'],
    ];
    for (const [change, state] of states) expect(stateOf(change)).toBe(state);
  });

  it('is that it is processed as soon as a worker is on it, whatever happened before', () => {
    const restarting = working('a', 5, { activity: { kind: 'restarting' } });
    expect(queueView([restarting], [], []).rows[0]).toMatchObject({ state: 'processing', working: true });
  });

  it('is not that of a run that has ended and is only being tidied up', () => {
    expect(
      queueView([job('a', { status: 'completed' }), job('b', { status: 'failed' })], [], []).rows,
    ).toEqual([]);
  });

  it('follows what was asked, before the engine has answered', () => {
    const paused = job('a', { status: 'paused', paused_at: at(3) });
    const failed = job('f', { status: 'failed', open: false, needs_attention: true });
    const view = queueView([paused], [failed], [wish('a', 'resume'), wish('f', 'retry')]);
    expect(view.counts).toMatchObject({ paused: 0, queued: 2 });
    const [row] = queueView([job('q')], [], [wish('q', 'cancel')]).rows;
    expect(row).toMatchObject({ state: 'queued', note: 'Cancelling…', cancellable: false });
  });
});

describe('the time of an open run', () => {
  const sinceOf = (...jobs: Parameters<typeof queueView>[0]) => queueView(jobs, [], []).rows[0]?.since;

  it('counts from the beginning of its phase while somebody works, and otherwise of its waiting', () => {
    expect(sinceOf(working('a', 5))).toEqual(at(5));
    expect(sinceOf(job('a'))).toEqual(at(1));
    expect(sinceOf(job('a', { execution: { state: 'unclaimed' } }))).toEqual(at(0));
    expect(sinceOf(job('a', { status: 'paused', paused_at: at(3) }))).toEqual(at(3));
    const activity = { kind: 'waiting', service: 's', until: at(9) } as const;
    expect(sinceOf(job('a', { activity, waiting_since: at(2) }))).toEqual(at(2));
  });
});

describe('the queue', () => {
  it('lists what works before what waits, the longest first', () => {
    const dispatched = (seconds: number) =>
      ({
        execution: { state: 'dispatched', fence: 1, dispatched_at: at(seconds), not_before: null },
      }) as const;
    const view = queueView(
      [
        job('q2', dispatched(4)),
        job('p', { status: 'paused' }),
        working('w2', 8),
        job('q1', dispatched(2)),
        working('w1', 7),
      ],
      [],
      [],
    );
    expect(view.rows.map(({ id }) => id)).toEqual(['w1', 'w2', 'q1', 'q2', 'p']);
    expect(view.counts).toEqual({ processing: 2, retrying: 0, waiting: 0, queued: 2, held: 0, paused: 1 });
  });

  it('knows what has waited longest for its turn: not what a person has paused', () => {
    const paused = job('p', { status: 'paused', paused_at: at(0) });
    expect(queueView([paused, working('w', 0)], [], []).oldest).toBeNull();
    const held = job('h', {
      activity: { kind: 'held' },
      execution: { state: 'dispatched', fence: 1, dispatched_at: at(0.5), not_before: null },
    });
    expect(queueView([paused, job('q'), held], [], []).oldest?.id).toBe('h');
  });

  it('counts the images that are left, of batches that run and of those that wait', () => {
    const view = queueView(
      [
        working('a', 1, { ...ofImages(50), progress: progress(1, 1, 20) }),
        working('b', 1, { ...ofImages(10, 'image_import'), progress: progress(1, 2, 9) }),
        job('c', ofImages(12)),
        job('d'),
      ],
      [],
      [],
    );
    expect(view.images).toEqual({ processing: 30 + 10, waiting: 12 });
    expect(view.rows.find(({ id }) => id === 'b')?.images).toEqual({ count: 10, finished: 0 });
    expect(view.rows.find(({ id }) => id === 'd')?.images).toBeNull();
  });

  it('keeps the row of a run that has not changed', () => {
    const [a, b] = [job('a'), job('b')];
    const [before, after] = [queueView([a, b], [], []), queueView([a, job('b'), job('c')], [], [])];
    expect(after.rows[0]).toBe(before.rows[0]);
    expect(after.rows[1]).not.toBe(before.rows[1]);
    expect(queueView([a], [], [wish('a', 'pause')]).rows[0]).not.toBe(before.rows[0]);
  });

  it('counts a run once that is both open and in need of attention', () => {
    const one = job('a', { needs_attention: true });
    expect(queueView([one], [one], []).rows).toHaveLength(1);
  });

  it('is narrowed down by pipeline and state', () => {
    const [row] = queueView([job('a')], [], []).rows;
    if (row === undefined) throw new Error('no row');
    expect(matches(row, null, null)).toBe(true);
    expect(matches(row, 'queued', 'document_processing')).toBe(true);
    expect(matches(row, 'held', null)).toBe(false);
    expect(matches(row, null, 'image_import')).toBe(false);
  });
});
