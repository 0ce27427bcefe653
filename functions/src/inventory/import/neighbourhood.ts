/** What the rows of an import refer to: locations and suppliers by their names, and where things go of which nothing is said. */
import type { ImportRow } from '@docket/model/inventory/import-row';
import { inventorySettingsSchema, type Location } from '@docket/model/inventory/location';
import type { Supplier } from '@docket/model/inventory/supplier';
import { paths } from '@docket/model/paths';
import type { Firestore } from 'firebase-admin/firestore';
import type { PhaseContext } from '../../engine/pipeline-module.ts';
import { NamedRecords } from './named-records.ts';
import type { Surroundings } from './plan-row.ts';

interface Parts {
  context: PhaseContext;
  clock: () => Date;
  locations: NamedRecords;
  suppliers: NamedRecords;
  workspacePlace: string | null;
  categoryPlaces: ReadonlyMap<string, string>;
}

export class Neighbourhood {
  readonly #parts: Parts;

  private constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Reads what a workspace has. */
  static async read(db: Firestore, context: PhaseContext, clock: () => Date): Promise<Neighbourhood> {
    const { workspaceId } = context;
    const [locations, suppliers, stored] = await Promise.all([
      NamedRecords.read(db.collection(paths.locations(workspaceId)), 'location'),
      NamedRecords.read(db.collection(paths.suppliers(workspaceId)), 'supplier'),
      db.doc(paths.inventorySettings(workspaceId)).get(),
    ]);
    const settings = inventorySettingsSchema.safeParse(stored.data()).data;
    return new Neighbourhood({
      context,
      clock,
      locations,
      suppliers,
      workspacePlace: settings?.default_location_id ?? null,
      categoryPlaces: new Map(Object.entries(settings?.category_locations ?? {})),
    });
  }

  /** Creates the locations and suppliers that `rows` name and that there are none of. */
  async complete(rows: readonly ImportRow[]): Promise<void> {
    const { context, clock, locations, suppliers } = this.#parts;
    const signed = { created_by: context.job.created_by, created_at: clock() };
    await locations.create(
      context,
      rows.flatMap(({ location }) => location ?? []),
      (name) => ({ name, description: '', active: true, is_default: false, ...signed }) satisfies Location,
    );
    await suppliers.create(
      context,
      rows.flatMap(({ supplier }) => supplier ?? []),
      (name) => ({ name, email: '', website: '', note: '', active: true, ...signed }) satisfies Supplier,
    );
  }

  /** What matters for `row`, once `complete` has dealt with it. */
  around({ location, supplier }: ImportRow): Surroundings {
    const { locations, suppliers, workspacePlace, categoryPlaces } = this.#parts;
    return {
      location: locations.find(location ?? ''),
      supplierId: suppliers.find(supplier ?? '')?.id,
      isActive: (locationId) => locations.isActive(locationId),
      categoryPlace: (category) => categoryPlaces.get(category) ?? null,
      workspacePlace,
    };
  }
}
