import type { Firestore } from '@google-cloud/firestore';
import { deleteDoc, doc, setDoc, updateDoc } from 'firebase/firestore';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { project, Resources } from '../servers.ts';
import { startSuite, type Suite } from './suite.ts';

/** An id that headers cannot carry and that is not to be decoded. */
const oddId = '日本✓%41';

const orderedIds = ['0', '1', '2', '3', '4'];
const orderedNumbers = Array.from({ length: 40 }, (_, n) => n);

const lineSchema = z.looseObject({ name: z.string() });

const resources = new Resources();
let suite: Suite;
let admin: Firestore;

/** What happens to documents, all at once. */
const happenings: ReadonlyArray<() => Promise<unknown>> = [
  async () => {
    const odd = admin.doc(`deep/d/modern/${oddId}`);
    await odd.set({ n: 1, list: [1.5, null] });
    await odd.update({ n: 2 });
    await odd.delete();
    const plain = admin.doc('modern/plain');
    await plain.create({ n: 1 });
    await plain.set({ n: 2 });
    await plain.delete();
  },
  async () => {
    const web = resources.web(suite.port, 'uid-1');
    await setDoc(doc(web, 'authors/a'), { n: 1 });
    await updateDoc(doc(web, 'authors/a'), { n: 2 });
    await deleteDoc(doc(web, 'authors/a'));
    await setDoc(doc(resources.web(suite.port), 'authors/nobody'), {});
    await admin.doc('authors/owner').set({});
  },
  async () => {
    const document = admin.doc(`legacy/${oddId}`);
    await document.set({ n: 1 });
    await document.set({ n: 2 });
    await document.delete();
  },
  async () =>
    await Promise.all(
      orderedIds.map(async (id) => {
        for (const n of orderedNumbers) {
          await admin.doc(`ordered/${id}`).set({ n });
        }
      }),
    ),
];

beforeAll(async () => {
  suite = await startSuite();
  admin = resources.admin(suite.port);
  await Promise.all(happenings.map(async (happen) => await happen()));
}, 90_000);

afterAll(async () => {
  await resources.close();
  await suite.close();
}, 30_000);

/** What functions with these names were given, in order, when `count` of it is there. */
async function given(names: readonly string[], count: number) {
  const isMeant = (line: unknown) => names.includes(lineSchema.parse(line).name);
  const lines = await suite.whenThere((all) => all.filter(isMeant).length >= count);
  return lines.filter(isMeant);
}

const paramsOf = (line: unknown) =>
  z.looseObject({ params: z.record(z.string(), z.string()) }).parse(line).params;

const modernType = 'google.cloud.firestore.document.v1';
const legacyType = 'google.firestore.document';

const document = (path: string, data: object) => ({ path, exists: true, data });
const nothing = (path: string) => ({ path, exists: false });

describe('the functions of the real functions emulator', () => {
  it('of the second generation are given what happened', async () => {
    const path = 'modern/plain';
    const versions = [document(path, { n: 1 }), document(path, { n: 2 })] as const;
    const [before, after] = versions;
    const same = { params: { id: 'plain' }, document: path };
    const events = await given(['created', 'updated', 'deleted'], 3);
    expect(events).toHaveLength(3);
    expect(events).toEqual(
      expect.arrayContaining([
        { ...same, name: 'created', type: `${modernType}.created`, data: before },
        { ...same, name: 'updated', type: `${modernType}.updated`, data: { before, after } },
        { ...same, name: 'deleted', type: `${modernType}.deleted`, data: after },
      ]),
    );
  });

  it('of the second generation know documents by their ids, whatever these are', async () => {
    const written = await given(['written'], 6);
    const of = (id: string) => written.filter((line) => paramsOf(line)['id'] === id);
    const path = `deep/d/modern/${oddId}`;
    const params = { id: oddId, place: 'deep/d' };
    const [first, second] = [1, 2].map((n) => document(path, { n, list: [1.5, null] }));
    expect(of(oddId)).toMatchObject([
      { params, type: `${modernType}.written`, data: { before: { exists: false }, after: first } },
      { params, data: { before: first, after: second } },
      { params, data: { before: second, after: { exists: false } } },
    ]);
    expect(of('plain')).toMatchObject([
      { data: { before: nothing('modern/plain') } },
      {},
      { data: { after: nothing('modern/plain') } },
    ]);
  });

  it('are told who did it, if they ask', async () => {
    const user = { authType: 'unknown', authId: 'uid-1' };
    const named = await given(['createdby', 'updatedby', 'deletedby'], 5);
    expect(named).toHaveLength(5);
    expect(named).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ name: 'createdby', params: { id: 'a' }, ...user }),
        expect.objectContaining({
          name: 'updatedby',
          type: `${modernType}.updated.withAuthContext`,
          ...user,
        }),
        expect.objectContaining({ name: 'deletedby', data: document('authors/a', { n: 2 }), ...user }),
        expect.objectContaining({ params: { id: 'nobody' }, authType: 'unauthenticated' }),
        expect.objectContaining({
          params: { id: 'owner' },
          authType: 'service_account',
          authId: `firebase-adminsdk@${project}.iam.gserviceaccount.com`,
        }),
      ]),
    );
    expect(await given(['writtenby'], 5)).toHaveLength(5);
  });

  it('of the first generation are given the same in their way', async () => {
    const path = `legacy/${oddId}`;
    const versions = [document(path, { n: 1 }), document(path, { n: 2 })] as const;
    const [before, after] = versions;
    const name = `projects/${project}/databases/(default)/documents/${path}`;
    const same = { params: { id: oddId }, document: name };
    const events = await given(['oncreate', 'onupdate', 'ondelete'], 3);
    expect(events).toHaveLength(3);
    expect(events).toEqual(
      expect.arrayContaining([
        { ...same, name: 'oncreate', type: `${legacyType}.create`, data: before },
        { ...same, name: 'onupdate', type: `${legacyType}.update`, data: { before, after } },
        { ...same, name: 'ondelete', type: `${legacyType}.delete`, data: after },
      ]),
    );
    expect(await given(['onwrite'], 3)).toMatchObject([
      { data: { before: nothing(path), after: before } },
      { data: { before, after } },
      { data: { before: after, after: nothing(path) } },
    ]);
  });

  it('hear of each document in order, of all that happened', async () => {
    const lines = await given(['ordered'], orderedIds.length * orderedNumbers.length);
    for (const id of orderedIds) {
      expect(lines.filter((line) => paramsOf(line)['id'] === id)).toEqual(
        orderedNumbers.map((n) => ({ name: 'ordered', params: { id }, n })),
      );
    }
  });
});
