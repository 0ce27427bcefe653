/** What a page in the browser offers to the tests; bundled and run there. */

import { initializeApp } from 'firebase/app';
import * as firestore from 'firebase/firestore';
import { liteScenarios } from '../lite/scenarios.ts';
import { type LiteStand, liteStand } from '../lite/stand.ts';
import { webScenarios } from '../web/scenarios.ts';
import { type WebStand, webStand } from '../web/stand.ts';

export type Tab = {
  /** The Web SDK, each function noted when it is called. */
  readonly sdk: typeof firestore;
  /** The names of functions that have been called. */
  readonly called: Set<string>;
  /** The client that `open` has made. */
  db: firestore.Firestore;
  /** A client on the emulator at a port of this machine. */
  readonly open: (port: number, settings: firestore.FirestoreSettings) => firestore.Firestore;
  readonly begin: (port: number, bundle: string) => void;
  /** Runs a scenario of the Web SDK; `begin` comes before. */
  readonly web: (title: string) => Promise<unknown>;
  /** Runs a scenario of the Web SDK without listeners; `begin` comes before. */
  readonly lite: (title: string) => Promise<unknown>;
};

declare global {
  var tab: Tab;
}

/** Where names are kept when the page is reloaded. */
const calledKey = 'called';
const called = new Set(sessionStorage.getItem(calledKey)?.split(' '));

function noted(name: string): void {
  called.add(name);
  sessionStorage.setItem(calledKey, [...called].join(' '));
}

const sdk = new Proxy(firestore, {
  get(target, name) {
    const value: unknown = Reflect.get(target, name);
    return typeof value === 'function' && typeof name === 'string'
      ? new Proxy(value, {
          apply(each, self, args) {
            noted(name);
            const result: unknown = Reflect.apply(each, self, args);
            return result;
          },
        })
      : value;
  },
});

let stands: { readonly web: WebStand; readonly lite: LiteStand } | undefined;

async function run<Stand>(
  scenarios: readonly { readonly title: string; readonly run: (stand: Stand) => Promise<unknown> }[],
  title: string,
  stand: Stand | undefined,
): Promise<unknown> {
  const scenario = scenarios.find((each) => each.title === title);
  if (!scenario || !stand) {
    throw new Error(`There is no scenario “${title}”, or nothing to run it on.`);
  }
  return await scenario.run(stand);
}

function open(port: number, settings: firestore.FirestoreSettings): firestore.Firestore {
  const app = initializeApp({ projectId: 'demo-test', apiKey: 'none' }, 'tab');
  const db = firestore.initializeFirestore(app, settings);
  firestore.connectFirestoreEmulator(db, '127.0.0.1', port);
  globalThis.tab.db = db;
  return db;
}

firestore.setLogLevel('silent');

globalThis.tab = {
  sdk,
  called,
  get db(): firestore.Firestore {
    throw new Error('No client has been opened.');
  },
  set db(value) {
    Object.defineProperty(globalThis.tab, 'db', { value, writable: true });
  },
  open,
  begin(port, bundle) {
    stands = { web: webStand(port, bundle), lite: liteStand(port) };
  },
  web: (title) => run(webScenarios, title, stands?.web),
  lite: (title) => run(liteScenarios, title, stands?.lite),
};
