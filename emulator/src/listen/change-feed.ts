/**
 * Brings the commits of one database to those who listen: once for each turn of the event loop, in sum, and to each only
 * what its targets can be concerned by. However many listen, a commit costs those that it does not concern nothing.
 */
import type { ServerDatabase } from '../service/server-state.ts';
import type { Commit } from '../store/database.ts';
import type { DocumentChange } from '../store/document.ts';
import type { Micros } from '../values/timestamp.ts';
import { Snapshot } from './snapshot.ts';
import { reachesOf, type Target } from './target.ts';

/** What changed for each target that it may concern. */
export type News = ReadonlyMap<Target, readonly DocumentChange[]>;

/** Whoever listens, to any number of targets. */
export interface Listener {
  /** Takes the changes since the last time. All of `snapshot` is to be seen at once. */
  tell(news: News, snapshot: Snapshot): void;
}

export class ChangeFeed {
  readonly database: ServerDatabase;
  readonly #listeners = new Map<string, Map<Target, Listener>>();
  /** Commits not yet told: several in one turn of the event loop (a batch write) make one snapshot. */
  #untold: Array<Commit<unknown>> = [];

  constructor(database: ServerDatabase) {
    this.database = database;
    database.observe((commit) => this.#note(commit));
  }

  /** Begins to tell `listener` what may concern `target`. Returns what ends that. */
  follow(target: Target, listener: Listener): () => void {
    for (const reach of target.reaches) {
      const targets = this.#listeners.get(reach) ?? new Map<Target, Listener>();
      this.#listeners.set(reach, targets.set(target, listener));
    }
    return () => {
      for (const reach of target.reaches) {
        const targets = this.#listeners.get(reach);
        targets?.delete(target);
        if (targets?.size === 0) {
          this.#listeners.delete(reach);
        }
      }
    };
  }

  /** Tells what has not been told yet: a target that begins now must not hear of what it has already. */
  flush(): void {
    const commits = this.#untold;
    const time = commits.at(-1)?.time;
    if (time !== undefined) {
      this.#untold = [];
      this.#tell(mergeChanges(commits.flatMap(({ changes }) => changes)), time);
    }
  }

  #note(commit: Commit<unknown>): void {
    if (this.#listeners.size === 0) {
      return;
    }
    if (this.#untold.length === 0) {
      // Whoever has committed is answered first: the SDKs take in what comes first, and a person waits for the answer.
      // That is done in microtasks; a tick asked for by one of them comes when there are no more.
      queueMicrotask(() => process.nextTick(() => this.flush()));
    }
    this.#untold.push(commit);
  }

  #tell(changes: readonly DocumentChange[], time: Micros): void {
    const news = new Map<Listener, Map<Target, DocumentChange[]>>();
    for (const change of changes) {
      for (const reach of reachesOf(change)) {
        for (const [target, listener] of this.#listeners.get(reach) ?? []) {
          const targets = news.get(listener) ?? new Map<Target, DocumentChange[]>();
          const own = targets.get(target) ?? [];
          own.push(change);
          news.set(listener, targets.set(target, own));
        }
      }
    }
    const snapshot = new Snapshot(this.database, time);
    for (const [listener, own] of news) {
      listener.tell(own, snapshot);
    }
  }
}

/** What several commits did in sum: for each document the first state and the last. */
function mergeChanges(changes: readonly DocumentChange[]): DocumentChange[] {
  const merged = new Map<string, DocumentChange>();
  for (const change of changes) {
    const earlier = merged.get(change.name);
    merged.set(change.name, earlier ? { ...change, before: earlier.before } : change);
  }
  return [...merged.values()].filter(({ before, after }) => before !== after);
}
