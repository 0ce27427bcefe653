/** What the tables of a kind of document look like: linesheets and orders have different headers and keys. Pure. */
import type { TableColumn } from '../tables/table.ts';
import { isSizeHeading } from '../values/sizes.ts';
import { type ColumnRole, isQuantityTier, meaningOfHeader } from '../vocabulary/column-words.ts';
import { squeeze } from '../vocabulary/fold.ts';
import type { Line } from './phrases.ts';
import { findTableHeaders, type TableHeader } from './table-header.ts';

/** What a kind of document puts into its tables. */
export interface TableGrammar {
  /** The headers of a page, top to bottom. */
  findHeaders: (lines: readonly Line[], pageWidth: number) => TableHeader[];
  /** True for a size as it heads a column. */
  isSize: (text: string) => boolean;
  /** True for a text that heads a column by itself, and so does not name a group of columns. */
  isWord: (text: string) => boolean;
  /** The columns that every row fills: rows are anchored by them. */
  keyColumns: (headers: readonly string[]) => ReadonlySet<number>;
  /** Header and group of a column from the texts of its header lines, top to bottom. */
  headerOf: (texts: readonly string[]) => TableColumn;
  /** Texts that were set close together are taken apart where a column ends. */
  splitsPhrases: boolean;
  /** True for a line that is no part of the row above it, however close it stands. */
  standsAlone: (line: Line, above: Line | undefined) => boolean;
}

const KEY_ROLES: ReadonlySet<ColumnRole> = new Set([
  'sku',
  'price',
  'wholesale_price',
  'msrp',
  'serial',
  'barcode',
]);

/** Tables of linesheets: rows are anchored by numbers and prices. */
export const LINESHEET_TABLES: TableGrammar = {
  findHeaders: findTableHeaders,
  isSize: isSizeHeading,
  isWord: (text) => meaningOfHeader(text) !== null,
  keyColumns: (headers) =>
    new Set(headers.flatMap((header, index) => (isLinesheetKey(header) ? [index] : []))),
  headerOf: (texts) => ({ header: squeeze(texts.join(' ')), group: '' }),
  splitsPhrases: false,
  standsAlone: () => false,
};

function isLinesheetKey(header: string): boolean {
  const meaning = meaningOfHeader(header);
  return isSizeHeading(header) || isQuantityTier(header) || (meaning !== null && KEY_ROLES.has(meaning.role));
}
