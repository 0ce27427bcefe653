/** Who is told of the ends of runs, on a real (embedded) Firestore: mails and deliveries. What becomes of these: webhook-receiver.test.ts. */
import { DocketError } from '@docket/model/errors';
import { LIMITS } from '@docket/model/limits';
import { mailSchema, type NotificationEvent, webhookDeliverySchema } from '@docket/model/notifications';
import { paths } from '@docket/model/paths';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FirestoreAnnouncer } from '../src/notifications/announce.ts';
import { endedRun, SECRET } from '../src/notifications/testing/records.ts';
import { type Bench, COLLECTION, openBench, WORKSPACE } from './engine-bench.ts';
import { dying } from './engine-phases.ts';

const NOW = new Date('2026-01-01T08:00:00Z');

let bench: Bench;

beforeEach(async () => {
  bench = await openBench({});
  bench.announcer = new FirestoreAnnouncer(bench.db, 'https://docket.example', () => NOW);
  await bench.db.doc(paths.collection(WORKSPACE, COLLECTION)).update({ name: 'Harbour & Vale' });
  await bench.db.doc(paths.member(WORKSPACE, 'u')).set({
    uid: 'u',
    workspace_id: WORKSPACE,
    role: 'editor',
    email: 'ada@example.com',
    display_name: 'Ada',
    joined_at: NOW,
  });
});

afterEach(async () => await bench.close());

async function wantMail(...events: NotificationEvent[]): Promise<void> {
  await bench.db.doc(paths.mailSettings(WORKSPACE, 'u')).set({ events });
}

async function addWebhook(id: string, events: NotificationEvent[], change: object = {}): Promise<void> {
  const webhook = { url: 'https://hooks.example.com/', events, active: true, secret: SECRET };
  const made = { created_by: 'u', created_at: NOW };
  await bench.db.doc(paths.webhook(WORKSPACE, id)).set({ ...webhook, ...made, ...change });
}

async function mails() {
  const { docs } = await bench.db.collection('mail').get();
  return docs.map((snapshot) => mailSchema.parse(snapshot.data()));
}

async function deliveries() {
  const { docs } = await bench.db.collection(paths.webhookDeliveries(WORKSPACE)).get();
  return docs.map((snapshot) => ({ id: snapshot.id, ...webhookDeliverySchema.parse(snapshot.data()) }));
}

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
    expect(mail?.message.html).toContain('href="https://docket.example/w/w/collections/c/info"');
    expect(mail?.message.html).toContain('href="https://docket.example/w/w/settings/notifications"');
    expect(mail?.expires_at).toEqual(new Date('2026-01-31T08:00:00Z'));
  });

  it('leads to where a run of any kind is to be seen, under the name of what it works on', async () => {
    await wantMail('job.completed');
    await bench.db.doc(paths.partsImport(WORKSPACE, 'p1')).set({ file_name: 'kestrel-parts.csv' });
    const { job } = endedRun({
      pipeline: 'parts_import',
      subject: { type: 'parts_import', id: 'p1' },
      status: 'completed',
      error: null,
    });
    await bench.announcer.announce({ workspaceId: WORKSPACE, jobId: 'p1-parts_import-1', job, fence: 3 });
    const [mail] = await mails();
    expect(mail?.message.subject).toBe('Import Parts is completed: kestrel-parts.csv');
    expect(mail?.message.text).toContain('https://docket.example/w/w/fitments/parts?import=p1');
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
});
