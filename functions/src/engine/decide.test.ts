import type { Job } from '@docket/model/job';
import { jobSchema, MAX_ATTEMPTS } from '@docket/model/job';
import { summarise } from '@docket/model/job-summary';
import { phaseCount } from '@docket/model/pipelines';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decide, isWorthSweeping } from './decide.ts';
import type { Circumstances, Decision, Effect, JobEvent } from './events.ts';
import { readSettings } from './settings.ts';

const settings = readSettings({});
const START = new Date('2026-01-01T00:00:00Z');
const PHASES = phaseCount('document_processing');
const later = (milliseconds: number) => new Date(START.getTime() + milliseconds);

const fresh = jobSchema.parse({
  pipeline: 'document_processing',
  subject: { type: 'collection', id: 'c' },
  input: { document_ids: ['d'] },
  run: 1,
  created_by: 'u',
  created_at: START,
  open: true,
  status: 'queued',
});

/** A job with its subject, to which events happen one after another. */
class World {
  job: Job = fresh;
  fields: Record<string, unknown> = {};
  now = START;
  effects: Effect[] = [];
  deleted = false;

  circumstances(): Circumstances {
    const subject = {
      fields: this.fields,
      status: this.claimed() ? summarise('c-1', this.job, this.now) : undefined,
    };
    return { jobId: 'c-1', now: this.now, random: 0.5, token: 't', subject: this.deleted ? null : subject };
  }

  claimed(): boolean {
    return this.job.execution.state !== 'unclaimed';
  }

  happen(event: JobEvent): Decision {
    const decision = decide(this.job, event, this.circumstances(), settings);
    if (decision.type === 'apply') {
      this.job = decision.job;
      const { removed } = decision;
      const fields = Object.entries({ ...this.fields, ...decision.patch });
      this.fields = Object.fromEntries(fields.filter(([name]) => !removed.includes(name)));
    }
    this.effects = decision.type === 'apply' || decision.type === 'repeat' ? decision.effects : [];
    return decision;
  }

  get fence(): number {
    return this.job.execution.state === 'unclaimed' ? 0 : this.job.execution.fence;
  }

  /** Claims if needed and brings the current phase to a worker. */
  start(): this {
    if (!this.claimed()) this.happen({ type: 'claim' });
    this.happen({ type: 'deliver', fence: this.fence, holder: 'w' });
    return this;
  }

  ask(action: 'cancel' | 'retry'): Decision {
    return this.happen({ type: 'request', action });
  }

  fail(permanent: boolean): Decision {
    const error = { code: 'internal', message: 'm', phase: 'p', details: 'd' } as const;
    return this.happen({ type: 'fail', fence: this.fence, error, permanent });
  }
}

describe('a start', () => {
  it('is claimed once and dispatched', () => {
    const world = new World();
    expect(world.happen({ type: 'claim' })).toMatchObject({ type: 'apply', effects: [{ type: 'dispatch' }] });
    expect(world.happen({ type: 'claim' }).type).toBe('ignore');
  });

  it('is discarded while another run is under way', () => {
    const running = summarise('c-0', { ...fresh, status: 'processing' }, START);
    const at = { ...new World().circumstances(), subject: { fields: {}, status: running } };
    expect(decide(fresh, { type: 'claim' }, at, settings).type).toBe('discard');
  });

  it('is discarded when its run has been', () => {
    const done = summarise('c-0', { ...fresh, status: 'completed' }, START);
    const at = { ...new World().circumstances(), subject: { fields: {}, status: done } };
    expect(decide(fresh, { type: 'claim' }, at, settings).type).toBe('discard');
  });

  it('is discarded when there is nothing to run on', () => {
    const world = new World();
    world.deleted = true;
    expect(world.happen({ type: 'claim' }).type).toBe('discard');
  });
});

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
    world.happen({ type: 'cleaned' });
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
    expect(world.job).toMatchObject({ status: 'failed', error: { code: 'internal' }, open: false });
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
    world.ask('retry');
    expect(world.job).toMatchObject({ status: 'queued', phase: 2, attempt: 0, error: null, open: true });
    expect(world.effects).toEqual([{ type: 'dispatch' }]);
  });
});

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
    world.happen({ type: 'cleaned' });
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
    world.happen({ type: 'cleaned' });
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

describe('any sequence of events', () => {
  const event = fc.oneof(
    fc.constant<JobEvent>({ type: 'claim' }),
    fc.record({ type: fc.constant('deliver' as const), fence: fc.nat(12), holder: fc.constant('w') }),
    fc.record({
      type: fc.constant('report' as const),
      fence: fc.nat(12),
      within: fc.constant(null),
      fraction: fc.constant(0),
    }),
    fc.record({
      type: fc.constant('succeed' as const),
      fence: fc.nat(12),
      patch: fc.constant({ categories: ['x'] }),
    }),
    fc.record({
      type: fc.constant('fail' as const),
      fence: fc.nat(12),
      permanent: fc.boolean(),
      error: fc.constant({ code: 'internal' as const, message: 'm', phase: 'p', details: '' }),
    }),
    fc.record({ type: fc.constant('release' as const), fence: fc.nat(12) }),
    fc.record({ type: fc.constant('force_stop' as const), fence: fc.nat(12) }),
    fc.constant<JobEvent>({ type: 'cleaned' }),
    fc.constant<JobEvent>({ type: 'sweep' }),
    fc.constantFrom('cancel' as const, 'retry' as const),
  );
  const step = fc.record({ event, after: fc.constantFrom(0, 1_000, 61_000, 601_000), current: fc.boolean() });

  /** Plays random steps; half of those with a fence get the current one, or hardly anything would ever happen. */
  function play(
    steps: { event: JobEvent | 'cancel' | 'retry'; after: number; current: boolean }[],
    world: World,
  ) {
    const fences: number[] = [];
    for (const { event, after, current } of steps) {
      world.now = new Date(world.now.getTime() + after);
      if (typeof event === 'string') world.ask(event);
      else world.happen('fence' in event && current ? { ...event, fence: world.fence } : event);
      fences.push(world.fence);
    }
    return fences;
  }

  it('keeps fencing numbers growing and phases in range', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const world = new World();
        const fences = play(steps, world);
        expect(fences).toEqual(fences.toSorted((a, b) => a - b));
        expect(world.job.phase).toBeLessThanOrEqual(PHASES);
        expect(() => jobSchema.parse(world.job)).not.toThrow();
      }),
      { numRuns: 500 },
    );
  });

  it('leaves nothing hanging: the sweeper and willing workers bring every job to an end', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const world = new World();
        play(steps, world);
        for (let round = 0; round < 60 && world.job.open; round++) {
          world.now = new Date(world.now.getTime() + settings.abandonDispatchMs);
          world.happen({ type: 'sweep' });
          if (world.effects[0]?.type === 'clean') world.happen({ type: 'cleaned' });
          if (world.effects[0]?.type === 'dispatch') {
            world.happen({ type: 'deliver', fence: world.fence, holder: 'w' });
            world.happen({ type: 'succeed', fence: world.fence, patch: {} });
          }
          if (world.effects[0]?.type === 'clean') world.happen({ type: 'cleaned' });
        }
        expect(world.job.open).toBe(false);
        expect(['completed', 'failed', 'cancelled']).toContain(world.job.status);
      }),
      { numRuns: 500 },
    );
  });
});
