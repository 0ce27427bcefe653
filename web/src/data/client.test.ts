import { describe, expect, it } from 'vitest';
import { createMemoryBackend } from '../fixtures/memory-backend.ts';
import { createClient } from './client.ts';
import type { Query } from './ports.ts';

const user = { uid: 'u1', email: 'a@example.com', emailVerified: true, displayName: 'A' };
const things: Query = { from: 'collection', path: 'w/1/things', where: { open: true }, limit: null };
const turn = () => new Promise<void>((resolve) => queueMicrotask(resolve));

describe('the client', () => {
  it('gives equal queries one subscription', async () => {
    const backend = createMemoryBackend({
      documents: { 'w/1/things/a': { open: true }, 'w/1/things/b': { open: false } },
    });
    const client = createClient(backend);
    const key = client.queryKey(things);
    expect(client.queryKey({ ...things })).toBe(key);
    client.queries.hold(key);
    client.queries.hold(client.queryKey({ ...things }));
    await turn();
    expect(backend.watching()).toBe(1);
    expect(client.queries.store(key).getState()).toMatchObject({ value: [{ id: 'a' }] });
  });

  it('sorts and limits where a query asks for it, each order under a key of its own', async () => {
    const backend = createMemoryBackend({
      documents: {
        'w/1/things/a': { at: new Date(1) },
        'w/1/things/b': { at: new Date(3) },
        'w/1/things/c': {},
      },
    });
    const client = createClient(backend);
    const latest: Query = { ...things, where: {}, orderBy: { field: 'at', direction: 'desc' }, limit: 2 };
    const key = client.queryKey(latest);
    expect(client.queryKey({ ...latest, orderBy: { field: 'at', direction: 'asc' } })).not.toBe(key);
    client.queries.hold(key);
    await turn();
    expect(client.queries.store(key).getState()).toMatchObject({ value: [{ id: 'b' }, { id: 'a' }] });
  });

  it('knows who is signed in', () => {
    expect(createClient(createMemoryBackend({ user })).session.getState()).toEqual({
      state: 'signed-in',
      user,
    });
    expect(createClient(createMemoryBackend()).session.getState()).toEqual({ state: 'signed-out' });
  });

  it('drops the data of one person before another is shown', () => {
    const backend = createMemoryBackend();
    const listeners: ((next: typeof user | null) => void)[] = [];
    const accounts = {
      ...backend.accounts,
      watch: (next: (typeof listeners)[number]) => (listeners.push(next), () => undefined),
    };
    const client = createClient({ ...backend, accounts });
    for (const tell of listeners) tell(user);
    client.documents.hold('w/1');
    expect(backend.watching()).toBe(1);
    for (const tell of listeners) tell(null);
    expect(backend.watching()).toBe(0);
  });
});
