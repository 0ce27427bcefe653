import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createAutosave, SAVE_AFTER } from './autosave.ts';

interface Form {
  title: string;
  season: string;
}

/** Writes that are answered by hand. */
function desk() {
  const writes: { changes: Partial<Form>; accept: () => void; refuse: (code: string) => void }[] = [];
  const autosave = createAutosave<Form>(
    (changes) =>
      new Promise((resolve, reject) => {
        writes.push({ changes, accept: resolve, refuse: (code) => reject({ code }) });
      }),
  );
  const settle = async () => await vi.advanceTimersByTimeAsync(0);
  return { autosave, writes, settle, now: () => autosave.store.getState() };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('saving as one types', () => {
  it('waits for a pause, then writes the last state once', () => {
    const { autosave, writes, now } = desk();
    for (const title of ['A', 'AW', 'AW26']) {
      autosave.change({ title });
      vi.advanceTimersByTime(SAVE_AFTER - 1);
    }
    expect(writes).toEqual([]);
    expect(now()).toEqual({ changes: { title: 'AW26' }, save: { state: 'waiting' } });
    vi.advanceTimersByTime(1);
    expect(writes.map(({ changes }) => changes)).toEqual([{ title: 'AW26' }]);
    expect(now().save).toEqual({ state: 'saving' });
  });

  it('keeps what was typed until the server has confirmed it, then lets the server speak', async () => {
    const { autosave, writes, settle, now } = desk();
    autosave.change({ title: 'AW26' });
    vi.advanceTimersByTime(SAVE_AFTER);
    expect(now().changes).toEqual({ title: 'AW26' });
    writes[0]?.accept();
    await settle();
    expect(now()).toEqual({ changes: {}, save: { state: 'saved' } });
  });

  it('saves at once when the field or the page is left', () => {
    const { autosave, writes } = desk();
    autosave.change({ title: 'AW26' });
    autosave.flush();
    expect(writes).toHaveLength(1);
    vi.advanceTimersByTime(SAVE_AFTER);
    autosave.flush();
    expect(writes).toHaveLength(1);
  });

  it('goes on saving while an earlier write is under way, as it is for long when offline', async () => {
    const { autosave, writes, settle, now } = desk();
    autosave.change({ title: 'AW26' });
    autosave.flush();
    autosave.change({ season: 'Winter' });
    autosave.flush();
    expect(writes.map(({ changes }) => changes)).toEqual([
      { title: 'AW26' },
      { title: 'AW26', season: 'Winter' },
    ]);
    writes[0]?.accept();
    await settle();
    expect(now()).toEqual({ changes: { season: 'Winter' }, save: { state: 'saving' } });
    writes[1]?.accept();
    await settle();
    expect(now()).toEqual({ changes: {}, save: { state: 'saved' } });
  });

  it('keeps what is typed while a write is under way, also in the same field', async () => {
    const { autosave, writes, settle, now } = desk();
    autosave.change({ title: 'AW' });
    autosave.flush();
    autosave.change({ title: 'AW26' });
    writes[0]?.accept();
    await settle();
    expect(now()).toEqual({ changes: { title: 'AW26' }, save: { state: 'waiting' } });
  });
});

describe('a save that the server refuses', () => {
  it('says so, keeps what was typed, and can be tried again', async () => {
    const { autosave, writes, settle, now } = desk();
    autosave.change({ title: 'AW26' });
    autosave.flush();
    writes[0]?.refuse('unavailable');
    await settle();
    expect(now()).toEqual({
      changes: { title: 'AW26' },
      save: {
        state: 'failed',
        message: 'The server cannot be reached. Check your connection and try again.',
      },
    });
    autosave.retry();
    expect(writes[1]?.changes).toEqual({ title: 'AW26' });
    writes[1]?.accept();
    await settle();
    expect(now().save).toEqual({ state: 'saved' });
  });

  it('is of no account when a later one carries the same', async () => {
    const { autosave, writes, settle, now } = desk();
    autosave.change({ title: 'AW' });
    autosave.flush();
    autosave.change({ title: 'AW26' });
    autosave.flush();
    writes[0]?.refuse('unavailable');
    await settle();
    expect(now().save).toEqual({ state: 'saving' });
    writes[1]?.accept();
    await settle();
    expect(now()).toEqual({ changes: {}, save: { state: 'saved' } });
  });

  it('is tried again with the next change, and with nothing that was lost', async () => {
    const { autosave, writes, settle } = desk();
    autosave.change({ title: 'AW26' });
    autosave.flush();
    writes[0]?.refuse('permission-denied');
    await settle();
    autosave.change({ season: 'Winter' });
    autosave.flush();
    expect(writes[1]?.changes).toEqual({ title: 'AW26', season: 'Winter' });
  });

  it('is not tried again where none has failed', () => {
    const { autosave, writes } = desk();
    autosave.retry();
    expect(writes).toEqual([]);
  });
});
