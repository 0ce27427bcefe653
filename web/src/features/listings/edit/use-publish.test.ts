import { NO_VALUES } from '@docket/model/listing/listing';
import { notifications } from '@mantine/notifications';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createMemoryBackend } from '../../../fixtures/memory-backend.ts';
import { hookResult } from '../testing/hook-result.tsx';
import { ownEdit } from './form-state.ts';
import { usePublish } from './use-publish.ts';

function setUp(title: string) {
  const shown = vi.spyOn(notifications, 'show').mockReturnValue('');
  const backend = createMemoryBackend();
  const commits = vi.spyOn(backend.database, 'commit');
  const flush = vi.fn<() => void>();
  const listing = { ...NO_VALUES, touched: [] };
  const state = { listing, suggestions: [], edits: ownEdit('title', title), held: {} };
  const publish = hookResult(backend, () => usePublish('l', { state, flush }));
  return { publish, commits, flush, shown };
}

afterEach(() => {
  vi.restoreAllMocks();
});

describe('a draft that is saved as an item', () => {
  it('is saved with all that the form shows, after what waits to be saved', async () => {
    const { publish, commits, flush, shown } = setUp(' Oak chair ');
    expect(publish()).toBeNull();
    expect(flush.mock.invocationCallOrder[0]).toBeLessThan(commits.mock.invocationCallOrder[0] ?? 0);
    expect(commits.mock.calls[0]?.[0]).toMatchObject([
      { kind: 'update', path: 'workspaces/w/listings/l', fields: { title: 'Oak chair' } },
    ]);
    await vi.waitFor(() =>
      expect(shown.mock.calls).toEqual([[{ title: 'Item saved', message: '“Oak chair” is in My Items.' }]]),
    );
  });

  it('is saved once when the button is pressed twice', () => {
    const { publish, commits } = setUp('Oak chair');
    publish();
    publish();
    expect(commits).toHaveBeenCalledOnce();
  });

  it('is not without a title, and says so', () => {
    const { publish, commits } = setUp('  ');
    expect(publish()).toMatch(/needs a title/u);
    expect(commits).not.toHaveBeenCalled();
  });
});
