import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { AggregateField } from '@google-cloud/firestore';
import { collection, getDocs, onSnapshot, orderBy, query, where as webWhere } from 'firebase/firestore';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { root, where } from '../../test/fixtures.ts';
import { composite } from '../../test/index-queries.ts';
import { Resources } from '../../test/servers.ts';
import { parseIndexConfig } from './index-config.ts';

let directory: string;
let file: string;
let resources: Resources;
let log: string[];

const declare = (...indexes: object[]) =>
  writeFileSync(file, JSON.stringify({ indexes, fieldOverrides: [] }));
const startServer = () => resources.server({ indexesFile: file, log: (line) => log.push(line) });

beforeEach(() => {
  directory = mkdtempSync(path.join(tmpdir(), 'docket-indexes-'));
  file = path.join(directory, 'firestore.indexes.json');
  declare();
  resources = new Resources();
  log = [];
});

afterEach(async () => {
  await resources.close();
  rmSync(directory, { recursive: true });
});

const listed = (index: string) => `{"indexes": [${index}]}`;
const overridden = (override: string) => `{"indexes": [], "fieldOverrides": [${override}]}`;

const missing =
  'The query requires an index. Add to "indexes" in firestore.indexes.json: ' +
  '{"collectionGroup":"items","queryScope":"COLLECTION","fields":[{"fieldPath":"a","order":"ASCENDING"},{"fieldPath":"b","order":"DESCENDING"}]}';

describe('a query without an index', () => {
  it('is refused by whatever way it comes', async () => {
    const { port } = await startServer();
    const items = resources.admin(port).collection('items');
    const asked = items.where('a', '==', 1).orderBy('b', 'desc');
    const refusal = { code: 9, message: expect.stringContaining(missing) };
    await expect(asked.get()).rejects.toMatchObject(refusal);
    await expect(asked.count().get()).rejects.toMatchObject(refusal);
    await expect(
      items.firestore.runTransaction((transaction) => transaction.get(asked)),
    ).rejects.toMatchObject(refusal);
    const listened = new Promise((_resolve, reject) => void asked.onSnapshot(() => {}, reject));
    await expect(listened).rejects.toThrow(missing);
    const sum = items.where('a', '==', 1).aggregate({ sum: AggregateField.sum('b') });
    await expect(sum.get()).rejects.toMatchObject({ code: 9 });
  });

  it('is refused over HTTP', async () => {
    const { port } = await startServer();
    const answer = await fetch(`http://127.0.0.1:${port}/v1/${root}:runQuery`, {
      method: 'POST',
      headers: { authorization: 'Bearer owner' },
      body: JSON.stringify({
        structuredQuery: {
          from: [{ collectionId: 'items' }],
          where: where('a', 'EQUAL', 1),
          orderBy: [{ field: { fieldPath: 'b' }, direction: 'DESCENDING' }],
        },
      }),
    });
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain('FAILED_PRECONDITION');
  });

  it('is refused in the Web SDK as well', async () => {
    const { port } = await startServer();
    const asked = query(
      collection(resources.web(port), 'items'),
      webWhere('a', '==', 1),
      orderBy('b', 'desc'),
    );
    const refusal = { code: 'failed-precondition', message: expect.stringContaining(missing) };
    await expect(getDocs(asked)).rejects.toMatchObject(refusal);
    const listened = new Promise((_resolve, reject) => void onSnapshot(asked, () => {}, reject));
    await expect(listened).rejects.toMatchObject(refusal);
  });

  it('is answered where no indexes were given', async () => {
    const { port } = await resources.server();
    const asked = resources.admin(port).collection('items').where('a', '==', 1).orderBy('b');
    expect((await asked.get()).size).toBe(0);
  });

  it('names the index of a single field as production does', async () => {
    const { port } = await startServer();
    await expect(resources.admin(port).collectionGroup('items').where('a', '==', 1).get()).rejects.toThrow(
      'The query requires a COLLECTION_GROUP_ASC index for collection items and field a.',
    );
  });
});

describe('the file of indexes', () => {
  it('is followed; a faulty version changes nothing', async () => {
    const { port } = await startServer();
    const asked = resources.admin(port).collection('items').where('a', '==', 1).orderBy('b', 'desc');
    await expect(asked.get()).rejects.toMatchObject({ code: 9 });
    declare(composite('a, b desc'));
    await vi.waitFor(() => expect(log).toContain(`The indexes of ${file} are in force.`));
    expect((await asked.get()).size).toBe(0);
    writeFileSync(file, '{"indexes": [{}]}');
    await vi.waitFor(() => expect(log.at(-1)).toContain('stay as they were'));
    expect((await asked.get()).size).toBe(0);
  });

  it('has to be readable at the start', async () => {
    writeFileSync(file, '{"indexes": [{}]}');
    await expect(startServer()).rejects.toThrow('cannot be read');
    rmSync(file);
    await expect(startServer()).rejects.toThrow('ENOENT');
  });

  it('is told what was asked, and which of its indexes nothing needs', async () => {
    declare(composite('a, b desc'), composite('a, c'));
    const server = await startServer();
    const items = resources.admin(server.port).collection('items');
    await items.where('a', '==', 1).orderBy('b', 'desc').get();
    await items.where('a', '==', 2).orderBy('b', 'desc').get();
    const report = {
      queries: { 'items where a EQUAL order by b desc, __name__ desc': 2 },
      unneeded: [expect.stringContaining('"fieldPath":"c"')],
    };
    const answer = await fetch(`http://127.0.0.1:${server.port}/emulator/v1/indexes`);
    expect(await answer.json()).toMatchObject(report);
    expect(server.indexReport()).toMatchObject(report);
    const without = await resources.server();
    expect((await fetch(`http://127.0.0.1:${without.port}/emulator/v1/indexes`)).status).toBe(404);
  });

  it.each([
    ['no object', '[]', 'expected object'],
    [
      'no scope',
      listed('{"collectionGroup": "c", "fields": [{"fieldPath": "a", "order": "ASCENDING"}]}'),
      'queryScope',
    ],
    [
      'no mode',
      listed('{"collectionGroup": "c", "queryScope": "COLLECTION", "fields": [{"fieldPath": "a"}]}'),
      'fields',
    ],
    [
      'no path',
      overridden('{"collectionGroup": "c", "fieldPath": "a..b", "indexes": []}'),
      'Invalid property path',
    ],
    ['no list', overridden('{"collectionGroup": "c", "fieldPath": "a", "ttl": true}'), 'indexes'],
  ])('is refused with %s', (_name, text, complaint) => {
    expect(() => parseIndexConfig(text)).toThrow(complaint);
  });

  it('may say more than is needed here, as the Firebase CLI writes it', () => {
    const index = {
      ...composite('a, b, __name__'),
      density: 'SPARSE_ALL',
    };
    const override = { collectionGroup: 'items', fieldPath: '`a-b`.c', ttl: false, indexes: [] };
    const config = parseIndexConfig(JSON.stringify({ indexes: [index], fieldOverrides: [override] }));
    expect(config.composites[0]?.fields.map(({ path: field }) => field)).toEqual(['a', 'b', '__name__']);
    expect(config.overrideOf('items', '`a-b`.c.d')).toMatchObject({ ttl: false });
  });
});
