import { newItemSupplierSchema, supplierSchema } from '../inventory/supplier.ts';
import { describe, expect, it } from 'vitest';
import {
  activateSupplier,
  addItemSupplier,
  addSupplier,
  changeOffer,
  changeSupplier,
  preferSupplier,
  removeItemSupplier,
} from './supplier-commands.ts';

const actor = { workspaceId: 'w', uid: 'u', serverTime: new Date(0) };
const details = { name: 'Nordic Yarn', email: 'a@b.example', website: 'https://b.example/', note: '' };
const offer = { supplier_sku: 'Y-1', price: 2.5, preferred: true, location_id: null };

describe('a supplier', () => {
  it('is added as the model says, active', () => {
    const [write] = addSupplier(actor, 's', details);
    expect(write).toMatchObject({ kind: 'create', path: 'workspaces/w/suppliers/s' });
    expect(write?.kind === 'create' && supplierSchema.parse(write.fields).active).toBe(true);
  });

  it('is changed and made inactive field by field, so that who added it stays', () => {
    const path = 'workspaces/w/suppliers/s';
    expect(changeSupplier('w', 's', details)).toEqual([{ kind: 'update', path, fields: details }]);
    expect(activateSupplier('w', 's', false)).toEqual([{ kind: 'update', path, fields: { active: false } }]);
  });
});

describe('what a supplier has', () => {
  it('is one document for each item and supplier, without the lead time, which is found out', () => {
    const [write] = addItemSupplier(actor, 'i', 's', offer);
    expect(write?.path).toBe('workspaces/w/item_suppliers/i_s');
    expect(write?.kind === 'create' && newItemSupplierSchema.safeParse(write.fields).success).toBe(true);
  });

  it('is changed and removed', () => {
    const path = 'workspaces/w/item_suppliers/i_s';
    expect(changeOffer('w', 'i_s', offer)).toEqual([{ kind: 'update', path, fields: offer }]);
    expect(removeItemSupplier('w', 'i_s')).toEqual([{ kind: 'delete', path }]);
  });
});

describe('preferring a supplier', () => {
  const links = [
    { id: 'i_a', data: { preferred: true } },
    { id: 'i_b', data: { preferred: false } },
    { id: 'i_c', data: { preferred: false } },
  ];
  const preferences = (linkId: string | null) =>
    preferSupplier('w', links, linkId).map((write) => [
      write.path.split('/').at(-1),
      write.kind === 'update' && write.fields['preferred'],
    ]);

  it('takes the preference away from the one that had it', () => {
    expect(preferences('i_b')).toEqual([
      ['i_a', false],
      ['i_b', true],
    ]);
  });

  it('writes nothing where it is so already, and can be taken back altogether', () => {
    expect(preferences('i_a')).toEqual([]);
    expect(preferences(null)).toEqual([['i_a', false]]);
  });
});
