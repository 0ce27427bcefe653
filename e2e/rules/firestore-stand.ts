/** An embedded Firestore with the product's rules, in this process, and a signed-in client for each person. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { startServer } from '@docket/emulator/server';
import type { AllowCoverage } from '@docket/emulator/rules/ruleset';
import { initializeTestEnvironment } from '@firebase/rules-unit-testing';
import { doc, type Firestore, updateDoc, writeBatch } from 'firebase/firestore';
import { emailOf, PEOPLE, type Person, uidOf } from './people.ts';
import { SEED } from './seed.ts';

const PROJECT = 'demo-rules';
const rulesFile = path.resolve(import.meta.dirname, '../../firestore.rules');

export interface FirestoreStand {
  /** The database as a person sees it. */
  as(person: Person): Firestore;
  /** Puts the database back to the seed. */
  reset(): Promise<void>;
  /** Changes a document as the functions would, above the rules. */
  amend(path: string, changes: Record<string, unknown>): Promise<void>;
  /** How each `allow` came out so far. */
  coverage(): readonly AllowCoverage[];
  close(): Promise<void>;
}

export async function startFirestoreStand(): Promise<FirestoreStand> {
  const server = await startServer({});
  const environment = await initializeTestEnvironment({
    projectId: PROJECT,
    firestore: { host: '127.0.0.1', port: server.port, rules: await readFile(rulesFile, 'utf8') },
  });
  const clients = new Map<Person, Firestore>();
  for (const person of PEOPLE) {
    const context =
      person === 'nobody signed in'
        ? environment.unauthenticatedContext()
        : environment.authenticatedContext(uidOf(person), { email: emailOf(person) });
    clients.set(person, context.firestore());
  }
  return {
    as(person) {
      const client = clients.get(person);
      if (!client) throw new Error(`Nobody is called ${person}`);
      return client;
    },
    async reset() {
      await environment.clearFirestore();
      await environment.withSecurityRulesDisabled(async (context) => {
        const db = context.firestore();
        const batch = writeBatch(db);
        for (const [name, fields] of SEED) batch.set(doc(db, name), fields);
        await batch.commit();
      });
    },
    async amend(name, changes) {
      await environment.withSecurityRulesDisabled(async (context) => {
        await updateDoc(doc(context.firestore(), name), changes);
      });
    },
    coverage: () => server.rulesetOf(PROJECT)?.coverage() ?? [],
    async close() {
      await environment.cleanup();
      await server.close();
    },
  };
}
