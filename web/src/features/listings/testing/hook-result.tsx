/** What a hook yields to a person who may change things, for tests of what it does afterwards. */
import { renderToStaticMarkup } from 'react-dom/server';
import { MemoryRouter } from 'react-router';
import { vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { createClient } from '../../../data/client.ts';
import { ClientContext } from '../../../data/hooks.ts';
import type { Backend } from '../../../data/ports.ts';
import type { Session } from '../../../data/session.ts';
import { WorkspaceContext } from '../../../data/workspace.ts';

const USER = { uid: 'u', email: 'u@example.com', emailVerified: true, displayName: 'U' };

/** Nothing is on screen that could be navigated: that the router warns of it is passed over until mocks are restored. */
export function hookResult<T>(backend: Backend, useHook: () => T): T {
  vi.spyOn(console, 'warn').mockReturnValue();
  const session = createStore<Session>(() => ({ state: 'signed-in', user: USER }));
  const found: T[] = [];
  function Page() {
    found.push(useHook());
    return null;
  }
  renderToStaticMarkup(
    <ClientContext value={{ ...createClient(backend), session }}>
      <WorkspaceContext value={{ id: 'w', name: 'W', role: 'editor' }}>
        <MemoryRouter>
          <Page />
        </MemoryRouter>
      </WorkspaceContext>
    </ClientContext>,
  );
  const [result] = found;
  if (result === undefined) throw new Error('nothing was rendered');
  return result;
}
