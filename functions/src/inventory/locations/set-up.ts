/** Gives a workspace the locations that every one begins with. */
import { DEFAULT_LOCATIONS } from '@docket/model/inventory/default-locations';
import { type InventorySetup, type Location, inventorySetupSchema } from '@docket/model/inventory/location';
import { paths } from '@docket/model/paths';
import type { Firestore } from 'firebase-admin/firestore';

/**
 * Creates the default locations, signed by `by`, and notes that they were set up, in one transaction. While that is noted nothing
 * is done, so that what people have made of them stays; once they were taken back, those that are missing are created again.
 */
export async function setUpLocations(
  db: Firestore,
  workspaceId: string,
  by: string,
  clock: () => Date,
): Promise<void> {
  const setup = db.doc(paths.inventorySetup(workspaceId));
  const places = DEFAULT_LOCATIONS.map((place) => ({
    ...place,
    ref: db.doc(paths.location(workspaceId, place.id)),
  }));
  await db.runTransaction(async (transaction) => {
    const [noted, ...present] = await transaction.getAll(setup, ...places.map(({ ref }) => ref));
    if (inventorySetupSchema.safeParse(noted?.data()).data?.locations === 'set_up') return;
    const at = clock();
    for (const [index, { ref, name, description }] of places.entries()) {
      if (present[index]?.exists === true) continue;
      transaction.create(ref, {
        name,
        description,
        active: true,
        is_default: true,
        created_by: by,
        created_at: at,
      } satisfies Location);
    }
    transaction.set(setup, { locations: 'set_up', at } satisfies InventorySetup);
  });
}
