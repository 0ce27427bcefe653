/** The addresses of the app's pages. Nobody else spells one. */
import type { CollectionTab } from '@docket/model/tabs';

export const urls = {
  home: () => '/',
  collections: (workspace: string) => `/w/${workspace}/collections`,
  collection: (workspace: string, collection: string, tab: CollectionTab = 'info') =>
    `/w/${workspace}/collections/${collection}/${tab}`,
} as const;
