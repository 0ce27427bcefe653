/**
 * Every query in the code has the indexes it needs, and every index that is declared has a query: those of the source are in
 * `known-queries.ts`, those of the app are found in its records.
 */
import type { RunningServer } from '@docket/emulator/server';
import { deleteApp, initializeApp } from 'firebase-admin/app';
import { type Firestore, getFirestore } from 'firebase-admin/firestore';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appQueries, asked, queriesOf, recordFiles } from './app-queries.ts';
import { knownQueries } from './known-queries.ts';
import { callsIn, sourceQueries } from './source-queries.ts';
import { startDatabase } from './start-database.ts';

let server: RunningServer;
let db: Firestore;
let stop: () => Promise<void>;

beforeAll(async () => {
  server = await startDatabase();
  process.env['METADATA_SERVER_DETECTION'] = 'none';
  process.env['FIRESTORE_EMULATOR_HOST'] = `127.0.0.1:${server.port}`;
  const app = initializeApp({ projectId: 'demo-indexes' }, 'indexes');
  db = getFirestore(app);
  stop = async () => {
    await db.terminate();
    await deleteApp(app);
    await server.close();
  };
});

afterAll(async () => await stop());

/** Why a query is not answered, with the index that it lacks; null for one that is. */
async function refusal(query: { get(): Promise<unknown> }): Promise<string | null> {
  return await query.get().then(
    () => null,
    (error: unknown) => String(error),
  );
}

const source = sourceQueries();
const app = await appQueries();

describe('the queries in the source', () => {
  const files = [...source.keys()].filter((file) => !recordFiles.includes(file));

  it.each(files)('are all known: %s', (file) => {
    // Add what is new to known-queries.ts, with the queries that come of it.
    expect(knownQueries[file]?.calls ?? []).toEqual(source.get(file));
  });

  it('are those that are known, and no others', () => {
    expect(Object.keys(knownQueries).filter((file) => !source.has(file))).toEqual([]);
  });

  it.each(Object.entries(knownQueries))('have their indexes: %s', async (_file, { queries }) => {
    for (const query of queries(db)) expect(await refusal(query)).toBeNull();
  });
});

describe('the queries of the app', () => {
  it('are in the records alone', () => {
    const said = [...source].filter(([, calls]) => calls.some((call) => call.startsWith('{ from:')));
    expect(said.map(([file]) => file)).toEqual(recordFiles.filter((file) => source.has(file)));
  });

  it('are found in each of its records', () => {
    const withQueries = recordFiles.filter((file) => source.has(file));
    expect([...new Set(app.map(({ file }) => file))]).toEqual(withQueries);
  });

  it.each(
    app.map(({ name, query }) => [`${name} ${Object.keys(query.where).join(' and ')}`, query] as const),
  )('have their indexes: %s', async (_name, query) => {
    expect(await refusal(asked(db, query))).toBeNull();
    // Counting goes without the order.
    expect(await refusal(asked(db, { ...query, orderBy: undefined }).count())).toBeNull();
  });
});

describe('the declared indexes', () => {
  it('are all needed by a query', () => {
    expect(server.indexReport()?.unneeded).toEqual([]);
  });
});

describe('looking for queries', () => {
  it('finds calls of both SDKs, in chains and by themselves, in the order in which they are written', () => {
    const text = `
      const open = db.collection(jobs).where('open', '==', true).orderBy(\`at\`, 'desc').limit(3);
      const mine = query(collectionGroup(db, 'members'), where("uid", '==',
        uid));
      const no = elsewhere.find((each) => each.where).orderByName();
    `;
    expect(callsIn('a.ts', text)).toEqual([
      'collection(jobs)',
      "where('open', '==', true)",
      "orderBy(`at`, 'desc')",
      "collectionGroup(db, 'members')",
      `where("uid", '==', uid)`,
    ]);
    expect(callsIn('a.ts', 'const all = await db.collection(jobs).get();')).toEqual([]);
    expect(callsIn('a.tsx', `const a = <p>{use({ from: 'group', path: 'members' })}</p>;`)).toEqual([
      "{ from: 'group' }",
    ]);
  });

  it('tries everything that a query may leave out', () => {
    const latest = (
      workspace: string,
      { webhook, state }: { webhook: string | null; state: string | null },
      by: string | null,
    ) => ({
      from: 'collection',
      path: `workspaces/${workspace}/deliveries`,
      where: {
        ...(webhook !== null && { webhook_id: webhook }),
        ...(state !== null && { state }),
        ...(by !== null && { by }),
      },
    });
    expect(queriesOf(latest).map(({ where }) => Object.keys(where).sort().join())).toHaveLength(8);
  });
});
