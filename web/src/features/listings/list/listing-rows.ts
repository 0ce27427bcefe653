/** The published listings as they are listed, and which of them are looked for. Pure. */
import { isReady, type Listing } from '@docket/model/listing/listing';
import type { StoredListing } from '../../../data/listing-records.ts';

/** Published listings, the latest first. The records are the same objects. */
export function publishedListings(listings: readonly StoredListing[]): readonly StoredListing[] {
  return listings
    .filter(({ data }) => isReady(data))
    .toSorted((a, b) => publishedAt(b) - publishedAt(a) || (a.id < b.id ? -1 : 1));
}

/** Milliseconds; what is no item yet was never published. */
export function publishedAt({ data: { published_at: at } }: StoredListing): number {
  return at?.getTime() ?? 0;
}

/** In a filter: items of no category. */
export const NO_CATEGORY = '';

/** All that a search looks at. */
function textOf({ title, brand, tags, category }: Listing): string {
  return [title, brand, category, ...tags].join(' ').toLowerCase();
}

const words = (text: string) => text.toLowerCase().split(/\s+/u).filter(Boolean);

/** Those of a category (null: of all) that have every word of the search somewhere. */
export function soughtListings(
  listings: readonly StoredListing[],
  category: string | null,
  search: string,
): readonly StoredListing[] {
  const wanted = words(search);
  return listings.filter(({ data }) => {
    if (category !== null && data.category.trim() !== category) return false;
    if (wanted.length === 0) return true;
    const text = textOf(data);
    return wanted.every((word) => text.includes(word));
  });
}

/** The categories that occur, by name; the empty one at the end where something has none. */
export function categoriesOf(listings: readonly StoredListing[]): string[] {
  const found = new Set(listings.map(({ data }) => data.category.trim()));
  const named = [...found]
    .filter((name) => name !== NO_CATEGORY)
    .toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true }));
  return found.has(NO_CATEGORY) && named.length > 0 ? [...named, NO_CATEGORY] : named;
}
