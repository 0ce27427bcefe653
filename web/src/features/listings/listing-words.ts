/** What listings, and what they say, are called on the app's pages. Pure. */
import type { Listing, ListingPrice } from '@docket/model/listing/listing';
import type { ItemCondition } from '@docket/model/listing/suggestions';
import { formatMoney } from '../collections/results/product-format.ts';

export const CONDITION_LABELS: Record<ItemCondition, string> = {
  new: 'New',
  like_new: 'Like new',
  used: 'Used',
  for_parts: 'For parts',
};

/** What a listing is called; what nobody has touched of a draft counts for nothing. */
export function listingName({
  title,
  touched,
  published_at: published,
}: Pick<Listing, 'title' | 'touched' | 'published_at'>): string {
  const name = published === null && !touched.includes('title') ? '' : title.trim();
  return name === '' ? 'Untitled' : name;
}

/** "€45.00". */
export function priceLabel({ amount, currency }: ListingPrice): string {
  return formatMoney(amount, currency);
}
