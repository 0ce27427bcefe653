import type { InventorySettings } from '@docket/model/inventory/location';
import { MantineProvider } from '@mantine/core';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { createClient } from '../../../data/client.ts';
import { ClientContext } from '../../../data/hooks.ts';
import { type Live, LOADING } from '../../../data/live.ts';
import type { Session } from '../../../data/session.ts';
import { WorkspaceContext } from '../../../data/workspace.ts';
import { createMemoryBackend } from '../../../fixtures/memory-backend.ts';
import { makeLocation } from '../testing/make-items.ts';
import { PlacesSection } from './places-section.tsx';

const USER = { uid: 'u', email: 'u@example.com', emailVerified: true, displayName: 'U' };

function fields(said: Live<InventorySettings | null>): string[] {
  const session = createStore<Session>(() => ({ state: 'signed-in', user: USER }));
  const html = renderToStaticMarkup(
    <MantineProvider>
      <ClientContext value={{ ...createClient(createMemoryBackend({ user: USER })), session }}>
        <WorkspaceContext value={{ id: 'w', name: 'W', role: 'editor' }}>
          <PlacesSection locations={[makeLocation('a')]} categories={['Glue']} said={said} />
        </WorkspaceContext>
      </ClientContext>
    </MantineProvider>,
  );
  return html.match(/<input[^>]*placeholder[^>]*>/gu) ?? [];
}

const isOff = (field: string) => field.includes('disabled=""');

describe('where new things go', () => {
  it('can be said once it is known what was said before, which is written along', () => {
    expect(fields({ state: 'ready', value: null }).map(isOff)).toEqual([false, false]);
    expect(fields(LOADING).map(isOff)).toEqual([true, true]);
    expect(fields({ state: 'error', message: 'This record is damaged.' }).map(isOff)).toEqual([true, true]);
  });
});
