/** The products of a collection, by the page, over all its linesheets. */
import type { ProductView } from '@docket/model/api/collections/schemas';
import { idSchema } from '@docket/model/api/shared';
import { paths } from '@docket/model/paths';
import { type Product, productSchema } from '@docket/model/product';
import type { DocumentSnapshot } from 'firebase-admin/firestore';
import type { RequestContext } from '../context.ts';
import { lostCursor, type PageWish } from '../pages.ts';
import { pictureViewOf } from './picture-view.ts';
import { readCollection, readDocuments } from './read-collection.ts';

function productViewOf(
  id: string,
  documentId: string,
  product: Product,
  download: RequestContext['download'],
): ProductView {
  const { job_id: _job, place: _place, places: _places, image, confidence, ...facts } = product;
  return {
    id,
    document_id: documentId,
    ...facts,
    confidence: Object.fromEntries(
      Object.entries(confidence).flatMap(([field, value]) => (value === undefined ? [] : [[field, value]])),
    ),
    image: pictureViewOf(image, download),
  };
}

/** Between the id of a document and that of a product in a cursor; neither holds it. */
const SEPARATOR = '.';

/** Where a page begins: after a product of a document, or with the first one. */
interface Place {
  documentId: string;
  after: DocumentSnapshot;
}

async function placeOf(
  { db, workspaceId }: RequestContext,
  collectionId: string,
  cursor: string | undefined,
): Promise<Place | null> {
  if (cursor === undefined) return null;
  const [documentId, productId, ...rest] = cursor.split(SEPARATOR);
  const known = idSchema.safeParse(documentId).success && idSchema.safeParse(productId).success;
  if (!known || documentId === undefined || productId === undefined || rest.length > 0) throw lostCursor();
  const after = await db.doc(paths.product(workspaceId, collectionId, documentId, productId)).get();
  if (!after.exists) throw lostCursor();
  return { documentId, after };
}

/** Those of the latest completed run: one linesheet after the other, in the order of their ids, each in its own order. */
export async function listProducts(context: RequestContext, collectionId: string, wish: PageWish) {
  const { db, workspaceId, download } = context;
  const { results } = await readCollection(context, collectionId);
  const place = await placeOf(context, collectionId, wish.cursor);
  if (results === null) return { data: [], next_cursor: null };
  const linesheets = (await readDocuments(context, collectionId))
    .filter(({ id, data }) => data.kind === 'linesheet' && (place === null || id >= place.documentId))
    .map(({ id }) => id)
    .toSorted();
  const found: { documentId: string; snapshot: DocumentSnapshot }[] = [];
  for (const documentId of linesheets) {
    const missing = wish.limit + 1 - found.length;
    if (missing === 0) break;
    const products = db
      .collection(paths.products(workspaceId, collectionId, documentId))
      .where('job_id', '==', results.job_id)
      .orderBy('position');
    const rest = place?.documentId === documentId ? products.startAfter(place.after) : products;
    const { docs } = await rest.limit(missing).get();
    found.push(...docs.map((snapshot) => ({ documentId, snapshot })));
  }
  const page = found.slice(0, wish.limit);
  const last = page.at(-1);
  return {
    data: page.flatMap(({ documentId, snapshot }) => {
      const product = productSchema.safeParse(snapshot.data()).data;
      return product === undefined ? [] : [productViewOf(snapshot.id, documentId, product, download)];
    }),
    next_cursor:
      found.length > wish.limit && last !== undefined
        ? `${last.documentId}${SEPARATOR}${last.snapshot.id}`
        : null,
  };
}
