import { beforeEach, describe, expect, it } from 'vitest';
import { databaseName, root, where, wireFields } from '../../test/fixtures.ts';
import { type Caller, owner } from '../access/caller.ts';
import { methods } from './methods.ts';
import { defaultLimits } from '../transactions/transactions.ts';
import { ServerState } from './server-state.ts';

const client: Caller = { kind: 'client', auth: null };

let state: ServerState;

beforeEach(() => {
  state = new ServerState({
    rules: {
      decide: (questions) => ({
        allowed: !questions.some(
          ({ path, query }) =>
            path[0] === 'secret' || (path[0] === 'short' && !((query?.decoded.limit ?? 99) <= 10)),
        ),
        message: 'refused',
      }),
    },
    journal: undefined,
    limits: defaultLimits,
    now: () => 1000,
    onCommit: () => {},
  });
});

function call(method: string, request: object, caller = owner): Promise<object[]> {
  const found = methods.get(method);
  return found ? found.call(state, caller, request) : Promise.reject(new Error(`No method ${method}`));
}

const setDocument = (path: string, data: object) =>
  call('Commit', {
    database: databaseName,
    writes: [{ update: { name: `${root}/${path}`, fields: wireFields(data) } }],
  });
const read = (path: string, how: object) =>
  call('BatchGetDocuments', { database: databaseName, documents: [`${root}/${path}`], ...how });
const beginWith = async (path: string) => {
  const [first] = await read(path, { newTransaction: { readWrite: {} } });
  return first && 'transaction' in first ? String(first.transaction) : '';
};

describe('documents by name', () => {
  it('are created with a given or a new id, once', async () => {
    const create = (documentId: string) =>
      call('CreateDocument', {
        parent: root,
        collectionId: 'c',
        documentId,
        document: { fields: wireFields({ n: 1 }) },
      });
    await expect(create('a')).resolves.toMatchObject([{ name: `${root}/c/a`, fields: wireFields({ n: 1 }) }]);
    await expect(create('a')).rejects.toMatchObject({ status: 'ALREADY_EXISTS' });
    const [made] = await create('');
    expect(made).toHaveProperty('name', expect.stringMatching(/\/c\/[A-Za-z0-9]{20}$/));
  });

  it('are updated field by field and read through a mask', async () => {
    await setDocument('c/a', { x: 1, y: { z: 2, w: 3 } });
    const document = { name: `${root}/c/a`, fields: wireFields({ x: 5 }) };
    await call('UpdateDocument', { document, updateMask: { fieldPaths: ['x'] } });
    await expect(
      call('GetDocument', { name: document.name, mask: { fieldPaths: ['x', 'y.z', 'none'] } }),
    ).resolves.toMatchObject([{ fields: wireFields({ x: 5, y: { z: 2 } }) }]);
  });

  it('are missing after they were deleted', async () => {
    await setDocument('c/a', {});
    await call('DeleteDocument', { name: `${root}/c/a` });
    await expect(call('GetDocument', { name: `${root}/c/a` })).rejects.toMatchObject({ status: 'NOT_FOUND' });
  });

  it('are listed in pages that deletions do not upset', async () => {
    await Promise.all(['a', 'b', 'c', 'd'].map((id) => setDocument(`c/${id}`, {})));
    const page = (pageToken: string) =>
      call('ListDocuments', { parent: root, collectionId: 'c', pageSize: 2, pageToken, mask: {} });
    const [first] = await page('');
    expect(first).toMatchObject({
      documents: [{ name: `${root}/c/a`, fields: {} }, { name: `${root}/c/b` }],
    });
    await call('DeleteDocument', { name: `${root}/c/a` });
    const [second] = await page(first && 'nextPageToken' in first ? String(first.nextPageToken) : '');
    expect(second).toMatchObject({ documents: [{ name: `${root}/c/c` }, { name: `${root}/c/d` }] });
    expect(second).not.toHaveProperty('nextPageToken');
  });
});

describe('enumerating', () => {
  const timeOf = async (path: string) => {
    const [found] = await read(path, {});
    return found && 'readTime' in found ? String(found.readTime) : '';
  };

  it('lists documents that are missing but have others below, page by page', async () => {
    await Promise.all(['c/a', 'c/b/d/x', 'c/c', 'c/d/d/y'].map((path) => setDocument(path, {})));
    const page = async (pageToken: string) => {
      const request = { parent: root, collectionId: 'c', pageSize: 3, pageToken, showMissing: true };
      return await call('ListDocuments', request);
    };
    const [first] = await page('');
    expect(first).toMatchObject({
      documents: ['a', 'b', 'c'].map((id) => ({ name: `${root}/c/${id}` })),
    });
    const [second] = await page(first && 'nextPageToken' in first ? String(first.nextPageToken) : '');
    expect(second).toEqual({ documents: [{ name: `${root}/c/d` }] });
  });

  it('shows documents and collections as they were', async () => {
    await setDocument('c/b/d/x', {});
    const readTime = await timeOf('c/b/d/x');
    await call('DeleteDocument', { name: `${root}/c/b/d/x` });
    await setDocument('other/a', {});
    const list = { parent: root, collectionId: 'c', showMissing: true };
    await expect(call('ListDocuments', list)).resolves.toEqual([{ documents: [] }]);
    await expect(call('ListDocuments', { ...list, readTime })).resolves.toEqual([
      { documents: [{ name: `${root}/c/b` }] },
    ]);
    await expect(call('ListCollectionIds', { parent: root, readTime })).resolves.toEqual([
      { collectionIds: ['c'] },
    ]);
    await expect(call('ListCollectionIds', { parent: root })).resolves.toEqual([
      { collectionIds: ['other'] },
    ]);
  });

  it('asks the rules of a list with its page as the limit', async () => {
    const request = { parent: root, collectionId: 'short' };
    await expect(call('ListDocuments', { ...request, pageSize: 5 }, client)).resolves.toHaveLength(1);
    await expect(call('ListDocuments', { ...request, pageSize: 50 }, client)).rejects.toThrow('refused');
    await expect(call('ListDocuments', request, client)).rejects.toThrow('refused');
  });

  it('partitions a collection group, page by page', async () => {
    await Promise.all(Array.from({ length: 8 }, (_, n) => setDocument(`p/${n}/g/x`, {})));
    const partition = async (more: object) =>
      await call('PartitionQuery', {
        parent: root,
        structuredQuery: { from: [{ collectionId: 'g', allDescendants: true }] },
        partitionCount: 3,
        ...more,
      });
    const cursor = (n: number) => ({ values: [{ referenceValue: `${root}/p/${n}/g/x` }], before: true });
    await expect(partition({})).resolves.toEqual([{ partitions: [cursor(2), cursor(4), cursor(6)] }]);
    const [first] = await partition({ pageSize: 2 });
    expect(first).toMatchObject({ partitions: [cursor(2), cursor(4)] });
    const pageToken = first && 'nextPageToken' in first ? String(first.nextPageToken) : '';
    await expect(partition({ pageSize: 2, pageToken })).resolves.toEqual([{ partitions: [cursor(6)] }]);
  });

  it.each([
    ['of one collection', { from: [{ collectionId: 'g' }] }],
    ['with a filter', { where: where('n', 'EQUAL', 1) }],
    ['in another order', { orderBy: [{ field: { fieldPath: 'n' } }] }],
    ['with a limit', { limit: 5 }],
    ['with an offset', { offset: 5 }],
  ])('does not partition a query %s', async (_what, more) => {
    const structuredQuery = { from: [{ collectionId: 'g', allDescendants: true }], ...more };
    const request = { parent: root, structuredQuery, partitionCount: 3 };
    await expect(call('PartitionQuery', request)).rejects.toMatchObject({ status: 'INVALID_ARGUMENT' });
  });
});

describe('transactions', () => {
  it('that wait for each other: one is aborted, and the other goes on at once', async () => {
    await Promise.all([setDocument('c/a', {}), setDocument('c/b', {})]);
    const [first, second] = [await beginWith('c/a'), await beginWith('c/b')];
    const waiting = read('c/b', { transaction: first });
    await expect(read('c/a', { transaction: second })).rejects.toMatchObject({ status: 'ABORTED' });
    await expect(waiting).resolves.toMatchObject([{ found: { name: `${root}/c/b` } }]);
    await expect(read('c/a', { transaction: second })).rejects.toThrow('transaction has expired');
  });

  it('hold back writes from outside until they end', async () => {
    const transaction = await beginWith('c/a');
    const order: string[] = [];
    const outside = setDocument('c/a', { by: 'outside' }).then(() => order.push('outside'));
    await setDocument('c/other', {});
    const writes = [{ update: { name: `${root}/c/a`, fields: wireFields({ by: 'inside' }) } }];
    await call('Commit', { database: databaseName, transaction, writes }).then(() => order.push('inside'));
    await outside;
    expect(order).toEqual(['inside', 'outside']);
  });

  it('end with a rollback, twice if need be', async () => {
    const transaction = await beginWith('c/a');
    await call('Rollback', { database: databaseName, transaction });
    await call('Rollback', { database: databaseName, transaction });
    await expect(setDocument('c/a', {})).resolves.toHaveLength(1);
  });

  it('are ended by another attempt, so that it need not wait for itself', async () => {
    const transaction = await beginWith('c/a');
    const again = { newTransaction: { readWrite: { retryTransaction: transaction } } };
    await expect(read('c/a', again)).resolves.toHaveLength(2);
  });

  it('cannot be rolled back when they never were', async () => {
    const request = { database: databaseName, transaction: 'bm9uc2Vuc2U=' };
    await expect(call('Rollback', request)).rejects.toMatchObject({ status: 'INVALID_ARGUMENT' });
  });

  it('of those who may not read or write keep nobody waiting', async () => {
    const transaction = await beginWith('secret/b');
    const both = [`${root}/secret/a`, `${root}/secret/b`];
    const reading = { database: databaseName, documents: both, newTransaction: { readWrite: {} } };
    await expect(call('BatchGetDocuments', reading, client)).rejects.toMatchObject({
      status: 'PERMISSION_DENIED',
    });
    const writes = both.map((name) => ({ update: { name } }));
    await expect(call('Commit', { database: databaseName, writes }, client)).rejects.toMatchObject({
      status: 'PERMISSION_DENIED',
    });
    await expect(setDocument('secret/a', {})).resolves.toHaveLength(1);
    await call('Rollback', { database: databaseName, transaction });
  });

  it('cannot show the future, nor what is too long ago', async () => {
    for (const readTime of ['2100-01-01T00:00:00Z', '1970-01-01T00:00:00Z']) {
      const status = readTime < '2000' ? 'FAILED_PRECONDITION' : 'INVALID_ARGUMENT';
      await expect(read('c/a', { readTime })).rejects.toMatchObject({ status });
      const options = { readOnly: { readTime } };
      await expect(call('BeginTransaction', { database: databaseName, options })).rejects.toMatchObject({
        status,
      });
    }
  });

  it('that only read may not write', async () => {
    const [begun] = await call('BeginTransaction', { database: databaseName, options: { readOnly: {} } });
    const writes = [{ delete: `${root}/c/a` }];
    await expect(call('Commit', { database: databaseName, ...begun, writes })).rejects.toThrow('read-only');
  });
});

describe('a batch write', () => {
  it('tells of each write apart', async () => {
    await setDocument('c/a', {});
    const [answer] = await call('BatchWrite', {
      database: databaseName,
      writes: ['a', 'b'].map((id) => ({
        update: { name: `${root}/c/${id}` },
        currentDocument: { exists: false },
      })),
    });
    expect(answer).toMatchObject({ status: [{ code: 6 }, { code: 0 }], writeResults: [{}, {}] });
  });

  it('names each document once', async () => {
    const writes = [{ delete: `${root}/c/a` }, { delete: `${root}/c/a` }];
    await expect(call('BatchWrite', { database: databaseName, writes })).rejects.toThrow('once');
  });
});

describe('a request to one database', () => {
  const foreign = 'projects/other/databases/(default)/documents/c/a';
  const refused = expect.objectContaining({
    status: 'INVALID_ARGUMENT',
    message: `The request was for database '${databaseName}' but was attempting to access database 'projects/other/databases/(default)'`,
  });

  it.each([
    ['an update', { update: { name: foreign } }],
    ['a deletion', { delete: foreign }],
    ['a check', { verify: foreign }],
    ['a transformation', { transform: { document: foreign } }],
  ])('cannot reach into another with %s', async (_what, write) => {
    await expect(call('Commit', { database: databaseName, writes: [write] })).rejects.toEqual(refused);
    await expect(call('BatchWrite', { database: databaseName, writes: [write] })).rejects.toEqual(refused);
  });

  it('cannot read from another', async () => {
    const documents = [`${root}/c/a`, foreign];
    await expect(call('BatchGetDocuments', { database: databaseName, documents })).rejects.toEqual(refused);
  });

  it('cannot name what nothing can be called', async () => {
    const name = `${root}/c/__x__`;
    const reserved = { status: 'INVALID_ARGUMENT', message: expect.stringContaining('reserved') };
    await expect(setDocument('c/__x__', {})).rejects.toMatchObject(reserved);
    await expect(call('GetDocument', { name })).rejects.toMatchObject(reserved);
    await expect(call('DeleteDocument', { name })).rejects.toMatchObject(reserved);
  });
});

describe('what clients may not do', () => {
  it('is to enumerate collections or partition queries', async () => {
    await expect(call('ListCollectionIds', { parent: root }, client)).rejects.toMatchObject({
      status: 'PERMISSION_DENIED',
    });
  });
});

describe('a request of the wrong shape', () => {
  it('is refused with the place of the fault', async () => {
    await expect(call('Commit', { database: databaseName, writes: 'all' })).rejects.toThrow('writes');
    await expect(call('GetDocument', { name: 'nonsense' })).rejects.toMatchObject({
      status: 'INVALID_ARGUMENT',
    });
  });

  it('is told what is not supported', async () => {
    await expect(call('ExecutePipeline', {})).rejects.toThrow(
      'ExecutePipeline (pipeline queries) is not supported',
    );
    const ordered = { parent: root, collectionId: 'c', orderBy: 'n' };
    await expect(call('ListDocuments', ordered)).rejects.toMatchObject({ status: 'UNIMPLEMENTED' });
  });
});
