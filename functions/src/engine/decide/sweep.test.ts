import { MAX_ATTEMPTS } from '@docket/model/job';
import { describe, expect, it } from 'vitest';
import { isWorthSweeping } from './sweep.ts';
import { later, settings, World } from './testing/world.ts';

describe('the sweeper', () => {
  it('resumes a phase whose worker was lost', () => {
    const world = new World().start();
    world.now = later(settings.leaseMs);
    world.happen({ type: 'sweep' });
    expect(world.job).toMatchObject({
      activity: { kind: 'restarting' },
      execution: { state: 'dispatched' },
      phase: 1,
    });
  });

  it('leaves a living worker alone', () => {
    const world = new World().start();
    world.now = later(settings.leaseMs - 1);
    expect(world.happen({ type: 'sweep' }).type).toBe('ignore');
  });

  it('sets material aside that has cost three workers', () => {
    const world = new World();
    for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
      world.start();
      world.now = new Date(world.now.getTime() + settings.leaseMs);
      world.happen({ type: 'sweep' });
    }
    expect(world.job).toMatchObject({ status: 'failed', error: { code: 'worker_lost' } });
  });

  it('enqueues a dispatch again that nobody has started, and gives it up in the end', () => {
    const world = new World();
    world.happen({ type: 'claim' });
    world.now = later(settings.redispatchMs);
    expect(world.happen({ type: 'sweep' })).toEqual({ type: 'repeat', effects: [{ type: 'dispatch' }] });
    world.now = later(settings.abandonDispatchMs);
    const before = world.fence;
    world.happen({ type: 'sweep' });
    expect(world.fence).toBe(before + 1);
  });

  it('wakes a retry when its time has come', () => {
    const world = new World().start();
    world.fail(false);
    expect(world.happen({ type: 'sweep' }).type).toBe('ignore');
    world.now = later(60_000);
    world.happen({ type: 'sweep' });
    expect(world.effects).toEqual([{ type: 'dispatch' }]);
  });

  it('passes over what is being worked on or waits for its time', () => {
    const world = new World().start();
    expect(isWorthSweeping(world.job, world.now)).toBe(false);
    expect(isWorthSweeping(world.job, later(settings.leaseMs))).toBe(true);
    world.fail(false);
    expect(isWorthSweeping(world.job, world.now)).toBe(false);
    expect(isWorthSweeping(world.job, later(60_000))).toBe(true);
  });

  it('ends a run whose subject was deleted', () => {
    const world = new World().start();
    world.deleted = true;
    world.happen({ type: 'sweep' });
    expect(world.job).toMatchObject({
      status: 'failed',
      error: { code: 'subject_missing' },
      cleanup: { scope: 'partial' },
    });
  });
});

describe('a run whose subject is deleted while a worker is on it', () => {
  it('is cleaned once more when the lease is over, because the worker may still write', () => {
    const world = new World().start();
    world.deleted = true;
    world.happen({ type: 'report', fence: world.fence, within: null, fraction: 0 });
    expect(world.effects).toEqual([{ type: 'clean' }]);
    world.happen({ type: 'cleaned' });
    expect(world.job).toMatchObject({ open: true, cleanup: { not_before: later(settings.leaseMs) } });
    world.now = later(settings.leaseMs);
    world.happen({ type: 'sweep' });
    expect(world.effects).toEqual([{ type: 'clean' }]);
    world.happen({ type: 'cleaned' });
    expect(world.job).toMatchObject({ status: 'failed', open: false, cleanup: null });
  });
});

describe('a run whose subject is deleted after it has failed', () => {
  it('needs no attention, and nobody is told of it any more', () => {
    const world = new World().start();
    world.fail(true);
    world.deleted = true;
    world.happen({ type: 'sweep' });
    expect(world.job).toMatchObject({ needs_attention: false, announcement_due: false, open: false });
  });
});
