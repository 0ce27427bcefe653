import { MAX_ATTEMPTS } from '@docket/model/job';
import { describe, expect, it } from 'vitest';
import { later, settings, START, World } from './testing/world.ts';

/** A run whose first phase waits for a service, which is asked again after a minute. */
function waiting(): World {
  const world = new World().start();
  world.waitFor(60_000);
  return world;
}

describe('a phase that waits for a service', () => {
  it('says for which and until when, and is dispatched for that time', () => {
    const world = waiting();
    expect(world.job).toMatchObject({
      status: 'processing',
      activity: { kind: 'waiting', service: 'cdn.example', until: later(60_000) },
      execution: { state: 'dispatched', not_before: later(60_000) },
      waiting_since: START,
    });
    expect(world.todo).toEqual(['dispatch']);
  });

  it('has not used up a try, however often it waits', () => {
    const world = waiting();
    for (let round = 0; round < 2 * MAX_ATTEMPTS; round++) {
      world.wait(60_000).start();
      expect(world.job.attempt).toBe(1);
      world.waitFor(60_000);
    }
    expect(world.job).toMatchObject({ status: 'processing', attempt: 0 });
  });

  it('keeps a wait of any length as one attempt, so that the history stays', () => {
    const world = new World().start();
    world.succeed();
    for (let round = 0; round < 200; round++) {
      world.start().waitFor(60_000);
      world.wait(60_000);
    }
    expect(world.job.attempts).toMatchObject([
      { phase: 1, outcome: 'succeeded' },
      { phase: 2, outcome: 'waited', started_at: START, ended_at: later(199 * 60_000) },
    ]);
  });

  it('is woken by the sweeper when its time has come, and works as if it had not waited', () => {
    const world = waiting();
    expect(world.happen({ type: 'sweep' }).type).toBe('ignore');
    world.wait(60_000).happen({ type: 'sweep' });
    expect(world.todo).toEqual(['dispatch']);
    world.start();
    expect(world.job).toMatchObject({ activity: { kind: 'working' }, waiting_since: START });
    world.succeed();
    expect(world.job).toMatchObject({ phase: 2, waiting_since: null });
  });

  it('is not run again at once, whatever time it asks for', () => {
    const world = new World().start();
    world.waitFor(-60_000);
    expect(world.job.execution).toMatchObject({ not_before: later(settings.retryBaseMs) });
  });

  it('that fails afterwards has waited for nothing', () => {
    const world = waiting();
    world.wait(60_000).start().fail(false);
    expect(world.job).toMatchObject({ attempt: 1, waiting_since: null });
  });

  it('fails its run when the service has not answered for too long, and can be retried', () => {
    const world = waiting();
    world.wait(settings.serviceWaitMs).start().waitFor(60_000);
    expect(world.job).toMatchObject({
      status: 'failed',
      needs_attention: true,
      waiting_since: null,
      error: {
        code: 'service_unavailable',
        message: 'cdn.example does not answer at the moment. Try again later.',
      },
    });
    world.ask('retry');
    world.start().waitFor(60_000);
    expect(world.job).toMatchObject({ status: 'processing', waiting_since: world.now });
  });

  it('of a lease that is lost is of no account', () => {
    const world = waiting();
    expect(world.waitFor(60_000).type).toBe('ignore');
  });
});

describe('a phase that puts off what is left', () => {
  it('goes on at its time, however often and long, and no try is counted', () => {
    const world = new World().start();
    for (let round = 0; round < 2 * MAX_ATTEMPTS; round++) {
      world.putOffFor(60_000);
      expect(world.job).toMatchObject({
        status: 'processing',
        attempt: 0,
        activity: { kind: 'working' },
        execution: { state: 'dispatched', not_before: later(60_000 + round * settings.serviceWaitMs) },
      });
      expect(world.todo).toEqual(['dispatch']);
      world.wait(settings.serviceWaitMs).start();
    }
    expect(world.job.attempts).toMatchObject([{ outcome: 'waited' }, { outcome: 'running' }]);
  });

  it('goes on at once when it has only made room for others', () => {
    const world = new World().start();
    world.putOffFor(null);
    expect(world.job).toMatchObject({ attempt: 0, execution: { state: 'dispatched', not_before: null } });
    expect(world.todo).toEqual(['dispatch']);
  });

  it('can be paused and cancelled as it does so', () => {
    const paused = new World().start();
    paused.ask('pause');
    paused.putOffFor(60_000);
    expect(paused.job.status).toBe('paused');
    const cancelled = new World().start();
    cancelled.ask('cancel');
    cancelled.putOffFor(60_000);
    expect(cancelled.todo).toEqual(['clean']);
  });

  it('of a lease that is lost is of no account', () => {
    const world = new World().start();
    world.putOffFor(60_000);
    expect(world.putOffFor(60_000).type).toBe('ignore');
  });
});

describe('people', () => {
  it('pause a phase that waits at once, and resume it', () => {
    const world = waiting();
    world.ask('pause');
    expect(world.job).toMatchObject({ status: 'paused', waiting_since: null, activity: { kind: 'working' } });
    world.ask('resume');
    expect(world.start().job).toMatchObject({ status: 'processing', attempt: 1 });
  });

  it('who have asked for a pause get it when the phase stops to wait', () => {
    const world = new World().start();
    world.ask('pause');
    world.waitFor(60_000);
    expect(world.job).toMatchObject({ status: 'paused', attempt: 0, attempts: [{ outcome: 'waited' }] });
    expect(world.todo).toEqual([]);
  });

  it('cancel a phase that waits, or is about to', () => {
    const world = waiting();
    world.ask('cancel');
    world.perform();
    expect(world.job).toMatchObject({ status: 'cancelled', waiting_since: null });
    const other = new World().start();
    other.ask('cancel');
    other.waitFor(60_000);
    expect(other.todo).toEqual(['clean']);
  });
});
