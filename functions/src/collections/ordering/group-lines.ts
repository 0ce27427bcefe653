/** Puts the lines of an order together by article number and colour. Pure. */
import { fold } from '../understanding/vocabulary/fold.ts';
import type { OrderLine } from './order.ts';

/** Everything that is ordered of one article number in one colour, in the form that the command line writes. */
export interface GroupedLines {
  sku: string | null;
  base_sku: string | null;
  color: string | null;
  color_code: string | null;
  /** Pieces by size as printed; `''` for lines without a size. */
  sizes: Record<string, number>;
  quantity: number;
  unit_price: number | null;
  msrp: number | null;
  currency: string | null;
  name: string | null;
  category: string | null;
  /** Matching with the linesheet comes later. */
  product: null;
}

/** Groups in the order of their first lines. Without an article number, the name tells products apart. */
export function groupLines(lines: readonly OrderLine[]): GroupedLines[] {
  const groups = new Map<string, GroupedLines>();
  for (const line of lines) {
    const key = JSON.stringify([
      fold(line.sku ?? ''),
      line.sku === null ? fold(line.name ?? '') : '',
      fold(line.color ?? ''),
      fold(line.color_code ?? ''),
    ]);
    const group = groups.get(key) ?? groupOf(line);
    const size = line.size ?? '';
    group.sizes[size] = (group.sizes[size] ?? 0) + line.quantity;
    group.quantity += line.quantity;
    group.unit_price ??= line.unit_price;
    groups.set(key, group);
  }
  return [...groups.values()];
}

function groupOf(line: OrderLine): GroupedLines {
  const { sku, base_sku, color, color_code, unit_price, msrp, currency, name, category } = line;
  return {
    sku,
    base_sku,
    color,
    color_code,
    sizes: {},
    quantity: 0,
    unit_price,
    msrp,
    currency,
    name,
    category,
    product: null,
  };
}
