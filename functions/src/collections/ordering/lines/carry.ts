/** Completes rows that leave out what stands in the row above: people write a style once for all of its rows. Pure. */
import { fold } from '../../understanding/vocabulary/fold.ts';
import type { HeadValues } from './head-values.ts';
import { parsePrice } from '../../understanding/values/price.ts';
import type { RowFields } from './read-line.ts';

/** What is true of a row beyond its own cells. */
export interface RowContext {
  /** The completed row above, within the same part of the table. */
  previous: RowFields | null;
  /** Heading that the row stands below. */
  heading: string | null;
  head: HeadValues;
  hasSku: boolean;
  hasSizeColumn: boolean;
}

/** A row with the values that it takes from the row above, the heading and the head of the document. */
export function complete(row: RowFields, context: RowContext): RowFields {
  const { previous, head } = context;
  const above = previous !== null && isSameStyle(row, previous) ? previous : null;
  const color = colorOf(row, above, context);
  const sku = row.sku ?? above?.sku ?? (context.hasSku ? null : head.sku);
  return {
    sku,
    name: row.name ?? above?.name ?? (sku !== null && sku === head.sku ? head.name : null),
    color: color.color,
    color_code: color.color_code,
    size: row.size,
    unit_price: row.unit_price ?? above?.unit_price ?? amountOf(head.unit_price),
    msrp: row.msrp ?? above?.msrp ?? amountOf(head.msrp),
    currency: row.currency ?? above?.currency ?? null,
    category: row.category ?? above?.category ?? context.heading ?? head.category,
    material: row.material ?? above?.material ?? head.material,
    origin: row.origin ?? above?.origin ?? head.origin,
    season: row.season ?? above?.season ?? head.season,
    delivery: row.delivery ?? above?.delivery ?? head.delivery,
  };
}

/** A row goes on with the style above when it names no other: neither by number nor by name. */
function isSameStyle(row: RowFields, previous: RowFields): boolean {
  if (row.sku !== null) return previous.sku !== null && fold(row.sku) === fold(previous.sku);
  return row.name === null || (previous.name !== null && fold(row.name) === fold(previous.name));
}

/** A colour goes on only from one size row to the next. */
function colorOf(
  row: RowFields,
  above: RowFields | null,
  { head, hasSizeColumn }: RowContext,
): Pick<RowFields, 'color' | 'color_code'> {
  if (row.color !== null || row.color_code !== null) return { color: row.color, color_code: row.color_code };
  if (above !== null && hasSizeColumn && row.size !== null)
    return { color: above.color, color_code: above.color_code };
  return { color: head.color, color_code: null };
}

const amountOf = (printed: string | null): number | null =>
  printed === null ? null : (parsePrice(printed)?.amount ?? null);
