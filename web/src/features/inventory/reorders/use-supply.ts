/** What the page of reorders is made from, as live values. */
import { type LowStockGroup, lowStock } from '@docket/model/inventory/low-stock';
import { useMemo, useState } from 'react';
import { useQueries, useQuery } from '../../../data/hooks.ts';
import {
  inventoryItemReader,
  inventoryQueries,
  stockAdjustmentReader,
} from '../../../data/inventory-records.ts';
import { type Live, valueOr } from '../../../data/live.ts';
import {
  itemSupplierReader,
  reorderReader,
  supplierReader,
  supplyQueries,
} from '../../../data/supply-records.ts';
import { useWorkspace } from '../../../data/workspace.ts';
import { openRows, pastRows, type ReorderRow } from './reorder-rows.ts';

const NOTHING = { records: [], malformed: [] };

export interface Supply {
  low: readonly LowStockGroup[];
  supplierNames: ReadonlyMap<string, string>;
  open: readonly ReorderRow[];
  past: readonly ReorderRow[];
}

export function useSupply(): Live<Supply> {
  const { id } = useWorkspace();
  const items = useQuery(inventoryQueries.items(id), inventoryItemReader);
  const suppliers = useQuery(supplyQueries.suppliers(id), supplierReader);
  const links = useQuery(supplyQueries.itemSuppliers(id), itemSupplierReader);
  const open = useQueries(
    [supplyQueries.reordersIn(id, 'requested'), supplyQueries.reordersIn(id, 'ordered')],
    reorderReader,
  );
  const latest = useQuery(supplyQueries.latestReorders(id), reorderReader);
  const adjustments = useQuery(supplyQueries.latestAdjustments(id), stockAdjustmentReader);
  const [now] = useState(() => new Date());
  return useMemo(() => {
    if (items.state !== 'ready') return items;
    if (suppliers.state !== 'ready') return suppliers;
    if (links.state !== 'ready') return links;
    if (open.state !== 'ready') return open;
    if (adjustments.state !== 'ready') return adjustments;
    const supplierOf = new Map(suppliers.value.records.map((supplier) => [supplier.id, supplier.data]));
    const supplierNames = new Map([...supplierOf].map(([supplier, { name }]) => [supplier, name]));
    const names = {
      items: new Map(items.value.records.map((item) => [item.id, item.data])),
      suppliers: supplierNames,
    };
    const low = lowStock({
      items: items.value.records,
      reorders: open.value.records.map(({ data }) => data),
      links: links.value.records
        .map(({ data }) => data)
        .filter(({ supplier_id: supplier }) => supplierOf.get(supplier)?.active ?? false),
      adjustments: adjustments.value.records.map(({ data }) => data),
      now,
    });
    return {
      state: 'ready',
      value: {
        low,
        supplierNames,
        open: openRows(open.value.records, names),
        past: pastRows(valueOr(latest, NOTHING).records, names),
      },
    };
  }, [items, suppliers, links, open, latest, adjustments, now]);
}
