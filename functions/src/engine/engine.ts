/**
 * The engine: what triggers, tasks and the sweeper call. It knows jobs, not features.
 *
 * Every method lets one event happen (`JobStore.apply`), then performs the effects. An effect that is lost in a crash is
 * performed again by the sweeper.
 */
import { type ErrorFacts, DocketError, errorKind, type JobError } from '@docket/model/errors';
import type { Job } from '@docket/model/job';
import { jobRequestSchema, jobSchema } from '@docket/model/job';
import { paths } from '@docket/model/paths';
import { phaseAt, pipelineDefinition } from '@docket/model/pipelines';
import type { PhaseTask } from '@docket/model/task';
import type { Firestore } from 'firebase-admin/firestore';
import type { Breakers } from './breaker/breakers.ts';
import { ServiceCalls } from './breaker/service-calls.ts';
import { errorText, firstLine } from './error-text.ts';
import type { Effect, JobEvent } from './events.ts';
import { type JobKey, type JobStore, LeaseLostError, type Outcome } from './job-store.ts';
import { CancelledError, LeaseKeeper, UnheededError } from './lease-keeper.ts';
import { loadPhase, type PhaseContext, type PipelineModules, type RunInfo } from './pipeline-module.ts';
import type { Announcer, FaultPoint, Log, TaskQueue } from './ports.ts';
import { PutOffError } from './put-off.ts';
import { ServiceWaitError } from './service-wait.ts';
import type { EngineSettings } from './settings.ts';
import { guarded, Sweeper } from './sweeper.ts';

export interface EngineParts {
  db: Firestore;
  store: JobStore;
  breakers: Breakers;
  queue: TaskQueue;
  modules: PipelineModules;
  announcer: Announcer;
  settings: EngineSettings;
  log: Log;
  faults: FaultPoint;
  /** Names this worker in leases. */
  holder: string;
}

/** How the work on a phase can end. */
type PhaseEnd = Extract<
  JobEvent,
  { type: 'succeed' | 'fail' | 'wait' | 'put_off' | 'release' | 'force_stop' }
>;

export class Engine {
  readonly #parts: EngineParts;
  readonly #sweeper: Sweeper;

  constructor(parts: EngineParts) {
    this.#parts = parts;
    this.#sweeper = new Sweeper({
      db: parts.db,
      log: parts.log,
      sweepJob: async (key) => await this.#happen(key, { type: 'sweep' }),
      deal: async (workspaceId, requestId) => await this.requested(workspaceId, requestId),
    });
  }

  /** A client has created a job. */
  async jobCreated(key: JobKey): Promise<void> {
    await this.#happen(key, { type: 'claim' });
  }

  /** A client has asked something of a job. The request is deleted when it has been dealt with. */
  async requested(workspaceId: string, requestId: string): Promise<void> {
    const ref = this.#parts.db.doc(paths.jobRequest(workspaceId, requestId));
    const parsed = jobRequestSchema.safeParse((await ref.get()).data());
    if (parsed.success) {
      const { job_id, action } = parsed.data;
      await this.#happen({ workspaceId, jobId: job_id }, { type: 'request', action });
    }
    await ref.delete();
  }

  /** An administrator retries a failed run. Passed over unless it is the last run of its subject. */
  async retryJob(key: JobKey): Promise<void> {
    await this.#happen(key, { type: 'request', action: 'retry' });
  }

  /** A task has arrived. Returns normally whatever becomes of the phase: its failure is a state, not an exception. */
  async runPhase(task: PhaseTask): Promise<void> {
    const { store, holder, log } = this.#parts;
    const key: JobKey = { workspaceId: task.workspace_id, jobId: task.job_id };
    const delivered = await store.apply(key, { type: 'deliver', fence: task.fence, holder });
    if (delivered.type === 'ignored') return log.info({ ...task, reason: delivered.reason }, 'task ignored');
    if (delivered.job.execution.state !== 'leased') return await this.#perform(key, delivered);
    await this.#finish(key, delivered.job, await this.#work(key, delivered.job, task.fence));
  }

  /** The subject of jobs was deleted: ends what still runs on it, also what is paused, and what needs attention. */
  async subjectDeleted(workspaceId: string, subjectId: string): Promise<void> {
    await this.#sweeper.sweepSubject(workspaceId, subjectId);
  }

  /** An administrator has paused or resumed the queue of a workspace: lets the runs that were held go on at once. */
  async queueChanged(workspaceId: string): Promise<void> {
    await this.#sweeper.sweepHeld(workspaceId);
  }

  /** Looks after every open job and request: claims, dispatches, resumes and cleans what was left lying. */
  async sweep(): Promise<void> {
    await this.#sweeper.sweep();
  }

  /** Lets the event happen, then performs what follows from it, and what follows from that. */
  async #happen(key: JobKey, event: JobEvent): Promise<void> {
    const outcome = await this.#parts.store.apply(key, event);
    await this.#perform(key, outcome);
  }

  async #perform(key: JobKey, outcome: Outcome): Promise<void> {
    if (outcome.type === 'ignored') return;
    for (const effect of outcome.effects) await this.#performOne(key, outcome.job, effect);
  }

  async #performOne(key: JobKey, job: Job, effect: Effect): Promise<void> {
    switch (effect.type) {
      case 'dispatch': {
        if (job.execution.state !== 'dispatched') return;
        const { fence, not_before } = job.execution;
        const task = { workspace_id: key.workspaceId, job_id: key.jobId, phase: job.phase, fence };
        return await this.#parts.queue.enqueue(pipelineDefinition(job.pipeline).weight, task, not_before);
      }
      case 'clean':
        return await this.#clean(key, job);
      case 'announce':
        return await this.#announce(key, effect);
      case 'await_release':
        if (job.execution.state !== 'leased') return;
        await this.#released(key, job.execution.fence);
        return await this.#happen(key, { type: 'force_stop', fence: job.execution.fence });
    }
  }

  /**
   * Removes what has become useless. Only a cancel waits for that: that it does not succeed after another end must not look
   * like a failure of the work, and the sweeper tries again.
   */
  async #clean(key: JobKey, job: Job): Promise<void> {
    const { cleanup, pipeline, status } = job;
    if (cleanup === null) return;
    const clean = async () => {
      await this.#parts.modules[pipeline].clean(runInfo(key, job), cleanup.scope);
      await this.#happen(key, { type: 'cleaned' });
    };
    await (status === 'cancelling' ? clean() : guarded(this.#parts.log, key, clean));
  }

  /** Tells of an end. That it cannot be told must not look like a failure of the work: the sweeper tries again. */
  async #announce(key: JobKey, { job, fence }: Extract<Effect, { type: 'announce' }>): Promise<void> {
    await guarded(this.#parts.log, { ...key, fence }, async () => {
      await this.#parts.announcer.announce({ ...key, job, fence });
      await this.#happen(key, { type: 'announced', fence });
    });
  }

  /**
   * Records how a phase ended. What cannot be recorded (too large for a document, say) is a failure of the phase; a failure
   * of the database itself also keeps that from being recorded, and is thrown.
   */
  async #finish(key: JobKey, job: Job, event: PhaseEnd): Promise<void> {
    try {
      await this.#happen(key, event);
    } catch (error) {
      if (event.type !== 'succeed') throw error;
      this.#parts.log.error({ ...key, phase: job.phase, error: errorText(error) }, 'end not recorded');
      await this.#happen(key, { type: 'fail', fence: event.fence, ...explain(job, error) });
    }
  }

  /** Does the phase's work and says how it ended. Never throws. */
  async #work(key: JobKey, job: Job, fence: number): Promise<PhaseEnd> {
    const { db, store, breakers, modules, settings, faults, log } = this.#parts;
    const keeper = new LeaseKeeper(db, store, key, fence, settings);
    const { signal } = keeper;
    const calls = new ServiceCalls({ breakers, workspaceId: key.workspaceId, signal, log });
    const context: PhaseContext = {
      ...runInfo(key, job),
      signal,
      report: (done, of, unit, { index, count } = { index: 0, count: 1 }) => {
        const within = { done, of: Math.max(1, of), unit };
        keeper.report(within, (index + within.done / within.of) / count);
      },
      call: async (service, work) => await calls.call(service, work),
      save: async (writes) => await store.save(key, fence, writes),
      change: async (changes) => await store.change(key, fence, changes),
      transact: async (work) => await store.transact(key, fence, work),
    };
    try {
      const place = { phase: phaseAt(job.pipeline, job.phase).key, subject: job.subject.id };
      await faults.reach({ ...place, moment: 'before' }, signal);
      const run = await loadPhase(modules, job.pipeline, job.phase);
      const patch = await keeper.await(run(context));
      await faults.reach({ ...place, moment: 'after' }, signal);
      signal.throwIfAborted();
      await keeper.close();
      return { type: 'succeed', fence, patch };
    } catch (error) {
      await keeper.close();
      const cause: unknown = signal.aborted ? signal.reason : error;
      if (cause instanceof CancelledError || cause instanceof LeaseLostError)
        return { type: error instanceof UnheededError ? 'force_stop' : 'release', fence };
      if (cause instanceof ServiceWaitError)
        return { type: 'wait', fence, service: cause.service.name, until: cause.until };
      if (cause instanceof PutOffError) return { type: 'put_off', fence, until: cause.until };
      log.error({ ...key, phase: job.phase, error: errorText(cause) }, 'phase failed');
      return { type: 'fail', fence, ...explain(job, cause) };
    }
  }

  /** Resolves when the worker with number `fence` has let go, or the grace is over. */
  async #released(key: JobKey, fence: number): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    const timer = setTimeout(resolve, this.#parts.settings.releaseGraceMs);
    const stopWatching = this.#parts.db.doc(paths.job(key.workspaceId, key.jobId)).onSnapshot(
      (snapshot) => {
        const parsed = jobSchema.safeParse(snapshot.data());
        const execution = parsed.success ? parsed.data.execution : null;
        if (execution?.state !== 'leased' || execution.fence !== fence) resolve();
      },
      () => resolve(),
    );
    await promise;
    clearTimeout(timer);
    stopWatching();
  }
}

function runInfo(key: JobKey, job: Job): RunInfo {
  return { ...key, job, token: job.run_token ?? key.jobId };
}

/** An error as the job keeps it, and whether trying again is pointless. Unknown errors are worth another try. */
function explain(job: Job, cause: unknown): { error: JobError; permanent: boolean } {
  const known = cause instanceof DocketError ? cause : new DocketError('internal', noFacts, firstLine(cause));
  return {
    permanent: errorKind(known.code) === 'permanent',
    error: {
      code: known.code,
      message: known.userMessage,
      phase: phaseAt(job.pipeline, job.phase).label,
      details: firstLine(known),
    },
  };
}

const noFacts: ErrorFacts = {};
