/** The addresses of the app's pages. Nobody else spells one. */
import type { CollectionTab } from '@docket/model/tabs';

/** In the query of a collection's address: its history is open. */
export const HISTORY_PARAMETER = 'history';

/** In the query of the address of the images: which of them are shown. */
export const IMAGE_FILTER_PARAMETER = 'show';

export const urls = {
  home: () => '/',
  collections: (workspace: string) => `/w/${workspace}/collections`,
  collection: (workspace: string, collection: string, tab: CollectionTab = 'info') =>
    `/w/${workspace}/collections/${collection}/${tab}`,
  /** The runs of a collection, over the tab. */
  collectionHistory: (workspace: string, collection: string, tab: CollectionTab = 'info') =>
    `/w/${workspace}/collections/${collection}/${tab}?${HISTORY_PARAMETER}`,
  images: (workspace: string) => `/w/${workspace}/images`,
  /** Those that have failed, or were cancelled. */
  failedImages: (workspace: string) => `/w/${workspace}/images?${IMAGE_FILTER_PARAMETER}=failed`,
  /** One image of the library, over its list. */
  image: (workspace: string, image: string) => `/w/${workspace}/images/${image}`,
  /** The processing queue: for administrators. */
  queue: (workspace: string) => `/w/${workspace}/admin/processing`,
  activity: (workspace: string) => `/w/${workspace}/activity`,
  notifications: (workspace: string) => `/w/${workspace}/settings/notifications`,
} as const;
