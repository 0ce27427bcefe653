import { MAX_ATTEMPTS } from '@docket/model/job';
import { summarise } from '@docket/model/job-summary';
import { describe, expect, it } from 'vitest';
import { later, PHASES, START, World } from './testing/world.ts';

describe('a delivery', () => {
  it('counts the attempt before the work begins', () => {
    const world = new World().start();
    expect(world.job).toMatchObject({ status: 'processing', attempt: 1, execution: { state: 'leased' } });
  });

  it('that comes twice starts the phase once', () => {
    const world = new World().start();
    expect(world.happen({ type: 'deliver', fence: world.fence, holder: 'other' }).type).toBe('ignore');
  });

  it('that comes before its time is ignored', () => {
    const world = new World().start();
    world.fail(false);
    expect(world.happen({ type: 'deliver', fence: world.fence, holder: 'w' })).toMatchObject({
      reason: 'too early',
    });
  });
});

describe('a delivery by a clock that goes a little ahead', () => {
  it('is taken, or the retry would wait for the sweeper', () => {
    const world = new World().start();
    world.fail(false);
    if (world.job.activity.kind !== 'retrying') throw new Error('nothing to retry');
    world.now = new Date(world.job.activity.at.getTime() - 100);
    expect(world.happen({ type: 'deliver', fence: world.fence, holder: 'w' }).type).toBe('apply');
  });
});

describe('progress', () => {
  const report = (world: World, done: number, of: number) =>
    world.happen({
      type: 'report',
      fence: world.fence,
      within: { done, of, unit: 'Page' },
      fraction: done / of,
    });
  const percentage = (world: World) => world.job.progress?.percentage;

  it('never falls when material is gone through again', () => {
    const world = new World().start();
    report(world, 40, 40);
    const reached = percentage(world);
    report(world, 1, 40);
    expect(percentage(world)).toBe(reached);
    expect(world.job.progress?.within).toMatchObject({ done: 1 });
  });

  it('never falls when a phase is tried again', () => {
    const world = new World().start();
    report(world, 30, 40);
    const reached = percentage(world);
    world.fail(false);
    world.now = later(60_000);
    world.start();
    expect(percentage(world)).toBe(reached);
    world.fail(true);
    world.ask('retry');
    expect(percentage(world)).toBe(reached);
  });

  it('within a phase goes by the share of all its material', () => {
    const world = new World().start();
    const within = { done: 40, of: 40, unit: 'Page' };
    world.happen({ type: 'report', fence: world.fence, within, fraction: 0.5 });
    expect(world.job.progress).toMatchObject({ percentage: Math.floor(50 / PHASES), within });
  });
});

describe('a finished phase', () => {
  it('leads to the next one with a fresh attempt count', () => {
    const world = new World().start();
    world.happen({ type: 'succeed', fence: world.fence, patch: {} });
    expect(world.job).toMatchObject({ phase: 2, attempt: 0, execution: { state: 'dispatched' } });
    expect(world.effects).toEqual([{ type: 'dispatch' }]);
  });

  it('publishes its fields on the subject', () => {
    const world = new World().start();
    world.happen({ type: 'succeed', fence: world.fence, patch: { categories: ['Coats'] } });
    expect(world.fields).toEqual({ categories: ['Coats'] });
  });

  it('that reports twice moves on once', () => {
    const world = new World().start();
    const { fence } = world;
    world.happen({ type: 'succeed', fence, patch: {} });
    expect(world.happen({ type: 'succeed', fence, patch: {} }).type).toBe('ignore');
    expect(world.job.phase).toBe(2);
  });

  it('completes the run when it is the last', () => {
    const world = new World();
    for (let phase = 1; phase <= PHASES; phase++) {
      world.start().happen({ type: 'succeed', fence: world.fence, patch: {} });
    }
    expect(world.job).toMatchObject({ status: 'completed', cleanup: { scope: 'superseded' } });
    expect(summarise('c-1', world.job, START).progress.percentage).toBe(100);
    world.perform();
    expect(world.job).toMatchObject({ open: false, cleanup: null });
  });
});

describe('a failure', () => {
  it('that is transient is tried again, later each time, and fails the run after the last attempt', () => {
    const world = new World();
    const waits: number[] = [];
    for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
      world.start().fail(false);
      if (world.job.activity.kind === 'retrying') {
        waits.push(world.job.activity.at.getTime() - world.now.getTime());
        world.now = world.job.activity.at;
      }
    }
    expect(waits).toEqual([1500, 3000]);
    expect(world.job).toMatchObject({ status: 'failed', error: { code: 'internal' } });
  });

  it('that is permanent fails the run at once', () => {
    const world = new World().start();
    world.fail(true);
    expect(world.job).toMatchObject({ status: 'failed', attempt: 1 });
  });

  it('is resumed by Retry at its phase, not at the first', () => {
    const world = new World().start();
    world.happen({ type: 'succeed', fence: world.fence, patch: {} });
    world.start().fail(true);
    world.perform().ask('retry');
    expect(world.job).toMatchObject({ status: 'queued', phase: 2, attempt: 0, error: null, open: true });
    expect(world.effects).toEqual([{ type: 'dispatch' }]);
  });
});
