import { beforeEach, describe, expect, it } from 'vitest';
import { databaseName, root, wireFields } from '../../test/fixtures.ts';
import { owner } from '../access/caller.ts';
import { methods } from './methods.ts';
import { defaultLimits } from '../transactions/transactions.ts';
import { ServerState } from './server-state.ts';
import { openListen } from './streams.ts';

let now = 1000;
let state: ServerState;

beforeEach(() => {
  now = 1000;
  state = new ServerState({
    rules: { decide: () => ({ allowed: true, message: '' }) },
    journal: undefined,
    limits: defaultLimits,
    now: () => now,
    onCommit: () => {},
  });
});

const call = (method: string, request: object) =>
  methods.get(method)?.call(state, owner, request) ?? Promise.reject(new Error(`No method ${method}`));
const update = (path: string, data: object) => ({
  update: { name: `${root}/${path}`, fields: wireFields(data) },
});
const commit = (...writes: object[]) => call('Commit', { database: databaseName, writes });
const query = { from: [{ collectionId: 'jobs' }] };
const usage = () => state.open(databaseName).usage.report();

describe('the use of a database', () => {
  it('is nothing at first', () => {
    expect(usage()).toEqual({ since: 1000, reads: {}, writes: {} });
  });

  it('counts each document that a commit changes, by its collection', async () => {
    await commit(update('jobs/a', { n: 1 }), update('jobs/b', {}), update('jobs/a/logs/1', {}));
    await commit({ delete: `${root}/jobs/b` });
    expect(usage()).toEqual({ since: 1000, reads: {}, writes: { jobs: 3, logs: 1 } });
  });

  it('counts a document once in a commit that writes it twice', async () => {
    await commit(update('jobs/a', { n: 1 }), update('jobs/a', { n: 2 }));
    expect(usage().writes).toEqual({ jobs: 1 });
  });

  it('does not count writes that change nothing or fail', async () => {
    await commit(update('jobs/a', { n: 1 }));
    await commit(update('jobs/a', { n: 1 }), { delete: `${root}/jobs/nothing` });
    const refused = commit({ ...update('jobs/a', { n: 2 }), currentDocument: { exists: false } });
    await expect(refused).rejects.toMatchObject({ status: 'ALREADY_EXISTS' });
    expect(usage().writes).toEqual({ jobs: 1 });
  });

  it('counts batch writes one by one', async () => {
    const writes = [update('jobs/a', {}), update('jobs/b', {})];
    await call('BatchWrite', { database: databaseName, writes });
    expect(usage().writes).toEqual({ jobs: 2 });
  });

  it('counts documents that are got, found and listed, not those that are missing', async () => {
    await commit(update('jobs/a', {}), update('jobs/b', {}));
    const documents = [`${root}/jobs/a`, `${root}/jobs/nothing`];
    await call('BatchGetDocuments', { database: databaseName, documents });
    expect(usage().reads).toEqual({ jobs: 1 });
    await call('RunQuery', { parent: root, structuredQuery: { ...query, limit: { value: 1 } } });
    expect(usage().reads).toEqual({ jobs: 2 });
    await call('ListDocuments', { parent: root, collectionId: 'jobs' });
    expect(usage().reads).toEqual({ jobs: 4 });
  });

  it('does not count what is aggregated', async () => {
    await commit(update('jobs/a', {}));
    const structuredAggregationQuery = { structuredQuery: query, aggregations: [{ alias: 'n', count: {} }] };
    await call('RunAggregationQuery', { parent: root, structuredAggregationQuery });
    expect(usage().reads).toEqual({});
  });

  it('counts what a listener is given at first, and each change that it is told', async () => {
    await commit(update('jobs/a', {}), update('jobs/b', {}));
    const output = { send: () => {}, fail: () => {} };
    const addTarget = { targetId: 1, query: { parent: root, structuredQuery: query } };
    const first = { database: databaseName, addTarget };
    const stream = openListen(state, owner, first, output);
    stream.receive(first);
    expect(usage().reads).toEqual({ jobs: 2 });
    await commit(update('jobs/a', { n: 1 }), update('elsewhere/x', {}));
    await commit({ delete: `${root}/jobs/b` });
    // Listeners are told after whoever has committed.
    await new Promise<void>((resolve) => void setImmediate(resolve));
    expect(usage().reads).toEqual({ jobs: 3 });
    stream.close();
  });

  it('is counted from zero after a reset, apart from other databases', async () => {
    await commit(update('jobs/a', {}));
    state.open('projects/p/databases/other').usage.reset();
    expect(usage().writes).toEqual({ jobs: 1 });
    now = 2000;
    state.open(databaseName).usage.reset();
    expect(usage()).toEqual({ since: 2000, reads: {}, writes: {} });
  });
});
