/** Ids of what an import creates: made of the material alone, so that doing it twice has one effect. */
import { createHash } from 'node:crypto';
import { importedImageId } from '@docket/model/image';

/** Characters of a hash that name a record. */
const HASH_CHARACTERS = 20;

/** The id of the image that is fetched from `url`. */
export function imageIdOf(url: string): string {
  return importedImageId(sha256(url));
}

/** An id made of `parts`, the first of which says what it names. */
export function idOf(kind: string, ...parts: readonly string[]): string {
  return `${kind}-${sha256(JSON.stringify(parts)).slice(0, HASH_CHARACTERS)}`;
}

/** The adjustment by which the import `importId` changes the stock of an item: there is one at most. */
export function adjustmentId(importId: string, itemId: string): string {
  return `${importId}_${itemId}`;
}

/** The SHA-256 of `text`, as UTF-8, in hexadecimal. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
