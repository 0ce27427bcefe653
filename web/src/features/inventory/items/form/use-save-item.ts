/** How the page saves items. */
import { paths } from '@docket/model/paths';
import { useCallback, useEffect, useRef } from 'react';
import type { DescribedItem } from '@docket/model/commands/inventory-commands';
import { useClient } from '../../../../data/hooks.ts';
import type { Unsubscribe } from '../../../../data/ports.ts';
import { useImageWork } from '../../../../data/uploads/images/use-image-uploads.ts';
import { useActor } from '../../../../data/workspace.ts';
import { imageIdOfAddress } from '../../../images/import/image-of-address.ts';
import { useAddImages } from '../../../images/upload/use-add-images.ts';
import type { InventoryRow } from '../item-rows.ts';
import type { ItemWish } from './item-draft.ts';
import { type Saved, type SavePorts, saveChangedItem, saveNewItem } from './save-item.ts';

export interface SaveItem {
  add: (itemId: string, wish: ItemWish) => Promise<Saved>;
  /**
   * Follows the image of an address while the form is being filled in: the row that will show it joins in, where a
   * subscription of its own would keep the save waiting.
   */
  lookAhead: (url: string) => void;
  change: (itemId: string, before: DescribedItem, wish: ItemWish) => Promise<Saved>;
}

/** `rows` are all items: what has a SKU already is known by them. */
export function useSaveItem(rows: readonly InventoryRow[]): SaveItem {
  const {
    backend: { database },
    documents,
  } = useClient();
  const actor = useActor();
  const addImages = useAddImages(null);
  const { uploads, fetches } = useImageWork();
  const latest = useRef({ rows, actor, addImages });
  useEffect(() => {
    latest.current = { rows, actor, addImages };
  });
  const letGo = useRef<Unsubscribe | null>(null);
  useEffect(() => () => letGo.current?.(), []);
  const lookAhead = useCallback(
    async (url: string) => {
      const path = paths.image(latest.current.actor.workspaceId, await imageIdOfAddress(url));
      letGo.current?.();
      letGo.current = documents.hold(path);
    },
    [documents],
  );
  const ports = useCallback(
    (): SavePorts => ({
      database,
      actor: latest.current.actor,
      random: Math.random,
      upload: (file) => latest.current.addImages([file]),
      shows: (imageId) => uploads.showElsewhere(imageId),
      fetch: (image) => fetches.ask(latest.current.actor, image),
      pause: (ms) => new Promise((resolve) => void setTimeout(resolve, ms)),
      isTaken: (sku) => latest.current.rows.some(({ item }) => item.sku === sku),
    }),
    [database, uploads, fetches],
  );
  const add = useCallback((itemId: string, wish: ItemWish) => saveNewItem(ports(), itemId, wish), [ports]);
  const change = useCallback(
    (itemId: string, before: DescribedItem, wish: ItemWish) => saveChangedItem(ports(), itemId, before, wish),
    [ports],
  );
  return { add, change, lookAhead: (url) => void lookAhead(url) };
}
