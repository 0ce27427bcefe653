/**
 * The public client path without a browser: the Web SDK signed in as the demo user, bound by the same rules as every
 * page.
 */
import { createHash } from 'node:crypto';
import { jobId, paths, storagePaths } from '@docket/model/paths';
import { deleteApp, initializeApp } from 'firebase/app';
import {
  connectAuthEmulator,
  getAuth,
  inMemoryPersistence,
  initializeAuth,
  signInWithEmailAndPassword,
} from 'firebase/auth';
import {
  connectFirestoreEmulator,
  doc,
  type Firestore,
  getFirestore,
  serverTimestamp,
  setDoc,
  terminate,
} from 'firebase/firestore';
import { connectStorageEmulator, type FirebaseStorage, getStorage, ref, uploadBytes } from 'firebase/storage';
import type { DocumentKind } from '@docket/model/document';
import { type Pipeline, pipelineDefinition } from '@docket/model/pipelines';
import { bucketOf } from '../local-stack/admin.ts';
import { DEMO_USER, DEMO_WORKSPACE } from '../local-stack/demo.ts';
import type { Ports } from '../local-stack/ports.ts';

/** A file to be uploaded. */
export interface UploadFile {
  name: string;
  kind: DocumentKind;
  bytes: Uint8Array;
}

export interface Client {
  db: Firestore;
  storage: FirebaseStorage;
  uid: string;
  workspace: string;
  /** A fresh token that shows who this is, for calls of functions. */
  idToken(): Promise<string>;
  close(): Promise<void>;
}

/** Connects to the stack at `ports` and signs in as the demo user. */
export async function connectClient(project: string, ports: Ports): Promise<Client> {
  const app = initializeApp({ projectId: project, apiKey: 'local', storageBucket: bucketOf(project) });
  initializeAuth(app, { persistence: inMemoryPersistence });
  connectAuthEmulator(getAuth(app), `http://127.0.0.1:${ports.auth}`, { disableWarnings: true });
  const db = getFirestore(app);
  connectFirestoreEmulator(db, '127.0.0.1', ports.firestore);
  const storage = getStorage(app);
  connectStorageEmulator(storage, '127.0.0.1', ports.storage);
  const { user } = await signInWithEmailAndPassword(getAuth(app), DEMO_USER.email, DEMO_USER.password);
  return {
    db,
    storage,
    uid: user.uid,
    workspace: DEMO_WORKSPACE.id,
    idToken: async () => await user.getIdToken(),
    close: async () => {
      await terminate(db);
      await deleteApp(app);
    },
  };
}

/** Creates an empty collection. */
export async function createCollection(client: Client, collection: string, name: string): Promise<void> {
  await setDoc(doc(client.db, paths.collection(client.workspace, collection)), {
    name,
    season: '',
    created_by: client.uid,
    created_at: serverTimestamp(),
  });
}

/** Uploads `file` and adds it to the collection. Returns the document's id, which is made from its content. */
export async function uploadDocument(client: Client, collection: string, file: UploadFile): Promise<string> {
  const hash = createHash('sha256').update(file.kind).update(file.name).update(file.bytes).digest('hex');
  const id = hash.slice(0, 20);
  const path = storagePaths.original(client.workspace, collection, id, file.name);
  const contentType = 'application/octet-stream';
  await uploadBytes(ref(client.storage, path), file.bytes, { contentType });
  await setDoc(doc(client.db, paths.document(client.workspace, collection, id)), {
    kind: file.kind,
    file_name: file.name,
    content_type: contentType,
    size: file.bytes.length,
    storage_path: path,
    uploaded_by: client.uid,
    uploaded_at: serverTimestamp(),
  });
  return id;
}

/** Starts the `run`-th run of a pipeline on a collection. Returns the job's id. */
export async function startRun(
  client: Client,
  pipeline: Pipeline,
  collection: string,
  documentIds: readonly string[],
  run = 1,
): Promise<string> {
  const id = jobId(collection, pipeline, run);
  await setDoc(
    doc(client.db, paths.job(client.workspace, id)),
    queuedJob(client, pipeline, collection, documentIds, run),
  );
  return id;
}

/** The document of a run that is to be started: the `run`-th of a pipeline on the subject `id`. */
export function queuedJob(
  client: Client,
  pipeline: Pipeline,
  id: string,
  documentIds: readonly string[] = [],
  run = 1,
) {
  return {
    pipeline,
    subject: { type: pipelineDefinition(pipeline).subject, id },
    input: { document_ids: documentIds },
    run,
    created_by: client.uid,
    created_at: serverTimestamp(),
    status: 'queued',
    open: true,
  };
}

/** Starts the first run of "Process Documents". Returns the job's id. */
export async function startProcessing(
  client: Client,
  collection: string,
  documentIds: readonly string[],
): Promise<string> {
  return await startRun(client, 'document_processing', collection, documentIds);
}
