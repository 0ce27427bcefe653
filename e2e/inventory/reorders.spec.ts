/** What runs low is ordered from its supplier, comes in parts, and tells how long the supplier takes. */
import { itemSupplierId } from '@docket/model/inventory/supplier';
import { paths } from '@docket/model/paths';
import { expect, test } from '@playwright/test';
import { DEMO_WORKSPACE } from '../../scripts/local-stack/demo.ts';
import { openAsDemo } from '../support/pages.ts';
import { testAdmin } from '../support/test-stack.ts';

const WORKSPACE = DEMO_WORKSPACE.id;
const ITEM = 'reordered-sandpaper';
const SUPPLIER = 'reordered-from';
const DAY_MS = 24 * 60 * 60 * 1000;

const at = new Date();
const person = { created_by: 'u', created_at: at };

test.beforeAll(async () => {
  const { db } = testAdmin();
  const item = {
    ...person,
    name: 'Sandpaper P120',
    description: '',
    sku: 'SAND-120',
    category: '',
    location_id: null,
    quantity: 3,
    last_adjustment: null,
    reorder_level: 5,
    reorder_quantity: 20,
    image_id: null,
    image_url: null,
    updated_by: 'u',
    updated_at: at,
  };
  const supplier = { ...person, name: 'Grit & Sons', email: '', website: '', note: '', active: true };
  const link = { item_id: ITEM, supplier_id: SUPPLIER, supplier_sku: 'G-120', price: 4.5, preferred: true };
  const batch = db.batch();
  batch.set(db.doc(paths.inventoryItem(WORKSPACE, ITEM)), item);
  batch.set(db.doc(paths.sku(WORKSPACE, item.sku)), { item_id: ITEM });
  batch.set(db.doc(paths.supplier(WORKSPACE, SUPPLIER)), supplier);
  batch.set(db.doc(paths.itemSupplier(WORKSPACE, itemSupplierId(ITEM, SUPPLIER))), {
    ...person,
    ...link,
    location_id: null,
  });
  await batch.commit();
});

test('what is low is ordered, comes in two parts, counts as stock, and its lead time is known', async ({
  page,
}) => {
  const { db } = testAdmin();
  await openAsDemo(page, 'inventory/reorders');
  await page
    .getByRole('region', { name: 'Low stock' })
    .getByRole('button', { name: 'Order Sandpaper P120' })
    .click();
  const open = page.getByRole('region', { name: 'On order' });
  const order = open.getByRole('listitem').filter({ hasText: 'Sandpaper P120' });
  await expect(order).toContainText('20');

  // As if it had been asked for four days ago.
  const requested = async () => {
    const { docs } = await db.collection(paths.reorders(WORKSPACE)).where('item_id', '==', ITEM).get();
    return docs.map(({ ref }) => ref);
  };
  await expect.poll(async () => (await requested()).length).toBe(1);
  for (const ref of await requested()) await ref.update({ requested_at: new Date(Date.now() - 4 * DAY_MS) });

  await order.getByRole('button', { name: /^Mark .* ordered$/u }).click();
  const receive = async (pieces: number) => {
    await order.getByRole('button', { name: /^Receive/u }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Pieces that have come' }).fill(String(pieces));
    await dialog.getByRole('button', { name: `Receive ${pieces}` }).click();
    await expect(dialog).toBeHidden();
  };
  await receive(8);
  const stock = async () => (await db.doc(paths.inventoryItem(WORKSPACE, ITEM)).get()).get('quantity');
  await expect.poll(stock).toBe(11);
  const link = db.doc(paths.itemSupplier(WORKSPACE, itemSupplierId(ITEM, SUPPLIER)));
  expect((await link.get()).get('lead_time') ?? null).toBe(null);

  await receive(12);
  await expect.poll(stock).toBe(23);
  await expect(order).toBeHidden();
  await expect.poll(async () => (await link.get()).get('lead_time.reorders')).toBe(1);
  expect((await link.get()).get('lead_time.average_days')).toBeCloseTo(4, 1);
  await page.getByRole('link', { name: 'Suppliers' }).click();
  await expect(page.getByRole('main')).toContainText('4 days');
});
