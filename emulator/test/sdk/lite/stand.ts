/** The client of the Web SDK without listeners that scenarios use. Bundled for the browser as well. */

import { deleteApp, type FirebaseApp, initializeApp } from 'firebase/app';
import {
  connectFirestoreEmulator,
  type Firestore,
  getFirestore,
  initializeFirestore,
  setLogLevel,
  terminate,
} from 'firebase/firestore/lite';

export type LiteStand = {
  readonly one: Firestore;
  /** Another client, to be ended by the scenario. */
  readonly open: () => Firestore;
};

const apps: FirebaseApp[] = [];

function newApp(): FirebaseApp {
  const app = initializeApp({ projectId: 'demo-test', apiKey: 'none' }, `lite-${apps.length}`);
  apps.push(app);
  return app;
}

/** Clients of the server on a port of this machine. */
export function liteStand(port: number): LiteStand {
  setLogLevel('silent');
  const connect = (db: Firestore): Firestore => {
    connectFirestoreEmulator(db, '127.0.0.1', port);
    return db;
  };
  return {
    one: connect(getFirestore(newApp())),
    open: () => connect(initializeFirestore(newApp(), { ignoreUndefinedProperties: true })),
  };
}

/** Ends every client. */
export async function closeLiteStand({ one }: LiteStand): Promise<void> {
  await terminate(one);
  await Promise.all(apps.splice(0).map((app) => deleteApp(app)));
}
