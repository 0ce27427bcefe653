/** Decides what the columns of texts hold: article numbers, names, colours, sizes and the rest. Pure. */
import type { OrderRole } from '@docket/model/order';
import type { ColumnProfile } from '../../understanding/tables/column-profile.ts';
import type { OrderWord } from '../words/order-words.ts';
import { type ColumnFacts, countsRows } from './column-facts.ts';
import { decideArticleNumbers } from './article-numbers.ts';
import { type Decisions, headerConfidence, headerReason, percent } from './decision.ts';

/** Words that are roles as they stand. */
const DIRECT: Readonly<Partial<Record<OrderWord, OrderRole>>> = {
  name: 'name',
  description: 'description',
  category: 'category',
  color: 'color',
  color_code: 'color_code',
  size: 'size',
  material: 'material',
  origin: 'origin',
  season: 'season',
  delivery: 'delivery',
  barcode: 'barcode',
  currency: 'currency',
};
const IGNORED: readonly OrderWord[] = ['serial', 'status', 'other'];

/** Decides by header, article numbers first. Of several columns for one role the most telling takes it. */
export function decideTexts(columns: readonly ColumnFacts[], decisions: Decisions): void {
  decideArticleNumbers(columns, decisions);
  for (const column of byStrength(columns)) {
    if (decisions.isDecided(column.index) || column.meaning === null) continue;
    const role = DIRECT[column.meaning.role];
    if (role !== undefined) decideDirect(column, role, decisions);
    else if (IGNORED.includes(column.meaning.role))
      decisions.set(column, 'ignored', headerConfidence(column), headerReason(column));
  }
  for (const column of columns) {
    if (!decisions.isDecided(column.index) && column.meaning?.role === 'variant')
      decideVariant(column, decisions);
  }
}

/** The strongest header first, so that "Colour" wins over "Colour family". */
const byStrength = (columns: readonly ColumnFacts[]): ColumnFacts[] =>
  columns.toSorted((left, right) => promise(right) - promise(left));

/** Names are made of words: a “Name” over order numbers gives way. */
const promise = ({ meaning, profile }: ColumnFacts): number =>
  (meaning?.strength ?? 0) - (meaning?.role === 'name' && profile.filled > 0 && profile.text < 0.5 ? 0.5 : 0);

function decideDirect(column: ColumnFacts, role: OrderRole, decisions: Decisions): void {
  const { profile } = column;
  if (profile.filled === 0) {
    decisions.set(
      column,
      decisions.has(role) ? 'ignored' : role,
      0.5,
      headerReason(column),
      'its cells are empty',
    );
    return;
  }
  if (countsRows(column)) {
    decisions.set(column, 'ignored', 0.8, headerReason(column), 'its cells count the rows');
    return;
  }
  if (role === 'size' && profile.sizes < 0.2 && Math.max(profile.marked, profile.decimals) > 0.6) return;
  if (role === 'size' && decisions.has('size_quantity') && profile.sizes < 0.3) {
    const corner = decisions.has('color') ? 'ignored' : 'color';
    decisions.set(
      column,
      corner,
      0.7,
      headerReason(column),
      'it stands in the corner of the sizes, over what comes in them',
    );
    return;
  }
  const final = decisions.has(role) ? secondChoice(role, column, decisions) : role;
  const [fit, reason] = looksOf(column, final);
  const confidence = headerConfidence(column) + (fit > 0.6 ? 0.07 : 0);
  decisions.set(
    column,
    final,
    Math.min(0.98, confidence),
    headerReason(column),
    ...(reason === null ? [] : [reason]),
  );
}

/** Two columns for one role: colours in words and in codes, a name and a longer one. */
function secondChoice(role: OrderRole, column: ColumnFacts, decisions: Decisions): OrderRole {
  if (role === 'color' && column.digits > 0.8 && !decisions.has('color_code')) return 'color_code';
  if (role === 'name' && !decisions.has('description')) return 'description';
  return 'ignored';
}

/** What the cells of a role look like, as a share of the cells with its name for people. */
const LOOKS: Readonly<Partial<Record<OrderRole, readonly [(profile: ColumnProfile) => number, string]>>> = {
  color: [({ colors }) => colors, 'of its cells are colours'],
  size: [({ sizes }) => sizes, 'of its cells are sizes'],
  barcode: [({ barcode }) => barcode, 'of its cells are valid barcodes'],
  material: [({ material }) => material, 'of its cells are materials'],
  name: [({ text }) => text, 'of its cells are texts'],
  description: [({ text }) => text, 'of its cells are texts'],
};

function looksOf({ profile }: ColumnFacts, role: OrderRole): [number, string | null] {
  const looks = LOOKS[role];
  if (looks === undefined) return [0, null];
  const [measure, words] = looks;
  const share = measure(profile);
  return [share, share > 0.3 ? `${percent(share)} ${words}` : null];
}

/** "Variant" heads whatever tells the rows of a style apart. */
function decideVariant(column: ColumnFacts, decisions: Decisions): void {
  const { profile } = column;
  const [role, reason]: [OrderRole, string] =
    profile.colors > 0.5 && !decisions.has('color')
      ? ['color', `${percent(profile.colors)} of its cells are colours`]
      : profile.sizes > 0.5 && !decisions.has('size')
        ? ['size', `${percent(profile.sizes)} of its cells are sizes`]
        : [decisions.has('description') ? 'ignored' : 'description', 'its cells are texts'];
  decisions.set(column, role, 0.65, headerReason(column), reason);
}
