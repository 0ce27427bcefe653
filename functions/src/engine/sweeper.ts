/** Finds the jobs and requests that were left lying, and has each of them looked after. */
import { jobSchema } from '@docket/model/job';
import { collectionGroups, paths } from '@docket/model/paths';
import type { DocumentSnapshot, Firestore } from 'firebase-admin/firestore';
import { queryPages } from '../services/query-pages.ts';
import { isHeld } from './decide/hold.ts';
import { isWorthSweeping } from './decide/sweep.ts';
import { errorText } from './error-text.ts';
import { isPaused, type JobKey } from './job-store.ts';
import type { Log } from './ports.ts';

interface SweeperParts {
  db: Firestore;
  log: Log;
  /** Lets the event `sweep` happen to a job. */
  sweepJob: (key: JobKey) => Promise<void>;
  /** Deals with a request. */
  deal: (workspaceId: string, requestId: string) => Promise<void>;
}

/** Documents that a sweep holds in memory at a time. A job may have a megabyte. */
const PAGE = 50;

/** Jobs that are looked after at a time: many may be held, and each takes a few round trips. */
const AT_ONCE = 10;

export class Sweeper {
  readonly #parts: SweeperParts;

  constructor(parts: SweeperParts) {
    this.#parts = parts;
  }

  /** Looks after every open job and request. */
  async sweep(): Promise<void> {
    const { db, log, deal } = this.#parts;
    const isQueuePaused = this.#queuesSeen();
    const open = db.collectionGroup(collectionGroups.jobs).where('open', '==', true);
    for await (const jobs of queryPages(open, PAGE)) {
      await this.#sweepJobs(jobs.filter(isDue));
      const resumed: DocumentSnapshot[] = [];
      for (const held of jobs.filter(isHeldJob)) if (!(await isQueuePaused(held))) resumed.push(held);
      await this.#sweepJobs(resumed);
    }
    for await (const requests of queryPages(db.collectionGroup(collectionGroups.jobRequests), PAGE)) {
      for (const { workspaceId, jobId: requestId } of keysOf(requests))
        await guarded(log, { workspaceId, requestId }, async () => await deal(workspaceId, requestId));
    }
  }

  /** Looks after what is held in a workspace, unless its queue is paused. */
  async sweepHeld(workspaceId: string): Promise<void> {
    if (await this.#isQueuePaused(workspaceId)) return;
    const open = this.#parts.db.collection(paths.jobs(workspaceId)).where('open', '==', true);
    for await (const jobs of queryPages(open.where('activity.kind', '==', 'held'), PAGE))
      await this.#sweepJobs(jobs);
  }

  /** Looks after what is open, or needs attention, on a subject. What goes wrong is thrown: nobody else would know of it. */
  async sweepSubject(workspaceId: string, subjectId: string): Promise<void> {
    const { db, sweepJob } = this.#parts;
    const jobs = db.collection(paths.jobs(workspaceId)).where('subject.id', '==', subjectId);
    for (const field of ['open', 'needs_attention']) {
      for (const key of keysOf((await jobs.where(field, '==', true).get()).docs)) await sweepJob(key);
    }
  }

  async #sweepJobs(jobs: readonly DocumentSnapshot[]): Promise<void> {
    const { log, sweepJob } = this.#parts;
    const left = keysOf(jobs);
    const goOn = async () => {
      for (let key = left.shift(); key !== undefined; key = left.shift()) await look(key);
    };
    const look = async (key: JobKey) => await guarded(log, key, async () => await sweepJob(key));
    await Promise.all(Array.from({ length: AT_ONCE }, goOn));
  }

  async #isQueuePaused(workspaceId: string): Promise<boolean> {
    return isPaused(await this.#parts.db.doc(paths.queueSettings(workspaceId)).get());
  }

  /** Says whether the queue of a job is paused, having looked once a workspace: many jobs may be held. */
  #queuesSeen(): (job: DocumentSnapshot) => Promise<boolean> {
    const seen = new Map<string, Promise<boolean>>();
    return async (job) => {
      const workspaceId = job.ref.parent.parent?.id ?? '';
      const paused = seen.get(workspaceId) ?? this.#isQueuePaused(workspaceId);
      seen.set(workspaceId, paused);
      return await paused;
    };
  }
}

/**
 * Runs `work`; what it throws is logged, so that one broken document does not keep the sweeper from the others. The next
 * sweep tries again.
 */
export async function guarded(log: Log, about: object, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    log.error({ ...about, error: errorText(error) }, 'left to the sweeper');
  }
}

/** Whether a job as found is worth a transaction, whatever its queue. */
function isDue(snapshot: DocumentSnapshot): boolean {
  const job = jobSchema.safeParse(snapshot.data());
  return job.success && !isHeld(job.data) && isWorthSweeping(job.data, new Date());
}

/** Whether a job as found waits for its queue to be resumed. */
function isHeldJob(snapshot: DocumentSnapshot): boolean {
  const job = jobSchema.safeParse(snapshot.data());
  return job.success && isHeld(job.data);
}

function keysOf(found: readonly DocumentSnapshot[]): JobKey[] {
  return found.flatMap((snapshot) => {
    const workspaceId = snapshot.ref.parent.parent?.id;
    return workspaceId === undefined ? [] : [{ workspaceId, jobId: snapshot.id }];
  });
}
