/** What was made of an order's columns, in the form that the command line writes. Pure. */
import type { OrderLayout, OrderRole } from '@docket/model/order';
import type { IdentifiedTable } from './order.ts';

/** The columns of one table by role: header texts, or letters where there is no header. */
export type ColumnsByRole = Partial<Record<OrderRole, string | string[]>>;

/** One table of the summary. */
export interface TableSummary {
  where: string;
  used: boolean;
  reason: string;
  sheet: string | null;
  page: number | null;
  header_row: number | null;
  layout: OrderLayout;
  columns: ColumnsByRole;
  confidence: number;
  line_count: number;
  quantity: number;
}

/** The mapping of a document: that of the table with most lines, and all tables. */
export interface MappingSummary {
  document: string;
  sheet: string | null;
  header_row: number | null;
  layout: OrderLayout;
  columns: ColumnsByRole;
  confidence: number;
  tables: TableSummary[];
}

/** The summary of a document's tables. `tables` are those that `extractLines` has returned. */
export function mappingSummary(document: string, tables: readonly IdentifiedTable[]): MappingSummary {
  const summaries = tables.map(summaryOf);
  const main = summaries
    .filter(({ used }) => used)
    .reduce<TableSummary | null>(
      (best, table) => (best === null || table.line_count > best.line_count ? table : best),
      null,
    );
  return {
    document,
    sheet: main?.sheet ?? null,
    header_row: main?.header_row ?? null,
    layout: main?.layout ?? 'plain',
    columns: main?.columns ?? {},
    confidence: main?.confidence ?? 0,
    tables: summaries,
  };
}

function summaryOf(table: IdentifiedTable): TableSummary {
  const { where, used, reason, sheet, page, header_row, layout, confidence, line_count, quantity } = table;
  return {
    where,
    used,
    reason,
    sheet,
    page,
    header_row,
    layout,
    columns: columnsByRole(table),
    confidence,
    line_count,
    quantity,
  };
}

function columnsByRole({ columns }: IdentifiedTable): ColumnsByRole {
  const byRole: ColumnsByRole = {};
  for (const { role, header, letter, index } of columns) {
    if (role === 'ignored' || role === 'size_quantity') continue;
    byRole[role] ??= header === '' ? (letter ?? String(index + 1)) : header;
  }
  const sizes = columns.filter(({ role }) => role === 'size_quantity');
  if (sizes.length === 0) return byRole;
  const headings = sizes.map(({ size, header }) => size ?? header);
  const letters = [...new Set([sizes[0]?.letter ?? null, sizes.at(-1)?.letter ?? null])].filter(
    (letter) => letter !== null,
  );
  byRole.size = letters.length === 0 ? headings : `${letters.join('-')} (${headings.join(', ')})`;
  byRole.size_quantity = headings;
  byRole.quantity = headings;
  return byRole;
}
