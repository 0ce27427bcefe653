/** What the columns of a file are taken for. Pure. */
import { IMPORT_FIELD_NAMES } from '@docket/model/inventory/import-field-names';
import type { ColumnFields } from '@docket/model/inventory/import-row';
import {
  IMPORT_FIELDS,
  type ImportColumns,
  importColumnsSchema,
  type ImportField,
} from '@docket/model/inventory/inventory-import';

/** What a column can be, for a select; the empty value leaves it out. */
export const FIELD_OPTIONS: readonly { value: string; label: string }[] = [
  { value: '', label: 'Left out' },
  ...IMPORT_FIELDS.map((field) => ({ value: field, label: IMPORT_FIELD_NAMES[field] })),
];

/** The field that a value of `FIELD_OPTIONS` stands for. */
export function fieldOf(value: string): ImportField | null {
  return IMPORT_FIELDS.find((field) => field === value) ?? null;
}

/** `columns` with another field for one of them. Each field is given once: another column that had it is left out. */
export function withField(columns: ColumnFields, index: number, field: ImportField | null): ColumnFields {
  return columns.map((before, column) => {
    if (column === index) return field;
    return before === field ? null : before;
  });
}

/** The columns as an import takes them; null while none is the name. */
export function completeColumns(columns: ColumnFields): ImportColumns | null {
  return importColumnsSchema.safeParse(columns).data ?? null;
}
