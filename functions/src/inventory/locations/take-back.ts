/** Takes back what the set-up of locations has created, as far as nobody has done anything with it. */
import { DEFAULT_LOCATIONS } from '@docket/model/inventory/default-locations';
import {
  type InventorySetup,
  inventorySettingsSchema,
  locationSchema,
} from '@docket/model/inventory/location';
import { paths } from '@docket/model/paths';
import type { Firestore, Query, Transaction } from 'firebase-admin/firestore';
import { OPEN_REORDERS } from '../open-reorders.ts';

/**
 * Removes the default locations that are called and described as they were created, and that no item, no supplier's delivery, no open
 * reorder and no setting names; then notes that they were taken back. The others stay. May run again without harm.
 */
export async function takeBackLocations(
  db: Firestore,
  workspaceId: string,
  clock: () => Date,
): Promise<void> {
  await db.runTransaction(async (transaction) => {
    const { docs } = await transaction.get(
      db.collection(paths.locations(workspaceId)).where('is_default', '==', true),
    );
    const untouched = docs.filter((location) => isUntouched(location.id, location.data()));
    const named = await namedInSettings(db, transaction, workspaceId);
    const used = await Promise.all(
      untouched.map(async ({ id }) => named.has(id) || (await isUsed(db, transaction, workspaceId, id))),
    );
    for (const [index, { ref }] of untouched.entries()) {
      if (used[index] === false) transaction.delete(ref);
    }
    const setup: InventorySetup = { locations: 'taken_back', at: clock() };
    transaction.set(db.doc(paths.inventorySetup(workspaceId)), setup);
  });
}

/** Whether the location is one of those that are set up, by the name and with the description that it was given then. */
function isUntouched(id: string, data: unknown): boolean {
  const created = DEFAULT_LOCATIONS.find((place) => place.id === id);
  const location = locationSchema.safeParse(data).data;
  return (
    created !== undefined && location?.name === created.name && location.description === created.description
  );
}

/** The locations that the settings of the inventory name. */
async function namedInSettings(
  db: Firestore,
  transaction: Transaction,
  workspaceId: string,
): Promise<ReadonlySet<string | null>> {
  const snapshot = await transaction.get(db.doc(paths.inventorySettings(workspaceId)));
  const settings = inventorySettingsSchema.safeParse(snapshot.data()).data;
  if (settings === undefined) return new Set();
  return new Set([settings.default_location_id, ...Object.values(settings.category_locations)]);
}

async function isUsed(
  db: Firestore,
  transaction: Transaction,
  workspaceId: string,
  locationId: string,
): Promise<boolean> {
  const [items, links, reorders] = [
    paths.inventoryItems(workspaceId),
    paths.itemSuppliers(workspaceId),
    paths.reorders(workspaceId),
  ].map((collection) => db.collection(collection).where('location_id', '==', locationId));
  const finds = async (query: Query | undefined) =>
    query !== undefined && !(await transaction.get(query.select().limit(1))).empty;
  const found = await Promise.all([
    finds(items),
    finds(links),
    finds(reorders?.where('status', 'in', OPEN_REORDERS)),
  ]);
  return found.includes(true);
}
