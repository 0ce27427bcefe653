/** The suppliers of an item as they are shown. Pure. */
import { piecesOnOrder } from '@docket/model/inventory/low-stock';
import type { Reorder } from '@docket/model/inventory/supplier';
import type { StoredLocation } from '../../../data/inventory-records.ts';
import type { StoredItemSupplier, StoredSupplier } from '../../../data/supply-records.ts';

export interface OfferView {
  link: StoredItemSupplier;
  name: string;
  /** Whether things may be ordered from them. */
  active: boolean;
  /** Pieces of this item that are still to come from them. */
  onOrder: number;
  /** The name of the place where what they deliver goes; null: nothing said. */
  place: string | null;
}

interface Records {
  links: readonly StoredItemSupplier[];
  suppliers: readonly StoredSupplier[];
  locations: readonly StoredLocation[];
  /** Of the item. */
  reorders: readonly Reorder[];
}

/** The preferred one first, then by name. */
export function offerViews({ links, suppliers, locations, reorders }: Records): OfferView[] {
  const supplierOf = new Map(suppliers.map(({ id, data }) => [id, data]));
  const placeOf = new Map(locations.map(({ id, data }) => [id, data.name]));
  return links
    .map((link): OfferView => {
      const supplier = supplierOf.get(link.data.supplier_id);
      return {
        link,
        name: supplier?.name ?? 'Unknown supplier',
        active: supplier?.active ?? false,
        onOrder: piecesOnOrder(
          reorders.filter(({ supplier_id: supplierId }) => supplierId === link.data.supplier_id),
        ),
        place: link.data.location_id === null ? null : (placeOf.get(link.data.location_id) ?? null),
      };
    })
    .toSorted(
      (a, b) =>
        Number(b.link.data.preferred) - Number(a.link.data.preferred) ||
        a.name.localeCompare(b.name, 'en', { numeric: true }),
    );
}

/** What is known besides price and delivery: their number, and where deliveries go. */
export function offerDetails({ link, place }: OfferView): string[] {
  return [
    ...(link.data.supplier_sku === '' ? [] : [link.data.supplier_sku]),
    ...(place === null ? [] : [`goes to ${place}`]),
  ];
}
