/** Who is told of the end of a run: a mail document, and a program that first refuses, through signed deliveries. */
import { createHmac, randomUUID } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import { mailSchema, webhookDeliverySchema, webhookPayloadSchema } from '@docket/model/notifications';
import { paths } from '@docket/model/paths';
import { expect, test } from '@playwright/test';
import { z } from 'zod';
import { type Client, connectClient, startRun } from '../../scripts/docket/client.ts';
import { DEMO_PROJECT } from '../../scripts/local-stack/demo.ts';
import { collectionWithOrder } from '../collections/prepared.ts';
import { openAsDemo } from '../support/pages.ts';
import { testAdmin, testPorts } from '../support/test-stack.ts';

interface Received {
  headers: IncomingHttpHeaders;
  body: string;
}

let client: Client;
let server: Server;
let received: Received[];
/** What the receiver answers, one after the other; then 200. */
let answers: number[];
let address: string;

test.beforeAll(async () => {
  client = await connectClient(DEMO_PROJECT, testPorts());
  server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      received.push({ headers: request.headers, body: Buffer.concat(parts).toString('utf8') });
      response.statusCode = answers.shift() ?? 200;
      response.end('noted');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('The receiver has no port.');
  address = `http://127.0.0.1:${bound.port}/hooks`;
});
test.beforeEach(() => {
  received = [];
  answers = [];
});
test.afterAll(async () => {
  await client.close();
  await new Promise((resolve) => server.close(resolve));
});

const deliveries = async (webhook: string) => {
  const found = await testAdmin()
    .db.collection(paths.webhookDeliveries(client.workspace))
    .where('webhook_id', '==', webhook)
    .get();
  return found.docs.map((delivery) => webhookDeliverySchema.parse(delivery.data()));
};

test('an owner adds a webhook and asks for mail; a run that ends is told to both, through a refusal, and again; a test is too', async ({
  page,
}) => {
  // What it is made of may come from a run of its own, whose end is nobody's business here.
  const collection = `told-${randomUUID().slice(0, 8)}`;
  const order = await collectionWithOrder(testAdmin(), client, collection);
  await openAsDemo(page, 'settings/notifications');
  await page.getByRole('region', { name: 'Mail' }).getByRole('checkbox').first().click();
  await page
    .getByRole('button', { name: /Add webhook/u })
    .first()
    .click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Address' }).fill(address);
  await dialog.getByRole('button', { name: 'Add webhook' }).click();
  const secret = (await dialog.getByLabel('Secret', { exact: true }).innerText()).trim();
  expect(secret).toMatch(/^[0-9a-f]{64}$/u);
  await dialog.getByRole('button', { name: 'I have kept the secret' }).click();
  await expect(page.getByRole('list', { name: 'Webhooks' })).toContainText(address);

  answers = [500];
  await startRun(client, 'item_generation', collection, [order], 1);
  await expect.poll(() => received.length).toBe(2);
  const [first, second] = received;
  expect(second?.body).toBe(first?.body);
  expect(second?.headers['docket-delivery']).toBe(first?.headers['docket-delivery']);
  const payload = webhookPayloadSchema.parse(JSON.parse(second?.body ?? ''));
  expect(payload).toMatchObject({
    event: 'job.completed',
    pipeline: 'item_generation',
    subject: { id: collection },
  });
  const signature = z.string().parse(second?.headers['docket-signature']);
  const [, time = '', given = ''] = /^t=(\d+),v1=([0-9a-f]+)$/u.exec(signature) ?? [];
  expect(
    createHmac('sha256', secret)
      .update(`${time}.${second?.body ?? ''}`)
      .digest('hex'),
  ).toBe(given);

  const webhooks = await testAdmin()
    .db.collection(paths.webhooks(client.workspace))
    .where('url', '==', address)
    .get();
  const [webhook] = webhooks.docs;
  if (webhook === undefined) throw new Error('The webhook was not saved.');
  await expect
    .poll(async () => (await deliveries(webhook.id)).map(({ state }) => state))
    .toEqual(['delivered']);
  const list = page.getByRole('region', { name: 'Deliveries' });
  await expect(list).toContainText(/delivered/iu);
  await list.getByRole('button', { name: /A run is completed/u }).click();
  const attempts = list.getByRole('list', { name: 'Attempts' });
  await expect(attempts).toContainText('500');

  // Once more, as a receiver that has lost it would ask for.
  await list.getByRole('button', { name: 'Send again' }).click();
  await expect.poll(() => received.length).toBe(3);
  expect(received[2]?.body).toBe(first?.body);
  expect(received[2]?.headers['docket-delivery']).toBe(first?.headers['docket-delivery']);
  await expect(attempts.getByRole('listitem')).toHaveCount(3);
  await expect(attempts.getByRole('listitem').last()).toContainText('Sent again');

  const row = page.getByRole('list', { name: 'Webhooks' }).getByRole('listitem').filter({ hasText: address });
  await row.getByRole('button', { name: 'Send a test' }).click();
  await expect(row.getByRole('status')).toContainText('The test has arrived. Status 200');
  expect(webhookPayloadSchema.parse(JSON.parse(received[3]?.body ?? ''))).toMatchObject({
    event: 'ping',
    webhook_id: webhook.id,
  });

  const mails = await testAdmin().db.collection('mail').get();
  const about = mails.docs
    .map((mail) => mailSchema.parse(mail.data()))
    .filter(({ message }) => message.text.includes(collection));
  expect(about).toHaveLength(1);
  expect(about[0]?.to).toEqual(['demo@docket.example']);

  await page.getByRole('button', { name: `Delete ${address}` }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Delete/u })
    .click();
  await expect(page.getByRole('list', { name: 'Webhooks' })).toBeHidden();
});
