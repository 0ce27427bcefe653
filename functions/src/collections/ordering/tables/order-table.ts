/** A table of an order as it stands in the document, before anybody knows what its columns hold. */
import type { Place } from '@docket/model/geometry';
import type { TableCell, TableColumn } from '../../understanding/tables/table.ts';

/** Something that is said outside of the tables: "Article No." → "10745308328". Texts without a label have an empty one. */
export interface Fact {
  label: string;
  value: string;
  place: Place;
}

/** A stretch of rows with what stands above it: orders repeat their header for each style. The last one may be empty. */
export interface Part {
  /** Index of its first row. */
  start: number;
  facts: readonly Fact[];
}

/** A cell of an order. */
export interface OrderCell extends TableCell {
  /** True for all rows but the first of a cell that is merged over several. */
  repeated: boolean;
}

/** Cells by column index, from 0. */
export type OrderRow = ReadonlyMap<number, OrderCell>;

/** A table with everything below its header, in printed order. Parts with the same header are one table. */
export interface OrderTable {
  where: string;
  sheet: string | null;
  page: number | null;
  /** 1-based row of a sheet; null without a header and on pages. */
  headerRow: number | null;
  hasHeader: boolean;
  columns: readonly TableColumn[];
  rows: readonly OrderRow[];
  parts: readonly Part[];
}

/** The folded headers as one text: tables with the same are parts of one. */
export function headerKey(columns: readonly TableColumn[]): string {
  return columns.map(({ header, group }) => `${group}/${header}`.toLowerCase()).join('|');
}

/** A column as spreadsheets name it: 0 → "A", 27 → "AB". */
export function letterOf(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest > 0 ? letterOf(rest - 1) : '') + String.fromCodePoint(65 + (index % 26));
}
