/** What the HTTP API does with keys that are not good any more, and with whoever tries one after another. */
import { randomBytes } from 'node:crypto';
import { composeApiKey, parseApiKey } from '@docket/model/api-key';
import { paths } from '@docket/model/paths';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type ApiBench, openApiBench, WORKSPACE } from './api-bench.ts';

let bench: ApiBench;

beforeAll(async () => {
  bench = await openApiBench({ DOCKET_API_REFUSALS_PER_MINUTE: '5' });
});
afterAll(async () => await bench.close());

const ask = async (token: string, address = '192.0.2.1') =>
  await bench.call(`GET /workspaces/${WORKSPACE}/runs`, {
    token,
    headers: { 'x-forwarded-for': `203.0.113.9, ${address}` },
  });

async function keyWith(change: object): Promise<string> {
  const key = await bench.key(['read']);
  await bench.db.doc(paths.apiKey(WORKSPACE, parseApiKey(key)?.id ?? '')).update(change);
  return key;
}

describe('a key', () => {
  it('that is revoked is refused with its next request, and its end is not told', async () => {
    const key = await bench.key(['read']);
    expect((await ask(key)).status).toBe(200);
    const document = bench.db.doc(paths.apiKey(WORKSPACE, parseApiKey(key)?.id ?? ''));
    await document.update({ revoked_at: bench.now, revoked_by: 'ada' });
    const refused = await ask(key);
    expect(refused).toMatchObject({ status: 401, body: { code: 'unauthenticated' } });
    expect(JSON.stringify(refused.body)).not.toContain(key);
  });

  it('that has expired is refused', async () => {
    const at = bench.now.getTime();
    expect((await ask(await keyWith({ expires_at: new Date(at + 1) }))).status).toBe(200);
    expect((await ask(await keyWith({ expires_at: new Date(at) }))).status).toBe(401);
  });
});

describe('an address that tries one key after another', () => {
  it('is not listened to after a while, costs no read any more, and may come back; keys that were good there go on', async () => {
    const good = await bench.key(['read']);
    const known = await bench.key(['read']);
    expect((await ask(known, '192.0.2.66')).status).toBe(200);
    const wrong = () => composeApiKey(randomBytes(20), randomBytes(32)).text;
    const statuses = [];
    for (let tries = 0; tries < 7; tries++) statuses.push((await ask(wrong(), '192.0.2.66')).status);
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429, 429]);

    const looks = vi.spyOn(bench.db, 'doc');
    const refused = await ask(good, '192.0.2.66');
    expect(refused.status).toBe(429);
    expect(refused.headers.get('retry-after')).toBe('12');
    expect(looks).not.toHaveBeenCalled();
    looks.mockRestore();

    expect((await ask(known, '192.0.2.66')).status).toBe(200);
    expect((await ask(good, '192.0.2.67')).status).toBe(200);
    bench.now = new Date(bench.now.getTime() + 12_000);
    expect((await ask(good, '192.0.2.66')).status).toBe(200);
  });
});
