/**
 * Decides what each column of a table holds: the header's words first, the cells' looks where the header is silent
 * or contradicted by them. Pure.
 */
import { isSizeHeading } from '../values/sizes.ts';
import { type ColumnRole, isQuantityTier, meaningOfHeader } from '../vocabulary/column-words.ts';
import { type ColumnProfile, profileColumn } from './column-profile.ts';
import { cellsOf, type Table } from './table.ts';

/** A column's role: what headers can say, prices of one size, or a size to order from an order form. */
export type TableRole = ColumnRole | 'size_price' | 'size_choice' | 'unknown';

/** A column with its role and how sure that is (0–1). */
export interface RoledColumn {
  index: number;
  header: string;
  group: string;
  role: TableRole;
  confidence: number;
  profile: ColumnProfile;
}

/** The roles of all columns, in printed order. */
export function assignRoles(table: Table): RoledColumn[] {
  const columns = table.columns.map((column, index) =>
    roleByHeader(table, index, column.header, column.group),
  );
  settleArticleNumbers(columns);
  settleSizeColumns(columns);
  fillByContent(columns, table);
  return columns;
}

/** Columns that only lists of goods have. */
const GOODS: readonly TableRole[] = [
  'sku',
  'price',
  'wholesale_price',
  'msrp',
  'size_price',
  'size_choice',
  'size',
  'color',
  'color_code',
  'material',
  'barcode',
  'capacity',
];
const GOODS_NAME =
  /product|style|item|article|artikel|produ[kz]t|produit|prodotto|producto|товар|наименован|商品|品名|产品|製品/iu;

/**
 * False for a table that lists something else, such as people or places, and for one without a header whose columns
 * do not look like goods: any grid of texts and numbers would otherwise pass for a linesheet.
 */
export function isProductList(columns: readonly RoledColumn[]): boolean {
  if (columns.some(({ header }) => header !== '')) {
    return columns.some(
      ({ role, header }) => GOODS.includes(role) || (role === 'name' && GOODS_NAME.test(header)),
    );
  }
  const prices = columnsOf(columns, 'price').filter(
    ({ profile }) => Math.max(profile.marked, profile.decimals) > 0.6,
  );
  const numbers = columnsOf(columns, 'sku').filter(({ profile }) => profile.sku > 0.6);
  const names = columnsOf(columns, 'name').filter(({ profile }) => profile.text > 0.6);
  return names.length > 0 && [...prices, ...numbers].some(({ profile }) => profile.filled >= 3);
}

/** Columns of a role in printed order. */
export function columnsOf(columns: readonly RoledColumn[], role: TableRole): RoledColumn[] {
  return columns.filter((column) => column.role === role);
}

/** What the header says by itself, or together with the group above it. */
function roleByHeader(table: Table, index: number, header: string, group: string): RoledColumn {
  const profile = profileColumn(cellsOf(table, index));
  const base = { index, header, group, profile };
  if (isQuantityTier(header) && profile.priced > 0.6) return { ...base, role: 'price', confidence: 0.75 };
  if (isSizeHeading(header)) return { ...base, role: 'size_choice', confidence: 0.8 };
  const own = meaningOfHeader(header);
  const shared = own ?? meaningOfHeader(`${group} ${header}`);
  if (shared !== null && shared.strength >= 0.3) {
    return { ...base, role: shared.role, confidence: 0.6 + 0.35 * shared.strength };
  }
  if (/(?:^|\W)(?:ml|cl|l|oz|мл)\.?\W*$/iu.test(header))
    return { ...base, role: 'capacity', confidence: 0.6 };
  return { ...base, role: 'unknown', confidence: 0 };
}

/** A header that promises article numbers over counters or barcodes is corrected by what the cells are. */
function settleArticleNumbers(columns: RoledColumn[]): void {
  for (const column of columns) {
    const { profile } = column;
    if (column.role === 'sku' && profile.counting > 0.8 && profile.length < 5) column.role = 'serial';
    if (column.role === 'sku' && profile.barcode > 0.8 && profile.filled > 1) column.role = 'barcode';
    if (column.role === 'sku' && profile.text > 0.8 && profile.sku < 0.2 && profile.length > 12)
      column.role = 'name';
    if (column.role === 'serial' && profile.counting < 0.5 && profile.sku > 0.5) column.role = 'sku';
    if (column.role === 'variant' && profile.counting > 0.8) column.role = 'serial';
  }
  const barcodes = columnsOf(columns, 'barcode')[0];
  if (
    columnsOf(columns, 'sku').length === 0 &&
    barcodes?.header !== undefined &&
    barcodes.profile.barcode < 0.5
  ) {
    if (barcodes.profile.sku > 0.5) barcodes.role = 'sku';
  }
}

/** Columns headed by sizes hold prices by size, unless prices stand elsewhere: then they are boxes to order in. */
function settleSizeColumns(columns: RoledColumn[]): void {
  const choices = columnsOf(columns, 'size_choice');
  const hasPrice = columns.some(
    ({ role, profile }) => ['price', 'wholesale_price', 'msrp'].includes(role) && profile.filled > 0,
  );
  for (const column of choices) {
    const { profile } = column;
    if (profile.filled > 0 && (profile.marked > 0.5 || (!hasPrice && profile.priced > 0.6)))
      column.role = 'size_price';
  }
}

/** Columns without a telling header take the roles that are still missing, by what their cells look like. */
function fillByContent(columns: RoledColumn[], table: Table): void {
  const has = (role: TableRole): boolean => columns.some((column) => column.role === role);
  const take = (role: TableRole, fit: (profile: ColumnProfile) => number, least: number): void => {
    const ranked = columns
      .filter((column) => column.role === 'unknown' && column.profile.filled > 0)
      .map((column) => ({ column, score: fit(column.profile) }))
      .sort((left, right) => right.score - left.score);
    const best = ranked[0];
    if (best === undefined || best.score < least) return;
    best.column.role = role;
    best.column.confidence = Math.min(0.75, 0.45 + 0.3 * best.score);
  };
  for (const column of columns) {
    if (column.role === 'unknown' && column.profile.counting > 0.8 && column.index <= 1)
      column.role = 'serial';
    if (column.role === 'unknown' && column.profile.barcode > 0.7) column.role = 'barcode';
  }
  const hasPrice = has('price') || has('wholesale_price') || has('msrp') || has('size_price');
  if (!hasPrice) {
    take('price', (profile) => Math.max(profile.marked, profile.decimals), 0.5);
    if (has('price')) take('msrp', (profile) => Math.max(profile.marked, profile.decimals), 0.5);
  }
  if (!has('sku'))
    take(
      'sku',
      (profile) => (profile.text > 0.9 && profile.length > 24 ? 0 : profile.sku * profile.distinct),
      0.45,
    );
  const isFamily = table.title !== null && has('sku') && !has('name') && !has('description');
  if (isFamily) {
    take('variant', (profile) => profile.text, 0.5);
  } else if (!has('name')) {
    promoteName(columns, take);
  }
  if (!has('color')) take('color', (profile) => profile.colors, 0.6);
  if (!has('material')) take('material', (profile) => profile.material, 0.6);
  if (!has('size') && !has('size_choice') && !has('size_price'))
    take('size', (profile) => profile.sizes * Math.min(1, profile.text + 0.3), 0.6);
}

/** Without a name header, the most telling text column is the name; a description only when there is none. */
function promoteName(
  columns: RoledColumn[],
  take: (role: TableRole, fit: (profile: ColumnProfile) => number, least: number) => void,
): void {
  take(
    'name',
    (profile) =>
      profile.colors > 0.6 || profile.material > 0.6 || profile.sizes > 0.6
        ? 0
        : profile.text * (0.4 + 0.6 * profile.distinct) * Math.min(1, 0.5 + profile.length / 20),
    0.5,
  );
  if (columnsOf(columns, 'name').length > 0) return;
  const description = columnsOf(columns, 'description')[0] ?? columnsOf(columns, 'variant')[0];
  if (description !== undefined && description.profile.text > 0.5) description.role = 'name';
}
