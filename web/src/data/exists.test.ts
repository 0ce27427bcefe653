import { describe, expect, it, vi } from 'vitest';
import { createMemoryBackend } from '../fixtures/memory-backend.ts';
import { existingOf, existsAmong } from './exists.ts';
import type { Database } from './ports.ts';

/** A database whose browser still has the document, and whose server answers with `fetchExisting`. */
const database = (fetchExisting: Database['fetchExisting']): Database => ({
  ...createMemoryBackend({ documents: { 'things/a': {} } }).database,
  fetchExisting,
});
const failing = (code: string) =>
  database(async () => {
    throw Object.assign(new Error(code), { code });
  });

describe('which of some documents exist', () => {
  it('is for the server to say, not for what the browser has stored', async () => {
    const ask = async (found: string[]) =>
      await existingOf(
        database(async () => new Set(found)),
        'things',
        ['a', 'b'],
      );
    expect(await ask([])).toEqual(new Set());
    expect(await ask(['a'])).toEqual(new Set(['a']));
  });

  it('is none while the server cannot be reached', async () => {
    expect(await existingOf(failing('unavailable'), 'things', ['a'])).toEqual(new Set());
  });

  it('is not known where they may not be read', async () => {
    await expect(existingOf(failing('permission-denied'), 'things', ['a'])).rejects.toMatchObject({
      code: 'permission-denied',
    });
  });
});

describe('whether many documents exist', () => {
  const setUp = (answer: Database['fetchExisting']) => {
    const asked = vi.fn<Database['fetchExisting']>(answer);
    const tasks: (() => void)[] = [];
    const isThere = existsAmong(
      { ...createMemoryBackend().database, fetchExisting: asked },
      (task) => void tasks.push(task),
    );
    const gather = () => {
      for (const task of tasks.splice(0)) task();
    };
    return { asked, isThere, gather };
  };

  it('is asked once for all of a collection, and each is told its own', async () => {
    const { asked, isThere, gather } = setUp(async () => new Set(['b']));
    const answers = Promise.all([isThere('c', 'a'), isThere('c', 'b'), isThere('d', 'b')]);
    gather();
    expect(await answers).toEqual([false, true, true]);
    expect(asked.mock.calls).toEqual([
      ['c', ['a', 'b']],
      ['d', ['b']],
    ]);
    const later = isThere('c', 'e');
    gather();
    expect(await later).toBe(false);
  });

  it('is not known while the server cannot be reached, and nobody is left without an answer', async () => {
    const { isThere, gather } = setUp(async () => {
      throw Object.assign(new Error('offline'), { code: 'unavailable' });
    });
    const answers = Promise.all([isThere('c', 'a'), isThere('c', 'b')]);
    gather();
    expect(await answers).toEqual([false, false]);
  });

  it('rejects for each where it may not be read', async () => {
    const { isThere, gather } = setUp(async () => {
      throw Object.assign(new Error('no'), { code: 'permission-denied' });
    });
    const answers = Promise.allSettled([isThere('c', 'a'), isThere('c', 'b')]);
    gather();
    expect((await answers).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  });
});
