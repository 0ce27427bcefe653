/** Which tabs of a collection are open, and why the others are not. */
import type { Collection } from './collection.ts';

export const COLLECTION_TABS = ['info', 'deck-settings', 'items', 'deck'] as const;
export type CollectionTab = (typeof COLLECTION_TABS)[number];

export const COLLECTION_TAB_LABELS: Record<CollectionTab, string> = {
  info: 'Collection Info',
  'deck-settings': 'Deck Settings',
  items: 'Collection Items',
  deck: 'Generate Deck',
};

/** Open, or locked with the reason that the person reads. */
export type TabAccess = { open: true } | { open: false; reason: string };

const OPEN: TabAccess = { open: true };

/** The lock of `tab`. Categories open Deck Settings and Collection Items; items open Generate Deck. */
export function tabAccess(
  tab: CollectionTab,
  collection: Pick<Collection, 'categories' | 'item_count'>,
): TabAccess {
  switch (tab) {
    case 'info':
      return OPEN;
    case 'deck-settings':
    case 'items':
      return collection.categories.length > 0
        ? OPEN
        : { open: false, reason: 'Opens when Process Documents has found the categories.' };
    case 'deck':
      return collection.item_count > 0
        ? OPEN
        : { open: false, reason: 'Opens when items have been generated.' };
  }
}
