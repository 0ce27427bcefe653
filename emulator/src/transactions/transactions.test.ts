import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { commit, newDatabase, query, set, where } from '../../test/fixtures.ts';
import { LockTable, newLockHolder } from './lock-table.ts';
import { Transactions } from './transactions.ts';

describe('locks', () => {
  const locks = () => new LockTable(1000);

  it('are granted in the order they were asked for', async () => {
    const table = locks();
    const order: string[] = [];
    const [a, b, c] = [newLockHolder(), newLockHolder(), newLockHolder()];
    await table.acquire(a, ['x']);
    const waiting = [
      table.acquire(b, ['x']).then(() => order.push('b')),
      table.acquire(c, ['x']).then(() => order.push('c')),
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
    await table.acquire(a, ['x', 'y']);
    await table.acquire(a, ['y']);
    const twice = Promise.all([table.acquire(b, ['x']), table.acquire(b, ['x'])]);
    table.release(a);
    await twice;
    expect(b.holds).toEqual(new Set(['x']));
  });

  it('that would be waited for in a circle are refused at once', async () => {
    const table = locks();
    const [a, b, c] = [newLockHolder(), newLockHolder(), newLockHolder()];
    await Promise.all([table.acquire(a, ['x']), table.acquire(b, ['y']), table.acquire(c, ['z'])]);
    const first = table.acquire(a, ['y']);
    const second = table.acquire(b, ['z']);
    await expect(table.acquire(c, ['x'])).rejects.toMatchObject({ status: 'ABORTED' });
    table.release(c);
    await second;
    table.release(b);
    await first;
  });

  it('are not waited for by a holder that has ended', async () => {
    const table = locks();
    const [a, b] = [newLockHolder(), newLockHolder()];
    await table.acquire(a, ['x']);
    const waiting = table.acquire(b, ['x']);
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
      await table.acquire(a, ['x']);
      const outcome = table.acquire(b, ['x']).catch((error: unknown) => error);
      await vi.advanceTimersByTimeAsync(1001);
      expect(await outcome).toMatchObject({ status: 'ABORTED' });
    });

    it('of an idle transaction are freed', async () => {
      const transactions = new Transactions({ idle: 500, lockWait: 1000 });
      const transaction = transactions.beginReadWrite();
      if (transaction.kind === 'readWrite') {
        await transactions.locks.acquire(transaction.holder, ['x']);
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
    const transactions = new Transactions({ idle: 1000, lockWait: 1000 });
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
