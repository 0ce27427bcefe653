import { notifications } from '@mantine/notifications';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { createClient } from '../../../data/client.ts';
import { LINES_PER_COMMIT } from '@docket/model/commands/reorder-commands';
import { ClientContext } from '../../../data/hooks.ts';
import type { Session } from '../../../data/session.ts';
import { WorkspaceContext } from '../../../data/workspace.ts';
import { createMemoryBackend } from '../../../fixtures/memory-backend.ts';
import * as toasts from '../../../ui/undo-toast.tsx';
import { useRequestReorders } from './use-request-reorders.ts';

const USER = { uid: 'u', email: 'u@example.com', emailVerified: true, displayName: 'U' };

/** Orders one line more than one commit takes; `commit` answers commit by commit. */
function order(commit: () => Promise<void>) {
  const backend = createMemoryBackend({ user: USER, commit });
  const session = createStore<Session>(() => ({ state: 'signed-in', user: USER }));
  const commits = vi.spyOn(backend.database, 'commit');
  const offered = vi.spyOn(toasts, 'showUndo').mockReturnValue();
  const hidden = vi.spyOn(notifications, 'hide');
  const request: ReturnType<typeof useRequestReorders>[] = [];
  function Page() {
    request.push(useRequestReorders());
    return null;
  }
  renderToStaticMarkup(
    <ClientContext value={{ ...createClient(backend), session }}>
      <WorkspaceContext value={{ id: 'w', name: 'W', role: 'editor' }}>
        <Page />
      </WorkspaceContext>
    </ClientContext>,
  );
  const lines = Array.from({ length: LINES_PER_COMMIT + 1 }, (_, index) => ({
    itemId: `i${index}`,
    supplierId: 's',
    quantity: 1,
    locationId: null,
  }));
  request[0]?.(lines, 'all');
  return { commits, offered, hidden };
}

const accept = async () => undefined;
const refuse = async () => await Promise.reject(new Error('refused'));

afterEach(() => {
  vi.restoreAllMocks();
});

describe('an order of many lines', () => {
  it('that was refused in part is undone as far as it was accepted', async () => {
    const answer = vi
      .fn<() => Promise<void>>(accept)
      .mockImplementationOnce(accept)
      .mockImplementationOnce(refuse);
    const toast = vi.spyOn(notifications, 'show');
    const { commits, offered, hidden } = order(answer);
    await vi.waitFor(() => expect(toast).toHaveBeenCalledOnce());
    expect(hidden).not.toHaveBeenCalled();
    offered.mock.calls[0]?.[0].onUndo();
    await vi.waitFor(() => expect(commits).toHaveBeenCalledTimes(2 + LINES_PER_COMMIT));
    expect(toast).toHaveBeenCalledOnce();
  });

  it('that was refused as a whole offers no way back', async () => {
    const { hidden, offered } = order(refuse);
    await vi.waitFor(() => expect(hidden).toHaveBeenCalledWith(offered.mock.calls[0]?.[0].id));
  });
});
