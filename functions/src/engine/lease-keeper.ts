/**
 * Keeps a worker's lease while it works: renews it, writes progress at a bearable rate, and fires an abort signal when
 * a person wishes to cancel, when the job is cancelled, taken over or deleted, or when the phase takes too long.
 */
import { DocketError } from '@docket/model/errors';
import { jobRequestSchema, jobSchema } from '@docket/model/job';
import { paths } from '@docket/model/paths';
import type { Progress } from '@docket/model/processing-status';
import type { Firestore } from 'firebase-admin/firestore';
import { type JobKey, type JobStore, LeaseLostError } from './job-store.ts';
import type { EngineSettings } from './settings.ts';

/** Why the signal fired, when it was the person's wish. */
export class CancelledError extends Error {
  override readonly name = 'CancelledError';
  constructor() {
    super('The job was cancelled.');
  }
}

/** Thrown in the place of work that goes on although the signal has fired. */
export class UnheededError extends Error {
  override readonly name = 'UnheededError';
  constructor() {
    super('The phase went on after it was told to stop.');
  }
}

export class LeaseKeeper {
  readonly #abort = new AbortController();
  readonly #store: JobStore;
  readonly #key: JobKey;
  readonly #fence: number;
  readonly #settings: EngineSettings;
  readonly #stopWatching: () => void;
  readonly #stopListening: () => void;
  readonly #renewal: NodeJS.Timeout;
  readonly #deadline: NodeJS.Timeout;
  #within: Progress['within'] = null;
  #fraction = 0;
  #lastWrite = 0;
  #scheduled: NodeJS.Timeout | null = null;
  #writing: Promise<void> = Promise.resolve();
  #closed = false;

  constructor(db: Firestore, store: JobStore, key: JobKey, fence: number, settings: EngineSettings) {
    this.#store = store;
    this.#key = key;
    this.#fence = fence;
    this.#settings = settings;
    this.#stopWatching = this.#watch(db);
    this.#stopListening = this.#listen(db);
    this.#renewal = setInterval(() => this.#write(), settings.leaseMs / 3);
    this.#deadline = setTimeout(
      () => this.#abort.abort(new DocketError('timed_out')),
      settings.phaseTimeoutMs,
    );
  }

  get signal(): AbortSignal {
    return this.#abort.signal;
  }

  /** Takes note that `fraction` (0–1) of the phase is done; written at most once in `progressMs`. */
  report(within: NonNullable<Progress['within']>, fraction: number): void {
    this.#within = within;
    this.#fraction = fraction;
    if (this.#scheduled !== null || this.#closed) return;
    const wait = Math.max(0, this.#lastWrite + this.#settings.progressMs - Date.now());
    this.#scheduled = setTimeout(() => this.#write(), wait);
  }

  /**
   * The outcome of `work`; an UnheededError when it has not ended some time after the signal has fired. Without that, work
   * that waits for ever would keep its lease for ever.
   */
  async await<T>(work: Promise<T>): Promise<T> {
    const { promise: givenUp, reject } = Promise.withResolvers<never>();
    let timer: NodeJS.Timeout | undefined;
    const startGrace = () => {
      timer = setTimeout(() => reject(new UnheededError()), this.#settings.releaseGraceMs);
    };
    if (this.signal.aborted) startGrace();
    else this.signal.addEventListener('abort', startGrace, { once: true });
    try {
      return await Promise.race([work, givenUp]);
    } finally {
      clearTimeout(timer);
      this.signal.removeEventListener('abort', startGrace);
    }
  }

  /** Stops renewing and watching; resolves when no write of its own is under way any more. */
  async close(): Promise<void> {
    this.#closed = true;
    clearInterval(this.#renewal);
    clearTimeout(this.#deadline);
    if (this.#scheduled !== null) clearTimeout(this.#scheduled);
    this.#stopWatching();
    this.#stopListening();
    await this.#writing;
  }

  #write(): void {
    if (this.#scheduled !== null) clearTimeout(this.#scheduled);
    this.#scheduled = null;
    this.#lastWrite = Date.now();
    this.#writing = this.#writing.then(async () => {
      if (this.#closed) return;
      try {
        const progress = { within: this.#within, fraction: this.#fraction };
        const event = { type: 'report', fence: this.#fence, ...progress } as const;
        const outcome = await this.#store.apply(this.#key, event);
        if (outcome.type === 'ignored') {
          this.#abort.abort(outcome.reason === 'cancelled' ? new CancelledError() : new LeaseLostError());
        }
      } catch {
        // A renewal that fails is tried again with the next one; the lease outlives two failures.
      }
    });
  }

  /**
   * Obeys a wish to cancel at once. Without this the function that deals with wishes would, but it may have to start
   * first, and a cancel is promised within two seconds.
   */
  #listen(db: Firestore): () => void {
    const requests = db
      .collection(paths.jobRequests(this.#key.workspaceId))
      .where('job_id', '==', this.#key.jobId);
    return requests.onSnapshot(
      (snapshot) => {
        const asked = snapshot.docs.map((doc) => jobRequestSchema.safeParse(doc.data()).data?.action);
        if (asked.includes('cancel') && !this.#closed)
          this.#writing = this.#writing.then(async () => await this.#cancel());
      },
      () => {
        // The function that deals with wishes is told of them as well.
      },
    );
  }

  async #cancel(): Promise<void> {
    try {
      await this.#store.apply(this.#key, { type: 'request', action: 'cancel' });
      this.#abort.abort(new CancelledError());
    } catch {
      // The function that deals with wishes is told of them as well.
    }
  }

  #watch(db: Firestore): () => void {
    const ref = db.doc(paths.job(this.#key.workspaceId, this.#key.jobId));
    return ref.onSnapshot(
      (snapshot) => {
        const parsed = jobSchema.safeParse(snapshot.data());
        if (!parsed.success) return this.#abort.abort(new LeaseLostError());
        const { status, execution } = parsed.data;
        if (status === 'cancelling' || status === 'cancelled') return this.#abort.abort(new CancelledError());
        if (execution.state !== 'leased' || execution.fence !== this.#fence)
          this.#abort.abort(new LeaseLostError());
      },
      () => {
        // Without the watch a cancel is still noticed with the next renewal.
      },
    );
  }
}
