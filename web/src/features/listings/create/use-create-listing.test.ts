import { afterEach, describe, expect, it, vi } from 'vitest';
import { createMemoryBackend } from '../../../fixtures/memory-backend.ts';
import { hookResult } from '../testing/hook-result.tsx';
import { useCreateListing } from './use-create-listing.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

describe('a button that begins an item', () => {
  it('begins one when it is pressed twice: the next page may take a moment', () => {
    const backend = createMemoryBackend();
    const commits = vi.spyOn(backend.database, 'commit');
    const create = hookResult(backend, useCreateListing);
    create([]);
    create([]);
    expect(commits.mock.calls.map(([[write]]) => write?.path)).toEqual(['workspaces/w/listings/new-1']);
  });
});
