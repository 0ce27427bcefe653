import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { commit, newDatabase, query, set, where } from '../../test/fixtures.ts';
import { LockTable, newLockHolder } from './lock-table.ts';
import { type TransactionLimits, Transactions } from './transactions.ts';

const limits: TransactionLimits = { idle: 1000, total: 2000, lockWait: 1000, lockShare: 300 };

describe('locks', () => {
  const locks = () => new LockTable({ lockWait: 1000, lockShare: 300 });

  it('are granted in the order they were asked for', async () => {
    const table = locks();
    const order: string[] = [];
    const [a, b, c] = [newLockHolder(), newLockHolder(), newLockHolder()];
    await table.acquire(a, ['x'], 'write');
    const waiting = [
      table.acquire(b, ['x'], 'write').then(() => order.push('b')),
      table.acquire(c, ['x'], 'write').then(() => order.push('c')),
    ];
    table.release(a);
    await waiting[0];
    expect(order).toEqual(['b']);
    table.release(b);
    await Promise.all(waiting);
    expect(order).toEqual(['b', 'c']);
    table.release(c);
    expect(table.idle).toBe(true);
  });

  it('may be asked for again by their holder, also while it waits', async () => {
    const table = locks();
    const [a, b] = [newLockHolder(), newLockHolder()];
    await table.acquire(a, ['x', 'y'], 'write');
    await table.acquire(a, ['y'], 'write');
    const twice = Promise.all([table.acquire(b, ['x'], 'write'), table.acquire(b, ['x'], 'write')]);
    table.release(a);
    await twice;
    expect(b.holds).toEqual(new Set(['x']));
  });

  it('that would be waited for in a circle are refused at once', async () => {
    const table = locks();
    const [a, b, c] = [newLockHolder(), newLockHolder(), newLockHolder()];
    await Promise.all([
      table.acquire(a, ['x'], 'write'),
      table.acquire(b, ['y'], 'write'),
      table.acquire(c, ['z'], 'write'),
    ]);
    const first = table.acquire(a, ['y'], 'write');
    const second = table.acquire(b, ['z'], 'write');
    await expect(table.acquire(c, ['x'], 'write')).rejects.toMatchObject({ status: 'ABORTED' });
    table.release(c);
    await second;
    table.release(b);
    await first;
  });

  it('are not waited for by a holder that has ended', async () => {
    const table = locks();
    const [a, b] = [newLockHolder(), newLockHolder()];
    await table.acquire(a, ['x'], 'write');
    const waiting = table.acquire(b, ['x'], 'write');
    table.release(b);
    await expect(waiting).rejects.toMatchObject({ status: 'ABORTED' });
    table.release(a);
    expect(table.idle).toBe(true);
  });

  describe('with time passing', () => {
    beforeEach(() => void vi.useFakeTimers());
    afterEach(() => void vi.useRealTimers());

    it('are waited for no longer than the limit', async () => {
      const table = locks();
      const [a, b] = [newLockHolder(), newLockHolder()];
      await table.acquire(a, ['x'], 'write');
      const outcome = table.acquire(b, ['x'], 'write').catch((error: unknown) => error);
      await vi.advanceTimersByTimeAsync(1001);
      expect(await outcome).toMatchObject({ status: 'ABORTED' });
    });

    it('for reading are shared when the reader before is slow, and not before', async () => {
      const table = locks();
      const [a, b, c] = [newLockHolder(), newLockHolder(), newLockHolder()];
      await table.acquire(a, ['x'], 'read');
      const entered: string[] = [];
      void table.acquire(b, ['x'], 'read').then(() => entered.push('b'));
      await vi.advanceTimersByTimeAsync(299);
      expect(entered).toEqual([]);
      await vi.advanceTimersByTimeAsync(2);
      expect(entered).toEqual(['b']);
      await table.acquire(c, ['x'], 'read');
      expect([a, b, c].every(({ holds }) => holds.has('x'))).toBe(true);
    });

    it('for writing are shared with nobody', async () => {
      const table = locks();
      const [a, b] = [newLockHolder(), newLockHolder()];
      await table.acquire(a, ['x'], 'write');
      const waiting = table.acquire(b, ['x'], 'read');
      await vi.advanceTimersByTimeAsync(500);
      expect(b.holds.size).toBe(0);
      table.release(a);
      await waiting;
    });

    it('that two readers share go to the first that writes, when the other ends', async () => {
      const table = locks();
      const [a, b] = [newLockHolder(), newLockHolder()];
      const both = Promise.all([table.acquire(a, ['x'], 'read'), table.acquire(b, ['x'], 'read')]);
      await vi.advanceTimersByTimeAsync(301);
      await both;
      const writing = table.acquire(a, ['x'], 'write');
      await expect(table.acquire(b, ['x'], 'write')).rejects.toMatchObject({ status: 'ABORTED' });
      table.release(b);
      await writing;
    });

    it('that somebody wants to write are not shared with readers who came later', async () => {
      const table = locks();
      const [a, writer, b] = [newLockHolder(), newLockHolder(), newLockHolder()];
      await table.acquire(a, ['x'], 'read');
      const order: string[] = [];
      void table.acquire(writer, ['x'], 'write').then(() => order.push('writer'));
      const last = table.acquire(b, ['x'], 'read').then(() => order.push('b'));
      await vi.advanceTimersByTimeAsync(400);
      table.release(a);
      await vi.advanceTimersByTimeAsync(0);
      table.release(writer);
      await last;
      expect(order).toEqual(['writer', 'b']);
    });

    it('of a transaction that takes too long are freed, however busy it is', async () => {
      const transactions = new Transactions(limits);
      const { id } = transactions.beginReadWrite();
      for (let passed = 0; passed < 2000; passed += 500) {
        transactions.get(id);
        await vi.advanceTimersByTimeAsync(500);
      }
      expect(() => transactions.get(id)).toThrow('expired');
    });

    it('of an idle transaction are freed', async () => {
      const transactions = new Transactions({ ...limits, idle: 500 });
      const transaction = transactions.beginReadWrite();
      if (transaction.kind === 'readWrite') {
        await transactions.locks.acquire(transaction.holder, ['x'], 'read');
      }
      await vi.advanceTimersByTimeAsync(400);
      transactions.get(transaction.id);
      await vi.advanceTimersByTimeAsync(400);
      expect(transactions.locks.idle).toBe(false);
      await vi.advanceTimersByTimeAsync(200);
      expect(transactions.locks.idle).toBe(true);
      expect(() => transactions.get(transaction.id)).toThrow('expired');
    });
  });
});

describe('a query in a transaction', () => {
  const young = query({ from: [{ collectionId: 'c' }], where: where('n', 'LESS_THAN', 10) });

  async function readInTransaction() {
    const database = newDatabase();
    commit(database, set('c/a', { n: 1 }), set('c/b', { n: 20 }));
    const transactions = new Transactions(limits);
    const transaction = transactions.beginReadWrite();
    if (transaction.kind === 'readWrite') {
      await transactions.runLocked(transaction, young, database.present());
    }
    return { database, transactions, transaction };
  }

  it('locks its results', async () => {
    const { transactions } = await readInTransaction();
    expect(transactions.locks.idle).toBe(false);
  });

  it('aborts the commit when a result has appeared since', async () => {
    const { database, transactions, transaction } = await readInTransaction();
    expect(() => transactions.checkQueries(transaction, database.present())).not.toThrow();
    commit(database, set('c/c', { n: 2 }));
    expect(() => transactions.checkQueries(transaction, database.present())).toThrow('have changed');
  });
});

describe('the id of a transaction', () => {
  it('can be rolled back again and again', () => {
    const transactions = new Transactions(limits);
    const { id } = transactions.beginReadWrite();
    transactions.rollback(id);
    expect(() => transactions.rollback(id)).not.toThrow();
  });

  it('that never was cannot be rolled back', () => {
    const transactions = new Transactions(limits);
    const other = new Transactions(limits).beginReadWrite();
    for (const id of ['', 'bm9uc2Vuc2U=', other.id]) {
      expect(() => transactions.rollback(id)).toThrow('Invalid transaction');
    }
  });

  it('ends that transaction when another attempt begins', async () => {
    const transactions = new Transactions(limits);
    const first = transactions.beginReadWrite();
    if (first.kind === 'readWrite') {
      await transactions.locks.acquire(first.holder, ['x'], 'read');
    }
    transactions.beginReadWrite(undefined, first.id);
    expect(transactions.locks.idle).toBe(true);
  });
});
