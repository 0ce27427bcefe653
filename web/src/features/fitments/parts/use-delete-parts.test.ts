import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Write } from '@docket/model/commands/write';
import { createMemoryBackend } from '../../../fixtures/memory-backend.ts';
import * as toasts from '../../../ui/undo-toast.tsx';
import { hookResult } from '../../listings/testing/hook-result.tsx';
import { makePart, vehicle } from '../testing/make-parts.ts';
import { createRowMaker } from './part-rows.ts';
import { useDeleteParts } from './use-delete-parts.ts';

const USER = { uid: 'u', email: 'u@example.com', emailVerified: true, displayName: 'U' };

function setUp(count: number, commit?: () => Promise<void>) {
  const parts = Array.from({ length: count }, (_, index) =>
    makePart(`P-${index}`, { description: 'Pads', given: [vehicle({ make: 'Ford' })] }),
  );
  const documents = Object.fromEntries(parts.map(({ path, data }) => [path, { ...data }]));
  const backend = createMemoryBackend({ user: USER, documents, ...(commit !== undefined && { commit }) });
  const commits = vi.spyOn(backend.database, 'commit');
  const offered = vi.spyOn(toasts, 'showUndo').mockReturnValue();
  const remove = hookResult(backend, useDeleteParts);
  const largest = () => Math.max(...commits.mock.calls.map(([writes]: [readonly Write[]]) => writes.length));
  return { backend, commits, offered, largest, remove: () => remove(createRowMaker()(parts)) };
}

afterEach(() => {
  vi.restoreAllMocks();
});

describe('parts that are deleted', () => {
  it('are gone, and can be brought back as they were', async () => {
    const { backend, offered, remove } = setUp(1);
    remove();
    await vi.waitFor(() => expect(offered).toHaveBeenCalledTimes(1));
    expect(backend.paths()).toEqual([]);
    expect(offered.mock.calls[0]?.[0]).toMatchObject({ title: 'Part deleted', message: 'P-0' });
    offered.mock.calls[0]?.[0].onUndo();
    await vi.waitFor(() => expect(backend.paths()).toEqual(['workspaces/w/parts/part-P-0']));
    expect((await backend.database.fetchDocument('workspaces/w/parts/part-P-0'))?.data).toMatchObject({
      part_number: 'P-0',
      description: 'Pads',
      given: [vehicle({ make: 'Ford' })],
      created_by: 'u',
    });
  });

  it('are thousands in as many commits as it takes, there and back', async () => {
    const { backend, offered, largest, remove } = setUp(1000);
    remove();
    await vi.waitFor(() => expect(offered).toHaveBeenCalledTimes(1));
    expect(backend.paths()).toEqual([]);
    expect(offered.mock.calls[0]?.[0].message).toBe('1,000 parts');
    offered.mock.calls[0]?.[0].onUndo();
    await vi.waitFor(() => expect(backend.paths()).toHaveLength(1000));
    expect(largest()).toBeLessThanOrEqual(500);
  });

  it('stay where the server refuses, without an offer to bring them back', async () => {
    const { backend, commits, offered, remove } = setUp(1000, async () => {
      await Promise.reject(new Error('refused'));
    });
    remove();
    await vi.waitFor(() => expect(commits).toHaveBeenCalledTimes(1));
    await Promise.resolve();
    expect(backend.paths()).toHaveLength(1000);
    expect(offered).not.toHaveBeenCalled();
  });
});
