/** A correction of the columns of tables, as it is being made; what is remembered of those of order tables. Pure. */
import { type ColumnMapping, ORDER_ROLE_LABELS, type OrderRole, type OrderTable } from '@docket/model/order';
import type { MappingContent } from '@docket/model/commands/mapping-commands';
import { columnName } from '../../../../ui/column-name.ts';

/** What a person says about one table; whatever is not said stays as it is. `R`: what its columns can hold. */
export interface ColumnDraft<R extends string = OrderRole> {
  roles: ReadonlyMap<number, R>;
  used: boolean | null;
}

export const NO_DRAFT: ColumnDraft<never> = { roles: new Map<number, never>(), used: null };

/** A column as it was read. */
interface ReadColumn<R> {
  index: number;
  role: R;
}

/** Where below this confidence a reading deserves a look. */
const SURE = 0.8;

/** The role of a column after the draft. */
export function draftedRole<R extends string>(column: ReadColumn<R>, draft: ColumnDraft<R>): R {
  return draft.roles.get(column.index) ?? column.role;
}

/** `draft` with another role for a column; the recognised one is no correction. */
export function withRole<R extends string>(
  draft: ColumnDraft<R>,
  column: ReadColumn<R>,
  role: R,
): ColumnDraft<R> {
  const roles = new Map(draft.roles);
  if (role === column.role) roles.delete(column.index);
  else roles.set(column.index, role);
  return { ...draft, roles };
}

/** `draft` with the word on whether the table is used. */
export function withUse<R extends string>(
  draft: ColumnDraft<R>,
  table: { used: boolean },
  used: boolean,
): ColumnDraft<R> {
  return { ...draft, used: used === table.used ? null : used };
}

/** Whether a draft says nothing, as after everything in it was taken back. */
export function isEmptyDraft<R extends string>({ roles, used }: ColumnDraft<R>): boolean {
  return roles.size === 0 && used === null;
}

/** What the draft changes, as sentences. */
export function draftChanges(table: OrderTable, draft: ColumnDraft): string[] {
  const said = table.columns
    .filter(({ index }) => draft.roles.has(index))
    .map(
      (column) =>
        `${columnName(column)}: ${ORDER_ROLE_LABELS[column.role]} → ${ORDER_ROLE_LABELS[draftedRole(column, draft)]}`,
    );
  if (draft.used === null) return said;
  return [...said, draft.used ? 'The table is used as an order' : 'The table is left out'];
}

/** A header as it is kept: in one line, and not without end. */
function oneLine(header: string): string {
  return header.replaceAll(/\s+/g, ' ').trim().slice(0, 300);
}

/**
 * What is to be remembered: the draft on top of what was remembered before. The columns that nobody has spoken about
 * stay Docket's decision.
 */
export function mappingOf(
  table: OrderTable,
  remembered: ColumnMapping | null,
  draft: ColumnDraft,
): MappingContent {
  const width = Math.max(0, ...table.columns.map(({ index }) => index + 1));
  const headers = Array.from({ length: width }, (_, index) =>
    oneLine(table.columns.find((column) => column.index === index)?.header ?? ''),
  );
  const roles = headers.map((_, index) => draft.roles.get(index) ?? remembered?.roles[index] ?? null);
  return { headers, roles, used: draft.used ?? remembered?.used ?? null };
}

/** Whether nobody needs to look at how a table was read. */
export function isSure({ used, confidence, columns, checks }: OrderTable): boolean {
  if (confidence < SURE || checks.some(({ ok }) => !ok)) return false;
  return !used || columns.every((column) => column.role === 'ignored' || column.confidence >= SURE);
}
