/** Servers and SDK clients for tests that go the whole way over the wire. */

import { Firestore as AdminFirestore } from '@google-cloud/firestore';
import { deleteApp, initializeApp } from 'firebase/app';
import {
  connectFirestoreEmulator,
  type Firestore,
  getFirestore,
  setLogLevel,
  terminate,
} from 'firebase/firestore';
import { type RunningServer, type ServerOptions, startServer } from '../src/server.ts';

setLogLevel('silent');

export const project = 'demo-test';

/** Every resource opened in a test, closed in reverse order. */
export class Resources {
  readonly #closers: Array<() => Promise<unknown>> = [];
  #clients = 0;

  async server(options: ServerOptions = {}): Promise<RunningServer> {
    const server = await startServer(options);
    this.#closers.push(() => server.close());
    return server;
  }

  /** The server SDK, which is above the rules. */
  admin(port: number): AdminFirestore {
    // The SDK reads the address when the client is made, and then signs in as the owner.
    process.env['FIRESTORE_EMULATOR_HOST'] = `127.0.0.1:${port}`;
    process.env['METADATA_SERVER_DETECTION'] = 'none';
    const admin = new AdminFirestore({ projectId: project });
    this.#closers.push(() => admin.terminate());
    return admin;
  }

  /** The web SDK, signed in as `uid` or not at all. */
  web(port: number, uid?: string): Firestore {
    this.#clients += 1;
    const app = initializeApp({ projectId: project, apiKey: 'none' }, `client-${port}-${this.#clients}`);
    const firestore = getFirestore(app);
    connectFirestoreEmulator(
      firestore,
      '127.0.0.1',
      port,
      uid === undefined ? {} : { mockUserToken: { sub: uid } },
    );
    this.#closers.push(async () => {
      await terminate(firestore);
      await deleteApp(app);
    });
    return firestore;
  }

  async close(): Promise<void> {
    for (const close of this.#closers.splice(0).toReversed()) {
      await close();
    }
  }
}
