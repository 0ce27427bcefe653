/** What listings, and what they say, are called on the app's pages. Pure. */
import type { Listing, ListingPrice } from '@docket/model/listing/listing';
import type { ItemCondition } from '@docket/model/listing/suggestions';

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

/** "€45.00", "¥1,200". A code that is none stands before the figure. */
export function priceLabel({ amount, currency }: ListingPrice): string {
  return new Intl.NumberFormat('en', { style: 'currency', currency }).format(amount);
}
