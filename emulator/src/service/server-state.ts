/** What all connections share: the databases with their transactions, the rules, and what observes commits. */

import type { Caller } from '../access/caller.ts';
import type { AccessRules } from '../access/request-access.ts';
import { RequestAccess } from '../access/request-access.ts';
import type { IndexGate } from '../indexes/index-gate.ts';
import { ChangeFeed } from '../listen/change-feed.ts';
import { parseDatabaseName } from '../paths.ts';
import { type ComingCommit, type Commit, Database } from '../store/database.ts';
import type { Journal } from '../store/journal.ts';
import type { PendingEvent } from '../store/outbox.ts';
import { type TransactionLimits, Transactions } from '../transactions/transactions.ts';
import { Usage } from './usage.ts';

export type ServerDatabase = Database<Caller>;

export interface OpenDatabase {
  readonly database: ServerDatabase;
  /** What listeners learn of the database. */
  readonly feed: ChangeFeed;
  readonly transactions: Transactions;
  readonly usage: Usage;
}

/** A request's view of the server: one caller in one database. */
export interface RequestContext extends OpenDatabase {
  readonly access: RequestAccess;
  /** What knows of the indexes that have been declared; undefined when no query needs any. */
  readonly indexes: IndexGate | undefined;
  /** See `Caller`. */
  readonly connection: string | undefined;
}

export interface ServerStateOptions {
  readonly rules: AccessRules;
  /** Absent: no query needs an index. */
  readonly indexes?: IndexGate | undefined;
  /** Absent: everything is in memory only. */
  readonly journal: Journal | undefined;
  readonly limits: TransactionLimits;
  /** Wall clock in milliseconds. */
  readonly now: () => number;
  /** Says what functions are to be told of a commit in a database; absent: nothing. */
  readonly eventsOf?: (database: string, commit: ComingCommit<Caller>) => readonly PendingEvent[];
  /** Learns of every commit in every database. */
  readonly onCommit: (database: string, commit: Commit<Caller>) => void;
}

export class ServerState {
  readonly #options: ServerStateOptions;
  readonly #databases = new Map<string, OpenDatabase>();

  constructor(options: ServerStateOptions) {
    this.#options = options;
  }

  /** The database with this name (`projects/P/databases/D`); every valid name has one, empty at first. */
  open(name: string): OpenDatabase {
    let entry = this.#databases.get(name);
    if (!entry) {
      parseDatabaseName(name);
      const { now, journal, eventsOf } = this.#options;
      const database: ServerDatabase = new Database(
        name,
        now,
        journal,
        (commit) => eventsOf?.(name, commit) ?? [],
      );
      database.observe((commit) => this.#options.onCommit(name, commit));
      entry = {
        database,
        feed: new ChangeFeed(database),
        transactions: new Transactions(this.#options.limits),
        usage: new Usage(this.#options.now),
      };
      this.#databases.set(name, entry);
    }
    return entry;
  }

  /** The database as this caller sees it. */
  contextFor(name: string, caller: Caller): RequestContext {
    const entry = this.open(name);
    const access = new RequestAccess(entry.database, caller, this.#options.rules);
    return { ...entry, access, indexes: this.#options.indexes, connection: caller.connection };
  }

  /** The names of all databases of a project that hold, or held, anything. */
  databasesOf(project: string): string[] {
    const names = new Set([...this.#databases.keys(), ...(this.#options.journal?.databases() ?? [])]);
    return [...names].filter((name) => parseDatabaseName(name).project === project);
  }

  /** Opens all databases that an earlier run has left. */
  openAll(): void {
    for (const name of this.#options.journal?.databases() ?? []) {
      this.open(name);
    }
  }

  /** Ends what a lost connection has left open. */
  disconnected(connection: string): void {
    for (const { transactions } of this.#databases.values()) {
      transactions.endOf(connection);
    }
  }

  close(): void {
    for (const { transactions } of this.#databases.values()) {
      transactions.endAll();
    }
    this.#options.journal?.close();
  }
}
