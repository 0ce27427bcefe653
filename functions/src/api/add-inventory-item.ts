/** Adding an inventory item, as the page saves one: with its SKU and its opening stock in one commit, then its picture. */
import type { Given } from '@docket/model/api/operation';
import type { inventoryOperations } from '@docket/model/api/inventory';
import { ApiProblem } from '@docket/model/api/problem';
import { addImportedImage, startImageBatch } from '@docket/model/commands/image-commands';
import { addItem } from '@docket/model/commands/inventory-commands';
import { placeFor } from '@docket/model/inventory/default-location';
import { generateSku, normalSku } from '@docket/model/inventory/generate-sku';
import { inventorySettingsSchema, locationSchema } from '@docket/model/inventory/location';
import { paths } from '@docket/model/paths';
import { ADDRESS_FAULTS, nameOfAddress } from '@docket/model/upload/address-list';
import { readImageAddress } from '@docket/model/upload/image-address';
import { imageIdOf } from '../inventory/import/import-ids.ts';
import type { RequestContext } from './context.ts';
import { requireAll } from './references.ts';

type NewItem = Given<typeof inventoryOperations.createInventoryItem>['body'];

/** Whether new things may be put into a place. */
async function isActive({ db, workspaceId }: RequestContext, id: string): Promise<boolean> {
  const location = await db.doc(paths.location(workspaceId, id)).get();
  return locationSchema.safeParse(location.data()).data?.active ?? false;
}

/** Where the item goes. Throws an ApiProblem for a place that is not there, or that nothing is put into any more. */
async function placeOf(context: RequestContext, { location_id: said, category }: NewItem) {
  const { db, workspaceId } = context;
  if (said === null) return null;
  if (said !== undefined) {
    if (await isActive(context, said)) return said;
    throw new ApiProblem('unprocessable', `There is no active location “${said}”.`);
  }
  const stored = await db.doc(paths.inventorySettings(workspaceId)).get();
  const settings = inventorySettingsSchema.safeParse(stored.data()).data;
  if (settings === undefined) return null;
  const ofCategory = new Map(Object.entries(settings.category_locations));
  const choices = {
    line: null,
    supplier: null,
    category: ofCategory.get(category.trim()) ?? null,
    workspace: settings.default_location_id,
  };
  const named = [choices.category, choices.workspace].filter((id) => id !== null);
  const active = new Set<string>();
  for (const id of named) if (await isActive(context, id)) active.add(id);
  return placeFor(choices, (id) => active.has(id));
}

/** The picture, and the address that it is to be fetched from; throws an ApiProblem for one that cannot be. */
async function pictureOf(context: RequestContext, { image_id: image, image_url: typed }: NewItem) {
  if (image !== null) {
    await requireAll(context, [image], (id) => paths.image(context.workspaceId, id), 'images');
    return { image_id: image, image_url: null };
  }
  const text = typed?.trim() ?? '';
  if (text === '') return { image_id: null, image_url: null };
  const address = readImageAddress(text);
  if (!address.ok) throw new ApiProblem('unprocessable', ADDRESS_FAULTS[address.fault]);
  return { image_id: imageIdOf(address.url), image_url: address.url };
}

const taken = (sku: string) =>
  new ApiProblem('conflict', `Another item has the SKU “${sku}” already. Choose a different one.`);

async function isFree({ db, workspaceId }: RequestContext, sku: string): Promise<boolean> {
  return !(await db.doc(paths.sku(workspaceId, sku)).get()).exists;
}

/** The SKU as it is stored; one that nobody has said is made. */
async function skuOf(context: RequestContext, { sku: typed }: NewItem): Promise<string> {
  if (typed.trim() !== '') {
    const sku = normalSku(typed);
    if (sku === null)
      throw new ApiProblem(
        'unprocessable',
        'A SKU has up to 40 letters, digits, dots, dashes and underscores; a letter or digit first.',
      );
    if (!(await isFree(context, sku))) throw taken(sku);
    return sku;
  }
  let sku = generateSku(Math.random);
  while (!(await isFree(context, sku))) sku = generateSku(Math.random);
  return sku;
}

/** Has the picture fetched that is not in the library. */
async function fetchPicture(context: RequestContext, url: string): Promise<void> {
  const { db, workspaceId, actor } = context;
  const imageId = imageIdOf(url);
  if ((await db.doc(paths.image(workspaceId, imageId)).get()).exists) return;
  const batchId = context.newId('batch');
  const image = { imageId, url, fileName: nameOfAddress(url), flatten: null, batchId };
  const start = { batchId, pipeline: 'image_import', source: 'import', imageIds: [imageId] } as const;
  try {
    await context.commit([...addImportedImage(actor, image), ...startImageBatch(actor, start)]);
  } catch (error) {
    // Somebody has added it meanwhile.
    if (!(error instanceof ApiProblem && error.code === 'conflict')) throw error;
  }
}

/** Returns the id of the item. Throws an ApiProblem, with nothing written, where it cannot be added. */
export async function addInventoryItem(context: RequestContext, body: NewItem): Promise<string> {
  const { db, workspaceId, actor } = context;
  const id = context.newId('item');
  const ref = db.doc(paths.inventoryItem(workspaceId, id));
  const picture = await pictureOf(context, body);
  // It is there when the request has come again.
  if (!(await ref.get()).exists) {
    const { name, description, category, quantity, reorder_level, reorder_quantity } = body;
    const sku = await skuOf(context, body);
    const described = {
      name,
      description: description.trim(),
      sku,
      category: category.trim(),
      location_id: await placeOf(context, body),
      reorder_level,
      reorder_quantity,
      ...picture,
    };
    const adjustmentId = context.newId('opening');
    await context.transact(async (transaction) => {
      const [item, reservation] = await transaction.getAll(ref, db.doc(paths.sku(workspaceId, sku)));
      if (item?.exists === true) return { writes: [], result: undefined };
      if (reservation?.exists === true) throw taken(sku);
      return { writes: addItem(actor, { id, described, quantity, adjustmentId }), result: undefined };
    });
  }
  if (picture.image_url !== null) await fetchPicture(context, picture.image_url);
  return id;
}
