/**
 * One database: its documents, clock, recent history and listeners. Everything here is synchronous, so a commit is
 * atomic by itself; waiting for locks happens before, in transactions/.
 */
import { randomUUID } from 'node:crypto';
import { CommitClock } from '../commit/commit-clock.ts';
import { type CommitPlan, planCommit } from '../commit/plan.ts';
import type { Write } from '../commit/write.ts';
import type { Micros } from '../values/timestamp.ts';
import type { DocumentChange, StoredDocument } from './document.ts';
import { DocumentTable } from './document-table.ts';
import { History } from './history.ts';
import type { Journal } from './journal.ts';
import type { PendingEvent } from './outbox.ts';
import type { ReadView } from './read-view.ts';
import { Tombstones } from './tombstones.ts';

/** A commit that happened, as listeners and triggers learn of it. */
export interface Commit<Author> {
  readonly time: Micros;
  readonly changes: readonly DocumentChange[];
  /** On whose behalf; opaque here. */
  readonly author: Author;
  /** What functions are to be told of it. */
  readonly events: readonly PendingEvent[];
}

/** A commit that is about to be written. */
export type ComingCommit<Author> = Omit<Commit<Author>, 'events'>;

type Observer<Author> = (commit: Commit<Author>) => void;

const noOverlay = new Map<string, undefined>();

export class Database<Author> {
  /** `projects/P/databases/D` */
  readonly name: string;
  #table = new DocumentTable();
  readonly #journal: Journal | undefined;
  readonly #now: () => number;
  #clock: CommitClock;
  readonly #observers = new Set<Observer<Author>>();
  readonly #eventsOf: (commit: ComingCommit<Author>) => readonly PendingEvent[];
  #lastCommit: Micros;
  #history: History;
  #tombstones: Tombstones;
  #epoch: string;

  /**
   * @param now wall clock in milliseconds
   * @param journal absent for a database in memory only
   * @param eventsOf says what functions are to be told of a commit
   */
  constructor(
    name: string,
    now: () => number,
    journal: Journal | undefined,
    eventsOf: (commit: ComingCommit<Author>) => readonly PendingEvent[] = () => [],
  ) {
    this.name = name;
    this.#eventsOf = eventsOf;
    this.#journal = journal;
    this.#now = now;
    const recovered = journal?.recover(name, randomUUID());
    this.#epoch = recovered?.epoch ?? randomUUID();
    this.#clock = new CommitClock(now, recovered?.lastCommit ?? 0);
    const started = recovered?.lastCommit || this.#clock.next();
    this.#lastCommit = started;
    this.#history = new History(started);
    this.#tombstones = new Tombstones(recovered?.lastCommit ? recovered.horizon : started);
    for (const document of recovered?.documents ?? []) {
      this.#table.add(document);
    }
    for (const { name: gone, time } of recovered?.deleted ?? []) {
      this.#tombstones.apply({ name: gone, segments: [], before: undefined, after: undefined }, time);
    }
  }

  /** Names the line of versions: a resume token of another epoch means nothing here. */
  get epoch(): string {
    return this.#epoch;
  }

  /** The time of a read made now. */
  get readTime(): Micros {
    return this.#clock.current();
  }

  /** The time of the last commit. */
  get lastCommit(): Micros {
    return this.#lastCommit;
  }

  /** The database as it is now. The view is live: it follows later commits. */
  present(): ReadView {
    return { table: this.#table, overlay: noOverlay };
  }

  /** The database as it was. Throws FAILED_PRECONDITION when that is too long ago. */
  past(time: Micros): ReadView {
    return time >= this.#clock.current()
      ? this.present()
      : { table: this.#table, overlay: this.#history.overlayAt(time) };
  }

  get(name: string): StoredDocument | undefined {
    return this.#table.get(name);
  }

  /** Names deleted since `time`, or undefined when that is too long ago. */
  deletedSince(time: Micros): string[] | undefined {
    return this.#tombstones.since(time);
  }

  /** What writes would do now; nothing is stored. Throws like {@link planCommit}. */
  plan(writes: readonly Write[]): CommitPlan {
    return planCommit(writes, (name) => this.#table.get(name), this.#clock.next());
  }

  /**
   * Carries out writes, all or none. `authorize` sees the plan before it is stored and throws to refuse it. Errors are
   * those of {@link planCommit} and of `authorize`, then that of a precondition that does not hold.
   */
  commit(writes: readonly Write[], author: Author, authorize: (plan: CommitPlan) => void): CommitPlan {
    const plan = planCommit(writes, (name) => this.#table.get(name), this.#clock.next());
    authorize(plan);
    if (plan.unmet) {
      throw plan.unmet;
    }
    if (plan.changes.length > 0) {
      const { time, changes } = plan;
      const events = this.#eventsOf({ time, changes, author });
      this.#journal?.append(this.name, time, changes, events);
      this.#apply({ time, changes, author, events });
    }
    return plan;
  }

  /** Removes every document. Listeners see deletions, functions nothing; resume tokens from before are void. */
  clear(author: Author): void {
    const time = this.#clock.next();
    const changes = Array.from(this.#table.everything().documents(), (before) => ({
      name: before.name,
      segments: before.segments,
      before,
      after: undefined,
    }));
    const epoch = randomUUID();
    this.#journal?.restore(this.name, epoch, time, []);
    this.#epoch = epoch;
    this.#apply({ time, changes, author, events: [] });
    this.#history = new History(time);
    this.#tombstones = new Tombstones(time);
  }

  /**
   * Puts documents, with the times they have, in the place of everything there is, in one piece and without limits.
   * For the time before clients come: observers are not told. Resume tokens from before are void.
   */
  restore(documents: Iterable<StoredDocument>): void {
    const table = new DocumentTable();
    let latest = this.#clock.next();
    const load = function* () {
      for (const document of documents) {
        table.add(document);
        latest = Math.max(latest, document.updateTime);
        yield document;
      }
    };
    const epoch = randomUUID();
    if (this.#journal) {
      this.#journal.restore(this.name, epoch, latest, load());
    } else {
      Array.from(load());
    }
    this.#epoch = epoch;
    this.#table = table;
    this.#clock = new CommitClock(this.#now, latest);
    this.#lastCommit = latest;
    this.#history = new History(latest);
    this.#tombstones = new Tombstones(latest);
  }

  /** Calls `observer` after each commit, in order. Returns what ends that. */
  observe(observer: Observer<Author>): () => void {
    this.#observers.add(observer);
    return () => this.#observers.delete(observer);
  }

  #apply(commit: Commit<Author>): void {
    const { changes, time } = commit;
    for (const change of changes) {
      this.#table.apply(change);
      this.#tombstones.apply(change, time);
    }
    this.#lastCommit = time;
    this.#history.record(time, changes);
    for (const observer of this.#observers) {
      try {
        observer(commit);
      } catch (error) {
        // It is committed: whoever did that must not learn otherwise, nor must the other observers miss it.
        process.emitWarning(error instanceof Error ? error : String(error));
      }
    }
  }
}
