/** What somebody does to the stock of an item, and the words for it. Pure. */
import type { AdjustmentReason } from '@docket/model/inventory/inventory-item';
import { LIMITS } from '@docket/model/limits';
import { piecesLabel } from '../item-rows.ts';
import type { Typed } from '../form/item-draft.ts';

/** `count`: so many were counted. */
export type StockMode = 'take' | 'add' | 'count';

export const MODE_LABELS: Record<StockMode, string> = { take: 'Take out', add: 'Add', count: 'Counted' };

/** Why stock can change in each way; what is taken for granted comes first. Receipts belong to reorders. */
export const MODE_REASONS: Record<StockMode, readonly AdjustmentReason[]> = {
  take: ['used', 'damaged', 'count'],
  add: ['returned', 'count'],
  count: ['count'],
};

export const REASON_LABELS: Record<AdjustmentReason, string> = {
  opening: 'Opening stock',
  count: 'Counted',
  used: 'Used',
  received: 'Received',
  returned: 'Returned',
  damaged: 'Damaged',
  import: 'Imported',
};

export type PlannedChange = { ok: true; delta: number } | { ok: false; problem: string };

/** What comes or goes when there are `quantity` pieces. */
export function planChange(mode: StockMode, typed: Typed, quantity: number): PlannedChange {
  const pieces = Number(typed);
  const wrong = (problem: string): PlannedChange => ({ ok: false, problem });
  if (String(typed).trim() === '' || !Number.isInteger(pieces) || pieces < 0)
    return wrong('Give a whole number of pieces.');
  const delta = mode === 'count' ? pieces - quantity : mode === 'add' ? pieces : -pieces;
  if (delta === 0)
    return wrong(mode === 'count' ? 'That is what there is already.' : 'Give a number above 0.');
  if (quantity + delta < 0)
    return wrong(`There ${quantity === 1 ? 'is' : 'are'} only ${piecesLabel(quantity)}.`);
  if (quantity + delta > LIMITS.stockPieces)
    return wrong(`At most ${LIMITS.stockPieces.toLocaleString('en')} pieces can be in stock.`);
  return { ok: true, delta };
}

/** "+1,200", "−3" */
export function deltaLabel(delta: number): string {
  return `${delta < 0 ? '−' : '+'}${Math.abs(delta).toLocaleString('en')}`;
}

/** "3 pieces taken out" */
export function changeLabel(delta: number): string {
  return `${piecesLabel(Math.abs(delta))} ${delta < 0 ? 'taken out' : 'added'}`;
}
