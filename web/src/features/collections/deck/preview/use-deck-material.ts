/** The items that a deck of a collection shows, live, with the addresses of their pictures. */
import type { Collection } from '@docket/model/collection';
import { useMemo } from 'react';
import { useClient, useQuery } from '../../../../data/hooks.ts';
import { allLive, type Live, mapLive } from '../../../../data/live.ts';
import type { Stored } from '../../../../data/reader.ts';
import { itemReader, queries } from '../../../../data/records.ts';
import { useWorkspace } from '../../../../data/workspace.ts';
import type { StoredProduct } from '../../results/use-products.ts';
import { type DeckMaterial, deckMaterial, type PictureAddresses } from './deck-material.ts';

/** `products` stand in while there are no items. */
export function useDeckMaterial(
  collection: Stored<Collection>,
  products: Live<readonly StoredProduct[]>,
): Live<DeckMaterial> {
  const workspace = useWorkspace();
  const items = useQuery(queries.items(workspace.id, collection.id), itemReader);
  const { categories, category_edits, item_results } = collection.data;
  return useMemo(() => {
    const deciding = { categories, category_edits, item_results };
    if (items.state === 'ready' && products.state === 'ready')
      return { state: 'ready', value: deckMaterial(deciding, items.value.records, products.value) };
    return mapLive(allLive<unknown>([items, products]), () => deckMaterial(deciding, [], []));
  }, [items, products, categories, category_edits, item_results]);
}

/** How the pictures of a deck are found. The object is the same as long as the pictures are. */
export function usePictureAddresses(pictures: DeckMaterial['pictures'] | null): PictureAddresses {
  const { files } = useClient().backend;
  return useMemo(() => {
    const find = (imageId: string | null) => (imageId === null ? undefined : pictures?.get(imageId));
    return {
      full(imageId) {
        const found = find(imageId);
        return found === undefined ? null : files.address(found.path, found.token);
      },
      thumbnail(imageId) {
        const found = find(imageId);
        return found === undefined ? null : files.address(found.thumbnail_path, found.token);
      },
    };
  }, [files, pictures]);
}
