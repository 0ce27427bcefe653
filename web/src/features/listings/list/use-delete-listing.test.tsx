import { notifications } from '@mantine/notifications';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createClient } from '../../../data/client.ts';
import { ClientContext } from '../../../data/hooks.ts';
import { WorkspaceContext } from '../../../data/workspace.ts';
import { createMemoryBackend } from '../../../fixtures/memory-backend.ts';
import { makeListing } from '../testing/make-listing.ts';
import { useDeleteListing } from './use-delete-listing.ts';

function setUp(commit: () => Promise<void> = async () => undefined) {
  const backend = createMemoryBackend({ commit });
  const commits = vi.spyOn(backend.database, 'commit');
  const shown = vi.spyOn(notifications, 'show');
  const found: ReturnType<typeof useDeleteListing>[] = [];
  function Page() {
    found.push(useDeleteListing());
    return null;
  }
  renderToStaticMarkup(
    <ClientContext value={createClient(backend)}>
      <WorkspaceContext value={{ id: 'w', name: 'W', role: 'editor' }}>
        <Page />
      </WorkspaceContext>
    </ClientContext>,
  );
  const [remove] = found;
  if (remove === undefined) throw new Error('nothing was rendered');
  return { remove, commits, shown };
}

afterEach(() => {
  vi.restoreAllMocks();
});

describe('a listing that is deleted', () => {
  it('goes, and a toast says which', async () => {
    const { remove, commits, shown } = setUp();
    await remove(makeListing('l', { title: 'Oak chair', published_at: new Date(3000) }));
    expect(commits.mock.calls).toEqual([[[{ kind: 'delete', path: 'workspaces/w/listings/l' }]]]);
    expect(shown.mock.calls).toEqual([[{ title: 'Item deleted', message: '“Oak chair” is gone.' }]]);
  });

  it('is called a draft while it is one', async () => {
    const { remove, shown } = setUp();
    await remove(makeListing('l'));
    expect(shown.mock.calls).toEqual([[{ title: 'Draft deleted', message: '“Untitled” is gone.' }]]);
  });

  it('is not said to be gone when that was refused', async () => {
    const { remove, shown } = setUp(async () => await Promise.reject(new Error('refused')));
    await remove(makeListing('l'));
    expect(shown.mock.calls.map(([{ title }]) => title)).toEqual(['“Untitled” could not be deleted']);
  });
});
