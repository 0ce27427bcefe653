/** Decides which column holds the article numbers. Pure. */
import { type ColumnFacts, countsRows } from './column-facts.ts';
import { type Decisions, headerConfidence, headerReason, percent } from './decision.ts';

/** Headers that head names as often as numbers. */
const AMBIGUOUS =
  /^(?:item|items|style|styles|product|article|artikel|articolo|artículo|model|modell|modello|modèle|part|ref)s?\.?$/iu;

/** Of the columns that promise article numbers, the one whose cells keep the promise. */
export function decideArticleNumbers(columns: readonly ColumnFacts[], decisions: Decisions): void {
  const promised = columns.filter(
    ({ index, meaning }) => meaning?.role === 'sku' && !decisions.isDecided(index),
  );
  const hasName = columns.some(({ meaning }) => meaning?.role === 'name');
  const ranked = promised
    .filter((column) => settleBroken(column, hasName, columns, decisions))
    .sort((left, right) => worth(right) - worth(left));
  ranked.forEach((column, index) => {
    if (index > 0) {
      decisions.set(
        column,
        'ignored',
        0.6,
        headerReason(column),
        `“${ranked[0]?.header ?? ''}” holds the article numbers`,
      );
      return;
    }
    const { profile } = column;
    const looks = profile.sku > 0.5 ? 0.08 : profile.filled === 0 ? -0.1 : 0;
    const reason = profile.sku > 0.3 ? [`${percent(profile.sku)} like article numbers`] : [];
    decisions.set(
      column,
      'sku',
      Math.min(0.98, headerConfidence(column) + looks),
      headerReason(column),
      ...reason,
    );
  });
}

const worth = ({ meaning, profile, header, share }: ColumnFacts): number =>
  (meaning?.strength ?? 0) +
  profile.sku +
  0.5 * share +
  (AMBIGUOUS.test(header) ? -0.3 : 0) +
  (/sku/iu.test(header) ? 0.15 : 0);

/** Decides columns that hold something else than they promise; true for those that may be article numbers. */
function settleBroken(
  column: ColumnFacts,
  hasName: boolean,
  columns: readonly ColumnFacts[],
  decisions: Decisions,
): boolean {
  const { profile, digits, header, share } = column;
  if (countsRows(column)) {
    decisions.set(column, 'ignored', 0.8, headerReason(column), 'but its cells count the rows');
    return false;
  }
  const hasOther = columns.some(
    (other) => other.index !== column.index && other.meaning?.role === 'sku' && other.profile.sku > 0.4,
  );
  if (profile.barcode > 0.8 && profile.filled > 1 && hasOther) {
    decisions.set(
      column,
      'barcode',
      0.85,
      headerReason(column),
      `${percent(profile.barcode)} are valid barcodes`,
    );
    return false;
  }
  const isWords = profile.text > 0.7 && digits < 0.4 && profile.sku < 0.3;
  if (isWords && profile.filled > 0 && (AMBIGUOUS.test(header) || profile.length > 14)) {
    if (!hasName || hasOther) {
      const role = hasName ? 'description' : 'name';
      decisions.set(column, role, 0.85, headerReason(column), 'its cells are names, not numbers');
      return false;
    }
  }
  if (share < 0.5 && isSparse(column, columns)) {
    decisions.set(
      column,
      'ignored',
      0.6,
      headerReason(column),
      'but most rows have none, and it is not one for several rows',
    );
    return false;
  }
  return true;
}

/** True where rows without a number are other products than the row above, by their name. */
function isSparse(column: ColumnFacts, columns: readonly ColumnFacts[]): boolean {
  return columns.some(
    (other) =>
      other.index !== column.index &&
      other.meaning?.role === 'name' &&
      other.share > 0.9 &&
      other.profile.distinct > 0.5,
  );
}
