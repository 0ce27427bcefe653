/** Gives columns without a telling header the roles that are still missing, by what their cells look like. Pure. */
import type { OrderRole } from '@docket/model/order';
import { type ColumnFacts, countsRows } from './column-facts.ts';
import { type Decisions, headerReason, percent } from './decision.ts';

type Measure = (column: ColumnFacts) => number;

/** The next role goes to the best of the undecided columns, when it is good enough. */
function take(
  columns: readonly ColumnFacts[],
  decisions: Decisions,
  role: OrderRole,
  wanted: { fit: Measure; least: number; reason: string },
): void {
  const best = columns
    .filter(
      ({ index, profile, meaning }) => !decisions.isDecided(index) && meaning === null && profile.filled > 0,
    )
    .map((column) => ({ column, fit: wanted.fit(column) }))
    .sort((left, right) => right.fit - left.fit)[0];
  if (best === undefined || best.fit < wanted.least) return;
  const confidence = Math.min(0.75, 0.4 + 0.35 * best.fit);
  decisions.set(
    best.column,
    role,
    confidence,
    headerReason(best.column),
    `${percent(best.fit)} ${wanted.reason}`,
  );
}

/** Before the numbers: barcodes and article numbers are written in digits, too. */
export function decideNumbersOfArticles(columns: readonly ColumnFacts[], decisions: Decisions): void {
  for (const column of columns) {
    const { index, profile, meaning } = column;
    if (decisions.isDecided(index) || meaning !== null) continue;
    if (profile.barcode > 0.7 && profile.filled > 1)
      decisions.set(
        column,
        'barcode',
        0.7,
        headerReason(column),
        `${percent(profile.barcode)} are valid barcodes`,
      );
    else if (countsRows(column))
      decisions.set(column, 'ignored', 0.7, headerReason(column), 'its cells count the rows');
  }
  const isHeaded = columns.some(({ header }) => header !== '');
  if (decisions.has('sku')) return;
  take(columns, decisions, 'sku', {
    fit: ({ profile }) =>
      profile.text > 0.9 && profile.length > 24 ? 0 : profile.sku * (0.5 + 0.5 * profile.distinct),
    least: isHeaded ? 0.6 : 0.4,
    reason: 'like article numbers',
  });
}

/** After the numbers: what is left are texts. */
export function decideByContent(columns: readonly ColumnFacts[], decisions: Decisions): void {
  const isHeaded = columns.some(({ header }) => header !== '');
  const missing = (role: OrderRole): boolean => !decisions.has(role);
  if (missing('color'))
    take(columns, decisions, 'color', {
      fit: ({ profile }) => profile.colors,
      least: 0.6,
      reason: 'of its cells are colours',
    });
  if (missing('size') && missing('size_quantity'))
    take(columns, decisions, 'size', {
      fit: ({ profile, numeric }) => profile.sizes * (numeric > 0.8 ? (isHeaded ? 0 : 0.75) : 1),
      least: 0.6,
      reason: 'of its cells are sizes',
    });
  if (missing('name'))
    take(columns, decisions, 'name', {
      fit: ({ profile }) =>
        profile.colors > 0.6 || profile.material > 0.6 || profile.sizes > 0.6
          ? 0
          : profile.text * (0.4 + 0.6 * profile.distinct) * Math.min(1, 0.5 + profile.length / 20),
      least: 0.35,
      reason: 'likely to be names',
    });
  if (missing('material'))
    take(columns, decisions, 'material', {
      fit: ({ profile }) => profile.material,
      least: 0.6,
      reason: 'of its cells are materials',
    });
  for (const column of columns) {
    if (decisions.isDecided(column.index)) continue;
    const why = column.profile.filled === 0 ? 'its cells are empty' : 'nothing in it that an item needs';
    decisions.set(column, 'ignored', 0.5, headerReason(column), why);
  }
}
