/** The engine's memory: reads a job with its subject, decides, and writes both in one transaction. */
import { isDeepStrictEqual } from 'node:util';
import { historyEnd, isActive, type Job, jobSchema } from '@docket/model/job';
import { summarise } from '@docket/model/job-summary';
import { paths, subjectPath } from '@docket/model/paths';
import { analyticsAfter, NO_ANALYTICS, pipelineAnalyticsSchema } from '@docket/model/pipeline-analytics';
import { NO_STATS, pipelineStatsSchema, statsAfter } from '@docket/model/pipeline-stats';
import { pipelineDefinition } from '@docket/model/pipelines';
import { processingStatusSchema, storedStatus } from '@docket/model/processing-status';
import { queueSettingsSchema } from '@docket/model/queue';
import {
  type DocumentReference,
  type DocumentSnapshot,
  FieldPath,
  FieldValue,
  type Firestore,
  type Transaction,
} from 'firebase-admin/firestore';
import { decide } from './decide/decide.ts';
import type { Circumstances, Decision, Effect, JobEvent, SubjectPatch } from './events.ts';
import type { DocumentChange, ResultWrite } from './pipeline-module.ts';
import type { EngineSettings } from './settings.ts';

/** Where a job is. */
export interface JobKey {
  workspaceId: string;
  jobId: string;
}

/** What became of an event. `job` is the job after it. */
export type Outcome = { type: 'ignored'; reason: string } | { type: 'applied'; job: Job; effects: Effect[] };

/**
 * What one fenced transaction writes: well below Firestore's limit of 10 MiB, towards which the entries of indexes count
 * as well.
 */
const SAVE_DOCUMENTS = 100;
const SAVE_BYTES = 2 * 1024 * 1024;

export class JobStore {
  readonly #db: Firestore;
  readonly #settings: EngineSettings;
  readonly #clock: () => Date;
  readonly #token: () => string;

  /** `clock` and `token` (a fresh unguessable string) are injected, so that tests decide what they say. */
  constructor(db: Firestore, settings: EngineSettings, clock: () => Date, token: () => string) {
    this.#db = db;
    this.#settings = settings;
    this.#clock = clock;
    this.#token = token;
  }

  /** The job as it is, or null. Throws a ZodError for a document that is no job. */
  async read(key: JobKey): Promise<Job | null> {
    const snapshot = await this.#db.doc(paths.job(key.workspaceId, key.jobId)).get();
    return snapshot.exists ? jobSchema.parse(snapshot.data()) : null;
  }

  /** Lets `event` happen to the job. Contended transactions are retried by the SDK. */
  async apply(key: JobKey, event: JobEvent): Promise<Outcome> {
    const jobRef = this.#db.doc(paths.job(key.workspaceId, key.jobId));
    return await this.#db.runTransaction(async (transaction): Promise<Outcome> => {
      const jobSnapshot = await transaction.get(jobRef);
      if (!jobSnapshot.exists) return { type: 'ignored', reason: 'the job does not exist' };
      const job = jobSchema.parse(jobSnapshot.data());
      const subjectRef = this.#db.doc(subjectPath(key.workspaceId, job.subject));
      const subjectSnapshot = await transaction.get(subjectRef);
      const queuePaused = startsPhases(event) && (await this.#isQueuePaused(transaction, key));
      const at = { ...this.#circumstances(key, job, subjectSnapshot.data()), queuePaused };
      const decision = decide(job, event, at, this.#settings);
      switch (decision.type) {
        case 'ignore':
          return { type: 'ignored', reason: decision.reason };
        case 'repeat':
          return { type: 'applied', job, effects: decision.effects };
        case 'discard':
          transaction.delete(jobRef);
          return { type: 'ignored', reason: decision.reason };
        case 'apply': {
          const writeBesides = await this.#readBesides(transaction, key, job, decision);
          transaction.set(jobRef, decision.job);
          if (subjectSnapshot.exists) this.#publish(transaction, subjectRef, key, decision, at);
          writeBesides();
          return { type: 'applied', job: decision.job, effects: decision.effects };
        }
      }
    });
  }

  /**
   * Reads what changes together with the job: what is counted of its pipeline when the run ends, and the earlier job whose
   * failure needs no attention any more. Returns what writes them, for in a transaction all reading comes first.
   */
  async #readBesides(
    transaction: Transaction,
    key: JobKey,
    before: Job,
    { job, settles }: Extract<Decision, { type: 'apply' }>,
  ): Promise<() => void> {
    const ends = isActive(before.status) && !isActive(job.status);
    const writeCounts = ends ? await this.#readCounts(transaction, key, job) : () => {};
    const earlierRef = settles === null ? null : this.#db.doc(paths.job(key.workspaceId, settles));
    const earlier = earlierRef === null ? null : await transaction.get(earlierRef);
    return () => {
      writeCounts();
      if (earlier?.get('needs_attention') === true) {
        const settled = { ...jobSchema.parse(earlier.data()), needs_attention: false };
        transaction.update(earlier.ref, { needs_attention: false, expires_at: historyEnd(settled) });
      }
    };
  }

  /** Reads what is counted of the pipeline of `job`, which comes to an end, and returns what counts that. */
  async #readCounts(transaction: Transaction, { workspaceId }: JobKey, job: Job): Promise<() => void> {
    const statsRef = this.#db.doc(paths.pipelineStat(workspaceId, job.pipeline));
    const analyticsRef = this.#db.doc(paths.pipelineAnalytics(workspaceId, job.pipeline));
    const [storedStats, storedAnalytics] = await transaction.getAll(statsRef, analyticsRef);
    const stats = pipelineStatsSchema.safeParse(storedStats?.data()).data ?? NO_STATS;
    const analytics = pipelineAnalyticsSchema.safeParse(storedAnalytics?.data()).data ?? NO_ANALYTICS;
    return () => {
      transaction.set(statsRef, statsAfter(stats, job));
      transaction.set(analyticsRef, analyticsAfter(analytics, job));
    };
  }

  /** Writes the job's summary and the decision's fields on the subject, unless they are what is there already. */
  #publish(
    transaction: Transaction,
    subjectRef: DocumentReference,
    key: JobKey,
    { job, patch, removed }: Extract<Decision, { type: 'apply' }>,
    at: Circumstances,
  ): void {
    if (!this.#speaksFor(key, job, at)) return;
    const status = at.subject?.status;
    const summary = summarise(key.jobId, job, at.now);
    const saysTheSame = isDeepStrictEqual({ ...status, last_updated: at.now }, summary);
    if (saysTheSame && Object.keys(patch).length + removed.length === 0) return;
    transaction.update(
      subjectRef,
      new FieldPath('processing_status', job.pipeline),
      storedStatus(pipelineDefinition(job.pipeline).stepWord, summary),
      ...Object.entries(patch).flatMap(([field, value]) => [new FieldPath(field), value]),
      ...removed.flatMap((field) => [new FieldPath(field), FieldValue.delete()]),
    );
  }

  /**
   * Saves results of the dispatch with number `fence`, in transactions that first check that it still holds the lease.
   * Throws a LeaseLostError when it does not.
   */
  async save(key: JobKey, fence: number, writes: readonly ResultWrite[]): Promise<void> {
    for (const batch of batchesOf(writes)) {
      await this.transact(key, fence, async (transaction) => {
        for (const { ref, data, fields } of batch) {
          if (fields === undefined) transaction.set(ref, data);
          else transaction.set(ref, data, { mergeFields: [...fields] });
        }
      });
    }
  }

  /** As `save`, for documents that exist, each changed as it is at that moment. */
  async change(key: JobKey, fence: number, changes: readonly DocumentChange[]): Promise<void> {
    for (let start = 0; start < changes.length; start += SAVE_DOCUMENTS) {
      const batch = changes.slice(start, start + SAVE_DOCUMENTS);
      await this.transact(key, fence, async (transaction) => {
        const found = await transaction.getAll(...batch.map(({ ref }) => ref));
        for (const [index, { change }] of batch.entries()) {
          const current = found[index];
          const fields = current === undefined ? null : change(current);
          if (current?.exists === true && fields !== null) transaction.update(current.ref, fields);
        }
      });
    }
  }

  /** Does `work` in a transaction that first checks that the dispatch with number `fence` still holds the lease. */
  async transact<T>(key: JobKey, fence: number, work: (transaction: Transaction) => Promise<T>): Promise<T> {
    const jobRef = this.#db.doc(paths.job(key.workspaceId, key.jobId));
    return await this.#db.runTransaction(async (transaction) => {
      const snapshot = await transaction.get(jobRef);
      const job = snapshot.exists ? jobSchema.parse(snapshot.data()) : null;
      if (job?.execution.state !== 'leased' || job.execution.fence !== fence || job.status !== 'processing') {
        throw new LeaseLostError();
      }
      return await work(transaction);
    });
  }

  /** An older run whose subject has gone on to a newer one must not overwrite the newer one's summary. */
  #speaksFor(key: JobKey, job: Job, at: Circumstances): boolean {
    const status = at.subject?.status;
    return status === undefined || status.task_id === key.jobId || status.run < job.run;
  }

  async #isQueuePaused(transaction: Transaction, { workspaceId }: JobKey): Promise<boolean> {
    const settings = await transaction.get(this.#db.doc(paths.queueSettings(workspaceId)));
    return isPaused(settings);
  }

  #circumstances(
    key: JobKey,
    job: Job,
    fields: SubjectPatch | undefined,
  ): Omit<Circumstances, 'queuePaused'> {
    return {
      jobId: key.jobId,
      now: this.#clock(),
      random: Math.random(),
      token: this.#token(),
      subject: fields === undefined ? null : { fields, status: statusOf(fields, job.pipeline) },
    };
  }
}

function batchesOf(writes: readonly ResultWrite[]): ResultWrite[][] {
  const batches: ResultWrite[][] = [];
  let room = 0;
  for (const write of writes) {
    const size = Buffer.byteLength(JSON.stringify(write.data));
    const last = batches.at(-1);
    if (last === undefined || last.length === SAVE_DOCUMENTS || size > room) {
      batches.push([write]);
      room = SAVE_BYTES - size;
    } else {
      last.push(write);
      room -= size;
    }
  }
  return batches;
}

/** Thrown when a worker finds that the job has gone on without it. */
export class LeaseLostError extends Error {
  override readonly name = 'LeaseLostError';
  constructor() {
    super('Another worker has taken over this job, or it was cancelled.');
  }
}

/** Whether `event` may begin a phase, or have it begun. */
function startsPhases({ type }: JobEvent): boolean {
  return type === 'deliver' || type === 'sweep';
}

/** Whether the settings of a workspace's queue, as found, say that it is paused. */
export function isPaused(settings: DocumentSnapshot): boolean {
  return queueSettingsSchema.safeParse(settings.data()).data?.paused === true;
}

function statusOf(fields: SubjectPatch, pipeline: string) {
  const all = fields['processing_status'];
  if (typeof all !== 'object' || all === null) return undefined;
  const parsed = processingStatusSchema.safeParse(new Map(Object.entries(all)).get(pipeline));
  return parsed.success ? parsed.data : undefined;
}
