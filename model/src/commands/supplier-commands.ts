/** Changes to suppliers and to what they have, as the writes that make them. */
import { itemSupplierId, type ItemSupplier, type Supplier } from '../inventory/supplier.ts';
import { paths } from '../paths.ts';
import type { Actor, Write } from './write.ts';

/** What people say of a supplier. */
export type SupplierDetails = Pick<Supplier, 'name' | 'email' | 'website' | 'note'>;

export function addSupplier(actor: Actor, id: string, details: SupplierDetails): Write[] {
  const { name, email, website, note } = details;
  return [
    {
      kind: 'create',
      path: paths.supplier(actor.workspaceId, id),
      fields: {
        name,
        email,
        website,
        note,
        active: true,
        created_by: actor.uid,
        created_at: actor.serverTime,
      },
    },
  ];
}

export function changeSupplier(workspaceId: string, id: string, details: SupplierDetails): Write[] {
  const { name, email, website, note } = details;
  return [{ kind: 'update', path: paths.supplier(workspaceId, id), fields: { name, email, website, note } }];
}

/** Nothing is ordered from an inactive supplier; what they have and had stays. */
export function activateSupplier(workspaceId: string, id: string, active: boolean): Write[] {
  return [{ kind: 'update', path: paths.supplier(workspaceId, id), fields: { active } }];
}

/** What people say of an item at a supplier. */
export type Offer = Pick<ItemSupplier, 'supplier_sku' | 'price' | 'preferred' | 'location_id'>;

/** Says that a supplier has an item. */
export function addItemSupplier(actor: Actor, itemId: string, supplierId: string, offer: Offer): Write[] {
  const { supplier_sku, price, preferred, location_id } = offer;
  return [
    {
      kind: 'create',
      path: paths.itemSupplier(actor.workspaceId, itemSupplierId(itemId, supplierId)),
      fields: {
        item_id: itemId,
        supplier_id: supplierId,
        supplier_sku,
        price,
        preferred,
        location_id,
        created_by: actor.uid,
        created_at: actor.serverTime,
      },
    },
  ];
}

export function changeOffer(workspaceId: string, linkId: string, offer: Offer): Write[] {
  return [{ kind: 'update', path: paths.itemSupplier(workspaceId, linkId), fields: { ...offer } }];
}

/** A link as far as choosing the preferred one goes. */
interface Preferable {
  id: string;
  data: Pick<ItemSupplier, 'preferred'>;
}

/**
 * Prefers one supplier of an item, and none of the others any more. `links` are all of that item; a null `linkId` prefers
 * none. Those that are as they should be are left alone.
 */
export function preferSupplier(
  workspaceId: string,
  links: readonly Preferable[],
  linkId: string | null,
): Write[] {
  return links
    .filter(({ id, data }) => data.preferred !== (id === linkId))
    .map(({ id }) => ({
      kind: 'update',
      path: paths.itemSupplier(workspaceId, id),
      fields: { preferred: id === linkId },
    }));
}

export function removeItemSupplier(workspaceId: string, linkId: string): Write[] {
  return [{ kind: 'delete', path: paths.itemSupplier(workspaceId, linkId) }];
}
