/** What people have said about tables with the same headers. */
import { columnMappingSchema } from '@docket/model/order';
import { paths } from '@docket/model/paths';
import type { Firestore } from 'firebase-admin/firestore';
import type { IdentifiedTable, RememberedMappings } from '../ordering/order.ts';

/** The workspace's corrections for the headers of `tables`, by fingerprint. */
export async function rememberedMappings(
  db: Firestore,
  workspaceId: string,
  tables: readonly IdentifiedTable[],
): Promise<RememberedMappings> {
  const fingerprints = [...new Set(tables.flatMap(({ fingerprint }) => fingerprint ?? []))];
  if (fingerprints.length === 0) return new Map();
  const refs = fingerprints.map((fingerprint) => db.doc(paths.columnMapping(workspaceId, fingerprint)));
  const found = await db.getAll(...refs);
  return new Map(
    found.flatMap((snapshot) => {
      const mapping = columnMappingSchema.safeParse(snapshot.data());
      return mapping.success ? [[snapshot.id, mapping.data] as const] : [];
    }),
  );
}
