import { describe, expect, it, vi } from 'vitest';
import { createMemoryBackend } from '../fixtures/memory-backend.ts';
import { deferDatabase } from './deferred-database.ts';
import type { Database } from './ports.ts';

const backend = () => createMemoryBackend({ documents: { 'things/a': { name: 'A' } } });
const observer = () => ({
  next: vi.fn<(value: unknown) => void>(),
  error: vi.fn<(error: unknown) => void>(),
});

describe('a database that is loaded when it is needed', () => {
  it('is not loaded for ids and markers, and once for everything else', async () => {
    const load = vi.fn<() => Promise<Database>>(async () => backend().database);
    const database = deferDatabase(load);
    expect(database.newId()).toMatch(/^[0-9a-f]{32}$/u);
    expect(database.newId()).not.toBe(database.newId());
    database.serverTime();
    expect(load).not.toHaveBeenCalled();
    const seen = observer();
    database.watchDocument('things/a', seen);
    database.watchQuery({ from: 'collection', path: 'things', where: {}, limit: null }, observer());
    await vi.waitFor(() => expect(seen.next).toHaveBeenCalledWith(expect.objectContaining({ id: 'a' })));
    expect(load).toHaveBeenCalledOnce();
  });

  it('writes the server’s own time where its marker stood', async () => {
    const memory = backend();
    const database = deferDatabase(async () => memory.database);
    await database.commit([
      { kind: 'create', path: 'things/b', fields: { name: 'B', at: database.serverTime() } },
      { kind: 'delete', path: 'things/a' },
    ]);
    const seen = observer();
    database.watchDocument('things/b', seen);
    const stored = { id: 'b', path: 'things/b', data: { name: 'B', at: expect.any(Date) } };
    await vi.waitFor(() => expect(seen.next).toHaveBeenCalledWith(stored));
    expect(memory.paths()).toEqual(['things/b']);
  });

  it('writes it within a map, too, and leaves everything else as it is', async () => {
    const memory = backend();
    const database = deferDatabase(async () => memory.database);
    const commit = vi.spyOn(memory.database, 'commit');
    const due = new Date(5);
    const fields = {
      state: { kind: 'revoked', at: database.serverTime(), of: { due, at: database.serverTime() } },
    };
    const update = { kind: 'update', path: 'things/a' } as const;
    await database.commit([{ ...update, fields: { ...fields, list: [{ a: 1 }], none: null } }]);
    const at = expect.any(Date);
    const state = { kind: 'revoked', at, of: { due, at } };
    expect(commit).toHaveBeenCalledWith([{ ...update, fields: { state, list: [{ a: 1 }], none: null } }]);
  });

  it('adds to the number that there is, so that of two additions both count', async () => {
    const memory = createMemoryBackend({ documents: { 'things/a': { pieces: 10 } } });
    const database = deferDatabase(async () => memory.database);
    const add = (by: number) =>
      database.commit([{ kind: 'update', path: 'things/a', fields: { pieces: database.increment(by) } }]);
    await Promise.all([add(5), add(-2)]);
    await expect(database.fetchDocument('things/a')).resolves.toMatchObject({ data: { pieces: 13 } });
  });

  it('adds to the list that there is, so that of two additions both count', async () => {
    const memory = createMemoryBackend({ documents: { 'things/a': { names: ['A'] } } });
    const database = deferDatabase(async () => memory.database);
    const add = (...names: string[]) =>
      database.commit([{ kind: 'update', path: 'things/a', fields: { names: database.including(names) } }]);
    await Promise.all([add('B'), add('A', 'C')]);
    await expect(database.fetchDocument('things/a')).resolves.toMatchObject({
      data: { names: ['A', 'B', 'C'] },
    });
  });

  it('fetches single documents', async () => {
    const database = deferDatabase(async () => backend().database);
    await expect(database.fetchDocument('things/a')).resolves.toMatchObject({ data: { name: 'A' } });
    await expect(database.fetchDocument('things/b')).resolves.toBeNull();
  });

  it('fetches all that matches', async () => {
    const database = deferDatabase(async () => backend().database);
    const found = database.fetchQuery({ from: 'collection', path: 'things', where: {}, limit: null });
    await expect(found).resolves.toEqual([{ id: 'a', path: 'things/a', data: { name: 'A' } }]);
  });

  it('counts what matches, however few are wanted', async () => {
    const memory = createMemoryBackend({
      documents: { 'things/a': { kind: 'x' }, 'things/b': { kind: 'x' }, 'things/c': { kind: 'y' } },
    });
    const database = deferDatabase(async () => memory.database);
    const counted = database.count({ from: 'collection', path: 'things', where: { kind: 'x' }, limit: 1 });
    await expect(counted).resolves.toBe(2);
  });

  it('subscribes to nothing that has been given up in the meantime', async () => {
    const memory = backend();
    const database = deferDatabase(async () => memory.database);
    const seen = observer();
    database.watchDocument('things/a', seen)();
    await database.commit([]);
    expect(memory.watching()).toBe(0);
    const stop = database.watchDocument('things/a', seen);
    await vi.waitFor(() => expect(memory.watching()).toBe(1));
    stop();
    expect(memory.watching()).toBe(0);
  });

  it('reports that it could not be loaded, and is loaded when it is wanted again', async () => {
    const unreachable = new Error('unreachable');
    const load = vi
      .fn<() => Promise<Database>>(async () => backend().database)
      .mockRejectedValueOnce(unreachable);
    const database = deferDatabase(load);
    const seen = observer();
    database.watchDocument('things/a', seen);
    await vi.waitFor(() => expect(seen.error).toHaveBeenCalledWith(unreachable));
    await expect(database.commit([])).resolves.toBeUndefined();
  });
});
