/** The clients of the Web SDK that scenarios use. Bundled for the browser as well. */

import { deleteApp, type FirebaseApp, initializeApp } from 'firebase/app';
import {
  connectFirestoreEmulator,
  type Firestore,
  type FirestoreSettings,
  getFirestore,
  initializeFirestore,
  setLogLevel,
  terminate,
} from 'firebase/firestore';

export type WebStand = {
  readonly one: Firestore;
  readonly two: Firestore;
  /** Where the server is, on this machine. */
  readonly port: number;
  /** A bundle with the documents `bundled/a` and `bundled/b` (`n` 1 and 2), and the query `all` of both. */
  readonly bundle: string;
  /** Another client, to be ended by the scenario. */
  readonly open: (settings?: FirestoreSettings) => Firestore;
};

const apps: FirebaseApp[] = [];

/** Clients of the server on a port of this machine. */
export function webStand(port: number, bundle: string): WebStand {
  setLogLevel('silent');
  const open = (settings?: FirestoreSettings): Firestore => {
    const app = initializeApp({ projectId: 'demo-test', apiKey: 'none' }, `web-${port}-${apps.length}`);
    apps.push(app);
    const db = settings ? initializeFirestore(app, settings) : getFirestore(app);
    connectFirestoreEmulator(db, '127.0.0.1', port);
    return db;
  };
  return { one: open(), two: open(), port, bundle, open };
}

/** Ends every client. */
export async function closeWebStand({ one, two }: WebStand): Promise<void> {
  await Promise.all([terminate(one), terminate(two)]);
  await Promise.all(apps.splice(0).map((app) => deleteApp(app)));
}
