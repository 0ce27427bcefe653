import type { ItemSupplier, Supplier } from '@docket/model/inventory/supplier';
import { describe, expect, it } from 'vitest';
import { averageLeadTime, supplierNamed, supplierRows } from './supplier-list.ts';
import { daysLabel, leadTimeLabel, shortWebsite } from './supplier-words.ts';

const AT = new Date(0);
const supplier = (id: string, name: string, active = true): { id: string; data: Supplier } => ({
  id,
  data: { name, email: '', website: '', note: '', active, created_by: 'u', created_at: AT },
});
const leadTime = (average_days: number, reorders: number) => ({ average_days, reorders, updated_at: AT });
const link = (
  item: string,
  supplierId: string,
  lead_time: ItemSupplier['lead_time'],
): { id: string; data: ItemSupplier } => ({
  id: `${item}_${supplierId}`,
  data: {
    item_id: item,
    supplier_id: supplierId,
    supplier_sku: '',
    price: null,
    preferred: false,
    location_id: null,
    created_by: 'u',
    created_at: AT,
    lead_time,
  },
});

describe('the list of suppliers', () => {
  const rows = supplierRows(
    [supplier('c', 'Yarn 10', false), supplier('b', 'Yarn 2'), supplier('a', 'Acorn')],
    [link('i', 'b', leadTime(10, 3)), link('j', 'b', leadTime(2, 1)), link('k', 'b', null)],
  );

  it('goes by name, those that are not used any more last', () => {
    expect(rows.map(({ supplier: { name } }) => name)).toEqual(['Acorn', 'Yarn 2', 'Yarn 10']);
  });

  it('counts what each has, and averages over all reorders rather than over items', () => {
    expect(rows[1]).toMatchObject({ items: 3, leadTime: { average_days: 8, reorders: 4 } });
    expect(rows[0]).toMatchObject({ items: 0, leadTime: null });
  });

  it('knows no lead time where nothing has come', () => {
    expect(averageLeadTime([{ lead_time: null }])).toBeNull();
  });
});

describe('a name that is typed', () => {
  it('finds its supplier however it is written, an active one first', () => {
    const suppliers = [supplier('old', 'Nordic  Yarn', false), supplier('new', 'NORDIC YARN')];
    expect(supplierNamed(suppliers, ' nordic yarn ')?.id).toBe('new');
    expect(supplierNamed(suppliers.slice(0, 1), 'Nordic Yarn')?.id).toBe('old');
    expect(supplierNamed(suppliers, 'Nordic')).toBeUndefined();
  });
});

describe('words for suppliers', () => {
  it('say how long something takes, and from how many reorders that is known', () => {
    expect(leadTimeLabel(leadTime(12.3, 4))).toBe('12 days, from 4 reorders');
    expect(leadTimeLabel(leadTime(1, 1))).toBe('1 day, from 1 reorder');
    expect(leadTimeLabel(null)).toBe('not known yet');
    expect(daysLabel(0.2)).toBe('under a day');
  });

  it('leave out of an address what all of them begin with', () => {
    expect(shortWebsite('https://www.yarn.example/')).toBe('yarn.example');
  });
});
