/** The suppliers of a workspace as they are listed. Pure. */
import type { ItemSupplier, LeadTime, Supplier } from '@docket/model/inventory/supplier';

/** A document with its id. */
interface Identified<T> {
  id: string;
  data: T;
}

export interface SupplierRow {
  id: string;
  supplier: Supplier;
  /** How many items they have. */
  items: number;
  /** Over all that they have; null while nothing of it has come. */
  leadTime: Pick<LeadTime, 'average_days' | 'reorders'> | null;
}

/** The average of several lead times, each counted as often as reorders that it rests on. Null where there is none. */
export function averageLeadTime(links: readonly Pick<ItemSupplier, 'lead_time'>[]): SupplierRow['leadTime'] {
  let days = 0;
  let reorders = 0;
  for (const { lead_time: leadTime } of links) {
    if (leadTime === null) continue;
    days += leadTime.average_days * leadTime.reorders;
    reorders += leadTime.reorders;
  }
  return reorders === 0 ? null : { average_days: days / reorders, reorders };
}

/** By name, active ones first. */
export function supplierRows(
  suppliers: readonly Identified<Supplier>[],
  links: readonly Identified<ItemSupplier>[],
): SupplierRow[] {
  const linksOf = Map.groupBy(links, ({ data }) => data.supplier_id);
  return suppliers
    .map(({ id, data }): SupplierRow => {
      const own = (linksOf.get(id) ?? []).map((link) => link.data);
      return { id, supplier: data, items: own.length, leadTime: averageLeadTime(own) };
    })
    .toSorted(
      (a, b) =>
        Number(b.supplier.active) - Number(a.supplier.active) ||
        a.supplier.name.localeCompare(b.supplier.name, 'en', { numeric: true }),
    );
}

/** How a name is compared: people write the same one in several ways. */
export function folded(name: string): string {
  return name.normalize('NFKC').trim().replace(/\s+/gu, ' ').toLowerCase();
}

/** The supplier of that name, however it is written; undefined where there is none. An active one goes before others. */
export function supplierNamed<S extends Identified<Supplier>>(
  suppliers: readonly S[],
  name: string,
): S | undefined {
  const wanted = folded(name);
  const same = suppliers.filter(({ data }) => folded(data.name) === wanted);
  return same.find(({ data }) => data.active) ?? same[0];
}
