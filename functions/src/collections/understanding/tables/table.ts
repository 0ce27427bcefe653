/** A table independent of where it stands: sheets and pages are both brought into this form before they are read. */
import type { Place } from '@docket/model/geometry';

/** The content of one cell; line breaks inside it are kept. */
export interface TableCell {
  text: string;
  /** The number behind a sheet's cell; null on pages. */
  number: number | null;
  bold: boolean;
  place: Place;
  /** True when the cell reaches over half of the table's columns or more. */
  spanning: boolean;
}

/** Cells by column index, from 0. Empty cells are absent. */
export type TableRow = ReadonlyMap<number, TableCell>;

/** A column's header; `group` is what stands above several headers ("ECONOMY" over "100g | 250g"). */
export interface TableColumn {
  header: string;
  group: string;
}

/** Text that stands above a table. */
export interface TableTitle {
  text: string;
  place: Place;
  /** For a person, as in "Heading of page 2". */
  reason: string;
}

/** A table with its header taken apart. */
export interface Table {
  columns: readonly TableColumn[];
  rows: readonly TableRow[];
  title: TableTitle | null;
  /** 1-based page; null for sheets. */
  page: number | null;
  /** For reasons: "page 3", "sheet “AW26”". */
  where: string;
}

/** The cells of one column, top to bottom. */
export function cellsOf(table: Table, column: number): TableCell[] {
  return table.rows.map((row) => row.get(column)).filter((cell) => cell !== undefined);
}
