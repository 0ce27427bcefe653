import { HISTORY_DAYS } from '@docket/model/job';
import { describe, expect, it } from 'vitest';
import { freshJob, PHASES, settings, World } from './testing/world.ts';

function completed(): World {
  const world = new World();
  for (let phase = 1; phase <= PHASES; phase++) world.start().succeed();
  return world;
}

function failed(): World {
  const world = new World().start();
  world.fail(true);
  return world;
}

function cancelled(): World {
  const world = new World().start();
  world.ask('cancel');
  world.happen({ type: 'release', fence: world.fence });
  world.happen({ type: 'cleaned' });
  return world;
}

describe('news of an end', () => {
  it('are due when a run is completed, has failed or is cancelled, and keep it open until they are told', () => {
    for (const [status, world] of [
      ['completed', completed()],
      ['failed', failed()],
      ['cancelled', cancelled()],
    ] as const) {
      expect(world.job).toMatchObject({ status, announcement_due: true, open: true });
      expect(world.todo).toContain('announce');
      world.perform();
      expect(world.job).toMatchObject({ status, announcement_due: false, open: false });
    }
  });

  it('of a cancelled run wait until it is cleaned', () => {
    const world = new World().start();
    world.ask('cancel');
    world.happen({ type: 'release', fence: world.fence });
    expect(world.todo).toEqual(['clean']);
  });

  it('that were lost are found by the sweeper', () => {
    const world = failed();
    world.happen({ type: 'sweep' });
    expect(world.todo).toEqual(['announce']);
  });

  it('do not close a run that still has something to clean', () => {
    const world = completed();
    world.happen({ type: 'announced', fence: world.fence });
    expect(world.job).toMatchObject({ open: true, cleanup: { scope: 'superseded' } });
    world.happen({ type: 'sweep' });
    expect(world.todo).toEqual(['clean']);
  });

  it('do not wait for a worker that may still write after a cancel', () => {
    const world = new World().start();
    world.ask('cancel');
    world.happen({ type: 'force_stop', fence: world.fence });
    world.perform();
    expect(world.job).toMatchObject({ status: 'cancelled', announcement_due: false, open: true });
    world.wait(settings.leaseMs).happen({ type: 'sweep' });
    world.perform();
    expect(world.job.open).toBe(false);
  });

  it('tell of the end as it was, also when the run is retried before they are told', () => {
    const world = failed();
    const end = world.fence;
    world.ask('retry');
    expect(world.effects).toMatchObject([
      { type: 'dispatch' },
      { type: 'announce', fence: end, job: { status: 'failed' } },
    ]);
    expect(world.happen({ type: 'announced', fence: end }).type).toBe('ignore');
  });

  it('of one end are not told by whoever still tells of an earlier one', () => {
    const world = failed();
    const first = world.fence;
    world.ask('retry');
    world.start().fail(true);
    expect(world.happen({ type: 'announced', fence: first }).type).toBe('ignore');
    expect(world.job.announcement_due).toBe(true);
    expect(world.fence).toBeGreaterThan(first);
  });
});

/** A run of a batch of images, of which nobody is told. */
const quiet = () => new World(freshJob('image_processing')).start();

describe('the end of a quiet run', () => {
  it('owes nothing when it is completed: it is closed in the same transaction', () => {
    const world = quiet();
    world.succeed();
    expect(world.job).toMatchObject({
      status: 'completed',
      open: false,
      announcement_due: false,
      cleanup: null,
    });
    expect(world.effects).toEqual([]);
  });

  it('tells its records when it has failed, and nobody else', () => {
    const world = quiet();
    world.fail(true);
    expect(world.job).toMatchObject({
      open: true,
      needs_attention: true,
      announcement_due: false,
      cleanup: { scope: 'abandoned' },
    });
    expect(world.todo).toEqual(['clean']);
    world.perform();
    expect(world.job).toMatchObject({ status: 'failed', open: false, needs_attention: true, cleanup: null });
  });

  it('has the sweeper tell its records when that was lost', () => {
    const world = quiet();
    world.fail(true);
    world.happen({ type: 'sweep' });
    expect(world.todo).toEqual(['clean']);
  });

  it('tells its records nothing when it is retried first', () => {
    const world = quiet();
    world.fail(true);
    world.ask('retry');
    expect(world.job.cleanup).toBeNull();
    expect(world.todo).toEqual(['dispatch']);
    expect(world.happen({ type: 'cleaned' }).type).toBe('ignore');
    expect(world.job.open).toBe(true);
  });

  it('removes partial data when it is cancelled, and is closed with that', () => {
    const world = quiet();
    world.ask('cancel');
    world.happen({ type: 'release', fence: world.fence });
    expect(world.job.cleanup).toMatchObject({ scope: 'partial' });
    world.perform();
    expect(world.job).toMatchObject({ status: 'cancelled', open: false, announcement_due: false });
  });
});

describe('the history', () => {
  const kept = (world: World) =>
    ((world.job.expires_at?.getTime() ?? Number.NaN) - (world.job.completed_at?.getTime() ?? Number.NaN)) /
    (24 * 60 * 60_000);

  it('keeps a run for more than a year after its end', () => {
    expect(HISTORY_DAYS).toBeGreaterThan(366);
    for (const world of [completed(), cancelled()]) {
      world.perform();
      world.happen({ type: 'cleaned' });
      expect(world.job.open).toBe(false);
      expect(kept(world)).toBe(HISTORY_DAYS);
    }
  });

  it('keeps a run that goes on, and one for which something is still to be done', () => {
    expect(new World().start().job.expires_at).toBeNull();
    const owing = completed();
    expect(owing.job).toMatchObject({ status: 'completed', open: true, expires_at: null });
  });

  it('keeps a failure until somebody has dealt with it', () => {
    const world = failed();
    world.perform();
    expect(world.job).toMatchObject({ open: false, needs_attention: true, expires_at: null });
    world.ask('dismiss');
    expect(kept(world)).toBe(HISTORY_DAYS);
    world.ask('retry');
    expect(world.job.expires_at).toBeNull();
  });
});
