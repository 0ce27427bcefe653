/**
 * Saving an item with its picture. All that belongs together is one commit; nothing waits for a picture that is to be
 * fetched or sent: that is begun when the item stands.
 */
import { generateSku } from '@docket/model/inventory/generate-sku';
import { skuReservationSchema } from '@docket/model/inventory/inventory-item';
import { paths } from '@docket/model/paths';
import type { Actor } from '@docket/model/commands/write';
import { addItem, changeItem, type DescribedItem } from '@docket/model/commands/inventory-commands';
import { dataErrorMessage } from '../../../../data/error-messages.ts';
import type { Write } from '@docket/model/commands/write';
import type { Database } from '../../../../data/ports.ts';
import type { WantedImage } from '../../../../data/uploads/images/image-fetches.ts';
import { imageIdOfAddress, imageOfAddress } from '../../../images/import/image-of-address.ts';
import type { ItemWish, PictureWish, Problems } from './item-draft.ts';

/** What saving needs of its surroundings. */
export interface SavePorts {
  database: Database;
  actor: Actor;
  /** From 0 up to, but not, 1. */
  random: () => number;
  /** Sends a file to become an image. */
  upload: (file: File) => void;
  /** Says that the item shows how an image is, so that nothing else needs to. */
  shows: (imageId: string) => void;
  /** Has a picture fetched that is not in the library. */
  fetch: (image: WantedImage) => void;
  /** Resolves after so many milliseconds. */
  pause: (ms: number) => Promise<void>;
  /** Whether a SKU is given to an item already, as far as is known here. */
  isTaken: (sku: string) => boolean;
}

/** Accepted, or why not: with the fields that are to blame. */
export type Saved = { ok: true } | { ok: false; message: string; problems: Problems };

interface PreparedPicture extends Pick<DescribedItem, 'image_id' | 'image_url'> {
  /** What is to be fetched; null where nothing is. */
  address: string | null;
}

const prepared = (image_id: string | null, image_url: string | null, address: string | null = null) => ({
  image_id,
  image_url,
  address,
});

async function prepare({ upload, shows }: SavePorts, picture: PictureWish): Promise<PreparedPicture> {
  switch (picture.kind) {
    case 'none':
      return prepared(null, null);
    case 'stored':
      return prepared(picture.imageId, picture.url);
    case 'file':
      shows(picture.imageId);
      upload(picture.file);
      return prepared(picture.imageId, null);
    case 'address':
      return prepared(await imageIdOfAddress(picture.url), picture.url, picture.url);
  }
}

/** Milliseconds after which the picture no longer waits for the item: offline both are kept for later. */
const FETCH_ANYWAY_MS = 300;

/** Whether another item has the SKU by now. */
async function isLost({ database, actor }: SavePorts, sku: string, itemId: string): Promise<boolean> {
  const found = await database.fetchDocument(paths.sku(actor.workspaceId, sku)).catch(() => null);
  const reservation = skuReservationSchema.safeParse(found?.data);
  return reservation.success && reservation.data.item_id !== itemId;
}

/** Commits an item, then has its picture fetched. */
async function commit(
  ports: SavePorts,
  itemId: string,
  { sku }: DescribedItem,
  writes: Write[],
  address: string | null,
): Promise<Saved> {
  const saved = writes.length === 0 ? Promise.resolve() : ports.database.commit(writes);
  if (address !== null)
    void Promise.race([saved, ports.pause(FETCH_ANYWAY_MS)])
      .then(async () => ports.fetch(await imageOfAddress(address)))
      .catch(() => undefined);
  try {
    await saved;
    return { ok: true };
  } catch (error) {
    const lost = await isLost(ports, sku, itemId);
    return {
      ok: false,
      message: lost ? 'Another item has this SKU already.' : dataErrorMessage(error),
      problems: lost ? { sku: 'Another item has this SKU already. Choose a different one.' } : {},
    };
  }
}

function freeSku({ random, isTaken }: SavePorts): string {
  let sku = generateSku(random);
  while (isTaken(sku)) sku = generateSku(random);
  return sku;
}

/** Adds an item under the id `itemId`; one without a SKU gets one. */
export async function saveNewItem(ports: SavePorts, itemId: string, wish: ItemWish): Promise<Saved> {
  const { database, actor } = ports;
  const { address, ...image } = await prepare(ports, wish.picture);
  const sku = wish.described.sku === '' ? freeSku(ports) : wish.described.sku;
  const described = { ...wish.described, ...image, sku };
  const writes = addItem(actor, {
    id: itemId,
    described,
    quantity: wish.quantity,
    adjustmentId: database.newId(),
  });
  return await commit(ports, itemId, described, writes, address);
}

/** Changes what is said about an item; its stock has ways of its own. `before`: what the person saw. */
export async function saveChangedItem(
  ports: SavePorts,
  itemId: string,
  before: DescribedItem,
  wish: ItemWish,
): Promise<Saved> {
  const { address, ...image } = await prepare(ports, wish.picture);
  const sku = wish.described.sku === '' ? before.sku : wish.described.sku;
  const described = { ...wish.described, ...image, sku };
  const writes = changeItem(ports.actor, itemId, before, described);
  // The same address as before is fetched again when its image has gone from the library.
  if (writes.length === 0 && address === null) return { ok: true };
  return await commit(ports, itemId, described, writes, address);
}
