import {
  type Job,
  JOB_TRANSITIONS,
  jobSchema,
  type JobStatus,
  REQUEST_ACTIONS,
  type RequestAction,
} from '@docket/model/job';
import { durationCount } from '@docket/model/duration-histogram';
import {
  analyticsAfter,
  mergeFigures,
  NO_ANALYTICS,
  NO_FIGURES,
  type PipelineAnalytics,
  type RunFigures,
} from '@docket/model/pipeline-analytics';
import { NO_STATS, statsAfter } from '@docket/model/pipeline-stats';
import { phaseCount, pipelineDefinition } from '@docket/model/pipelines';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JobEvent } from '../events.ts';
import { isHeld } from './hold.ts';
import { isWorthSweeping } from './sweep.ts';
import { freshJob, later, settings, World } from './testing/world.ts';

interface Step {
  /**
   * `work`: a worker takes the phase and does it; `perform`: what the last event asks for is done; `queue`: an administrator
   * pauses the queue, or resumes it.
   */
  event: JobEvent | RequestAction | 'work' | 'perform' | 'queue' | 'delete';
  /** Milliseconds that pass before it. */
  after: number;
  /** With the current fence instead of the event's own, or hardly anything would ever happen. */
  current: boolean;
}

const fence = fc.nat(12);
const error = { code: 'internal', message: 'm', phase: 'p', details: '' } as const;
const within = { done: 1, of: 2, unit: 'Page' };
const until = later(60_000);

const event = fc.oneof(
  fc.constant<JobEvent>({ type: 'claim' }),
  {
    weight: 4,
    arbitrary: fc.record({ type: fc.constant('deliver' as const), fence, holder: fc.constant('w') }),
  },
  fc.record({
    type: fc.constant('report' as const),
    fence,
    within: fc.constantFrom(null, within),
    fraction: fc.constantFrom(0, 0.5),
  }),
  {
    weight: 4,
    arbitrary: fc.record({
      type: fc.constant('succeed' as const),
      fence,
      patch: fc.constant({ categories: ['x'] }),
    }),
  },
  fc.record({
    type: fc.constant('fail' as const),
    fence,
    permanent: fc.boolean(),
    error: fc.constant(error),
  }),
  {
    weight: 4,
    arbitrary: fc.record({
      type: fc.constant('wait' as const),
      fence,
      service: fc.constant('cdn.example'),
      until: fc.constant(until),
    }),
  },
  fc.record({ type: fc.constant('put_off' as const), fence, until: fc.constantFrom(until, null) }),
  fc.record({ type: fc.constant('release' as const), fence }),
  fc.record({ type: fc.constant('force_stop' as const), fence }),
  fc.record({ type: fc.constant('announced' as const), fence }),
  fc.constant<JobEvent>({ type: 'cleaned' }),
  { weight: 2, arbitrary: fc.constant<JobEvent>({ type: 'sweep' }) },
  { weight: 4, arbitrary: fc.constantFrom(...REQUEST_ACTIONS) },
  { weight: 4, arbitrary: fc.constant('work' as const) },
  { weight: 2, arbitrary: fc.constant('perform' as const) },
  fc.constant('queue' as const),
);
const step = fc.record({
  event,
  after: fc.constantFrom(0, 1_000, 61_000, 601_000),
  current: fc.boolean(),
});
/** Long ones: fast-check prefers short arrays, in which little can happen. */
const LENGTH = { maxLength: 60, size: 'max' } as const;
const steps = fc.array<Step>(step, LENGTH);
const deletion = fc.record({
  event: fc.constant('delete' as const),
  after: fc.constant(0),
  current: fc.constant(true),
});
/** In some of which the subject is deleted. */
const stepsWithDeletion = fc.array<Step>(
  fc.oneof({ weight: 29, arbitrary: step }, { weight: 1, arbitrary: deletion }),
  LENGTH,
);

function isRequest(event: Exclude<Step['event'], JobEvent>): event is RequestAction {
  return event !== 'work' && event !== 'perform' && event !== 'queue' && event !== 'delete';
}

function take({ event, after, current }: Step, world: World): void {
  world.wait(after);
  if (typeof event === 'object')
    world.happen('fence' in event && current ? { ...event, fence: world.fence } : event);
  else if (isRequest(event)) world.ask(event);
  else if (event === 'work') world.start().succeed();
  else if (event === 'perform') world.perform();
  else if (event === 'queue') world.queuePaused = !world.queuePaused;
  else world.deleted = true;
}

/** Takes the steps; `check` sees the job before each event and says what is wrong after it. Returns all that is. */
function play(all: readonly Step[], world: World, check: (before: Job) => string[] = () => []): string[] {
  const wrong: string[] = [];
  world.watch = (before) => void wrong.push(...check(before));
  for (const one of all) take(one, world);
  return wrong;
}

/** One whose ends are told and cleaned, and a quiet one that tells its records when it has failed. */
const PIPELINES_TRIED = ['document_processing', 'image_import'] as const;

const hasEnded = (status: JobStatus) =>
  status === 'completed' || status === 'failed' || status === 'cancelled';

/** The engine owes a run that is not ended its end, and one that is ended its cleaning and its news. */
function owes(job: Job): boolean {
  return !hasEnded(job.status) || job.cleanup !== null || job.announcement_due;
}

/** Whether something will get `job` on: a dispatch, a lease that runs out, the sweeper, or a person. */
function isReachable(job: Job): boolean {
  return job.execution.state !== 'ended' || job.status === 'paused' || job.cleanup !== null;
}

const fenceOf = ({ execution }: Job) => ('fence' in execution ? execution.fence : 0);

/** What must hold after every event, whatever it is. */
const INVARIANTS: Record<string, (job: Job, before: Job, world: World) => boolean> = {
  'only transitions of the table': ({ status }, before) =>
    status === before.status || JOB_TRANSITIONS[before.status].some((allowed) => allowed === status),
  'fencing numbers grow': (job, before) => fenceOf(job) >= fenceOf(before),
  'a new dispatch has a new number': (job, before) =>
    job.execution.state !== 'dispatched' ||
    before.execution.state === 'dispatched' ||
    fenceOf(job) > fenceOf(before),
  'phases are in range': ({ pipeline, phase }) => phase <= phaseCount(pipeline),
  'the document stays one': (job) => jobSchema.safeParse(job).success,
  'open while something is owed': (job) => !owes(job) || job.open,
  'what has not ended can go on': (job) => hasEnded(job.status) || isReachable(job),
  'no dispatch while paused': ({ status }, _, { todo }) => status !== 'paused' || !todo.includes('dispatch'),
  'paused since a moment': ({ status, paused_at }) => (status === 'paused') === (paused_at !== null),
  'a pause is asked of a worker': (job) =>
    !job.pause_requested || (job.status === 'processing' && job.execution.state === 'leased'),
  'only a worker uses up tries': (job, before) =>
    job.attempt <= before.attempt || job.execution.state === 'leased',
  'a phase that stops to wait gets its try back': (job, before) =>
    before.execution.state !== 'leased' ||
    job.activity.kind !== 'waiting' ||
    job.attempt === before.attempt - 1,
  'who waits does so since a moment, and goes on': ({ activity, execution, waiting_since }) =>
    activity.kind !== 'waiting' || (waiting_since !== null && execution.state === 'dispatched'),
  'only what is under way waits': ({ status, waiting_since }) =>
    waiting_since === null || status === 'processing' || status === 'cancelling',
  'who is held has a dispatch that no task speaks of': (job, before, { todo }) =>
    job.activity.kind !== 'held' ||
    (isHeld(job) && !todo.includes('dispatch') && (isHeld(before) || fenceOf(job) > fenceOf(before))),
  'no phase begins while the queue is paused': ({ execution }, before, { queuePaused }) =>
    !queuePaused || execution.state !== 'leased' || before.execution.state === 'leased',
  'what a pipeline does not owe is not owed': ({ pipeline, announcement_due, cleanup }) => {
    const { announced, supersedes, abandons } = pipelineDefinition(pipeline);
    return (
      (announced || !announcement_due) &&
      (supersedes || cleanup?.scope !== 'superseded') &&
      (abandons || cleanup?.scope !== 'abandoned')
    );
  },
  'only failures need attention': (job) => !job.needs_attention || job.status === 'failed',
  'an open attempt has a worker': ({ attempts, execution }) =>
    attempts.filter(({ outcome }) => outcome === 'running').length === (execution.state === 'leased' ? 1 : 0),
};

const figuresOf = ({ days }: PipelineAnalytics) => days.reduce<RunFigures>(mergeFigures, NO_FIGURES);

function flaws(before: Job, world: World): string[] {
  return Object.entries(INVARIANTS)
    .filter(([, holds]) => !holds(world.job, before, world))
    .map(([name]) => name);
}

describe('any sequence of events', () => {
  it('keeps what must hold for every job', () => {
    fc.assert(
      fc.property(stepsWithDeletion, (all) => {
        for (const pipeline of PIPELINES_TRIED) {
          const world = new World(freshJob(pipeline));
          expect(play(all, world, (before) => flaws(before, world))).toEqual([]);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it('of a start at a later phase never goes back before it', () => {
    fc.assert(
      fc.property(steps, (all) => {
        const world = new World(freshJob('item_generation', { from_phase: 3 }));
        play(all, world);
        expect(world.job.phase).toBeGreaterThanOrEqual(world.claimed() ? 3 : 1);
      }),
      { numRuns: 500 },
    );
  });

  it('counts every end and every finished phase once in statistics and analytics', () => {
    fc.assert(
      fc.property(steps, (all) => {
        const world = new World();
        let [stats, analytics] = [NO_STATS, NO_ANALYTICS];
        let [phases, ends] = [0, 0];
        const miscounts = play(all, world, (before) => {
          if (world.job.phase > before.phase) phases++;
          if (world.job.status === 'completed' && before.status !== 'completed') phases++;
          if (hasEnded(before.status) || !hasEnded(world.job.status)) return [];
          ends++;
          stats = statsAfter(stats, world.job);
          analytics = analyticsAfter(analytics, world.job);
          const counted = Object.values(stats.phase_ms).flat().length;
          const byTheDay = Object.values(figuresOf(analytics).phase_ms).map(durationCount);
          const daily = byTheDay.reduce((sum, count) => sum + count, 0);
          return counted === phases && daily === phases
            ? []
            : [`${counted} and ${daily} of ${phases} phases are counted`];
        });
        expect(miscounts).toEqual([]);
        expect(stats.completed + stats.failed + stats.cancelled).toBe(ends);
        expect(stats.run_ms).toHaveLength(stats.completed);
        const figures = figuresOf(analytics);
        const { completed, failed, cancelled } = stats;
        expect(figures).toMatchObject({ completed, failed, cancelled });
        expect(durationCount(figures.run_ms)).toBe(completed);
        expect(figures.causes.reduce((sum, { runs }) => sum + runs, 0)).toBe(failed);
      }),
      { numRuns: 1_000 },
    );
  });

  it('leaves nothing hanging: the sweeper, willing workers and people who resume bring every job to an end', () => {
    fc.assert(
      fc.property(stepsWithDeletion, fc.constantFrom(...PIPELINES_TRIED), (all, pipeline) => {
        const world = new World(freshJob(pipeline));
        play(all, world);
        world.queuePaused = false;
        const discarded = world.deleted && !world.claimed();
        for (let round = 0; round < 60 && world.job.open && !discarded; round++) {
          world.wait(settings.abandonDispatchMs);
          if (world.job.status === 'paused') world.ask('resume');
          else if (isWorthSweeping(world.job, world.now)) world.happen({ type: 'sweep' });
          if (world.todo.includes('dispatch')) world.start().succeed();
          world.perform();
        }
        expect(discarded || (!world.job.open && hasEnded(world.job.status))).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });
});
