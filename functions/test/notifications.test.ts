/** Telling of the ends of runs on a real (embedded) Firestore: mails, and webhooks that a server of the test receives. */
import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import { DocketError } from '@docket/model/errors';
import { LIMITS } from '@docket/model/limits';
import {
  mailSchema,
  type NotificationEvent,
  webhookDeliverySchema,
  webhookPayloadSchema,
} from '@docket/model/notifications';
import { paths } from '@docket/model/paths';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Breakers } from '../src/engine/breaker/breakers.ts';
import { readSettings } from '../src/engine/settings.ts';
import { FirestoreAnnouncer } from '../src/notifications/announce.ts';
import { Deliveries } from '../src/notifications/deliveries.ts';
import { PublicFetch } from '../src/services/public-fetch.ts';
import { type Bench, COLLECTION, openBench, WORKSPACE } from './engine-bench.ts';
import { dying } from './engine-phases.ts';

const SECRET = '5e'.repeat(32);

interface Received {
  headers: IncomingHttpHeaders;
  body: string;
}

let bench: Bench;
let server: Server;
let web: PublicFetch;
let hookUrl: string;
let received: Received[];
/** What the server answers, one after another; then 200. */
let answers: number[];
let now: Date;

beforeEach(async () => {
  bench = await openBench({});
  now = new Date('2026-01-01T08:00:00Z');
  bench.announcer = new FirestoreAnnouncer(bench.db, 'https://docket.example', () => now);
  received = [];
  answers = [];
  server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      received.push({ headers: request.headers, body: Buffer.concat(chunks).toString() });
      response.writeHead(answers.shift() ?? 200, { location: 'http://127.0.0.1/elsewhere' }).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port');
  hookUrl = `http://127.0.0.1:${address.port}/hook`;
  web = new PublicFetch({ allowLoopback: true });
  await bench.db.doc(paths.collection(WORKSPACE, COLLECTION)).update({ name: 'Harbour & Vale' });
  await bench.db.doc(paths.member(WORKSPACE, 'u')).set({
    uid: 'u',
    workspace_id: WORKSPACE,
    role: 'editor',
    email: 'ada@example.com',
    display_name: 'Ada',
    joined_at: now,
  });
});

afterEach(async () => {
  await web.close();
  await new Promise((resolve) => server.close(resolve));
  await bench.close();
});

function sender(use = web): Deliveries {
  const log = { info: () => {}, error: () => {} };
  return new Deliveries({
    db: bench.db,
    web: use,
    breakers: new Breakers(bench.db, readSettings({}), () => now),
    clock: () => now,
    random: () => 0.5,
    firstPauseMs: 30_000,
    log,
  });
}

async function wantMail(...events: NotificationEvent[]): Promise<void> {
  await bench.db.doc(paths.mailSettings(WORKSPACE, 'u')).set({ events });
}

async function addWebhook(id: string, events: NotificationEvent[], change: object = {}): Promise<void> {
  const webhook = { url: hookUrl, events, active: true, secret: SECRET, created_by: 'u', created_at: now };
  await bench.db.doc(paths.webhook(WORKSPACE, id)).set({ ...webhook, ...change });
}

async function mails() {
  const { docs } = await bench.db.collection('mail').get();
  return docs.map((snapshot) => mailSchema.parse(snapshot.data()));
}

async function deliveries() {
  const { docs } = await bench.db.collection(paths.webhookDeliveries(WORKSPACE)).get();
  return docs.map((snapshot) => ({ id: snapshot.id, ...webhookDeliverySchema.parse(snapshot.data()) }));
}

/** The only delivery that there is. */
async function delivery() {
  const [only, ...others] = await deliveries();
  if (only === undefined || others.length > 0) throw new Error('There is not one delivery');
  return only;
}

const wait = (milliseconds: number) => {
  now = new Date(now.getTime() + milliseconds);
};

const fails = async () => await Promise.reject(new DocketError('file_corrupt', { file: 'a.pdf' }));

describe('a mail', () => {
  it('is written for the member who started the run, once, if they want it', async () => {
    await wantMail('job.failed');
    bench.queue.deliveries = 2;
    bench.phases.extract_text = fails;
    await bench.run();
    const [mail, ...more] = await mails();
    expect(more).toEqual([]);
    expect(mail?.to).toEqual(['ada@example.com']);
    expect(mail?.message.subject).toBe('Process Documents has failed: Harbour & Vale');
    expect(mail?.message.html).toContain('href="https://docket.example/w/w/collections/c"');
  });

  it('is not written about what they do not want to hear of, nor without settings', async () => {
    await bench.run(1);
    await wantMail('job.failed', 'job.cancelled');
    await bench.run(2);
    expect(await mails()).toEqual([]);
  });

  it('is not written to somebody who has left the workspace', async () => {
    await wantMail('job.completed');
    await bench.db.doc(paths.member(WORKSPACE, 'u')).delete();
    await bench.run();
    expect(await mails()).toEqual([]);
  });

  it('is left as it is when it is announced again, since its sender notes what became of it there', async () => {
    await wantMail('job.completed');
    const { announcer } = bench;
    bench.announcer = dying(announcer);
    await bench.run();
    const [sent] = (await bench.db.collection('mail').get()).docs;
    await sent?.ref.update({ delivery: { state: 'SUCCESS' } });
    bench.announcer = announcer;
    await bench.engine.sweep();
    expect((await sent?.ref.get())?.get('delivery')).toEqual({ state: 'SUCCESS' });
    expect(await mails()).toHaveLength(1);
  });
});

describe('a delivery', () => {
  it('is made for each active webhook that wants the event, once for each end', async () => {
    await addWebhook('wants', ['job.failed', 'job.completed']);
    await addWebhook('other', ['job.cancelled']);
    await addWebhook('off', ['job.failed', 'job.completed'], { active: false });
    bench.queue.deliveries = 2;
    bench.phases.extract_text = fails;
    const id = await bench.run();
    await bench.ask(id, 'retry');
    await bench.queue.idle();
    delete bench.phases.extract_text;
    await bench.ask(id, 'retry');
    await bench.queue.idle();
    const made = await deliveries();
    expect(made.map(({ webhook_id, payload }) => `${webhook_id} ${payload.event}`).sort()).toEqual([
      'wants job.completed',
      'wants job.failed',
      'wants job.failed',
    ]);
  });

  it('is made for no more webhooks than a workspace may have', async () => {
    for (let number = 0; number < LIMITS.webhooks + 5; number += 1)
      await addWebhook(`h${number}`, ['job.completed']);
    await bench.run();
    expect(await deliveries()).toHaveLength(LIMITS.webhooks);
  });

  it('is signed and tells who, what and when', async () => {
    await addWebhook('h', ['job.completed']);
    const id = await bench.run();
    await sender().attempt({ workspaceId: WORKSPACE, deliveryId: (await delivery()).id });
    const [call] = received;
    if (call === undefined) throw new Error('Nothing was received');
    expect(webhookPayloadSchema.parse(JSON.parse(call.body))).toMatchObject({
      event: 'job.completed',
      job_id: id,
      subject: { type: 'collection', id: COLLECTION },
      error: null,
    });
    const seconds = now.getTime() / 1000;
    const digest = createHmac('sha256', SECRET).update(`${seconds}.${call.body}`).digest('hex');
    expect(call.headers).toMatchObject({
      'content-type': 'application/json',
      'user-agent': 'Docket',
      'docket-event': 'job.completed',
      'docket-delivery': (await delivery()).id,
      'docket-signature': `t=${seconds},v1=${digest}`,
    });
    expect(await delivery()).toMatchObject({ state: 'delivered', open: false, attempts: [{ status: 200 }] });
  });

  it('that is refused twice arrives the third time, with the pauses in between, and then no more', async () => {
    await addWebhook('h', ['job.completed']);
    answers = [500, 500];
    await bench.run();
    const deliveriesOf = sender();
    await deliveriesOf.sweep();
    expect(await delivery()).toMatchObject({ state: 'pending', attempts: [{ status: 500 }] });
    wait(29_000);
    await deliveriesOf.sweep();
    expect(received).toHaveLength(1);
    wait(1_000);
    await deliveriesOf.sweep();
    wait(119_000);
    await deliveriesOf.sweep();
    expect(received).toHaveLength(2);
    wait(1_000);
    await deliveriesOf.sweep();
    wait(86_400_000);
    await deliveriesOf.sweep();
    expect(received).toHaveLength(3);
    expect(new Set(received.map(({ body }) => body)).size).toBe(1);
    const { state, attempts } = await delivery();
    expect(state).toBe('delivered');
    expect(attempts.map(({ status, error }) => [status, error])).toEqual([
      [500, 'The endpoint answered 500.'],
      [500, 'The endpoint answered 500.'],
      [200, null],
    ]);
  });

  it('is put off while its host is left alone after five failures, which costs it no try', async () => {
    await addWebhook('h', ['job.completed']);
    answers = [500, 500, 500, 500, 500];
    const deliveriesOf = sender();
    for (let run = 1; run <= 5; run++) {
      await bench.run(run);
      await deliveriesOf.sweep();
    }
    const [breaker] = (await bench.db.collection(paths.breakers(WORKSPACE)).get()).docs;
    const host = new URL(hookUrl).host;
    expect(breaker?.data()).toMatchObject({
      service: { kind: 'webhook_host', name: host },
      state: 'open',
      last_error: 'HTTP status 500',
    });
    await bench.run(6);
    await deliveriesOf.sweep();
    const last = (await deliveries()).find(({ payload }) => payload.run === 6);
    const retryAt = new Date(now.getTime() + 60_000);
    expect(last).toMatchObject({ state: 'pending', tries: 0, attempts: [], next_attempt_at: retryAt });
    expect(received).toHaveLength(5);
    for (let sweep = 0; sweep < 3; sweep++) {
      wait(60_000);
      await deliveriesOf.sweep();
    }
    expect((await deliveries()).map(({ state }) => state)).toEqual(
      Array.from({ length: 6 }, () => 'delivered'),
    );
    expect((await breaker?.ref.get())?.exists).toBe(false);
  });

  it('is sent once when several workers come upon it at the same moment', async () => {
    await addWebhook('h', ['job.completed']);
    await bench.run();
    const { id } = await delivery();
    const workers = Array.from({ length: 8 }, () => sender());
    const key = { workspaceId: WORKSPACE, deliveryId: id };
    await Promise.all(workers.map(async (worker) => await worker.attempt(key)));
    expect(received).toHaveLength(1);
  });

  it('whose sender died in the middle is sent again', async () => {
    await addWebhook('h', ['job.completed']);
    await bench.run();
    const { id } = await delivery();
    // As a sender leaves it that has claimed the delivery and ended there.
    const ref = bench.db.doc(paths.webhookDelivery(WORKSPACE, id));
    await ref.update({ tries: 1, next_attempt_at: new Date(now.getTime() + 60_000) });
    await sender().sweep();
    expect(received).toEqual([]);
    wait(60_000);
    await sender().sweep();
    expect(await delivery()).toMatchObject({ state: 'delivered' });
  });

  it('does not follow redirects', async () => {
    await addWebhook('h', ['job.completed']);
    answers = [307];
    await bench.run();
    await sender().sweep();
    expect(received).toHaveLength(1);
    expect(await delivery()).toMatchObject({ state: 'pending', attempts: [{ status: 307 }] });
  });

  it('to an address that is not public is not sent, and says so', async () => {
    await addWebhook('h', ['job.completed']);
    await bench.run();
    const strict = new PublicFetch({ allowLoopback: false });
    await sender(strict).sweep();
    await strict.close();
    expect(received).toEqual([]);
    expect((await delivery()).attempts).toMatchObject([
      { status: null, error: expect.stringContaining('does not lead to the public internet') },
    ]);
  });

  it('of a webhook that was deleted since has failed, until an owner has it sent again', async () => {
    await addWebhook('h', ['job.completed']);
    await bench.run();
    const hook = bench.db.doc(paths.webhook(WORKSPACE, 'h'));
    await hook.update({ active: false });
    await sender().sweep();
    const { id, state, open } = await delivery();
    expect({ state, open }).toEqual({ state: 'failed', open: false });
    await hook.update({ active: true });
    const again = { state: 'pending', open: true, next_attempt_at: now };
    await bench.db.doc(paths.webhookDelivery(WORKSPACE, id)).update(again);
    await sender().sweep();
    expect(await delivery()).toMatchObject({
      state: 'delivered',
      attempts: [{ status: null }, { status: 200 }],
    });
  });
});
