/** How the page saves items. */
import { paths } from '@docket/model/paths';
import { useCallback, useEffect, useRef } from 'react';
import type { DescribedItem } from '../../../../data/commands/inventory-commands.ts';
import { exists } from '../../../../data/exists.ts';
import { useClient } from '../../../../data/hooks.ts';
import { useActor } from '../../../../data/workspace.ts';
import { useAddImages } from '../../../images/upload/use-add-images.ts';
import type { InventoryRow } from '../item-rows.ts';
import type { ItemWish } from './item-draft.ts';
import { imageIdOfAddress, type Saved, type SavePorts, saveChangedItem, saveNewItem } from './save-item.ts';

export interface SaveItem {
  add: (itemId: string, wish: ItemWish) => Promise<Saved>;
  /** Asks for the image of an address while the form is being filled in, so that saving has the answer at hand. */
  lookAhead: (url: string) => void;
  change: (itemId: string, before: DescribedItem, wish: ItemWish) => Promise<Saved>;
}

/** `rows` are all items: what has a SKU already is known by them. */
export function useSaveItem(rows: readonly InventoryRow[]): SaveItem {
  const { database } = useClient().backend;
  const actor = useActor();
  const addImages = useAddImages(null);
  const latest = useRef({ rows, actor, addImages });
  useEffect(() => {
    latest.current = { rows, actor, addImages };
  });
  const answers = useRef(new Map<string, Promise<boolean>>());
  const ask = useCallback(
    (imageId: string) => exists(database, paths.image(latest.current.actor.workspaceId, imageId)),
    [database],
  );
  const lookAhead = useCallback(
    async (url: string) => {
      const imageId = await imageIdOfAddress(url);
      const answer = ask(imageId);
      answer.catch(() => answers.current.delete(imageId));
      answers.current.set(imageId, answer);
    },
    [ask],
  );
  const ports = useCallback(
    (): SavePorts => ({
      database,
      actor: latest.current.actor,
      random: Math.random,
      upload: (file) => latest.current.addImages([file]),
      isThere(imageId) {
        const answer = answers.current.get(imageId) ?? ask(imageId);
        // It is good for one save: what is fetched by it is there afterwards.
        answers.current.delete(imageId);
        return answer;
      },
      isTaken: (sku) => latest.current.rows.some(({ item }) => item.sku === sku),
    }),
    [ask, database],
  );
  const add = useCallback((itemId: string, wish: ItemWish) => saveNewItem(ports(), itemId, wish), [ports]);
  const change = useCallback(
    (itemId: string, before: DescribedItem, wish: ItemWish) => saveChangedItem(ports(), itemId, before, wish),
    [ports],
  );
  return { add, change, lookAhead: (url) => void lookAhead(url) };
}
