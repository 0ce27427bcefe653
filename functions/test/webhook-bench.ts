/** Webhooks on an embedded Firestore of their own, with a clock that tests set, and receivers that behave as tests say. */
import { createHmac } from 'node:crypto';
import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import type { RunningServer } from '@docket/emulator/server';
import { changeSecret, sendAgain, sendTest } from '@docket/model/commands/notification-commands';
import type { Write } from '@docket/model/commands/write';
import type { Job } from '@docket/model/job';
import {
  mailSchema,
  type Webhook,
  type WebhookDelivery,
  webhookDeliverySchema,
  webhookSchema,
} from '@docket/model/notifications';
import { jobId, paths } from '@docket/model/paths';
import { deleteApp, initializeApp } from 'firebase-admin/app';
import { getFirestore } from 'firebase-admin/firestore';
import { Breakers } from '../src/engine/breaker/breakers.ts';
import { readSettings } from '../src/engine/settings.ts';
import { FirestoreAnnouncer } from '../src/notifications/announce.ts';
import { Deliveries, DELIVERY_TIMEOUT_MS } from '../src/notifications/deliveries.ts';
import { endedRun, SECRET } from '../src/notifications/testing/records.ts';
import { PublicFetch, type PublicFetchOptions } from '../src/services/public-fetch.ts';
import { afterTest, serve } from '../src/services/testing/local-server.ts';
import { startDatabase } from './start-database.ts';

export const WORKSPACE = 'w';
const OWNER = 'u';

/** How a receiver answers a call. */
export type Answer = (response: ServerResponse) => void;

export const status =
  (code: number): Answer =>
  (response) => {
    response.writeHead(code, { connection: 'close' }).end();
  };

export interface Call {
  headers: IncomingHttpHeaders;
  body: string;
}

export interface Receiver {
  url: string;
  host: string;
  /** What has arrived, in order. */
  calls: Call[];
  /** How it answers, one call after another; then 200. */
  answers: Answer[];
}

/** A receiver on this machine that is closed after the test. */
export async function openReceiver(...answers: Answer[]): Promise<Receiver> {
  const calls: Call[] = [];
  const port = await serve((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      calls.push({ headers: request.headers, body: Buffer.concat(chunks).toString() });
      (answers.shift() ?? status(200))(response);
    });
  });
  const host = `127.0.0.1:${port}`;
  return { url: `http://${host}/hook`, host, calls, answers };
}

/** What the signature of a call says: its time, and whether `secret` is one of those that have signed it. */
export function signatureIn({ headers, body }: Call) {
  const [time = '', ...signatures] = String(headers['docket-signature']).split(',');
  const seconds = time.replace(/^t=/u, '');
  return {
    seconds: Number(seconds),
    count: signatures.length,
    isBy: (secret: string) =>
      signatures.includes(`v1=${createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex')}`),
  };
}

let server: RunningServer | undefined;
let projects = 0;

/** Ends what all benches of a file share. */
export async function closeWebhookBenches(): Promise<void> {
  await server?.close();
  server = undefined;
}

/** A database with nothing in it, for one test. */
export async function openWebhookBench() {
  server ??= await startDatabase();
  process.env['METADATA_SERVER_DETECTION'] = 'none';
  process.env['FIRESTORE_EMULATOR_HOST'] = `127.0.0.1:${server.port}`;
  projects += 1;
  const projectId = `demo-webhooks-${projects}`;
  const app = initializeApp({ projectId }, projectId);
  afterTest(async () => await deleteApp(app));
  const db = getFirestore(app);
  let now = new Date('2026-01-01T08:00:00Z');
  const actor = () => ({ workspaceId: WORKSPACE, uid: OWNER, serverTime: now });

  /** As the rules let an owner write it. */
  async function commit(writes: readonly Write[]): Promise<void> {
    for (const write of writes) {
      const ref = db.doc(write.path);
      if (write.kind === 'delete') await ref.delete();
      else if (write.kind === 'create') await ref.create(write.fields);
      else if (write.kind === 'set') await ref.set(write.fields);
      else await ref.update(write.fields);
    }
  }

  /** What calls webhooks: by default, this machine too. */
  function sender(options: Partial<PublicFetchOptions> & { timeoutMs?: number } = {}): Deliveries {
    const { timeoutMs = DELIVERY_TIMEOUT_MS, ...fetching } = options;
    const web = new PublicFetch({ allowLoopback: true, ...fetching });
    afterTest(async () => await web.close());
    return new Deliveries({
      db,
      web,
      breakers: new Breakers(db, readSettings({}), () => now),
      clock: () => now,
      random: () => 0.5,
      firstPauseMs: 30_000,
      timeoutMs,
      publicUrl: 'https://docket.example',
      log: { info: () => {}, error: () => {} },
    });
  }

  async function deliveries(): Promise<(WebhookDelivery & { id: string })[]> {
    const { docs } = await db.collection(paths.webhookDeliveries(WORKSPACE)).get();
    return docs.map((snapshot) => ({ id: snapshot.id, ...webhookDeliverySchema.parse(snapshot.data()) }));
  }

  async function webhook(id = 'h'): Promise<Webhook> {
    return webhookSchema.parse((await db.doc(paths.webhook(WORKSPACE, id)).get()).data());
  }

  return {
    db,
    sender,
    deliveries,
    webhook,
    now: () => now,
    wait: (milliseconds: number) => {
      now = new Date(now.getTime() + milliseconds);
    },
    /** The only delivery that there is. */
    delivery: async () => {
      const [only, ...others] = await deliveries();
      if (only === undefined || others.length > 0) throw new Error('There is not one delivery');
      return only;
    },
    addWebhook: async (url: string, change: Partial<Webhook> = {}, id = 'h') => {
      const fields = { url, events: ['job.completed', 'job.failed'], active: true, secret: SECRET };
      const made = { created_by: OWNER, created_at: now, ...change };
      await db.doc(paths.webhook(WORKSPACE, id)).set({ ...fields, ...made });
    },
    changeWebhook: async (change: Partial<Webhook>) =>
      await db.doc(paths.webhook(WORKSPACE, 'h')).update(change),
    deleteWebhook: async () => await db.doc(paths.webhook(WORKSPACE, 'h')).delete(),
    /** The `run`-th run has ended: tells whoever is to be told. */
    endRun: async (run = 1, change: Partial<Job> = {}) => {
      const { job } = endedRun({ status: 'completed', error: null, run, ...change });
      const ended = {
        workspaceId: WORKSPACE,
        jobId: jobId(job.subject.id, job.pipeline, run),
        job,
        fence: 7,
      };
      await new FirestoreAnnouncer(db, 'https://docket.example', () => now).announce(ended);
    },
    /** What an owner does on the page. */
    sendAgain: async (delivery: WebhookDelivery & { id: string }) =>
      await commit(sendAgain(actor(), delivery.id, delivery)),
    sendTest: async (id: string) => await commit(sendTest(actor(), id, 'h', await webhook())),
    changeSecret: async (secret: string, keep = true) =>
      await commit(changeSecret(actor(), 'h', await webhook(), secret, keep)),
    breakers: async () =>
      (await db.collection(paths.breakers(WORKSPACE)).get()).docs.map((breaker) =>
        breaker.get('service.name'),
      ),
    mails: async () =>
      (await db.collection('mail').get()).docs.map((snapshot) => mailSchema.parse(snapshot.data())),
    /** Who has added the webhooks. */
    addMember: async (role: string) =>
      await db.doc(paths.member(WORKSPACE, OWNER)).set({
        uid: OWNER,
        workspace_id: WORKSPACE,
        role,
        email: 'ada@example.com',
        display_name: 'Ada',
        joined_at: now,
      }),
  };
}

export type WebhookBench = Awaited<ReturnType<typeof openWebhookBench>>;
