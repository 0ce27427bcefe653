/** API keys and the counting of requests on a real (embedded) Firestore. */
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { apiKeySchema, composeApiKey } from '@docket/model/api-key';
import { apiUsageSchema, keyPrincipal } from '@docket/model/api-usage';
import { addApiKey, revokeApiKey } from '@docket/model/commands/api-key-commands';
import type { Write } from '@docket/model/commands/write';
import { paths } from '@docket/model/paths';
import { deleteApp, initializeApp } from 'firebase-admin/app';
import { type Firestore, getFirestore } from 'firebase-admin/firestore';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { keysMadeBy } from '../src/api/keys/keys-made-by.ts';
import { verifyApiKey } from '../src/api/keys/verify-key.ts';
import type { RateLimits } from '../src/api/rate-limit/limits.ts';
import { RateLimiter } from '../src/api/rate-limit/rate-limiter.ts';
import { answerManage } from '../src/members/answer-manage.ts';
import { FirestoreUsageStore } from '../src/api/rate-limit/usage-store.ts';
import { startDatabase } from './start-database.ts';

const NOW = new Date('2026-01-01T08:00:00Z');
const EXPIRES = new Date('2026-04-01T08:00:00Z');
const ACTOR = { workspaceId: 'w', uid: 'owner', serverTime: NOW };

let db: Firestore;
let close: () => Promise<void>;
let now: Date;

beforeAll(async () => {
  const server = await startDatabase();
  process.env['METADATA_SERVER_DETECTION'] = 'none';
  process.env['FIRESTORE_EMULATOR_HOST'] = `127.0.0.1:${server.port}`;
  const app = initializeApp({ projectId: 'demo-keys' }, randomUUID());
  db = getFirestore(app);
  close = async () => {
    await deleteApp(app);
    await server.close();
  };
});
afterAll(async () => await close());
beforeEach(() => {
  now = NOW;
});

async function commit(writes: readonly Write[]): Promise<void> {
  for (const write of writes) {
    if (write.kind === 'create') await db.doc(write.path).create(write.fields);
    else if (write.kind === 'update') await db.doc(write.path).update(write.fields);
    else throw new Error(`Keys are not written by ${write.kind}`);
  }
}

/** A key of workspace `w`, as an owner's browser makes it. */
async function makeKey(change: { expiresAt?: Date | null; workspaceId?: string; uid?: string } = {}) {
  const key = composeApiKey(randomBytes(20), randomBytes(32));
  const hash = createHash('sha256').update(key.secret).digest('hex');
  const terms = { name: 'Shop system', scopes: ['read', 'edit'], expiresAt: EXPIRES, ...change } as const;
  await commit(addApiKey({ ...ACTOR, ...change }, key, hash, terms));
  return key;
}

const verdict = async (text: string, workspaceId = 'w') =>
  await verifyApiKey({ db, clock: () => now }, workspaceId, text);
const refused = (reason: string) => ({ type: 'refused', reason });

describe('an API key', () => {
  it('lets in, under its name and with its scopes', async () => {
    const key = await makeKey();
    expect(await verdict(key.text)).toEqual({
      type: 'valid',
      principal: { keyId: key.id, name: 'Shop system', capabilities: ['read', 'edit'] },
    });
  });

  it('costs one read', async () => {
    const key = await makeKey();
    const looks = vi.spyOn(db, 'doc');
    await verdict(key.text);
    expect(looks.mock.calls).toEqual([[paths.apiKey('w', key.id)]]);
    looks.mockRestore();
  });

  it('is refused without a look into the database when it is none, or is mistyped', async () => {
    const { text } = await makeKey();
    const looks = vi.spyOn(db, 'doc');
    for (const wrong of [
      '',
      'docket_',
      text.slice(1),
      `${text} `,
      text.toLowerCase(),
      `${text.slice(0, -1)}_`,
    ])
      expect(await verdict(wrong)).toEqual(refused('malformed'));
    for (const place of ['', 'w/api_keys', '../w', 'w'.repeat(129)])
      expect(await verdict(text, place)).toEqual(refused('unknown'));
    expect(looks).not.toHaveBeenCalled();
    looks.mockRestore();
  });

  it('is refused when nobody has made it', async () => {
    expect(await verdict(composeApiKey(randomBytes(20), randomBytes(32)).text)).toEqual(refused('unknown'));
  });

  it('is refused with another secret', async () => {
    const mine = await makeKey();
    const forged = composeApiKey(new Uint8Array(20), randomBytes(32));
    const idBytes = Uint8Array.from(mine.id, (character) =>
      '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'.indexOf(character),
    );
    const guessed = composeApiKey(idBytes, randomBytes(32));
    expect(guessed.id).toBe(mine.id);
    expect(await verdict(guessed.text)).toEqual(refused('unknown'));
    expect(await verdict(forged.text)).toEqual(refused('unknown'));
  });

  it('is refused in every workspace but its own', async () => {
    const key = await makeKey();
    expect(await verdict(key.text, 'x')).toEqual(refused('unknown'));
    const other = await makeKey({ workspaceId: 'x' });
    expect(await verdict(other.text)).toEqual(refused('unknown'));
    expect(await verdict(other.text, 'x')).toMatchObject({ type: 'valid' });
  });

  it('is refused from the moment at which it expires', async () => {
    const { text } = await makeKey();
    now = new Date(EXPIRES.getTime() - 1);
    expect(await verdict(text)).toMatchObject({ type: 'valid' });
    now = EXPIRES;
    expect(await verdict(text)).toEqual(refused('expired'));
  });

  it('does not expire if that was wanted', async () => {
    const { text } = await makeKey({ expiresAt: null });
    now = new Date('2126-01-01T00:00:00Z');
    expect(await verdict(text)).toMatchObject({ type: 'valid' });
  });

  it('is refused with the very next request when it is revoked', async () => {
    const { id, text } = await makeKey();
    expect(await verdict(text)).toMatchObject({ type: 'valid' });
    await commit(revokeApiKey(ACTOR, id));
    expect(await verdict(text)).toEqual(refused('revoked'));
    now = EXPIRES;
    expect(await verdict(text)).toEqual(refused('revoked'));
  });

  it('does not tell whoever has another secret that it was revoked', async () => {
    const mine = await makeKey();
    await commit(revokeApiKey(ACTOR, mine.id));
    await db.doc(paths.apiKey('w', mine.id)).update({ secret_hash: 'cd'.repeat(32) });
    expect(await verdict(mine.text)).toEqual(refused('unknown'));
  });

  it.each([
    ['its scopes', { scopes: [] }],
    ['its hash', { secret_hash: '' }],
    ['its end', { revoked_at: 'yesterday' }],
  ])('lets nobody in when %s cannot be read', async (_, damage) => {
    const { id, text } = await makeKey();
    await db.doc(paths.apiKey('w', id)).update(damage);
    expect(await verdict(text)).toEqual(refused('unknown'));
  });
});

describe('the keys of an owner', () => {
  const member = async (uid: string, role: string) =>
    await db.doc(paths.member('w', uid)).set({
      uid,
      workspace_id: 'w',
      role,
      email: '',
      display_name: uid,
      joined_at: NOW,
    });
  const manage = async (by: string, data: object) => {
    const auth = { uid: by, token: {} };
    const log = { info: () => {}, error: () => {} };
    return await answerManage({ db, log }, { auth, data: { workspace: 'w', ...data } });
  };
  beforeEach(async () => {
    await member('owner', 'owner');
    await member('leaver', 'owner');
  });

  it.each([
    ['are removed', 'owner', { action: 'remove', uid: 'leaver' }],
    ['leave', 'leaver', { action: 'leave' }],
    ['become an editor', 'owner', { action: 'change_role', uid: 'leaver', role: 'editor' }],
  ])('are revoked when they %s, and no others', async (_, by, wish) => {
    const theirs = await makeKey({ uid: 'leaver' });
    const others = await makeKey();
    expect(await manage(by, wish)).toEqual({ outcome: 'done' });
    expect(await verdict(theirs.text)).toEqual(refused('revoked'));
    expect(await verdict(others.text)).toMatchObject({ type: 'valid' });
    const stored = apiKeySchema.parse((await db.doc(paths.apiKey('w', theirs.id)).get()).data());
    expect(stored.revoked_by).toBe(by);
  });

  it('are revoked all, also when there are more than a commit takes', async () => {
    const { text, id } = await makeKey({ uid: 'leaver' });
    const key = (await db.doc(paths.apiKey('w', id)).get()).data() ?? {};
    const writer = db.bulkWriter();
    for (let number = 0; number < 1_000; number++)
      void writer.create(db.doc(paths.apiKey('w', `many${String(number).padStart(16, '0')}`)), key);
    await writer.close();
    await manage('owner', { action: 'remove', uid: 'leaver' });
    expect((await keysMadeBy(db, 'w', 'leaver').get()).size).toBe(0);
    expect(await verdict(text)).toEqual(refused('revoked'));
  });

  it('are revoked by whoever asks again after an interruption', async () => {
    const theirs = await makeKey({ uid: 'gone' });
    expect(await manage('owner', { action: 'remove', uid: 'gone' })).toMatchObject({ outcome: 'refused' });
    expect(await verdict(theirs.text)).toEqual(refused('revoked'));
  });

  it('stay as they are when whoever asks may not', async () => {
    await member('editor', 'editor');
    const theirs = await makeKey({ uid: 'gone' });
    await expect(manage('editor', { action: 'remove', uid: 'gone' })).rejects.toThrow('Only owners');
    expect(await verdict(theirs.text)).toMatchObject({ type: 'valid' });
  });

  it('stay as they are when nothing comes of it', async () => {
    const theirs = await makeKey({ uid: 'leaver' });
    await manage('owner', { action: 'change_role', uid: 'leaver', role: 'owner' });
    expect(await verdict(theirs.text)).toMatchObject({ type: 'valid' });
  });
});

/** So long that no test is at its end. */
const AGE_MS = 10 * 365 * 24 * 60 * 60_000;

describe('the allowance of a key', () => {
  const limits: RateLimits = { windowMs: AGE_MS, perWindow: { requests: 200, starts: 10 }, refusals: 60 };
  const failures: unknown[] = [];
  const instance = () =>
    new RateLimiter({
      usage: new FirestoreUsageStore(db),
      limits,
      elapsed: () => performance.now(),
      log: { info: () => {}, error: (data) => failures.push(data) },
    });

  it('is kept by instances that all begin at once, and no request is decided without the database', async () => {
    const take = { workspaceId: 'w', principal: keyPrincipal('busy'), bucket: 'requests' } as const;
    const instances = Array.from({ length: 8 }, instance);
    const taken = await Promise.all(
      instances.flatMap((limiter) => Array.from({ length: 40 }, async () => await limiter.take(take))),
    );
    expect(failures).toEqual([]);
    expect(taken.filter(({ allowed }) => allowed)).toHaveLength(200);
    expect(await instance().take(take)).toMatchObject({ allowed: false });
  });

  it('is written down with the moment of its use, by the clock of the database', async () => {
    const before = Date.now();
    await instance().take({ workspaceId: 'w', principal: keyPrincipal('k'), bucket: 'starts' });
    const usage = apiUsageSchema.parse((await db.doc(paths.apiUsage('w', 'key-k')).get()).data());
    expect(usage.reserved).toEqual({ requests: 0, starts: 1 });
    expect(Math.abs(usage.last_used_at.getTime() - before)).toBeLessThan(60_000);
  });
});
