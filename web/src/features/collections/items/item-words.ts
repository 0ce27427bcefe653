/** Sentences about single items: why something is worth a second look, and where it was read. Pure. */
import type { EffectiveItem, ItemWarning } from '@docket/model/item';
import { formatMoney } from '../results/product-format.ts';

/** What a warning means for this item, and what can be done. `generated` is what Docket has made. */
export function explainWarning(warning: ItemWarning, generated: EffectiveItem): string {
  const { sku, name, color, product, unit_price: price, wholesale_price: wholesale, currency } = generated;
  switch (warning) {
    case 'not_in_linesheet':
      return `No product of the linesheet has ${sku === null ? `the name “${name}”` : `the number ${sku}`}. The item is kept with what the order says; add what is missing by hand.`;
    case 'uncertain_match':
      return `The product was found by likeness only${product === null ? '' : `: ${product.reason}`}. Check that it is the right one.`;
    case 'color_not_offered':
      return `The linesheet offers this style, but not in ${color === null ? 'this colour' : `“${color}”`}. Ask whether it can be delivered.`;
    case 'price_differs':
      return price === null || wholesale === null
        ? 'The price of the order differs from the linesheet’s.'
        : `The order says ${formatMoney(price, currency)}, the linesheet ${formatMoney(wholesale, currency)}.`;
    case 'size_not_offered':
      return 'At least one size that was ordered is not among the sizes of the linesheet.';
    case 'conflicting_lines':
      return 'The order gives this number clearly different names, or asks different prices in one size. Each name is an item of its own, and the unit price is the mean over the pieces.';
  }
}

/** What an item is called where a name alone would not do: `Skerry Parka, Navy`. */
export function itemTitle({ name, color }: Pick<EffectiveItem, 'name' | 'color'>): string {
  return color === null ? name : `${name}, ${color}`;
}
