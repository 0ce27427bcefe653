import { notifications } from '@mantine/notifications';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { createClient } from '../../../data/client.ts';
import { ClientContext } from '../../../data/hooks.ts';
import type { Write } from '@docket/model/commands/write';
import type { Session } from '../../../data/session.ts';
import { WorkspaceContext } from '../../../data/workspace.ts';
import { createMemoryBackend } from '../../../fixtures/memory-backend.ts';
import * as toasts from '../../../ui/undo-toast.tsx';
import { useStock } from './use-stock.ts';

const USER = { uid: 'u', email: 'u@example.com', emailVerified: true, displayName: 'U' };

function setUp(commit: () => Promise<void> = async () => undefined) {
  const backend = createMemoryBackend({ user: USER, commit });
  const session = createStore<Session>(() => ({ state: 'signed-in', user: USER }));
  const commits = vi.spyOn(backend.database, 'commit');
  const offered = vi.spyOn(toasts, 'showUndo').mockReturnValue();
  const hidden = vi.spyOn(notifications, 'hide');
  const adjust: ReturnType<typeof useStock>[] = [];
  function Page() {
    adjust.push(useStock());
    return null;
  }
  renderToStaticMarkup(
    <ClientContext value={{ ...createClient(backend), session }}>
      <WorkspaceContext value={{ id: 'w', name: 'W', role: 'editor' }}>
        <Page />
      </WorkspaceContext>
    </ClientContext>,
  );
  adjust[0]?.({ id: 'i', name: 'Glue', quantity: 5 }, { delta: -2, reason: 'used', note: '' });
  const written = () => commits.mock.calls.map(([writes]) => writes.find(isAdjustment)?.fields['delta']);
  return { offered, hidden, written };
}

function isAdjustment(write: Write): write is Extract<Write, { kind: 'create' }> {
  return write.kind === 'create' && write.path.startsWith('workspaces/w/stock_adjustments/');
}

afterEach(() => {
  vi.restoreAllMocks();
});

describe('stock that is taken out', () => {
  it('can be put back', async () => {
    const { offered, hidden, written } = setUp();
    offered.mock.calls[0]?.[0].onUndo();
    await vi.waitFor(() => expect(written()).toEqual([-2, 2]));
    expect(hidden).not.toHaveBeenCalled();
  });

  it('cannot be put back where taking it was refused: there would be more than before', async () => {
    const { offered, hidden } = setUp(async () => await Promise.reject(new Error('refused')));
    await vi.waitFor(() => expect(hidden).toHaveBeenCalledWith(offered.mock.calls[0]?.[0].id));
  });
});
