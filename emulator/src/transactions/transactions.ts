/**
 * The transactions of one database. Read-write transactions lock every document they read (and, at the commit, write)
 * and remember their queries, which must have the same results at the commit; read-only ones see the database as it
 * was when they began.
 */
import { randomUUID } from 'node:crypto';
import type { Query } from '../query/query.ts';
import { runQuery } from '../query/run.ts';
import { invalidArgument, StatusError } from '../status.ts';
import type { StoredDocument } from '../store/document.ts';
import type { ReadView } from '../store/read-view.ts';
import type { Micros } from '../values/timestamp.ts';
import { type LockHolder, LockTable, type LockTimes, newLockHolder } from './lock-table.ts';

/** Times in milliseconds. */
export interface TransactionLimits extends LockTimes {
  /** A transaction without requests for so long is rolled back. */
  readonly idle: number;
  /** A transaction is rolled back after this, whatever it does. */
  readonly total: number;
}

/**
 * Idle and total as in production.
 *
 * @see https://firebase.google.com/docs/firestore/manage-data/transactions#transaction_failure
 */
export const defaultLimits: TransactionLimits = {
  idle: 60_000,
  total: 270_000,
  lockWait: 15_000,
  lockShare: 1_000,
};

export type Transaction = { readonly id: string } & (
  | { readonly kind: 'readOnly'; readonly readTime: Micros }
  | { readonly kind: 'readWrite'; readonly holder: LockHolder; readonly queries: RememberedQuery[] }
);

interface RememberedQuery {
  readonly query: Query;
  readonly results: readonly StoredDocument[];
}

interface OpenTransaction {
  readonly transaction: Transaction;
  readonly connection: string | undefined;
  readonly idle: NodeJS.Timeout;
  readonly total: NodeJS.Timeout;
}

const idPattern = /^([0-9a-f-]+)#(\d{1,15})$/;

/** How often a query is run again because its results changed while their locks were awaited. */
const mostRuns = 20;

export class Transactions {
  readonly locks: LockTable;
  readonly #limits: TransactionLimits;
  readonly #open = new Map<string, OpenTransaction>();
  /** What the ids of these transactions begin with, and how many there have been: one that has ended is known by that. */
  readonly #prefix = randomUUID();
  #begun = 0;

  constructor(limits: TransactionLimits) {
    this.#limits = limits;
    this.locks = new LockTable(limits);
  }

  /** Begins a read-only transaction that shows `readTime`. It ends with `connection`, if that is given. */
  beginReadOnly(readTime: Micros, connection?: string): Transaction {
    return this.#start({ id: this.#newId(), kind: 'readOnly', readTime }, connection);
  }

  /**
   * Begins a read-write transaction. It ends with `connection`, if that is given.
   *
   * @param retried the id of a transaction that this one is another attempt of: it must not be waited for
   */
  beginReadWrite(connection?: string, retried?: string): Transaction {
    if (retried !== undefined) {
      this.rollback(retried);
    }
    const holder = newLockHolder();
    return this.#start({ id: this.#newId(), kind: 'readWrite', holder, queries: [] }, connection);
  }

  /** The open transaction with this id (base64). Throws INVALID_ARGUMENT when it has ended or never was. */
  get(id: string): Transaction {
    const entry = this.#open.get(id);
    if (!entry) {
      throw invalidArgument('The referenced transaction has expired or is no longer valid.');
    }
    entry.idle.refresh();
    return entry.transaction;
  }

  /** Ends a transaction at its client's wish. Throws INVALID_ARGUMENT for an id that no transaction here ever had. */
  rollback(id: string): void {
    const [, prefix, number] = idPattern.exec(Buffer.from(id, 'base64').toString('latin1')) ?? [];
    if (prefix !== this.#prefix || Number(number) > this.#begun) {
      throw invalidArgument('Invalid transaction.');
    }
    this.end(id);
  }

  /** Ends a transaction and frees its locks. Ending it twice does no harm. */
  end(id: string): void {
    const entry = this.#open.get(id);
    if (entry) {
      clearTimeout(entry.idle);
      clearTimeout(entry.total);
      this.#open.delete(id);
      if (entry.transaction.kind === 'readWrite') {
        this.locks.release(entry.transaction.holder);
      }
    }
  }

  /** Ends the transactions of a connection that was lost: a client that was killed must not keep others waiting. */
  endOf(connection: string): void {
    for (const [id, entry] of this.#open) {
      if (entry.connection === connection) {
        this.end(id);
      }
    }
  }

  /** Ends all of them. */
  endAll(): void {
    for (const id of this.#open.keys()) {
      this.end(id);
    }
  }

  /** Runs a query in a read-write transaction: its results are locked and will be checked at the commit. */
  async runLocked(
    transaction: Extract<Transaction, { kind: 'readWrite' }>,
    query: Query,
    view: ReadView,
  ): Promise<StoredDocument[]> {
    for (let run = 0; run < mostRuns; run += 1) {
      const results = runQuery(query, view);
      const names = results.map(({ name }) => name);
      if (names.every((name) => transaction.holder.holds.has(name))) {
        transaction.queries.push({ query, results });
        return results;
      }
      await this.locks.acquire(transaction.holder, names, 'read');
    }
    throw new StatusError('ABORTED', 'The results of a query in the transaction keep changing.');
  }

  /** Throws ABORTED when a query of the transaction would no longer have the results it had. */
  checkQueries(transaction: Transaction, view: ReadView): void {
    if (transaction.kind === 'readOnly') {
      return;
    }
    for (const { query, results } of transaction.queries) {
      const now = runQuery(query, view);
      if (now.length !== results.length || now.some((document, index) => document !== results[index])) {
        throw new StatusError('ABORTED', 'The results of a query in the transaction have changed.');
      }
    }
  }

  #start(transaction: Transaction, connection: string | undefined): Transaction {
    const endAfter = (milliseconds: number) =>
      setTimeout(() => this.end(transaction.id), milliseconds).unref();
    this.#open.set(transaction.id, {
      transaction,
      connection,
      idle: endAfter(this.#limits.idle),
      total: endAfter(this.#limits.total),
    });
    return transaction;
  }

  /** Ids travel as bytes, so they are base64 text in JSON. */
  #newId(): string {
    this.#begun += 1;
    return Buffer.from(`${this.#prefix}#${this.#begun}`).toString('base64');
  }
}
