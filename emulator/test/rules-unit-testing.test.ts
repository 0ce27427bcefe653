import {
  assertFails,
  assertSucceeds,
  initializeTestEnvironment,
  type RulesTestEnvironment,
} from '@firebase/rules-unit-testing';
import {
  collection,
  collectionGroup,
  deleteDoc,
  doc,
  getCountFromServer,
  getDoc,
  getDocs,
  limit,
  onSnapshot,
  query,
  runTransaction,
  setDoc,
  setLogLevel,
  updateDoc,
  where,
  writeBatch,
} from 'firebase/firestore';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { Resources } from './servers.ts';

const rules = `rules_version = '2';
service cloud.firestore {
  match /databases/{database}/documents {
    function isMember(team) {
      return exists(/databases/$(database)/documents/teams/$(team)/members/$(request.auth.uid));
    }
    match /notes/{note} {
      allow get: if resource == null || resource.data.owner == request.auth.uid;
      allow list: if resource.data.owner == request.auth.uid && request.query.limit <= 10;
      allow create: if request.resource.data.owner == request.auth.uid;
      allow update: if resource.data.owner == request.auth.uid
                    && request.resource.data.diff(resource.data).affectedKeys().hasOnly(['text']);
    }
    match /invitations/{id} {
      allow read: if request.time < resource.data.expires;
    }
    match /teams/{team} {
      allow read: if isMember(team);
      allow create: if getAfter(/databases/$(database)/documents/teams/$(team)/members/$(request.auth.uid)).data.role == 'owner';
    }
    match /teams/{team}/members/{uid} {
      allow create: if uid == request.auth.uid;
    }
    match /{path=**}/members/{uid} {
      allow read: if resource.data.uid == request.auth.uid;
    }
  }
}`;

const resources = new Resources();
let environment: RulesTestEnvironment;
let port: number;

beforeAll(async () => {
  ({ port } = await resources.server());
  environment = await initializeTestEnvironment({
    projectId: 'demo-rules',
    firestore: { host: '127.0.0.1', port, rules },
  });
  setLogLevel('silent');
});

beforeEach(async () => {
  await environment.clearFirestore();
  await environment.withSecurityRulesDisabled(async (context) => {
    await setDoc(doc(context.firestore(), 'notes/n'), { owner: 'ann', text: 'x' });
    await setDoc(doc(context.firestore(), 'teams/t'), {});
    await setDoc(doc(context.firestore(), 'teams/t/members/ann'), { uid: 'ann', role: 'owner' });
  });
});

afterAll(async () => {
  await environment.cleanup();
  await resources.close();
});

/** What became of a request; refused for any other reason than the rules is a fault. */
async function verdict(request: Promise<unknown>): Promise<'allowed' | 'denied'> {
  try {
    await assertSucceeds(request);
    return 'allowed';
  } catch {
    await assertFails(request);
    return 'denied';
  }
}

const as = (uid: string) => environment.authenticatedContext(uid).firestore();
const signedOut = () => environment.unauthenticatedContext().firestore();

describe('rules-unit-testing against this server', () => {
  it('refuses and allows single reads', async () => {
    expect(await verdict(getDoc(doc(as('ann'), 'notes/n')))).toBe('allowed');
    expect(await verdict(getDoc(doc(as('bob'), 'notes/n')))).toBe('denied');
    expect(await verdict(getDoc(doc(signedOut(), 'notes/n')))).toBe('denied');
    expect(await verdict(getDoc(doc(as('bob'), 'notes/none')))).toBe('allowed');
    expect(await verdict(getDoc(doc(as('ann'), 'nowhere/n')))).toBe('denied');
  });

  it('refuses queries that could find what may not be read, rather than filter them', async () => {
    const notes = (uid: string) => collection(as(uid), 'notes');
    expect(await verdict(getDocs(query(notes('ann'), where('owner', '==', 'ann'), limit(10))))).toBe(
      'allowed',
    );
    expect(await verdict(getDocs(query(notes('ann'), where('owner', '==', 'ann'))))).toBe('denied');
    expect(await verdict(getDocs(query(notes('ann'), limit(10))))).toBe('denied');
    expect(await verdict(getDocs(query(notes('bob'), where('owner', '==', 'ann'), limit(10))))).toBe(
      'denied',
    );
    expect(await verdict(getCountFromServer(query(notes('ann'))))).toBe('denied');
  });

  it('proves collection group queries from their filters', async () => {
    const members = (uid: string) => collectionGroup(as(uid), 'members');
    expect(await verdict(getDocs(query(members('ann'), where('uid', '==', 'ann'))))).toBe('allowed');
    expect(await verdict(getDocs(query(members('bob'), where('uid', '==', 'ann'))))).toBe('denied');
    expect(await verdict(getDocs(members('ann')))).toBe('denied');
  });

  it('tells create from update from delete', async () => {
    expect(await verdict(setDoc(doc(as('bob'), 'notes/m'), { owner: 'bob' }))).toBe('allowed');
    expect(await verdict(setDoc(doc(as('bob'), 'notes/o'), { owner: 'ann' }))).toBe('denied');
    expect(await verdict(updateDoc(doc(as('ann'), 'notes/n'), { text: 'y' }))).toBe('allowed');
    expect(await verdict(updateDoc(doc(as('ann'), 'notes/n'), { owner: 'bob' }))).toBe('denied');
    expect(await verdict(deleteDoc(doc(as('ann'), 'notes/n')))).toBe('denied');
  });

  it('looks at other documents, before the request and after a batch', async () => {
    expect(await verdict(getDoc(doc(as('ann'), 'teams/t')))).toBe('allowed');
    expect(await verdict(getDoc(doc(as('bob'), 'teams/t')))).toBe('denied');
    const bob = as('bob');
    expect(await verdict(setDoc(doc(bob, 'teams/u'), {}))).toBe('denied');
    const batch = writeBatch(bob);
    batch.set(doc(bob, 'teams/u'), {});
    batch.set(doc(bob, 'teams/u/members/bob'), { role: 'owner', uid: 'bob' });
    expect(await verdict(batch.commit())).toBe('allowed');
    expect(await verdict(getDoc(doc(bob, 'teams/u')))).toBe('allowed');
  });

  it('does not tell strangers whether a document exists', async () => {
    const bob = as('bob');
    expect(await verdict(updateDoc(doc(bob, 'notes/n'), { text: 'y' }))).toBe('denied');
    expect(await verdict(updateDoc(doc(bob, 'notes/none'), { text: 'y' }))).toBe('denied');
    expect(await verdict(updateDoc(doc(bob, 'nowhere/none'), { text: 'y' }))).toBe('denied');
  });

  it('lets time pass while nobody writes', async () => {
    const invitation = doc(as('ann'), 'invitations/i');
    await environment.withSecurityRulesDisabled(async (context) => {
      const expires = new Date(Date.now() + 1500);
      await setDoc(doc(context.firestore(), 'invitations/i'), { expires });
    });
    expect(await verdict(getDoc(invitation))).toBe('allowed');
    await vi.waitFor(async () => expect(await verdict(getDoc(invitation))).toBe('denied'), {
      timeout: 10_000,
      interval: 100,
    });
  });

  it('ends a listener on a document that may no longer be read', async () => {
    const heard: string[] = [];
    const stop = onSnapshot(
      doc(as('ann'), 'notes/n'),
      (snapshot) => heard.push(String(snapshot.get('owner'))),
      (error) => heard.push(error.code),
    );
    await vi.waitFor(() => expect(heard).toEqual(['ann']), { timeout: 10_000 });
    await environment.withSecurityRulesDisabled(async (context) => {
      await updateDoc(doc(context.firestore(), 'notes/n'), { owner: 'bob' });
    });
    await vi.waitFor(() => expect(heard).toEqual(['ann', 'permission-denied']), { timeout: 10_000 });
    stop();
  });

  it('reports which expressions were evaluated, and to what', async () => {
    await getDoc(doc(as('ann'), 'teams/t'));
    const report = z.object({
      rules: z.object({ files: z.array(z.object({ content: z.string() })) }),
      report: z.array(
        z.object({
          sourcePosition: z.object({ line: z.number(), currentOffset: z.number(), endOffset: z.number() }),
          values: z.array(z.object({ value: z.unknown(), count: z.number() })).optional(),
        }),
      ),
    });
    const answer = await fetch(`http://127.0.0.1:${port}/emulator/v1/projects/demo-rules:ruleCoverage`);
    const coverage = report.parse(await answer.json());
    expect(coverage.rules.files[0]?.content).toBe(rules);
    const membership = coverage.report.find(
      ({ sourcePosition: { currentOffset, endOffset } }) =>
        rules.slice(currentOffset, endOffset) === 'isMember(team)',
    );
    expect(membership?.values).toContainEqual({ value: { boolValue: true }, count: expect.any(Number) });
  });

  it('refuses a whole batch or transaction for one write', async () => {
    const ann = as('ann');
    const batch = writeBatch(ann);
    batch.update(doc(ann, 'notes/n'), { text: 'z' });
    batch.delete(doc(ann, 'notes/n'));
    expect(await verdict(batch.commit())).toBe('denied');
    const bob = as('bob');
    const steal = runTransaction(bob, async (transaction) => {
      await transaction.get(doc(bob, 'notes/n'));
    });
    expect(await verdict(steal)).toBe('denied');
    expect(await verdict(getDoc(doc(ann, 'notes/n')))).toBe('allowed');
  });
});
