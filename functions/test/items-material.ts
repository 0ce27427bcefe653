/** Documents and products for tests of "Generate Items". */
import type { CollectionDocument } from '@docket/model/document';
import { paths, storagePaths } from '@docket/model/paths';
import type { Product } from '@docket/model/product';
import type { Firestore } from 'firebase-admin/firestore';
import type { MemoryBucket } from './memory-bucket.ts';

export const WORKSPACE = 'w';
export const COLLECTION = 'c';

/** Puts a document into the collection, of which only what matters is said. */
export async function putDocument(
  db: Firestore,
  id: string,
  said: Partial<CollectionDocument>,
): Promise<void> {
  await db.doc(paths.document(WORKSPACE, COLLECTION, id)).set({
    content_type: '',
    size: 0,
    storage_path: '',
    uploaded_by: 'u',
    uploaded_at: new Date(),
    ...said,
  });
}

/** A picture with its two files, for a product that says its name. */
export function imageOf(
  storage: MemoryBucket,
  producer: string,
  { image }: Partial<Product>,
): Product['image'] {
  if (image === undefined || image === null) return null;
  const at = [WORKSPACE, COLLECTION, 'linesheet', producer, image.image_id] as const;
  const made = {
    ...image,
    path: storagePaths.image(...at),
    thumbnail_path: storagePaths.thumbnail(...at),
    token: producer,
  };
  for (const path of [made.path, made.thumbnail_path]) {
    storage.objects.set(path, image.image_id);
    storage.custom.set(path, { firebaseStorageDownloadTokens: producer });
  }
  return made;
}

const PLACE = { kind: 'cell', sheet: 'Linesheet', row: 1, column: 1 } as const;
/** A product of which nothing is known. */
export const EMPTY_PRODUCT: Omit<Product, 'job_id' | 'position' | 'image'> = {
  sku: null,
  name: 'Product',
  category: null,
  wholesale_price: null,
  msrp: null,
  currency: null,
  colors: [],
  color_codes: [],
  sizes: [],
  prices_by_size: null,
  material: null,
  origin: null,
  season: null,
  delivery: null,
  page: null,
  confidence: {},
  places: {},
  place: PLACE,
};

/** A picture for `products`; where its files are is filled in. */
export function picture(image_id: string): NonNullable<Product['image']> {
  const files = { path: '', thumbnail_path: '', token: '' };
  return { image_id, ...files, width: 4, height: 3, place: PLACE, confidence: 1, reason: 'Above the name' };
}
