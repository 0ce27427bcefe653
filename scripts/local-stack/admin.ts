/** The Admin SDK against a local stack, for setting up data and for looking into it. */
import { deleteApp, initializeApp } from 'firebase-admin/app';
import { type Auth, getAuth } from 'firebase-admin/auth';
import { type Firestore, getFirestore } from 'firebase-admin/firestore';
import { getStorage, type Storage } from 'firebase-admin/storage';
import type { Ports } from './ports.ts';

export interface Admin {
  auth: Auth;
  db: Firestore;
  bucket: ReturnType<Storage['bucket']>;
  close(): Promise<void>;
}

/** The bucket of a project as the emulators name it. */
export function bucketOf(project: string): string {
  return `${project}.appspot.com`;
}

/** Connects to the stack at `ports`. The SDK takes addresses from the environment, so one process talks to one stack. */
export function connectAdmin(project: string, ports: Ports): Admin {
  process.env['FIRESTORE_EMULATOR_HOST'] = `127.0.0.1:${ports.firestore}`;
  process.env['FIREBASE_AUTH_EMULATOR_HOST'] = `127.0.0.1:${ports.auth}`;
  process.env['FIREBASE_STORAGE_EMULATOR_HOST'] = `127.0.0.1:${ports.storage}`;
  process.env['STORAGE_EMULATOR_HOST'] = `http://127.0.0.1:${ports.storage}`;
  process.env['METADATA_SERVER_DETECTION'] = 'none';
  const app = initializeApp(
    { projectId: project, storageBucket: bucketOf(project) },
    `local-${ports.firestore}`,
  );
  return {
    auth: getAuth(app),
    db: getFirestore(app),
    bucket: getStorage(app).bucket(),
    close: async () => await deleteApp(app),
  };
}
