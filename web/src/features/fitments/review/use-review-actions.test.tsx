import { notifications } from '@mantine/notifications';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { createClient } from '../../../data/client.ts';
import { ClientContext } from '../../../data/hooks.ts';
import type { Session } from '../../../data/session.ts';
import { WorkspaceContext } from '../../../data/workspace.ts';
import { createMemoryBackend } from '../../../fixtures/memory-backend.ts';
import * as toasts from '../../../ui/undo-toast.tsx';
import { rowsMaker } from './review-rows.ts';
import { makeGroups } from './testing/make-groups.ts';
import { useReviewActions } from './use-review-actions.tsx';

const USER = { uid: 'u', email: 'u@example.com', emailVerified: true, displayName: 'U' };

/** Approves all fitments of a job; `commit` is what becomes of it. */
function approveAll(commit: () => Promise<void>) {
  const rows = rowsMaker()(makeGroups(2, 3));
  const session = createStore<Session>(() => ({ state: 'signed-in', user: USER }));
  const offered = vi.spyOn(toasts, 'showUndo').mockReturnValue();
  const hidden = vi.spyOn(notifications, 'hide');
  const said = vi.spyOn(notifications, 'show');
  const actions: ReturnType<typeof useReviewActions>[] = [];
  function Page() {
    actions.push(useReviewActions('j', rows));
    return null;
  }
  renderToStaticMarkup(
    <ClientContext value={{ ...createClient(createMemoryBackend({ user: USER, commit })), session }}>
      <WorkspaceContext value={{ id: 'w', name: 'W', role: 'reviewer' }}>
        <Page />
      </WorkspaceContext>
    </ClientContext>,
  );
  actions[0]?.decide(rows.rows, 'approved');
  return { offered: () => offered.mock.calls[0]?.[0], hidden, said };
}

afterEach(() => {
  vi.restoreAllMocks();
});

describe('a decision', () => {
  it('offers to be taken back at once, before the server has answered', () => {
    const { offered, hidden } = approveAll(async () => await new Promise(() => undefined));
    expect(offered()?.title).toBe('6 fitments approved');
    expect(hidden).not.toHaveBeenCalled();
  });

  it('that is refused says so, and offers nothing to be taken back any more', async () => {
    const denied = Object.assign(new Error('denied'), { code: 'permission-denied' });
    const { offered, hidden, said } = approveAll(async () => await Promise.reject(denied));
    await vi.waitFor(() => expect(hidden).toHaveBeenCalledWith(offered()?.id));
    expect(said.mock.calls.map(([{ title }]) => title)).toEqual(['6 fitments could not be saved']);
  });
});

describe('taking back what is as it was before', () => {
  it('changes nothing and says why', () => {
    const { offered, said } = approveAll(async () => await new Promise(() => undefined));
    offered()?.onUndo();
    expect(said).toHaveBeenCalledWith({
      title: 'Nothing was taken back',
      message: '6 of these have been changed since, and stay as they are.',
    });
  });
});
