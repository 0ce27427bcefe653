/** A correction of how a file of parts was read, as it is being made. Pure. */
import {
  PART_ROLE_LABELS,
  type PartRole,
  type PartsMapping,
  type PartTable,
} from '@docket/model/fitment/part-tables';
import { columnName } from '../../../ui/column-name.ts';
import { type ColumnDraft, draftedRole, isEmptyDraft } from '../../collections/items/columns/column-draft.ts';

/** What a person says of one table. */
export type PartTableDraft = ColumnDraft<PartRole>;

/** By the places of the tables in the file. */
export type PartDrafts = ReadonlyMap<number, PartTableDraft>;

/** Where below this confidence a reading deserves a look. */
const SURE = 0.8;

/** What the drafts change, as sentences. Where there are several tables, each says which it is about. */
export function mappingChanges(tables: readonly PartTable[], drafts: PartDrafts): string[] {
  return tables.flatMap((table) => {
    const draft = drafts.get(table.position);
    if (draft === undefined || isEmptyDraft(draft)) return [];
    const where = tables.length > 1 ? `${table.sheet}: ` : '';
    const said = table.columns
      .filter(({ index }) => draft.roles.has(index))
      .map(
        (column) =>
          `${where}${columnName(column)}: ${PART_ROLE_LABELS[column.role]} → ${PART_ROLE_LABELS[draftedRole(column, draft)]}`,
      );
    if (draft.used === null) return said;
    return [...said, `${where}${draft.used ? 'The table is used' : 'The table is left out'}`];
  });
}

/**
 * What is said of the file: the drafts on top of what was said of it before. The columns and tables that nobody has spoken
 * about stay Docket's decision.
 */
export function mappingOf(
  tables: readonly PartTable[],
  before: PartsMapping,
  drafts: PartDrafts,
): PartsMapping {
  return tables.flatMap(({ position, columns }) => {
    const said = before.find((table) => table.position === position);
    const draft = drafts.get(position);
    const width = Math.max(said?.roles.length ?? 0, ...columns.map(({ index }) => index + 1));
    const roles = Array.from(
      { length: width },
      (_, index) => draft?.roles.get(index) ?? said?.roles[index] ?? null,
    );
    const used = draft?.used ?? said?.used ?? null;
    return used === null && roles.every((role) => role === null) ? [] : [{ position, roles, used }];
  });
}

/** Whether nobody needs to look at how a table was read. */
export function isSure({ used, confidence, columns }: PartTable): boolean {
  if (confidence < SURE) return false;
  return !used || columns.every((column) => column.role === 'ignored' || column.confidence >= SURE);
}
