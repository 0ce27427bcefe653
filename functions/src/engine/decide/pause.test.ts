import { MAX_ATTEMPTS } from '@docket/model/job';
import { summarise } from '@docket/model/job-summary';
import { describe, expect, it } from 'vitest';
import { JOB_ID, later, PHASES, settings, START, World } from './testing/world.ts';

/** A run of which phase 1 is done and phase 2 is to be dispatched. */
function betweenPhases(): World {
  const world = new World().start();
  world.succeed();
  return world;
}

function paused(): World {
  const world = betweenPhases();
  world.ask('pause');
  return world;
}

describe('a pause', () => {
  it('of a start that has not been claimed takes effect at once, and the run can go on from there', () => {
    const world = new World();
    world.ask('pause');
    expect(world.job).toMatchObject({ status: 'paused', open: true, run_token: 't' });
    world.ask('resume');
    expect(world.start().job).toMatchObject({ status: 'processing', phase: 1 });
  });

  it('between phases takes effect at once, and a task that is under way finds nothing to do', () => {
    const world = betweenPhases();
    const { fence } = world;
    world.ask('pause');
    expect(world.job).toMatchObject({
      status: 'paused',
      phase: 2,
      execution: { state: 'ended' },
      open: true,
    });
    expect(world.effects).toEqual([]);
    expect(world.happen({ type: 'deliver', fence, holder: 'w' }).type).toBe('ignore');
  });

  it('while a phase waits for its next try takes effect at once, and counts the tries that were', () => {
    const world = new World().start();
    world.fail(false);
    world.ask('pause');
    expect(world.job).toMatchObject({ status: 'paused', attempt: 1, activity: { kind: 'working' } });
    world.ask('resume');
    expect(world.start().job.attempt).toBe(2);
  });

  it('of a phase under way is shown at once and takes effect when the phase is done', () => {
    const world = new World().start();
    world.ask('pause');
    expect(world.job).toMatchObject({ status: 'processing', activity: { kind: 'pausing' } });
    const within = { done: 1, of: 2, unit: 'Page' };
    world.happen({ type: 'report', fence: world.fence, within, fraction: 0.5 });
    expect(world.job).toMatchObject({ activity: { kind: 'pausing' }, progress: { within } });
    world.succeed({ categories: ['Coats'] });
    expect(world.job).toMatchObject({ status: 'paused', phase: 2, attempt: 0, pause_requested: false });
    expect(world.fields).toEqual({ categories: ['Coats'] });
    expect(world.effects).toEqual([]);
  });

  it('takes the place of the next try when the phase under way fails', () => {
    const world = new World().start();
    world.ask('pause');
    world.fail(false);
    expect(world.job).toMatchObject({ status: 'paused', phase: 1, attempt: 1 });
    expect(world.job.attempts).toMatchObject([{ outcome: 'failed', error: { code: 'internal' } }]);
    expect(world.effects).toEqual([]);
  });

  it('does not keep a run from failing for good', () => {
    const world = new World().start();
    world.ask('pause');
    world.fail(true);
    expect(world.job).toMatchObject({ status: 'failed', pause_requested: false });
  });

  it('does not keep the last try from being the last', () => {
    const world = new World();
    for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
      world.start().ask('pause');
      world.fail(false);
      world.ask('resume');
    }
    expect(world.job.status).toBe('failed');
  });

  it('of the last phase comes too late: the run completes', () => {
    const world = new World();
    for (let phase = 1; phase < PHASES; phase++) world.start().succeed();
    world.start().ask('pause');
    world.succeed();
    expect(world.job).toMatchObject({ status: 'completed', pause_requested: false });
  });

  it('takes effect when a worker is lost instead of ending its phase', () => {
    const world = new World().start();
    world.ask('pause');
    world.wait(settings.leaseMs).happen({ type: 'sweep' });
    expect(world.job).toMatchObject({ status: 'paused', phase: 1, attempts: [{ outcome: 'lost' }] });
    expect(world.effects).toEqual([]);
  });

  it('that is asked for twice means nothing twice', () => {
    const world = new World().start();
    world.ask('pause');
    expect(world.ask('pause').type).toBe('ignore');
    world.succeed();
    expect(world.ask('pause').type).toBe('ignore');
  });
});

describe('a paused run', () => {
  it('is left alone by the sweeper, for any length of time', () => {
    const world = paused();
    const before = world.job;
    for (const time of [settings.leaseMs, settings.abandonDispatchMs, 365 * 86_400_000]) {
      world.wait(time);
      expect(world.happen({ type: 'sweep' }).type).toBe('ignore');
    }
    expect(world.job).toEqual(before);
  });

  it('occupies its subject and shows that it is paused', () => {
    expect(summarise(JOB_ID, paused().job, START)).toMatchObject({ status: 'paused', completed_at: null });
  });

  it('goes on at its phase when it is resumed', () => {
    const world = paused();
    world.ask('resume');
    expect(world.job).toMatchObject({ status: 'queued', phase: 2, execution: { state: 'dispatched' } });
    expect(world.effects).toEqual([{ type: 'dispatch' }]);
    expect(world.ask('resume').type).toBe('ignore');
  });

  it('can be cancelled, and all is as before', () => {
    const world = new World();
    world.fields = { categories: ['before'] };
    world.start().ask('pause');
    world.succeed({ categories: ['during'] });
    world.ask('cancel');
    expect(world.effects).toEqual([{ type: 'clean' }]);
    world.perform();
    expect(world.job).toMatchObject({ status: 'cancelled', open: false, paused_at: null });
    expect(world.fields).toEqual({ categories: ['before'] });
  });

  it('is ended when its subject is deleted', () => {
    const world = paused();
    world.deleted = true;
    world.happen({ type: 'sweep' });
    expect(world.job).toMatchObject({ status: 'failed', error: { code: 'subject_missing' } });
    world.perform();
    expect(world.job).toMatchObject({ open: false, needs_attention: false, announcement_due: false });
  });
});

describe('a pause that has not taken effect', () => {
  it('is taken back by resuming', () => {
    const world = new World().start();
    world.ask('pause');
    world.ask('resume');
    expect(world.job).toMatchObject({ pause_requested: false, activity: { kind: 'working' } });
    world.succeed();
    expect(world.todo).toEqual(['dispatch']);
  });

  it('gives way to a cancel', () => {
    const world = new World().start();
    world.ask('pause');
    world.ask('cancel');
    expect(world.job).toMatchObject({ status: 'cancelling', pause_requested: false });
  });
});

describe('the time of pauses', () => {
  it('is kept, and does not count since a retry', () => {
    const world = paused();
    world.wait(5_000).ask('resume');
    world.wait(1_000).ask('pause');
    world.wait(7_000).ask('resume');
    expect(world.job).toMatchObject({ paused_ms: 12_000, paused_at: null, started_at: later(0) });
    world.start().fail(true);
    world.ask('retry');
    expect(world.job.paused_ms).toBe(0);
  });
});
