/** Decides the number columns that are neither quantity nor price nor total: retail prices, packs, second quantities. Pure. */
import type { OrderWord } from '../words/order-words.ts';
import type { ColumnFacts } from './column-facts.ts';
import { type Decisions, headerConfidence, headerReason } from './decision.ts';

/** Before quantities are looked for: headers that cannot be meant otherwise. */
export function decideSurelyOther(columns: readonly ColumnFacts[], decisions: Decisions): void {
  for (const column of columns) {
    if (decisions.isDecided(column.index)) continue;
    if (column.meaning?.role === 'msrp')
      decisions.set(
        column,
        decisions.has('msrp') ? 'ignored' : 'msrp',
        headerConfidence(column),
        headerReason(column),
      );
    if (column.meaning?.role === 'pack_size')
      decisions.set(
        column,
        'pack_size',
        headerConfidence(column),
        headerReason(column),
        'pieces in a pack, not pieces ordered',
      );
  }
}

const QUANTITIES: readonly OrderWord[] = ['ordered', 'quantity', 'packs'];
const SUMS: readonly OrderWord[] = ['line_total', 'total', 'unit'];

/** After quantity and price are known. */
export function decideLeftOver(columns: readonly ColumnFacts[], decisions: Decisions): void {
  const chosen = (role: 'quantity' | 'unit_price'): ColumnFacts | undefined =>
    columns.find(({ index }) => decisions.get(index)?.role === role);
  const quantity = chosen('quantity');
  const price = chosen('unit_price');
  for (const column of columns) {
    if (decisions.isDecided(column.index) || column.meaning === null) continue;
    const { role } = column.meaning;
    if (role === 'unit_price') decidePrice(column, price, decisions);
    else if (role === 'other_quantity')
      decisions.set(column, 'ignored', 0.85, headerReason(column), 'not what was ordered');
    else if (QUANTITIES.includes(role)) {
      const why =
        quantity === undefined ? 'its cells are no quantities' : `“${quantity.header}” says what was ordered`;
      decisions.set(column, 'ignored', 0.6, headerReason(column), why);
    } else if (SUMS.includes(role)) decisions.set(column, 'ignored', 0.6, headerReason(column));
  }
}

/** A second price that is higher in all rows is the one for the shop's customers, unless it says that it is a list price. */
function decidePrice(column: ColumnFacts, price: ColumnFacts | undefined, decisions: Decisions): void {
  const pairs = column.values.flatMap((value, row) => {
    const other = price?.values[row] ?? null;
    return value === null || other === null ? [] : [value > other];
  });
  const isHigher = pairs.length > 0 && pairs.filter(Boolean).length >= 0.9 * pairs.length;
  const isList = /list|gross|brutto|lordo|brut/iu.test(column.header);
  if (isHigher && !isList && !decisions.has('msrp'))
    decisions.set(
      column,
      'msrp',
      0.55,
      headerReason(column),
      `higher than “${price?.header ?? ''}” in all rows`,
    );
  else
    decisions.set(
      column,
      'ignored',
      0.6,
      headerReason(column),
      `“${price?.header ?? ''}” is the price of a piece`,
    );
}
