import { createServer, type IncomingMessage } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import type { ServerOptions } from '../src/server.ts';
import { readBody } from '../src/transport/http-body.ts';
import { project, Resources } from './servers.ts';

const database = `projects/${project}/databases/(default)`;
const page = 'http://127.0.0.1:5173';

let resources = new Resources();
const closers: Array<() => void> = [];

afterEach(async () => {
  await resources.close();
  resources = new Resources();
  for (const close of closers.splice(0)) {
    close();
  }
});

async function serve(options: ServerOptions = {}) {
  const server = await resources.server(options);
  const at = (path: string, init?: RequestInit) => fetch(`http://127.0.0.1:${server.port}${path}`, init);
  return { server, at };
}

describe('the server over HTTP', () => {
  it('shows a sign of life', async () => {
    const { at } = await serve();
    expect(await (await at('/')).text()).toContain('Ok');
    expect((await at('/nowhere')).status).toBe(404);
  });

  it('lets a page of any origin in by name', async () => {
    const { at } = await serve();
    const answer = await at(`/v1/${database}/documents:commit`, {
      method: 'OPTIONS',
      headers: { origin: page, 'access-control-request-headers': 'authorization,x-goog-api-client' },
    });
    expect(answer.status).toBe(204);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'access-control-allow-origin': page,
      'access-control-allow-credentials': 'true',
      'access-control-allow-headers': 'authorization,x-goog-api-client',
    });
  });
});

describe('WebChannel over HTTP', () => {
  const path = '/google.firestore.v1.Firestore/Listen/channel?VER=8';

  it('shakes hands, streams, takes messages and ends', async () => {
    const { at } = await serve();
    const addTarget = { targetId: 2, documents: { documents: [`${database}/documents/a/b`] } };
    const body = new URLSearchParams({
      count: '1',
      ofs: '0',
      req0___data__: JSON.stringify({ database, addTarget }),
    });
    const handshake = await (await at(`${path}&RID=1`, { method: 'POST', body })).text();
    const sid = /"c","([^"]+)"/.exec(handshake)?.[1];
    expect(handshake).toMatch(/^\d+\n\[\[0,\["c","[^"]+","",8,14,30000\]\]\]$/);

    const stream = await at(`${path}&RID=rpc&SID=${sid}&AID=0&CI=1`);
    const messages = await stream.text();
    expect(messages).toContain('"targetChangeType":"ADD"');
    expect(messages).toContain('"documentDelete"');

    const more = new URLSearchParams({
      count: '1',
      ofs: '1',
      req0___data__: JSON.stringify({ removeTarget: 2 }),
    });
    const forward = await at(`${path}&RID=2&SID=${sid}&AID=1`, { method: 'POST', body: more });
    expect(await forward.text()).toMatch(/^\d+\n\[0,\d+,\d+\]$/);
    expect((await at(`${path}&RID=3&SID=${sid}&TYPE=terminate`, { method: 'POST' })).status).toBe(200);
    expect((await at(`${path}&RID=rpc&SID=${sid}&AID=1&CI=1`)).status).toBe(400);
  });

  it('sends clients of an earlier run back to the start', async () => {
    const { at } = await serve();
    const answer = await at(`${path}&RID=rpc&SID=gone&AID=0&CI=0`);
    expect([answer.status, await answer.text()]).toEqual([400, 'Unknown SID']);
  });
});

describe('the endpoints of the Firebase CLI', () => {
  const setRules = (content: string, more: object = {}) => ({
    method: 'PUT',
    body: JSON.stringify({ ...more, rules: { files: [{ content }] } }),
  });
  const good = "rules_version = '2'; service cloud.firestore { match /{all=**} { allow read: if false; } }";

  it('take rules, and keep the old ones when the new have errors', async () => {
    const log: string[] = [];
    const { at } = await serve({ log: (line) => log.push(line) });
    const path = `/emulator/v1/projects/${project}:securityRules`;
    expect(await (await at(path, setRules(good))).json()).toEqual({});
    const watched = await (await at(path, setRules('service', { ignore_errors: true }))).json();
    expect(watched).toMatchObject({ issues: [{ severity: 3, sourcePosition: { line: 1 } }] });
    expect((await at(path, setRules('service'))).status).toBe(400);
    expect((await at(`/v1/${database}/documents/a/b`)).status).toBe(403);
    expect(log.slice(0, 2)).toEqual([
      'security.rules:1:8 error: Unexpected the end of the file: expected the name of a service.',
      'The rules stay as they were.',
    ]);
  });

  it('show how the rules came out, as JSON and as a page', async () => {
    const { at } = await serve();
    const path = `/emulator/v1/projects/${project}:ruleCoverage`;
    expect((await at(path)).status).toBe(404);
    const condition = "resource == null || resource.data['<'] == 1";
    await at(
      `/emulator/v1/projects/${project}:securityRules`,
      setRules(`service cloud.firestore { match /{all=**} { allow get: if ${condition}; } }`),
    );
    await at(`/v1/${database}/documents/a/b`);
    expect(await (await at(path)).json()).toMatchObject({
      report: [
        {
          sourcePosition: { line: 1, column: 59, currentOffset: 58, endOffset: 58 + condition.length },
          values: [{ value: { boolValue: true }, count: 1 }],
          children: [{ values: [{ value: { boolValue: true }, count: 1 }] }, { sourcePosition: {} }],
        },
      ],
    });
    const page = await at(`${path}.html`);
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    const html = await page.text();
    expect(html).toContain('<span class="one-way" title="boolValue true: 1"><span class="seen"');
    expect(html).toContain('<span class="never" title="never evaluated">&#39;&#60;&#39;</span>');
  });

  it('print what goes through debug in the rules', async () => {
    const log: string[] = [];
    const { at } = await serve({ log: (line) => log.push(line) });
    await at(
      `/emulator/v1/projects/${project}:securityRules`,
      setRules(
        "rules_version = '2'; service cloud.firestore { match /{all=**} { allow get: if debug(request.method) == 'x'; } }",
      ),
    );
    await at(`/v1/${database}/documents/a/b`);
    expect(log).toContain("string_value: 'get'");
  });

  it('clear one database and no other', async () => {
    const { server, at } = await serve();
    const admin = resources.admin(server.port);
    await admin.doc('a/b').set({});
    await at('/emulator/v1/projects/demo-other/databases/(default)/documents', { method: 'DELETE' });
    expect((await admin.doc('a/b').get()).exists).toBe(true);
    await at(`/emulator/v1/${database}/documents`, { method: 'DELETE' });
    expect((await admin.doc('a/b').get()).exists).toBe(false);
  });

  it('register triggers, which then hear of commits in order', async () => {
    const heard: string[] = [];
    const hear = async (request: IncomingMessage) => {
      await readBody(request);
      if (request.method !== 'POST') return;
      heard.push(`${request.url?.split('/').at(-1)} ${String(request.headers['ce-type']).split('.').at(-1)}`);
    };
    const functions = createServer((request, response) => {
      void hear(request).then(() => response.writeHead(heard.length === 1 ? 503 : 200).end());
    });
    closers.push(() => functions.close());
    const functionsEmulator = await new Promise<string>((resolve) => {
      functions.listen(0, '127.0.0.1', () => {
        const address = functions.address();
        resolve(`127.0.0.1:${typeof address === 'object' ? address?.port : ''}`);
      });
    });
    const { server, at } = await serve({ functionsEmulator });
    for (const occurrence of ['created', 'written']) {
      await at(`/emulator/v1/projects/${project}/eventarcTrigger?eventarcTriggerId=${occurrence}-0`, {
        method: 'POST',
        body: JSON.stringify({
          eventType: `google.cloud.firestore.document.v1.${occurrence}`,
          database: '(default)',
          document: {
            value: occurrence === 'created' ? 'other/{id}' : 'jobs/{id}',
            matchType: 'PATH_PATTERN',
          },
        }),
      });
    }
    const job = resources.admin(server.port).doc('jobs/j');
    await job.set({ n: 1 });
    await job.update({ n: 2 });
    await server.eventsDelivered();
    expect(heard).toEqual(['written-0 written', 'written-0 written', 'written-0 written']);
  });

  it('tell what a database has been used for, since the start or a reset', async () => {
    const { server, at } = await serve();
    const path = `/emulator/v1/${database}/usage`;
    const use = async () => await (await at(path)).json();
    const job = resources.admin(server.port).doc('jobs/j');
    await job.set({ n: 1 });
    await job.get();
    expect(await use()).toEqual({ since: expect.any(String), reads: { jobs: 1 }, writes: { jobs: 1 } });
    expect((await at(path, { method: 'DELETE' })).status).toBe(200);
    expect(await use()).toMatchObject({ reads: {}, writes: {} });
    await at(`/emulator/v1/${database}/documents`, { method: 'DELETE' });
    expect(await use()).toMatchObject({ reads: {}, writes: {} });
  });

  it('refuse what they do not know', async () => {
    const { at } = await serve();
    expect((await at('/emulator/v1/projects/p:unknown')).status).toBe(404);
    expect((await at('/emulator/v1/projects/p:export', { method: 'POST', body: '{}' })).status).toBe(400);
  });
});
