import { describe, expect, it } from 'vitest';
import { settings, World } from './testing/world.ts';

/** A run whose first task has arrived while the queue was paused. */
function held(): World {
  const world = new World();
  world.queuePaused = true;
  return world.start();
}

describe('a queue that is paused', () => {
  it('keeps a phase from beginning, without a try or a task of its own', () => {
    const world = held();
    expect(world.job).toMatchObject({
      status: 'queued',
      attempt: 0,
      attempts: [],
      activity: { kind: 'held' },
      execution: { state: 'dispatched' },
    });
    expect(world.effects).toEqual([]);
  });

  it('lets a phase that has begun come to its end, and keeps the next one from beginning', () => {
    const world = new World().start();
    world.queuePaused = true;
    world.succeed();
    expect(world.todo).toEqual(['dispatch']);
    world.start();
    expect(world.job).toMatchObject({ status: 'processing', phase: 2, activity: { kind: 'held' } });
  });

  it('holds what waits for a service, and what is to be tried again, when its time has come', () => {
    for (const stop of [(world: World) => world.waitFor(60_000), (world: World) => world.fail(false)]) {
      const world = new World().start();
      stop(world);
      const { attempt } = world.job;
      world.queuePaused = true;
      expect(world.happen({ type: 'sweep' }).type).toBe('ignore');
      world.wait(60_000).happen({ type: 'sweep' });
      expect(world.job).toMatchObject({ activity: { kind: 'held' }, attempt, waiting_since: null });
      expect(world.todo).toEqual([]);
    }
  });

  it('holds a dispatch that the task queue has lost', () => {
    const world = new World();
    world.happen({ type: 'claim' });
    world.queuePaused = true;
    world.wait(settings.redispatchMs).happen({ type: 'sweep' });
    expect(world.job.activity).toEqual({ kind: 'held' });
  });
});

describe('a held run', () => {
  it('is left alone while the queue is paused, by sweeps and by late tasks', () => {
    const world = held();
    const before = world.job;
    world.wait(365 * 86_400_000);
    expect(world.happen({ type: 'sweep' }).type).toBe('ignore');
    expect(world.happen({ type: 'deliver', fence: world.fence, holder: 'w' }).type).toBe('ignore');
    expect(world.job).toEqual(before);
  });

  it('goes on once when the queue is resumed, whoever notices first', () => {
    const world = held();
    const { fence } = world;
    world.queuePaused = false;
    world.happen({ type: 'sweep' });
    expect(world.job).toMatchObject({ activity: { kind: 'working' } });
    expect(world.todo).toEqual(['dispatch']);
    expect(world.happen({ type: 'sweep' }).type).toBe('ignore');
    expect(world.happen({ type: 'deliver', fence, holder: 'w' }).type).toBe('ignore');
    expect(world.start().job).toMatchObject({ status: 'processing', attempt: 1 });
  });

  it('can be cancelled', () => {
    const world = held();
    world.ask('cancel');
    world.perform();
    expect(world.job).toMatchObject({ status: 'cancelled', open: false });
  });

  it('can be paused, and is held again when it is resumed before the queue is', () => {
    const world = held();
    world.ask('pause');
    expect(world.job).toMatchObject({ status: 'paused', activity: { kind: 'working' } });
    world.ask('resume');
    expect(world.todo).toEqual(['dispatch']);
    world.start();
    expect(world.job).toMatchObject({ status: 'queued', activity: { kind: 'held' } });
  });
});

describe('a failed run that is retried while the queue is paused', () => {
  it('is held', () => {
    const world = new World().start();
    world.fail(true);
    world.queuePaused = true;
    world.ask('retry');
    world.start();
    expect(world.job).toMatchObject({ status: 'queued', activity: { kind: 'held' }, error: null });
  });
});
