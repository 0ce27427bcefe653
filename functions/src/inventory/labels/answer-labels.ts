/** The callable function that makes labels for items of the inventory. */
import { inventoryItemSchema } from '@docket/model/inventory/inventory-item';
import { type LabelsAnswer, type LabelsRequest, labelsRequestSchema } from '@docket/model/inventory/labels';
import { locationSchema } from '@docket/model/inventory/location';
import { LIMITS } from '@docket/model/limits';
import { paths } from '@docket/model/paths';
import { can } from '@docket/model/roles';
import type { Firestore } from 'firebase-admin/firestore';
import { HttpsError } from 'firebase-functions/https';
import { memberRole } from '../../services/member-role.ts';
import { type LabelContent, layOutLabels } from './lay-out-labels.ts';
import { writeLabels } from './write-labels.ts';

/** Who calls, and what was sent. */
export interface LabelsCall {
  /** Undefined: nobody who is signed in. */
  uid: string | undefined;
  data: unknown;
}

/** The part of an item that its label shows. */
const labelledSchema = inventoryItemSchema.pick({ sku: true, name: true, location_id: true });

/** Throws an HttpsError unless a member of the workspace asks for labels of items that it has. */
export async function answerLabels(
  { db, clock }: { db: Firestore; clock: () => Date },
  { uid, data }: LabelsCall,
): Promise<LabelsAnswer> {
  if (uid === undefined) throw new HttpsError('unauthenticated', 'Sign in first.');
  const request = labelsRequestSchema.safeParse(data);
  if (!request.success)
    throw new HttpsError('invalid-argument', `Choose between 1 and ${LIMITS.labels} items of a workspace.`);
  if (!can(await memberRole(db, request.data.workspace, uid), 'read'))
    throw new HttpsError('permission-denied', 'Only members of the workspace print its labels.');
  const contents = await readContents(db, request.data);
  if (contents.length === 0) throw new HttpsError('not-found', 'These items are not there any more.');
  const pdf = await writeLabels(layOutLabels(contents), clock());
  return { pdf: pdf.toString('base64') };
}

/** What the labels of the items say, without those that are gone. */
async function readContents(
  db: Firestore,
  { workspace, item_ids: itemIds }: LabelsRequest,
): Promise<LabelContent[]> {
  const snapshots = await db.getAll(...itemIds.map((id) => db.doc(paths.inventoryItem(workspace, id))));
  const items = snapshots.flatMap((item) => labelledSchema.safeParse(item.data()).data ?? []);
  const locationIds = new Set(items.flatMap(({ location_id: id }) => id ?? []));
  const names = await readNames(db, workspace, [...locationIds]);
  return items.map(({ sku, name, location_id: id }) => ({
    sku,
    name,
    location: id === null ? null : (names.get(id) ?? null),
  }));
}

/** The names of locations, by id. */
async function readNames(
  db: Firestore,
  workspace: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const snapshots = await db.getAll(...ids.map((id) => db.doc(paths.location(workspace, id))));
  return new Map(
    snapshots.flatMap((location) => {
      const name = locationSchema.shape.name.safeParse(location.get('name'));
      return name.success ? [[location.id, name.data]] : [];
    }),
  );
}
