/**
 * Saving an item with its picture. All that belongs together is one commit; nothing waits for a picture that is to be
 * fetched or sent.
 */
import { generateSku } from '@docket/model/inventory/generate-sku';
import { skuReservationSchema } from '@docket/model/inventory/inventory-item';
import { importedImageId } from '@docket/model/image';
import { paths } from '@docket/model/paths';
import type { Actor } from '../../../../data/commands/collection-commands.ts';
import { addImportedImage, startImageBatch } from '../../../../data/commands/image-commands.ts';
import { addItem, changeItem, type DescribedItem } from '../../../../data/commands/inventory-commands.ts';
import { dataErrorMessage } from '../../../../data/error-messages.ts';
import { exists } from '../../../../data/exists.ts';
import { sha256 } from '../../../../data/hash.ts';
import type { Database, Write } from '../../../../data/ports.ts';
import { nameOfAddress } from '../../../images/import/address-list.ts';
import type { ItemWish, PictureWish, Problems } from './item-draft.ts';

/** What saving needs of its surroundings. */
export interface SavePorts {
  database: Database;
  actor: Actor;
  /** From 0 up to, but not, 1. */
  random: () => number;
  /** Sends a file to become an image. */
  upload: (file: File) => void;
  /** Whether an image is in the library. */
  isThere: (imageId: string) => Promise<boolean>;
  /** Whether a SKU is given to an item already, as far as is known here. */
  isTaken: (sku: string) => boolean;
}

/** Accepted, or why not: with the fields that are to blame. */
export type Saved = { ok: true } | { ok: false; message: string; problems: Problems };

/** The image of an address. */
export async function imageIdOfAddress(url: string): Promise<string> {
  return importedImageId(await sha256(new TextEncoder().encode(url)));
}

interface PreparedPicture extends Pick<DescribedItem, 'image_id' | 'image_url'> {
  /** What has it fetched; nothing where it need not be. */
  fetch: Write[];
}

const prepared = (
  image_id: string | null,
  image_url: string | null,
  fetch: Write[] = [],
): PreparedPicture => ({
  image_id,
  image_url,
  fetch,
});

/** An address whose image is in the library already is not fetched again. */
async function prepare(
  { database, actor, upload, isThere }: SavePorts,
  picture: PictureWish,
): Promise<PreparedPicture> {
  switch (picture.kind) {
    case 'none':
      return prepared(null, null);
    case 'stored':
      return prepared(picture.imageId, picture.url);
    case 'file':
      upload(picture.file);
      return prepared(picture.imageId, null);
    case 'address': {
      const { url } = picture;
      const imageId = await imageIdOfAddress(url);
      if (await isThere(imageId)) return prepared(imageId, url);
      const batchId = database.newId();
      const image = { url, imageId, fileName: nameOfAddress(url), flatten: null, batchId };
      const batch = { batchId, pipeline: 'image_import', source: 'import', imageIds: [imageId] } as const;
      return prepared(imageId, url, [...addImportedImage(actor, image), ...startImageBatch(actor, batch)]);
    }
  }
}

/** Whether another item has the SKU by now. */
async function isLost({ database, actor }: SavePorts, sku: string, itemId: string): Promise<boolean> {
  const found = await database.fetchDocument(paths.sku(actor.workspaceId, sku)).catch(() => null);
  const reservation = skuReservationSchema.safeParse(found?.data);
  return reservation.success && reservation.data.item_id !== itemId;
}

/** Commits `writes` with what has the picture fetched; without that when somebody else has added the same image meanwhile. */
async function commit(
  ports: SavePorts,
  itemId: string,
  described: DescribedItem,
  writes: Write[],
  fetch: Write[],
): Promise<Saved> {
  const { database, actor } = ports;
  try {
    await database.commit([...writes, ...fetch]);
    return { ok: true };
  } catch (error) {
    const image = paths.image(actor.workspaceId, described.image_id ?? '');
    if (fetch.length > 0 && (await exists(database, image).catch(() => false)))
      return await commit(ports, itemId, described, writes, []);
    const lost = await isLost(ports, described.sku, itemId);
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
  const { fetch, ...image } = await prepare(ports, wish.picture);
  const sku = wish.described.sku === '' ? freeSku(ports) : wish.described.sku;
  const described = { ...wish.described, ...image, sku };
  const writes = addItem(actor, {
    id: itemId,
    described,
    quantity: wish.quantity,
    adjustmentId: database.newId(),
  });
  return await commit(ports, itemId, described, writes, fetch);
}

/** Changes what is said about an item; its stock has ways of its own. `before`: what the person saw. */
export async function saveChangedItem(
  ports: SavePorts,
  itemId: string,
  before: DescribedItem,
  wish: ItemWish,
): Promise<Saved> {
  const { fetch, ...image } = await prepare(ports, wish.picture);
  const sku = wish.described.sku === '' ? before.sku : wish.described.sku;
  const described = { ...wish.described, ...image, sku };
  const writes = changeItem(ports.actor, itemId, before, described);
  // The same address as before is fetched again when its image has gone from the library.
  if (writes.length === 0 && fetch.length === 0) return { ok: true };
  return await commit(ports, itemId, described, writes, fetch);
}
