/** A table of a parts file as it stands in its sheet, before anybody knows what its columns hold. */
import type { TableColumn } from '../../../collections/understanding/tables/table.ts';
import type { SheetRow } from '../../../collections/ordering/tables/sheet-rows.ts';

/** `group` is what stands above a header, or below it: "Front" over "Pads | Rotors". */
export interface SheetPartTable {
  sheet: string;
  /** 1-based row of the sheet, the last one where a header has several; null without a header. */
  headerRow: number | null;
  columns: readonly TableColumn[];
  /** With content, below the header. */
  rows: readonly SheetRow[];
}

/** What is said of a column altogether: "Front Pads". */
export function headingOf({ header, group }: TableColumn): string {
  return `${group} ${header}`.trim();
}
