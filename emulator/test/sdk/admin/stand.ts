/** One server and the Admin SDK on it, as `firebase-admin` hands it out. */

import { setTimeout as pause } from 'node:timers/promises';
import { deleteApp, initializeApp } from 'firebase-admin/app';
import { type Firestore, getFirestore } from 'firebase-admin/firestore';
import { startServer } from '../../../src/server.ts';
import { project } from '../../servers.ts';

export type AdminStand = {
  readonly db: Firestore;
  readonly port: number;
  /** Another client of the same server. */
  readonly another: () => Firestore;
  /** Removes every document. */
  readonly clear: () => Promise<void>;
  readonly close: () => Promise<void>;
};

export async function adminStand(): Promise<AdminStand> {
  const server = await startServer();
  process.env['FIRESTORE_EMULATOR_HOST'] = `127.0.0.1:${server.port}`;
  process.env['METADATA_SERVER_DETECTION'] = 'none';
  const first = initializeApp({ projectId: project }, `admin-${server.port}`);
  const apps = [first];
  return {
    db: getFirestore(first),
    port: server.port,
    another() {
      const app = initializeApp({ projectId: project }, `admin-${server.port}-${apps.length}`);
      apps.push(app);
      return getFirestore(app);
    },
    async clear() {
      const url = `http://127.0.0.1:${server.port}/emulator/v1/projects/${project}/databases/(default)/documents`;
      await fetch(url, { method: 'DELETE' });
    },
    async close() {
      await Promise.all(apps.map((app) => deleteApp(app)));
      await server.close();
    },
  };
}

/** Resolves when `condition` has become true. */
export async function until(condition: () => boolean): Promise<void> {
  while (!condition()) {
    await pause(2);
  }
}

/** Small documents `items/i000`, … with `n` and `group` (n modulo 3). */
export async function fill(db: Firestore, count: number): Promise<void> {
  const batch = db.batch();
  for (let n = 0; n < count; n += 1) {
    batch.set(db.doc(`items/i${String(n).padStart(3, '0')}`), { n, group: n % 3 });
  }
  await batch.commit();
}
