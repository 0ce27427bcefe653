import type { Role } from '@docket/model/roles';
import { MantineProvider } from '@mantine/core';
import { renderToStaticMarkup } from 'react-dom/server';
import { MemoryRouter } from 'react-router';
import { describe, expect, it } from 'vitest';
import { WorkspaceContext } from '../../../data/workspace.ts';
import { makeItem } from '../testing/make-items.ts';
import type { DraftLine } from './draft-orders.ts';
import { LowLine } from './low-line.tsx';

const AT = new Date(0);
const LINE: DraftLine = {
  item: makeItem('i', { name: 'Bolt M4', quantity: 2, reorder_level: 5 }),
  link: {
    item_id: 'i',
    supplier_id: 's',
    supplier_sku: '',
    price: null,
    preferred: true,
    location_id: null,
    created_by: 'u',
    created_at: AT,
    lead_time: null,
  },
  available: 2,
  onOrder: 0,
  dailyUse: 0,
  leadTimeDays: null,
  state: 'to_order',
  suggested: 4,
  quantity: 4,
};
const nothing = () => undefined;

function markup(change: Partial<DraftLine>, role: Role = 'editor'): string {
  return renderToStaticMarkup(
    <MantineProvider>
      <MemoryRouter>
        <WorkspaceContext value={{ id: 'w', name: 'W', role }}>
          <ul>
            <LowLine line={{ ...LINE, ...change }} onQuantity={nothing} onOrder={nothing} />
          </ul>
        </WorkspaceContext>
      </MemoryRouter>
    </MantineProvider>,
  );
}

describe('an item that is running low', () => {
  it('leads to the item, and is ordered by a button and a quantity that name it', () => {
    const html = markup({});
    expect(html).toContain('href="/w/w/inventory/items/i"');
    expect(html).toContain('aria-label="Pieces of Bolt M4"');
    expect(html).toContain('aria-label="Order Bolt M4"');
  });

  it('cannot be ordered while no quantity is typed', () => {
    const button = (html: string) => /<button[^>]*aria-label="Order Bolt M4"[^>]*>/u.exec(html)?.[0];
    expect(button(markup({ quantity: null }))).toContain('disabled=""');
    expect(button(markup({}))).not.toContain('disabled=""');
  });

  it('says so where enough is on its way, and is not ordered again', () => {
    const html = markup({ state: 'covered', onOrder: 20, suggested: 0, quantity: 0 });
    expect(html).toContain('Covered by what is on order');
    expect(html).not.toContain('<button');
  });

  it('asks for a supplier where nobody is known to have it', () => {
    const html = markup({ link: null });
    expect(html).toContain('Add a supplier');
    expect(html).not.toContain('Order Bolt M4');
  });

  it('shows viewers what is suggested, and nothing to press', () => {
    const html = markup({}, 'viewer');
    expect(html).toContain('4 suggested');
    expect(html).not.toContain('<button');
  });
});
