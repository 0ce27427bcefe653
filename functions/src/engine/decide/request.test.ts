import { historyEnd } from '@docket/model/job';
import { describe, expect, it } from 'vitest';
import { later, settings, World } from './testing/world.ts';

describe('a retry', () => {
  it('starts the clock again', () => {
    const world = new World().start();
    world.fail(true);
    world.now = later(86_400_000);
    world.ask('retry');
    expect(world.job.started_at).toEqual(world.now);
  });

  it('that is asked for a thousand times does not fill the job up', () => {
    const world = new World();
    for (let round = 0; round < 1_000; round++) {
      world.start().fail(true);
      world.ask('retry');
    }
    expect(world.job.attempts.length).toBeLessThanOrEqual(100);
    expect(world.start().job.attempts.at(-1)).toMatchObject({ outcome: 'running' });
  });
});

describe('a cancel', () => {
  it('of a queued run removes its data and leaves the subject startable', () => {
    const world = new World();
    world.happen({ type: 'claim' });
    world.ask('cancel');
    expect(world.effects).toEqual([{ type: 'clean' }]);
    world.perform();
    expect(world.job).toMatchObject({ status: 'cancelled', open: false });
  });

  it('of a running phase waits for its worker to let go', () => {
    const world = new World().start();
    world.ask('cancel');
    expect(world.effects).toEqual([{ type: 'await_release' }]);
    world.happen({ type: 'release', fence: world.fence });
    expect(world.effects).toEqual([{ type: 'clean' }]);
  });

  it('goes on without a worker that does not let go, and cleans once more after its lease', () => {
    const world = new World().start();
    const lease = world.fence;
    world.ask('cancel');
    world.happen({ type: 'force_stop', fence: lease });
    world.perform();
    expect(world.job).toMatchObject({
      status: 'cancelled',
      open: true,
      cleanup: { not_before: later(settings.leaseMs) },
    });
    world.now = later(settings.leaseMs);
    world.happen({ type: 'sweep' });
    expect(world.effects).toEqual([{ type: 'clean' }]);
    world.happen({ type: 'cleaned' });
    expect(world.job).toMatchObject({ status: 'cancelled', open: false, cleanup: null });
  });

  it('puts back what the run had published', () => {
    const world = new World();
    world.fields = { categories: ['before'] };
    world.start().happen({ type: 'succeed', fence: world.fence, patch: { categories: ['during'] } });
    world.ask('cancel');
    world.happen({ type: 'cleaned' });
    expect(world.fields).toEqual({ categories: ['before'] });
  });

  it('removes what the run had published where nothing was before', () => {
    const world = new World().start();
    world.happen({ type: 'succeed', fence: world.fence, patch: { categories: ['during'] } });
    world.ask('cancel');
    world.happen({ type: 'cleaned' });
    expect(world.fields).toEqual({});
  });

  it('of a phase that waits for its next attempt stops the wait', () => {
    const world = new World().start();
    world.fail(false);
    world.ask('cancel');
    world.happen({ type: 'cleaned' });
    expect(world.job.status).toBe('cancelled');
  });
});

describe('a dismissal', () => {
  it('takes note of a failure, which may leave the history some day, and changes nothing else', () => {
    const world = new World().start();
    world.fail(true);
    const { job } = world.perform();
    expect(job.needs_attention).toBe(true);
    world.ask('dismiss');
    const noted = { ...job, needs_attention: false };
    expect(world.job).toEqual({ ...noted, expires_at: historyEnd(noted) });
    expect(world.effects).toEqual([]);
  });

  it('is possible after the subject was deleted, and means nothing twice', () => {
    const world = new World().start();
    world.fail(true);
    world.deleted = true;
    world.ask('dismiss');
    expect(world.job.needs_attention).toBe(false);
    expect(world.ask('dismiss').type).toBe('ignore');
  });

  it('means nothing to a run that has not failed', () => {
    const world = new World().start();
    expect(world.ask('dismiss').type).toBe('ignore');
  });
});

describe('a failure that is retried', () => {
  it('needs no attention any more', () => {
    const world = new World().start();
    world.fail(true);
    world.ask('retry');
    expect(world.job.needs_attention).toBe(false);
  });
});
