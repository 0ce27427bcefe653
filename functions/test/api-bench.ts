/** The HTTP API on the embedded Firestore and a bucket in memory: people by tokens that name them, keys as in life. */
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { startServer } from '@docket/emulator/server';
import { API_BASE } from '@docket/model/api/address';
import { API_KEY_ID_BYTES, API_KEY_SECRET_BYTES, composeApiKey } from '@docket/model/api-key';
import { problemSchema } from '@docket/model/api/problem';
import { paths } from '@docket/model/paths';
import type { Capability, Role } from '@docket/model/roles';
import { deleteApp, initializeApp } from 'firebase-admin/app';
import { type DocumentReference, type Firestore, getFirestore } from 'firebase-admin/firestore';
import { openApi } from '../src/api/open.ts';
import { type MemoryBucket, openBucket } from './memory-bucket.ts';

export const WORKSPACE = 'w1';

/** What a record of an idempotency key holds when its request was cut off a while ago. */
export const CUT_OFF = { answer: null, status: null, started_at: new Date(0) };

/** What a call brought. */
interface Called {
  status: number;
  headers: Headers;
  body: unknown;
}

export interface CallOptions {
  /** Sent as `Authorization: Bearer …`; by default the owner's. Null: none. */
  token?: string | null;
  /** Sent as JSON, unless it is a form. */
  body?: unknown;
  headers?: Readonly<Record<string, string>>;
}

export interface ApiBench {
  db: Firestore;
  files: MemoryBucket;
  now: Date;
  /** What was logged as an error. */
  errors: object[];
  /** Makes `uid` a member. Their token is `token-<uid>`. */
  member(uid: string, role: Role, workspace?: string): Promise<void>;
  /** Makes an API key and yields its text. */
  key(scopes: readonly Capability[], workspace?: string): Promise<string>;
  /** Has the API answer a request that is sent to its public address. */
  send(request: Request): Promise<Response>;
  /** All documents below `path`, by their paths. */
  dump(path: string): Promise<Record<string, unknown>>;
  /** `GET /workspaces`: the method, and the address below the API's base. */
  call(request: string, options?: CallOptions): Promise<Called>;
  close(): Promise<void>;
}

/** A workspace with its owner `ada`. */
export async function openApiBench(environment: Record<string, string> = {}): Promise<ApiBench> {
  const server = await startServer({ host: '127.0.0.1', port: 0 });
  const app = initializeApp({ projectId: 'demo-api' }, randomUUID());
  const db = getFirestore(app);
  db.settings({
    host: `127.0.0.1:${server.port}`,
    ssl: false,
    customHeaders: { Authorization: 'Bearer owner' },
  });
  const files = await openBucket();
  const errors: object[] = [];
  const router = openApi({
    db,
    bucket: files.bucket,
    clock: () => bench.now,
    elapsed: () => bench.now.getTime(),
    log: { info: () => {}, error: (data) => errors.push(data) },
    environment,
    verifyIdToken: async (token) => {
      const uid = /^token-(\w+)$/u.exec(token)?.[1];
      return await Promise.resolve(uid === undefined ? null : { uid, email: `${uid}@docket.example` });
    },
  });
  const bench: ApiBench = {
    db,
    files,
    errors,
    now: new Date('2026-01-01T08:00:00Z'),
    member: async (uid, role, workspace = WORKSPACE) => {
      await db.doc(paths.member(workspace, uid)).set({
        uid,
        workspace_id: workspace,
        role,
        email: `${uid}@docket.example`,
        display_name: uid,
        joined_at: bench.now,
      });
    },
    key: async (scopes, workspace = WORKSPACE) => await makeKey(db, scopes, workspace, bench.now),
    send: async (request) => await router.fetch(new Request(request.url.replace(API_BASE, ''), request)),
    dump: async (path) => await dumpBelow(db.doc(path)),
    call: async (request, { token = 'token-ada', body, headers = {} } = {}) => {
      const [method = 'GET', address = '/'] = request.split(' ', 2);
      const isForm = body instanceof FormData;
      const response = await router.fetch(
        new Request(`http://api.invalid${address}`, {
          method,
          headers: {
            ...(token === null ? {} : { authorization: `Bearer ${token}` }),
            ...(body === undefined || isForm ? {} : { 'content-type': 'application/json' }),
            ...headers,
          },
          ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
        }),
      );
      const text = await response.text();
      return {
        status: response.status,
        headers: response.headers,
        body: text === '' ? null : JSON.parse(text),
      };
    },
    close: async () => {
      await deleteApp(app);
      await files.close();
      await server.close();
    },
  };
  await db
    .doc(paths.workspace(WORKSPACE))
    .set({ name: 'Harbour & Vale', created_by: 'ada', created_at: bench.now });
  await bench.member('ada', 'owner');
  return bench;
}

async function dumpBelow(ref: DocumentReference): Promise<Record<string, unknown>> {
  const collections = await ref.listCollections();
  const found = await Promise.all(collections.map(async (collection) => await collection.listDocuments()));
  const inner = await Promise.all(found.flat().map(dumpBelow));
  return Object.assign({ [ref.path]: (await ref.get()).data() ?? null }, ...inner);
}

async function makeKey(
  db: Firestore,
  scopes: readonly Capability[],
  workspace: string,
  now: Date,
): Promise<string> {
  const { id, secret, text, hint } = composeApiKey(
    randomBytes(API_KEY_ID_BYTES),
    randomBytes(API_KEY_SECRET_BYTES),
  );
  await db.doc(paths.apiKey(workspace, id)).set({
    name: 'A program',
    scopes,
    secret_hash: createHash('sha256').update(secret).digest('hex'),
    hint,
    created_by: 'ada',
    created_at: now,
    expires_at: null,
    revoked_at: null,
    revoked_by: null,
  });
  return text;
}

/** The code of a problem. Throws when `body` is none. */
export function problemCode(body: unknown): string {
  return problemSchema.parse(body).code;
}
