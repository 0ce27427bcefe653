import { renderToStaticMarkup } from 'react-dom/server';
import { MemoryRouter } from 'react-router';
import { describe, expect, it } from 'vitest';
import { WorkspaceContext } from '../../data/workspace.ts';
import { InventoryTabs } from './inventory-tabs.tsx';

describe('the parts of the inventory', () => {
  it('lead to each other, and say where one is', () => {
    const markup = renderToStaticMarkup(
      <MemoryRouter initialEntries={['/w/w1/inventory/items/i1']}>
        <WorkspaceContext value={{ id: 'w1', name: 'Workshop', role: 'viewer' }}>
          <InventoryTabs current="items" />
        </WorkspaceContext>
      </MemoryRouter>,
    );
    const links = [...markup.matchAll(/<a[^>]*>/gu)].map(([tag]) => [
      /href="([^"]*)"/u.exec(tag)?.[1],
      tag.includes('aria-current="page"'),
    ]);
    expect(links).toEqual([
      ['/w/w1/inventory', true],
      ['/w/w1/inventory/reorders', false],
      ['/w/w1/inventory/suppliers', false],
      ['/w/w1/inventory/locations', false],
    ]);
  });
});
