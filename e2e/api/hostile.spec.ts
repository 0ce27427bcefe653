/** What is sent to the functions by whoever means no good, over the wire: no 500, no stack trace, nothing of the inside. */
import { LABELS_FUNCTION } from '@docket/model/inventory/labels';
import { JOIN_FUNCTION } from '@docket/model/members/joining';
import { MANAGE_MEMBERS_FUNCTION } from '@docket/model/members/managing';
import { paths } from '@docket/model/paths';
import { QUEUE_FIGURES_FUNCTION } from '@docket/model/queue';
import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { z } from 'zod';
import { connectClient } from '../../scripts/docket/client.ts';
import { DEMO_PROJECT, DEMO_WORKSPACE } from '../../scripts/local-stack/demo.ts';
import { testAdmin, testPorts, testUrl } from '../support/test-stack.ts';
import { hostileValue } from './any-value.ts';

const INSIDE = /\bat .*:\d+:\d+|node_modules|\/src\/|functions\/dist|ZodError|firebase-admin/u;

let token: string;

test.beforeAll(async () => {
  const person = await connectClient(DEMO_PROJECT, testPorts());
  token = await person.idToken();
  await person.close();
});

async function expectDiscreet(answer: Response, sent: string): Promise<void> {
  const text = await answer.text();
  expect(answer.status, sent).toBeLessThan(500);
  expect(text, sent).not.toMatch(INSIDE);
}

test('bodies and addresses that are none are refused, whatever takes them first', async () => {
  const base = `${testUrl()}/api/v1/workspaces/${DEMO_WORKSPACE.id}`;
  const bodies: [string, string | Uint8Array<ArrayBuffer>][] = [
    ['application/json', '{bad'],
    ['application/json', '"'],
    ['application/json; charset=utf-99', '{}'],
    ['application/json', Uint8Array.from([0xff, 0xfe, 0x00])],
    ['application/json', '['.repeat(100_000)],
    ['application/json', `{"name":"${'x'.repeat(3_000_000)}"}`],
    ['application/x-www-form-urlencoded', `${'a[b]'.repeat(50)}=1&%ff=%zz`],
    ['multipart/form-data', 'no boundary'],
    [
      'multipart/form-data; boundary=x',
      '--x\r\nContent-Disposition: form-data; name="file"\r\n\r\nnever ends',
    ],
    ['text/plain', 'text'],
    ['', ''],
  ];
  for (const [type, body] of bodies) {
    for (const route of ['collections', 'images', 'fitment-jobs', 'admin/retry-all-failed']) {
      const headers = { authorization: `Bearer ${token}`, ...(type === '' ? {} : { 'content-type': type }) };
      await expectDiscreet(
        await fetch(`${base}/${route}`, { method: 'POST', headers, body }),
        `${type} to ${route}`,
      );
    }
  }
  // By its own address: the local Hosting looks for files of such names first, and fails.
  const own = `http://127.0.0.1:${testPorts().functions}/${DEMO_PROJECT}/us-central1/api/v1/workspaces/${DEMO_WORKSPACE.id}`;
  const long = `/runs/${'x'.repeat(5_000)}`;
  for (const address of [
    '/runs/%00',
    '/runs/%ff',
    '/runs/%',
    '/runs/a%2Fb',
    '/runs/..%2f..',
    long,
    '//',
    '/runs?limit=1&limit=2',
  ])
    await expectDiscreet(
      await fetch(`${own}${address}`, { headers: { authorization: `Bearer ${token}` } }),
      address,
    );
});

test('tokens that are no good open nothing: wrong, expired, of another project, revoked, of somebody who is disabled', async () => {
  const { auth, db } = testAdmin();
  const { uid } = await auth.createUser({
    email: `guest-${Date.now()}@docket.example`,
    password: 'docket-guest',
  });
  const member = {
    uid,
    workspace_id: DEMO_WORKSPACE.id,
    role: 'viewer',
    email: '',
    display_name: '',
    joined_at: new Date(),
  };
  await db.doc(paths.member(DEMO_WORKSPACE.id, uid)).set(member);
  const signIn = `http://127.0.0.1:${testPorts().auth}/identitytoolkit.googleapis.com/v1/accounts:signInWithCustomToken?key=local`;
  const fresh = async (): Promise<string> => {
    const body = JSON.stringify({ token: await auth.createCustomToken(uid), returnSecureToken: true });
    const answer = await fetch(signIn, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    return z.object({ idToken: z.string() }).parse(await answer.json()).idToken;
  };
  const url = `${testUrl()}/api/v1/workspaces/${DEMO_WORKSPACE.id}/collections`;
  const status = async (bearer: string) =>
    (await fetch(url, { headers: { authorization: `Bearer ${bearer}` } })).status;
  /** The token with other claims. The local Auth signs nothing, so that it is not the signature that gives it away. */
  const altered = (good: string, change: Record<string, unknown>) => {
    const [head, claims = '', signature] = good.split('.');
    const read = z.looseObject({}).parse(JSON.parse(Buffer.from(claims, 'base64url').toString()));
    return [head, Buffer.from(JSON.stringify({ ...read, ...change })).toString('base64url'), signature].join(
      '.',
    );
  };
  const good = await fresh();
  expect(await status(good)).toBe(200);
  expect(await status(`${good}x.y`)).toBe(401);
  expect(await status(altered(good, { exp: Math.floor(Date.now() / 1_000) - 60 }))).toBe(401);
  expect(
    await status(altered(good, { aud: 'elsewhere', iss: 'https://securetoken.google.com/elsewhere' })),
  ).toBe(401);
  // Tokens are dated by the second: one of the second in which all are revoked is not older than that.
  await new Promise((resolve) => setTimeout(resolve, 1_100));
  await auth.revokeRefreshTokens(uid);
  expect(await status(good)).toBe(401);
  await new Promise((resolve) => setTimeout(resolve, 1_100));
  const again = await fresh();
  expect(await status(again)).toBe(200);
  await auth.updateUser(uid, { disabled: true });
  expect(await status(again)).toBe(401);
  await auth.deleteUser(uid);
  expect(await status(again)).toBe(401);
});

test('callable functions refuse what they cannot use, from whomever', async () => {
  const names = [QUEUE_FIGURES_FUNCTION, LABELS_FUNCTION, JOIN_FUNCTION, MANAGE_MEMBERS_FUNCTION];
  const field = fc.constantFrom(
    'workspace',
    'workspace_id',
    'action',
    'item_ids',
    'uid',
    'role',
    'invitation',
    'secret',
  );
  const data = fc.oneof(
    hostileValue,
    fc.dictionary(field, fc.oneof(hostileValue, fc.constant(DEMO_WORKSPACE.id))),
  );
  for (const name of names) {
    const url = `http://127.0.0.1:${testPorts().functions}/${DEMO_PROJECT}/us-central1/${name}`;
    for (const value of fc.sample(data, 15)) {
      for (const authorization of [null, 'Bearer nonsense', `Bearer ${token}`]) {
        const headers = {
          'content-type': 'application/json',
          ...(authorization === null ? {} : { authorization }),
        };
        const body = JSON.stringify({ data: value });
        await expectDiscreet(
          await fetch(url, { method: 'POST', headers, body }),
          `${name} ${body.slice(0, 300)}`,
        );
      }
    }
  }
});
