import { imageBatchSchema } from '@docket/model/image-batch';
import { imageSchema } from '@docket/model/image';
import { describe, expect, it, vi } from 'vitest';
import type { Database } from '../../ports.ts';
import { createMemoryBackend } from '../../../fixtures/memory-backend.ts';
import { createImageFetches, FETCH_SPACING_MS } from './image-fetches.ts';

const who = { workspaceId: 'w', uid: 'u' };
const picture = (name: string, site = 'example.com') => ({
  imageId: `u-${name}`,
  url: `https://${site}/${name}.jpg`,
  fileName: `${name}.jpg`,
});

function setUp(documents: Record<string, Record<string, unknown>> = {}) {
  const backend = createMemoryBackend({ documents });
  const refused = new Set<string>();
  const commit = vi.fn<Database['commit']>(async (writes) => {
    if (writes.some(({ path }) => refused.has(path)))
      throw Object.assign(new Error('It is there'), { code: 'permission-denied' });
    await backend.database.commit(writes);
  });
  const tasks: Array<{ task: () => void; ms: number; off: boolean }> = [];
  const begins = vi.fn<(imageId: string) => void>();
  const fetches = createImageFetches(
    { database: { ...backend.database, commit } },
    {
      schedule(task, ms) {
        const entry = { task, ms, off: false };
        tasks.push(entry);
        return () => void (entry.off = true);
      },
      begins,
    },
  );
  /** Lets the time between two beginnings go by. */
  const later = () => {
    for (const { task, off, ms } of tasks.splice(0)) {
      expect(ms).toBe(FETCH_SPACING_MS);
      if (!off) task();
    }
  };
  const batches = () => backend.paths().filter((path) => path.includes('/image_batches/'));
  const idle = () => vi.waitFor(() => expect(fetches.waiting.getState()).toEqual(new Set()));
  const ask = (...names: string[]) => {
    for (const name of names) fetches.ask(who, picture(name));
  };
  return { backend, refused, commit, fetches, begins, later, batches, idle, ask, tasks };
}

describe('pictures that are asked for one after another', () => {
  it('begin with the first one at once', async () => {
    const { backend, ask, begins, idle, batches } = setUp();
    ask('a');
    await idle();
    const stored = await backend.database.fetchDocument('workspaces/w/images/u-a');
    expect(imageSchema.parse(stored?.data).source).toEqual({ kind: 'url', url: 'https://example.com/a.jpg' });
    expect(batches()).toHaveLength(1);
    expect(begins).toHaveBeenCalledExactlyOnceWith('u-a');
  });

  it('are gathered while the first one is quite new, say so, and begin together', async () => {
    const { backend, ask, fetches, later, batches, idle } = setUp();
    ask('a');
    await idle();
    ask('b', 'c', 'b');
    expect(fetches.waiting.getState()).toEqual(
      new Set(['workspaces/w/images/u-b', 'workspaces/w/images/u-c']),
    );
    expect(batches()).toHaveLength(1);
    later();
    await idle();
    expect(batches()).toHaveLength(2);
    const counts = await Promise.all(
      batches().map(async (path) => (await backend.database.fetchDocument(path))?.data),
    );
    expect(counts.map((batch) => imageBatchSchema.parse(batch).image_count)).toEqual([1, 2]);
  });

  it('begin at once again after a quiet time', async () => {
    const { ask, later, batches, idle, tasks } = setUp();
    ask('a');
    await idle();
    later();
    expect(tasks).toEqual([]);
    ask('b');
    await idle();
    expect(batches()).toHaveLength(2);
  });

  it('go on being gathered for as long as more are asked for', async () => {
    const { ask, later, batches, idle } = setUp();
    ask('a');
    await idle();
    ask('b');
    later();
    await idle();
    ask('c');
    expect(batches()).toHaveLength(2);
    later();
    await idle();
    expect(batches()).toHaveLength(3);
  });

  it('begin sooner when there are as many as a batch takes, or nobody may be here later', async () => {
    const { ask, fetches, batches, idle } = setUp();
    ask('first');
    await idle();
    ask(...Array.from({ length: 50 }, (_, index) => `n${index}`));
    await idle();
    expect(batches()).toHaveLength(2);
    ask('last');
    fetches.flush();
    await idle();
    expect(batches()).toHaveLength(3);
  });

  it('have a batch for each site, so that a slow one holds up its own only', async () => {
    const { fetches, ask, later, batches, idle } = setUp();
    ask('first');
    await idle();
    fetches.ask(who, picture('a'));
    fetches.ask(who, picture('b', 'slow.example.com'));
    later();
    await idle();
    expect(batches()).toHaveLength(3);
  });

  it('are fetched for each workspace that asks', async () => {
    const { backend, fetches, ask, idle } = setUp();
    ask('first');
    await idle();
    fetches.ask(who, picture('a'));
    fetches.ask({ ...who, workspaceId: 'other' }, picture('a'));
    fetches.flush();
    await idle();
    for (const workspace of ['w', 'other'])
      expect(await backend.database.fetchDocument(`workspaces/${workspace}/images/u-a`)).not.toBeNull();
  });

  it('are not fetched when they are in the library', async () => {
    const { ask, commit, idle, begins } = setUp({ 'workspaces/w/images/u-a': { file_name: 'a.jpg' } });
    ask('a');
    await idle();
    expect(commit).not.toHaveBeenCalled();
    expect(begins).not.toHaveBeenCalled();
  });

  it('do not lose the others when somebody adds one of them at the same moment', async () => {
    const { backend, refused, ask, later, idle } = setUp();
    ask('first');
    await idle();
    ask('a', 'b');
    refused.add('workspaces/w/images/u-a');
    later();
    await idle();
    expect(await backend.database.fetchDocument('workspaces/w/images/u-a')).toBeNull();
    expect(await backend.database.fetchDocument('workspaces/w/images/u-b')).not.toBeNull();
  });

  it('are forgotten when the person leaves', async () => {
    const { ask, fetches, later, batches, idle } = setUp();
    ask('a');
    await idle();
    ask('b');
    fetches.clear();
    later();
    expect(fetches.waiting.getState()).toEqual(new Set());
    expect(batches()).toHaveLength(1);
  });
});
