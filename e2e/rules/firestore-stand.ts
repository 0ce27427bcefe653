/** An embedded Firestore with the product's rules, in this process, and a signed-in client for each person. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { AllowCoverage, Ruleset } from '@docket/emulator/rules/ruleset';
import { startServer } from '@docket/emulator/server';
import { initializeTestEnvironment } from '@firebase/rules-unit-testing';
import { deleteApp, initializeApp } from 'firebase/app';
import { connectFirestoreEmulator, type Firestore, getFirestore, setLogLevel } from 'firebase/firestore';
import * as lite from 'firebase/firestore/lite';
import { emailOf, PEOPLE, type Person, uidOf, UNVERIFIED } from './people.ts';
import { SEED } from './seed.ts';

const PROJECT = 'demo-rules';
const HOST = '127.0.0.1';
const rulesFile = path.resolve(import.meta.dirname, '../../firestore.rules');
const indexesFile = path.resolve(import.meta.dirname, '../../firestore.indexes.json');

export interface FirestoreStand {
  /** The database as a person sees it. */
  as(person: Person): Firestore;
  /** Puts the database back to the seed. */
  reset(): Promise<void>;
  /** Changes a document as the functions would, above the rules. */
  amend(path: string, changes: Record<string, unknown>): Promise<void>;
  /** Removes a document as the functions would. */
  remove(path: string): Promise<void>;
  /** The rules, which know how each `allow` came out so far. */
  ruleset(): Ruleset;
  close(): Promise<void>;
}

export async function startFirestoreStand(): Promise<FirestoreStand> {
  // Every refusal would be logged, and most of these tests are about refusals.
  setLogLevel('silent');
  const server = await startServer({ indexesFile });
  const rules = await readFile(rulesFile, 'utf8');
  const environment = await initializeTestEnvironment({
    projectId: PROJECT,
    firestore: { host: HOST, port: server.port, rules },
  });
  const apps = PEOPLE.map((person) => ({ person, app: initializeApp({ projectId: PROJECT }, person) }));
  const clients = new Map(
    apps.map(({ person, app }) => [person, connect(getFirestore(app), person, server.port)]),
  );
  // One client for all that is written above the rules: the test environment would connect a new one each time, and only
  // a lite one keeps no copy of what it writes.
  const above = initializeApp({ projectId: PROJECT }, 'above the rules');
  const unruled = lite.getFirestore(above);
  lite.connectFirestoreEmulator(unruled, HOST, server.port, { mockUserToken: 'owner' });
  const ruleset = () => {
    const inForce = server.rulesetOf(PROJECT);
    if (!inForce) throw new Error('No rules are in force');
    return inForce;
  };
  // What no rule has allowed, and was not written above the rules, has changed nothing.
  const allowedWrites = () =>
    ruleset()
      .coverage()
      .reduce((sum, { methods, true: times }) => sum + (methods.some(writes) ? times : 0), 0);
  let seededAt: number | null = null;
  return {
    as(person) {
      const client = clients.get(person);
      if (!client) throw new Error(`Nobody is called ${person}`);
      return client;
    },
    async reset() {
      if (seededAt === allowedWrites()) return;
      await environment.clearFirestore();
      const batch = lite.writeBatch(unruled);
      for (const [name, fields] of SEED) batch.set(lite.doc(unruled, name), fields);
      await batch.commit();
      seededAt = allowedWrites();
    },
    async amend(name, changes) {
      seededAt = null;
      await lite.updateDoc(lite.doc(unruled, name), changes);
    },
    async remove(name) {
      seededAt = null;
      await lite.deleteDoc(lite.doc(unruled, name));
    },
    ruleset,
    async close() {
      await Promise.all([above, ...apps.map(({ app }) => app)].map(deleteApp));
      await environment.cleanup();
      await server.close();
    },
  };
}

function writes(method: AllowCoverage['methods'][number]): boolean {
  return method === 'create' || method === 'update' || method === 'delete';
}

function connect(db: Firestore, person: Person, port: number): Firestore {
  const signedIn =
    person === 'nobody signed in'
      ? {}
      : {
          mockUserToken: {
            user_id: uidOf(person),
            email: emailOf(person),
            email_verified: person !== UNVERIFIED,
          },
        };
  connectFirestoreEmulator(db, HOST, port, signedIn);
  return db;
}

/** How the rules decide a request. Rejects when it fails for another reason. */
export async function decisionOn(request: Promise<unknown>): Promise<'allowed' | 'refused'> {
  try {
    await request;
    return 'allowed';
  } catch (error) {
    const isRefusal = error instanceof Error && 'code' in error && error.code === 'permission-denied';
    if (isRefusal) return 'refused';
    throw error;
  }
}
