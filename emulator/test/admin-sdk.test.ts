import { AggregateField, FieldValue, type Firestore, Timestamp } from '@google-cloud/firestore';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { firstOf, project, Resources } from './servers.ts';

const resources = new Resources();
let port: number;
let db: Firestore;

beforeAll(async () => {
  ({ port } = await resources.server());
  db = resources.admin(port);
});

beforeEach(async () => {
  const url = `http://127.0.0.1:${port}/emulator/v1/projects/${project}/databases/(default)/documents`;
  await fetch(url, { method: 'DELETE' });
});

afterAll(() => resources.close());

async function fill(count: number): Promise<void> {
  const batch = db.batch();
  for (let n = 0; n < count; n += 1) {
    batch.set(db.doc(`items/i${String(n).padStart(3, '0')}`), { n, group: n % 3 });
  }
  await batch.commit();
}

describe('documents through the Admin SDK', () => {
  it('keep every type of value', async () => {
    const data = {
      text: 'é😀',
      list: [1, 1.5, 'x', null, true],
      map: { deep: { er: -0 } },
      when: Timestamp.fromMillis(1_700_000_000_123),
      bytes: Buffer.from([0, 255]),
      big: 2 ** 40,
      notANumber: Number.NaN,
    };
    await db.doc('a/b').set(data);
    expect((await db.doc('a/b').get()).data()).toEqual(data);
  });

  it('take all transforms', async () => {
    await db.doc('a/b').set({ n: 1, list: [1, 2], gone: 1, at: FieldValue.serverTimestamp() });
    await db.doc('a/b').update({
      n: FieldValue.increment(2),
      list: FieldValue.arrayUnion(3),
      gone: FieldValue.delete(),
      'm.x': 1,
    });
    await db.doc('a/b').update({ list: FieldValue.arrayRemove(1) });
    const { at, ...rest } = (await db.doc('a/b').get()).data() ?? {};
    expect(rest).toEqual({ n: 3, list: [2, 3], m: { x: 1 } });
    expect(at).toBeInstanceOf(Timestamp);
  });

  it('are refused as Firestore refuses them', async () => {
    await expect(db.doc('a/none').update({ n: 1 })).rejects.toMatchObject({ code: 5 });
    await db.doc('a/b').create({});
    await expect(db.doc('a/b').create({})).rejects.toMatchObject({ code: 6 });
    const stale = (await db.doc('a/b').get()).updateTime;
    await db.doc('a/b').set({ n: 1 });
    await expect(db.doc('a/b').delete({ lastUpdateTime: stale ?? Timestamp.now() })).rejects.toMatchObject({
      code: 9,
    });
  });

  it('can be fetched together, missing ones included, with a mask', async () => {
    await db.doc('a/1').set({ x: 1, y: 2 });
    const found = await db.getAll(db.doc('a/1'), db.doc('a/2'), { fieldMask: ['y'] });
    expect(found.map((each) => each.data())).toEqual([{ y: 2 }, undefined]);
  });
});

describe('queries through the Admin SDK', () => {
  it('filter, order, page backwards and project', async () => {
    await fill(100);
    const items = db.collection('items');
    const page = await items
      .where('group', '==', 1)
      .orderBy('n', 'desc')
      .startAfter(94)
      .limit(2)
      .select('n')
      .get();
    expect(page.docs.map((each) => each.data())).toEqual([{ n: 91 }, { n: 88 }]);
    const last = await items.orderBy('n').limitToLast(2).get();
    expect(last.docs.map((each) => each.get('n'))).toEqual([98, 99]);
    const some = await items.where('n', 'in', [5, 7]).where('group', '!=', 2).get();
    expect(some.docs.map(({ id }) => id)).toEqual(['i007']);
  });

  it('count, sum and average', async () => {
    await fill(10);
    const result = await db
      .collection('items')
      .aggregate({
        count: AggregateField.count(),
        sum: AggregateField.sum('n'),
        avg: AggregateField.average('n'),
      })
      .get();
    expect(result.data()).toEqual({ count: 10, sum: 45, avg: 4.5 });
  });

  it('span collection groups, whole or in partitions', async () => {
    await Promise.all(Array.from({ length: 30 }, (_, n) => db.doc(`top/t${n}/parts/p`).set({ n })));
    expect((await db.collectionGroup('parts').get()).size).toBe(30);
    const ids: string[] = [];
    for await (const partition of db.collectionGroup('parts').getPartitions(4)) {
      ids.push(...(await partition.toQuery().get()).docs.map(({ ref }) => ref.path));
    }
    expect(new Set(ids).size).toBe(30);
    expect(ids).toHaveLength(30);
  });

  it('enumerate collections and documents, also those that are only a path', async () => {
    await db.doc('a/ghost/b/c').set({});
    await db.doc('a/real').set({});
    expect((await db.listCollections()).map(({ id }) => id)).toEqual(['a']);
    expect((await db.doc('a/ghost').listCollections()).map(({ id }) => id)).toEqual(['b']);
    expect((await db.collection('a').listDocuments()).map(({ id }) => id)).toEqual(['ghost', 'real']);
  });
});

describe('many writes through the Admin SDK', () => {
  it('go through a BulkWriter, failures told one by one', async () => {
    await db.doc('items/3').set({});
    const failed: string[] = [];
    const writer = db.bulkWriter();
    writer.onWriteError(({ documentRef, code }) => {
      failed.push(`${documentRef.id} ${code}`);
      return false;
    });
    const all = Array.from({ length: 50 }, (_, n) =>
      writer.create(db.doc(`items/${n}`), { n }).catch(() => {}),
    );
    await writer.close();
    await Promise.all(all);
    expect(failed).toEqual(['3 6']);
    expect((await db.collection('items').count().get()).data().count).toBe(50);
  });

  it('are removed with everything below by recursiveDelete', async () => {
    await db.doc('a/b').set({});
    await db.doc('a/b/c/d').set({});
    await db.doc('ab/x').set({});
    await db.recursiveDelete(db.collection('a'));
    expect((await db.listCollections()).map(({ id }) => id)).toEqual(['ab']);
  });
});

describe('transactions through the Admin SDK', () => {
  it('take turns on a document: no attempt is wasted', async () => {
    const counter = db.doc('counters/c');
    let attempts = 0;
    const increment = () =>
      db.runTransaction(async (transaction) => {
        attempts += 1;
        const { n = 0 } = (await transaction.get(counter)).data() ?? {};
        transaction.set(counter, { n: n + 1 });
      });
    await Promise.all(Array.from({ length: 20 }, increment));
    expect((await counter.get()).get('n')).toBe(20);
    expect(attempts).toBe(20);
  });

  it('see what a query finds, and run again when it would find something else', async () => {
    await fill(3);
    const items = db.collection('items');
    let attempts = 0;
    await db.runTransaction(async (transaction) => {
      attempts += 1;
      const { size } = await transaction.get(items.where('group', '==', 0));
      if (attempts === 1) {
        await items.doc('new').set({ group: 0 });
      }
      transaction.set(db.doc('sums/s'), { size });
    });
    expect([attempts, (await db.doc('sums/s').get()).get('size')]).toEqual([2, 2]);
  });

  it('of a client that is lost in the middle hold up nobody', async () => {
    await db.doc('a/b').set({ n: 1 });
    const lost = resources.admin(port);
    const { promise: locked, resolve } = Promise.withResolvers<void>();
    const abandoned = lost.runTransaction(async (transaction) => {
      await transaction.get(lost.doc('a/b'));
      resolve();
      await new Promise(() => {});
    });
    abandoned.catch(() => {});
    await locked;
    const write = db.doc('a/b').update({ n: 2 });
    await lost.terminate();
    await write;
    expect((await db.doc('a/b').get()).get('n')).toBe(2);
  }, 10_000);

  it('free their locks when the callback throws', async () => {
    const fails = db.runTransaction(async (transaction) => {
      await transaction.get(db.doc('c/a'));
      throw new Error('mine');
    });
    await expect(fails).rejects.toThrow('mine');
    await db.doc('c/a').set({ n: 1 });
    expect((await db.doc('c/a').get()).exists).toBe(true);
  });

  it('that only read see one moment', async () => {
    await db.doc('c/a').set({ n: 1 });
    const seen = await db.runTransaction(
      async (transaction) => {
        const first = (await transaction.get(db.doc('c/a'))).get('n');
        await db.doc('c/a').set({ n: 2 });
        await db.doc('c/b').set({ n: 2 });
        const { docs } = await transaction.get(db.collection('c'));
        return [first, ...docs.map((each) => each.get('n'))];
      },
      { readOnly: true },
    );
    expect(seen).toEqual([1, 1]);
  });
});

describe('listeners through the Admin SDK', () => {
  it('see documents come, change, move and go', async () => {
    await fill(5);
    const query = db.collection('items').orderBy('n', 'desc').limit(2);
    const seen: string[] = [];
    const told = (count: number) =>
      firstOf<number>(
        (next) => {
          const timer = setInterval(() => {
            next(seen.length);
            if (seen.length >= count) {
              clearInterval(timer);
            }
          }, 5);
        },
        (length) => length >= count,
      );
    const stop = query.onSnapshot((snapshot) => {
      seen.push(
        snapshot
          .docChanges()
          .map(({ type, doc }) => `${type} ${doc.id}`)
          .join(', '),
      );
    });
    await told(1);
    await db.doc('items/i004').delete();
    await told(2);
    await db.doc('items/i000').update({ n: 50 });
    await told(3);
    stop();
    expect(seen).toEqual(['added i004, added i003', 'removed i004, added i002', 'removed i002, added i000']);
  });
});

describe('what is not supported', () => {
  it('is refused by name', async () => {
    const documents = `projects/${project}/databases/(default)/documents`;
    const answer = await fetch(`http://127.0.0.1:${port}/v1/${documents}:runQuery`, {
      method: 'POST',
      body: JSON.stringify({ structuredQuery: { findNearest: {} } }),
    });
    expect([answer.status, await answer.json()]).toEqual([
      501,
      [
        {
          error: {
            code: 501,
            status: 'UNIMPLEMENTED',
            message: 'findNearest (vector search) is not supported by this emulator.',
          },
        },
      ],
    ]);
  });
});
