/** What is low as draft orders, one for each supplier, with the quantities that a person has changed. Pure. */
import type { LowStockGroup, LowStockLine } from '@docket/model/inventory/low-stock';
import { daysLabel } from '../suppliers/supplier-words.ts';
import type { WantedLine } from './use-request-reorders.ts';

/** What people have typed instead of what is suggested, by item; null: nothing that can be ordered. */
export type TypedQuantities = ReadonlyMap<string, number | null>;

export interface DraftLine extends LowStockLine {
  /** Pieces to be ordered; null: what was typed is no quantity. */
  quantity: number | null;
}

export interface DraftOrder {
  /** Null: items that nobody is known to have. */
  supplierId: string | null;
  supplierName: string;
  lines: DraftLine[];
}

const NO_SUPPLIER = 'Without a supplier';

/** By the names of the suppliers; items without one come last. */
export function draftOrders(
  groups: readonly LowStockGroup[],
  supplierNames: ReadonlyMap<string, string>,
  typed: TypedQuantities,
): DraftOrder[] {
  return groups
    .map(({ supplierId, lines }): DraftOrder => {
      const name = supplierId === null ? NO_SUPPLIER : supplierNames.get(supplierId);
      return {
        supplierId,
        supplierName: name ?? 'Unknown supplier',
        lines: lines.map((line) => {
          const change = typed.get(line.item.id);
          return { ...line, quantity: change === undefined ? line.suggested : change };
        }),
      };
    })
    .toSorted(
      (a, b) =>
        Number(a.supplierId === null) - Number(b.supplierId === null) ||
        a.supplierName.localeCompare(b.supplierName, 'en', { numeric: true }),
    );
}

/** What is ordered of `lines`: those that are to be ordered, have a supplier, and a quantity. */
export function wantedLines(lines: readonly DraftLine[]): WantedLine[] {
  return lines.flatMap(({ item, link, state, quantity }): WantedLine[] =>
    link === null || state === 'covered' || quantity === null || quantity < 1
      ? []
      : [{ itemId: item.id, supplierId: link.supplier_id, quantity, locationId: link.location_id }],
  );
}

const figure = (count: number) => count.toLocaleString('en');

/** Why a line is listed: "2 in stock, level 5 · 1.5 used a week · takes 12 days to come". */
export function lineReason(line: LowStockLine): string {
  const { available, onOrder, dailyUse, leadTimeDays, item } = line;
  const weekly = dailyUse * 7;
  return [
    `${figure(available)} in stock, reorder level ${figure(item.data.reorder_level ?? 0)}`,
    ...(onOrder > 0 ? [`${figure(onOrder)} on order`] : []),
    ...(weekly > 0 ? [`${weekly < 10 ? weekly.toFixed(1) : figure(Math.round(weekly))} used a week`] : []),
    ...(leadTimeDays === null ? [] : [`takes ${daysLabel(leadTimeDays)} to come`]),
  ].join(' · ');
}

/** What is ordered of `lines`: "12 × Skerry Parka", "3 items". */
export function orderedWords(lines: readonly DraftLine[]): string {
  const wanted = wantedLines(lines);
  const [first] = wanted;
  if (first === undefined || wanted.length > 1) return `${figure(wanted.length)} items`;
  const name = lines.find(({ item }) => item.id === first.itemId)?.item.data.name ?? '';
  return `${figure(first.quantity)} × ${name}`;
}
