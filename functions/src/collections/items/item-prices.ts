/** What one piece of an item costs: by the order, and by the linesheet. Pure. */
import { roundedToCents } from '@docket/model/money';
import { sizeKey } from '@docket/model/sizes';
import type { OrderLine } from '../ordering/order.ts';
import type { LinesheetProduct } from './linesheet-product.ts';

type PricedLine = Pick<OrderLine, 'size' | 'quantity' | 'unit_price' | 'currency'>;

/** What counts as the same amount of money. */
const CENT = 0.005;

/** How finely a mean price is kept: times ten thousand pieces it still comes to the cent. */
const MEAN_PRICE = 1e6;

/**
 * The order's price of one piece: where lines have different ones, their mean by pieces, so that the item's amount is the
 * order's. Null when no line has a price.
 */
export function unitPrice(lines: readonly PricedLine[]): number | null {
  const prices = new Set(lines.flatMap(({ unit_price }) => unit_price ?? []));
  const [only] = prices;
  if (prices.size <= 1) return only ?? null;
  const priced = lines.filter(({ unit_price }) => unit_price !== null);
  const pieces = priced.reduce((sum, { quantity }) => sum + quantity, 0);
  return Math.round(((amountOf(priced) ?? 0) / pieces) * MEAN_PRICE) / MEAN_PRICE;
}

/** Pieces times price over all lines with a price, to the cent; null when none has one. */
export function amountOf(lines: readonly PricedLine[]): number | null {
  const priced = lines.flatMap(({ quantity, unit_price }) =>
    unit_price === null ? [] : [quantity * unit_price],
  );
  return priced.length === 0 ? null : roundedToCents(priced.reduce((sum, amount) => sum + amount, 0));
}

/** True when two lines ask different prices for the same size. */
export function pricesConflict(lines: readonly PricedLine[]): boolean {
  const bySize = new Map<string, number>();
  return lines.some(({ size, unit_price }) => {
    if (unit_price === null) return false;
    const known = bySize.get(sizeKey(size ?? '')) ?? unit_price;
    bySize.set(sizeKey(size ?? ''), known);
    return Math.abs(known - unit_price) > CENT;
  });
}

/** The linesheet's price of a piece in one of the sizes: prices can differ by size, and then the item's must agree. */
export function wholesalePrice(product: LinesheetProduct, sizes: readonly string[]): number | null {
  const prices = new Set(sizes.map((size) => priceInSize(product, size)));
  const [only = null] = prices;
  return prices.size === 1 ? only : product.wholesale_price;
}

function priceInSize({ prices_by_size, wholesale_price }: LinesheetProduct, size: string): number | null {
  const own = Object.entries(prices_by_size ?? {}).find(([named]) => sizeKey(named) === sizeKey(size));
  return own === undefined ? wholesale_price : own[1];
}

/** True when a line asks another price than the linesheet does, in the same currency as far as both say. */
export function priceDiffers(lines: readonly PricedLine[], product: LinesheetProduct): boolean {
  return lines.some(({ size, unit_price, currency }) => {
    const listed = priceInSize(product, size ?? '');
    if (unit_price === null || listed === null) return false;
    if (currency !== null && product.currency !== null && currency !== product.currency) return false;
    return Math.abs(unit_price - listed) > CENT;
  });
}
