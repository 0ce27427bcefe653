/** What the other listings of the workspace say, to be said again. */
import { useMemo } from 'react';
import { useQuery } from '../../../data/hooks.ts';
import { listingQueries, listingReader, type StoredListing } from '../../../data/listing-records.ts';
import { valueOr } from '../../../data/live.ts';
import { useWorkspace } from '../../../data/workspace.ts';

const NONE: { records: readonly StoredListing[] } = { records: [] };

/** Where no item has a price. */
const FIRST_CURRENCY = 'EUR';

interface WorkspaceWords {
  /** By name. */
  categories: readonly string[];
  /** The currency of the latest price. */
  currency: string;
}

/** Pure; of the listings of a workspace. What nobody has touched counts for nothing. */
export function workspaceWords(listings: readonly Pick<StoredListing, 'data'>[]): WorkspaceWords {
  const categories = listings.flatMap(({ data }) =>
    data.touched.includes('category') && data.category.trim() !== '' ? [data.category.trim()] : [],
  );
  const priced = listings
    .flatMap(({ data: { price, touched, updated_at: at } }) =>
      price !== null && touched.includes('price') ? [{ currency: price.currency, at: at.getTime() }] : [],
    )
    .toSorted((a, b) => b.at - a.at);
  return {
    categories: [...new Set(categories)].toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true })),
    currency: priced[0]?.currency ?? FIRST_CURRENCY,
  };
}

export function useWorkspaceWords(): WorkspaceWords {
  const { records } = valueOr(useQuery(listingQueries.all(useWorkspace().id), listingReader), NONE);
  return useMemo(() => workspaceWords(records), [records]);
}
