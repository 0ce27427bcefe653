/**
 * What a receiver of webhooks may rely on, and what it cannot do to Docket: a real web server, the real sender, a real (embedded)
 * Firestore; only the clock is the test's.
 */
import { webhookPayloadSchema } from '@docket/model/notifications';
import { paths } from '@docket/model/paths';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { DELIVERY_TIMEOUT_MS } from '../src/notifications/deliveries.ts';
import { SECRET } from '../src/notifications/testing/records.ts';
import { closedPort, serveRaw } from '../src/services/testing/local-server.ts';
import {
  type Answer,
  closeWebhookBenches,
  openReceiver,
  openWebhookBench,
  signatureIn,
  status,
  type WebhookBench,
  WORKSPACE,
} from './webhook-bench.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const NEXT_SECRET = 'cd'.repeat(32);

let bench: WebhookBench;

beforeEach(async () => {
  bench = await openWebhookBench();
});

afterAll(closeWebhookBenches);

/** A receiver that does not answer: it has dealt with the call, and the connection breaks off. */
const breakOff: Answer = (response) => response.destroy();

describe('a delivery', () => {
  it('says what has ended, and is signed so that the receiver can tell that it comes from Docket', async () => {
    const receiver = await openReceiver();
    await bench.addWebhook(receiver.url);
    await bench.endRun();
    await bench.sender().sweep();
    const [call] = receiver.calls;
    if (call === undefined) throw new Error('Nothing has arrived');
    expect(webhookPayloadSchema.parse(JSON.parse(call.body))).toMatchObject({
      event: 'job.completed',
      workspace_id: WORKSPACE,
      pipeline: 'document_processing',
      subject: { type: 'collection', id: 'c' },
      run: 1,
      error: null,
    });
    expect(call.headers).toMatchObject({
      'content-type': 'application/json',
      'user-agent': 'Docket',
      'docket-event': 'job.completed',
      'docket-delivery': (await bench.delivery()).id,
    });
    const signature = signatureIn(call);
    expect(signature.seconds).toBe(bench.now().getTime() / 1000);
    expect([signature.count, signature.isBy(SECRET), signature.isBy(NEXT_SECRET)]).toEqual([1, true, false]);
    expect(signatureIn({ ...call, body: `${call.body} ` }).isBy(SECRET)).toBe(false);
    expect(await bench.delivery()).toMatchObject({
      state: 'delivered',
      open: false,
      attempts: [{ status: 200 }],
    });
  });

  it('whose answer was lost comes again, recognisable by its id and body, with a new time and signature', async () => {
    const receiver = await openReceiver(breakOff);
    await bench.addWebhook(receiver.url);
    await bench.endRun();
    await bench.sender().sweep();
    bench.wait(30_000);
    await bench.sender().sweep();
    const [first, second] = receiver.calls;
    if (first === undefined || second === undefined) throw new Error('It has not come twice');
    expect(second.headers['docket-delivery']).toBe(first.headers['docket-delivery']);
    expect(second.body).toBe(first.body);
    expect(signatureIn(second).seconds).toBe(signatureIn(first).seconds + 30);
    expect(signatureIn(second).isBy(SECRET)).toBe(true);
  });

  it('that is answered with 500 twice arrives the third time, after the pauses, and then no more', async () => {
    const receiver = await openReceiver(status(500), status(500));
    await bench.addWebhook(receiver.url);
    await bench.endRun();
    const sender = bench.sender();
    await sender.sweep();
    for (const [pause, calls] of [
      [29_000, 1],
      [1_000, 2],
      [119_000, 2],
      [1_000, 3],
      [DAY, 3],
    ] as const) {
      bench.wait(pause);
      await sender.sweep();
      expect(receiver.calls).toHaveLength(calls);
    }
    const { state, attempts } = await bench.delivery();
    expect(state).toBe('delivered');
    expect(attempts.map((attempt) => [attempt.status, attempt.error])).toEqual([
      [500, 'The endpoint answered 500.'],
      [500, 'The endpoint answered 500.'],
      [200, null],
    ]);
  });

  it('that nobody wants is tried six times, then has failed', async () => {
    const receiver = await openReceiver(...Array.from({ length: 9 }, () => status(400)));
    await bench.addWebhook(receiver.url);
    await bench.endRun();
    for (let sweep = 0; sweep < 9; sweep++) {
      await bench.sender().sweep();
      bench.wait(7 * HOUR);
    }
    expect(receiver.calls).toHaveLength(6);
    expect(await bench.delivery()).toMatchObject({ state: 'failed', open: false, next_attempt_at: null });
  });

  it('is made once when several workers come upon it at the same moment', async () => {
    const receiver = await openReceiver();
    await bench.addWebhook(receiver.url);
    await bench.endRun();
    const key = { workspaceId: WORKSPACE, deliveryId: (await bench.delivery()).id };
    await Promise.all(Array.from({ length: 8 }, async () => await bench.sender().attempt(key)));
    expect(receiver.calls).toHaveLength(1);
  });

  it('whose sender died in the middle is sent again', async () => {
    const receiver = await openReceiver();
    await bench.addWebhook(receiver.url);
    await bench.endRun();
    // As a sender leaves it that has claimed the delivery and ended there.
    const ref = bench.db.doc(paths.webhookDelivery(WORKSPACE, (await bench.delivery()).id));
    await ref.update({ tries: 1, next_attempt_at: new Date(bench.now().getTime() + MINUTE) });
    await bench.sender().sweep();
    expect(receiver.calls).toEqual([]);
    bench.wait(MINUTE);
    await bench.sender().sweep();
    expect(await bench.delivery()).toMatchObject({ state: 'delivered' });
  });

  it('is kept for thirty days after it came to rest', async () => {
    const receiver = await openReceiver(status(500));
    await bench.addWebhook(receiver.url);
    await bench.endRun();
    await bench.sender().sweep();
    expect((await bench.delivery()).expires_at).toBeNull();
    bench.wait(MINUTE);
    await bench.sender().sweep();
    expect((await bench.delivery()).expires_at).toEqual(new Date(bench.now().getTime() + 30 * DAY));
  });
});

describe('a receiver that misbehaves', () => {
  const endless: Answer = (response) => {
    response.writeHead(200);
    const more = () => {
      while (!response.destroyed && response.write(Buffer.alloc(10_000)));
    };
    response.on('drain', more);
    more();
  };

  it.each<[string, Answer, number | null, RegExp, timeoutMs?: number]>([
    ['does not answer', () => {}, null, /no whole answer within 1 s/u, 1_000],
    [
      'begins to answer and stops',
      (response) => response.writeHead(200).write('{'),
      null,
      /no whole answer within 1 s/u,
      1_000,
    ],
    ['sends without end', endless, null, /larger than 64,000 bytes/u],
    ['breaks the connection off', breakOff, null, /broke the connection off/u],
    [
      'leads elsewhere',
      (response) => response.writeHead(307, { location: 'http://169.254.169.254/' }).end(),
      307,
      /redirect \(307\)/u,
    ],
    ['is gone', status(410), 410, /answered 410/u],
    ['has a status of its own', status(799), 799, /answered 799/u],
  ])(
    'because it %s is called again later, and the log says what was wrong',
    async (_, answer, code, words, timeoutMs = DELIVERY_TIMEOUT_MS) => {
      const receiver = await openReceiver(answer);
      await bench.addWebhook(receiver.url);
      await bench.endRun();
      await bench.sender({ timeoutMs }).sweep();
      const { state, attempts } = await bench.delivery();
      expect(state).toBe('pending');
      expect(attempts).toMatchObject([{ status: code, error: expect.stringMatching(words) }]);
      bench.wait(MINUTE);
      await bench.sender().sweep();
      expect(receiver.calls).toHaveLength(2);
      expect(await bench.delivery()).toMatchObject({ state: 'delivered' });
    },
  );

  it.each([
    ['something else than HTTP', 'SSH-2.0-OpenSSH_9.6\r\n'],
    ['a status that is none', 'HTTP/1.1 banana\r\n\r\n'],
  ])('and says %s is called again later', async (_, greeting) => {
    const port = await serveRaw((socket) => socket.end(greeting));
    await bench.addWebhook(`http://127.0.0.1:${port}/`);
    await bench.endRun();
    await bench.sender().sweep();
    expect(await bench.delivery()).toMatchObject({ state: 'pending', attempts: [{ status: null }] });
  });

  it('because it is not there is called again later', async () => {
    await bench.addWebhook(`http://127.0.0.1:${await closedPort()}/`);
    await bench.endRun();
    await bench.sender().sweep();
    expect(await bench.delivery()).toMatchObject({
      state: 'pending',
      attempts: [{ status: null, error: 'The host refused the connection.' }],
    });
  });
});

describe('a host that keeps failing', () => {
  it('is left alone after five failures, which costs no try, while other hosts are called', async () => {
    const [broken, healthy] = [await openReceiver(...Array(5).fill(status(503))), await openReceiver()];
    await bench.addWebhook(broken.url);
    await bench.addWebhook(healthy.url, {}, 'other');
    const sender = bench.sender();
    for (let run = 1; run <= 6; run++) {
      await bench.endRun(run);
      await sender.sweep();
    }
    expect([broken.calls.length, healthy.calls.length]).toEqual([5, 6]);
    expect(await bench.breakers()).toEqual([broken.host]);
    const waiting = (await bench.deliveries()).filter(({ state }) => state === 'pending');
    expect(waiting).toHaveLength(6);
    expect(waiting.find(({ payload }) => 'run' in payload && payload.run === 6)).toMatchObject({
      tries: 0,
      attempts: [],
      next_attempt_at: new Date(bench.now().getTime() + MINUTE),
    });
    for (let sweep = 0; sweep < 3; sweep++) {
      bench.wait(MINUTE);
      await sender.sweep();
    }
    expect((await bench.deliveries()).every(({ state }) => state === 'delivered')).toBe(true);
    expect(await bench.breakers()).toEqual([]);
  });
});

describe('an address that does not lead to the public internet', () => {
  it('is refused when it is to be called, however it is spelt, and the log says so', async () => {
    const inward = [
      'http://127.0.0.1:8080/hook',
      'http://10.1.2.3/hook',
      'http://192.168.0.1/hook',
      'http://169.254.169.254/computeMetadata/v1/',
      'http://metadata.google.internal/computeMetadata/v1/',
      'http://2130706433/',
      'http://0177.0.0.1/',
      'http://0x7f.1/',
      'http://[::1]/',
      'http://[::ffff:10.0.0.7]/',
      'http://[fd00:ec2::254]/',
      'http://localhost:3000/',
    ];
    for (const [index, url] of inward.entries()) await bench.addWebhook(url, {}, `h${index}`);
    await bench.endRun();
    const resolve = async () => await Promise.reject(new Error('nothing is to be looked up'));
    await bench.sender({ allowLoopback: false, resolve }).sweep();
    const refused = { status: null, error: expect.stringContaining('does not lead to the public internet') };
    const deliveries = await bench.deliveries();
    expect(deliveries.map(({ url }) => url).sort()).toEqual(inward.toSorted());
    for (const { attempts } of deliveries) expect(attempts).toMatchObject([refused]);
    // Nobody is to blame for that but whoever has entered the address.
    expect(await bench.breakers()).toEqual([]);
  });

  it('is refused behind a name that led elsewhere at the attempt before', async () => {
    const receiver = await openReceiver(status(500));
    const lookedUp = ['127.0.0.1', '10.0.0.7', '169.254.169.254', 'fd00::1'];
    const resolve = async () => [{ address: lookedUp.shift() ?? '', family: 4 }];
    await bench.addWebhook(receiver.url.replace('127.0.0.1', 'rebinding.example'));
    await bench.endRun();
    const sender = bench.sender({ resolve });
    for (let attempt = 1; attempt <= 4; attempt++) {
      await sender.sweep();
      bench.wait(2 * HOUR);
    }
    expect(receiver.calls).toHaveLength(1);
    const refused = { status: null, error: expect.stringContaining('public internet') };
    expect((await bench.delivery()).attempts).toMatchObject([{ status: 500 }, refused, refused, refused]);
  });
});

describe('a delivery that an owner sends again', () => {
  it('after it has failed arrives under the same id, with fresh tries; the log keeps all attempts', async () => {
    const receiver = await openReceiver(...Array.from({ length: 6 }, () => status(400)));
    await bench.addWebhook(receiver.url);
    await bench.endRun();
    for (let sweep = 0; sweep < 6; sweep++) {
      await bench.sender().sweep();
      bench.wait(7 * HOUR);
    }
    const failed = await bench.delivery();
    expect(failed.state).toBe('failed');
    receiver.answers.push(status(500));
    await bench.sendAgain(failed);
    expect((await bench.delivery()).expires_at).toBeNull();
    await bench.sender().sweep();
    bench.wait(30_000);
    await bench.sender().sweep();
    const { id, state, attempts, expires_at: expiresAt } = await bench.delivery();
    expect([id, state]).toEqual([failed.id, 'delivered']);
    expect(attempts.map(({ status: code, replay }) => [code, replay])).toEqual([
      ...Array.from({ length: 6 }, () => [400, 0]),
      [500, 1],
      [200, 1],
    ]);
    expect(expiresAt).toEqual(new Date(bench.now().getTime() + 30 * DAY));
    expect(new Set(receiver.calls.map(({ headers }) => headers['docket-delivery']))).toEqual(new Set([id]));
  });

  it('after it has arrived comes once more, and the receiver that remembers its id deals with it once', async () => {
    const receiver = await openReceiver();
    await bench.addWebhook(receiver.url);
    await bench.endRun();
    await bench.sender().sweep();
    for (let again = 1; again <= 2; again++) {
      await bench.sendAgain(await bench.delivery());
      await bench.sender().sweep();
    }
    expect(receiver.calls).toHaveLength(3);
    const known = new Map(receiver.calls.map(({ headers, body }) => [headers['docket-delivery'], body]));
    expect(known.size).toBe(1);
    expect(await bench.delivery()).toMatchObject({
      state: 'delivered',
      replay: { number: 2, by: 'u' },
      attempts: [{ replay: 0 }, { replay: 1 }, { replay: 2 }],
    });
  });

  it.each([
    ['was deleted', async () => await bench.deleteWebhook()],
    ['is switched off', async () => await bench.changeWebhook({ active: false })],
  ])('is not sent when its webhook %s meanwhile, and says why', async (reason, happens) => {
    const receiver = await openReceiver();
    await bench.addWebhook(receiver.url);
    await bench.endRun();
    await bench.sender().sweep();
    await bench.sendAgain(await bench.delivery());
    await happens();
    await bench.sender().sweep();
    expect(receiver.calls).toHaveLength(1);
    expect(await bench.delivery()).toMatchObject({
      state: 'failed',
      attempts: [{ status: 200 }, { status: null, error: expect.stringContaining(reason), replay: 1 }],
    });
  });

  it('when it is old waits for a host that is left alone, as a new one does', async () => {
    const receiver = await openReceiver();
    await bench.addWebhook(receiver.url);
    await bench.endRun();
    await bench.sender().sweep();
    bench.wait(3 * DAY);
    receiver.answers.push(...Array.from({ length: 5 }, () => status(503)));
    for (let run = 2; run <= 6; run++) {
      await bench.endRun(run);
      await bench.sender().sweep();
    }
    const old = (await bench.deliveries()).find(({ state }) => state === 'delivered');
    if (old === undefined) throw new Error('The first has not arrived');
    await bench.sendAgain(old);
    await bench.sender().sweep();
    const after = (await bench.deliveries()).find(({ id }) => id === old.id);
    expect(after).toMatchObject({ state: 'pending', attempts: [{ status: 200 }] });
  });
});

describe('a test', () => {
  it('arrives without a run, signed like everything else, and is in the log', async () => {
    const receiver = await openReceiver();
    await bench.addWebhook(receiver.url);
    await bench.sendTest('t1');
    await bench.sender().attempt({ workspaceId: WORKSPACE, deliveryId: 't1' });
    const [call] = receiver.calls;
    if (call === undefined) throw new Error('Nothing has arrived');
    expect(webhookPayloadSchema.parse(JSON.parse(call.body))).toEqual({
      event: 'ping',
      workspace_id: WORKSPACE,
      webhook_id: 'h',
    });
    expect(call.headers).toMatchObject({ 'docket-event': 'ping', 'docket-delivery': 't1' });
    expect(signatureIn(call).isBy(SECRET)).toBe(true);
    expect(await bench.delivery()).toMatchObject({
      id: 't1',
      state: 'delivered',
      attempts: [{ status: 200 }],
    });
  });

  it('that does not arrive says why at once, and is not tried again by itself', async () => {
    const receiver = await openReceiver(status(404));
    await bench.addWebhook(receiver.url);
    await bench.sendTest('t1');
    await bench.sender().sweep();
    bench.wait(DAY);
    await bench.sender().sweep();
    expect(receiver.calls).toHaveLength(1);
    expect(await bench.delivery()).toMatchObject({ state: 'failed', attempts: [{ status: 404 }] });
    expect((await bench.webhook()).failing).toBeNull();
  });
});

describe('a new secret', () => {
  it('signs beside the old one for a day, also what was made before, and then alone', async () => {
    const receiver = await openReceiver(status(500));
    await bench.addWebhook(receiver.url);
    await bench.endRun();
    await bench.sender().sweep();
    await bench.changeSecret(NEXT_SECRET);
    bench.wait(MINUTE);
    await bench.sender().sweep();
    bench.wait(DAY - MINUTE);
    await bench.endRun(2);
    await bench.sender().sweep();
    const signed = receiver.calls.map((call) => {
      const { count, isBy } = signatureIn(call);
      return [count, isBy(SECRET), isBy(NEXT_SECRET)];
    });
    expect(signed).toEqual([
      [1, true, false],
      [2, true, true],
      [1, false, true],
    ]);
  });

  it('replaces one that has fallen into wrong hands at once', async () => {
    const receiver = await openReceiver();
    await bench.addWebhook(receiver.url);
    await bench.changeSecret(NEXT_SECRET, false);
    await bench.endRun();
    await bench.sender().sweep();
    const [call] = receiver.calls;
    if (call === undefined) throw new Error('Nothing has arrived');
    expect([signatureIn(call).count, signatureIn(call).isBy(NEXT_SECRET)]).toEqual([1, true]);
  });
});

describe('a webhook to which nothing arrives', () => {
  /** A delivery that fails for good at its next attempt. */
  async function lastAttempt(): Promise<void> {
    await bench.endRun();
    await bench.db.doc(paths.webhookDelivery(WORKSPACE, (await bench.delivery()).id)).update({ tries: 5 });
    await bench.sender().sweep();
  }

  const daysAgo = (days: number) => new Date(bench.now().getTime() - days * DAY);

  it('for five days and twenty deliveries is switched off, says why, and its owner gets a mail', async () => {
    const receiver = await openReceiver(status(500));
    await bench.addMember('owner');
    await bench.addWebhook(receiver.url, { failing: { since: daysAgo(5), deliveries: 19 } });
    await lastAttempt();
    const failing = { since: daysAgo(5), deliveries: 20 };
    expect(await bench.webhook()).toMatchObject({ active: false, failing });
    const [mail, ...more] = await bench.mails();
    expect(more).toEqual([]);
    expect(mail?.to).toEqual(['ada@example.com']);
    expect(mail?.message.subject).toBe(`Webhook switched off: ${receiver.host}`);
    expect(mail?.message.text).toContain('none of its last 20 deliveries has arrived');
    expect(mail?.message.text).toContain('https://docket.example/w/w/settings/notifications');
    expect(mail?.expires_at).toEqual(new Date(bench.now().getTime() + 30 * DAY));
  });

  it.each([
    ['for five days, of few deliveries', 5, 18],
    ['of many deliveries, in a short time', 4.9, 400],
  ])('%s, stays on', async (_, days, count) => {
    const receiver = await openReceiver(status(500));
    await bench.addMember('owner');
    await bench.addWebhook(receiver.url, { failing: { since: daysAgo(days), deliveries: count } });
    await lastAttempt();
    expect(await bench.webhook()).toMatchObject({ active: true, failing: { deliveries: count + 1 } });
    expect(await bench.mails()).toEqual([]);
  });

  it('begins anew when something arrives', async () => {
    const receiver = await openReceiver();
    await bench.addWebhook(receiver.url, { failing: { since: daysAgo(9), deliveries: 400 } });
    await lastAttempt();
    expect(await bench.webhook()).toMatchObject({ active: true, failing: null });
  });

  it('is switched off without a mail when whoever added it is no owner any more', async () => {
    const receiver = await openReceiver(status(500));
    await bench.addMember('editor');
    await bench.addWebhook(receiver.url, { failing: { since: daysAgo(6), deliveries: 30 } });
    await lastAttempt();
    expect((await bench.webhook()).active).toBe(false);
    expect(await bench.mails()).toEqual([]);
  });
});
