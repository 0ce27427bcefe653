/** What of an item counts as its content. Pure. */
import { createHash } from 'node:crypto';
import type { GeneratedItem } from '@docket/model/item';

/**
 * The hash of what an item says: not of where its files and its product are kept, nor of where it stands in which file.
 * All of those change when the same material is uploaded or processed again.
 */
export function contentHash(generated: GeneratedItem): string {
  const { sources: _, image, product, ...content } = generated;
  const said = {
    ...content,
    image: image?.image_id ?? null,
    product:
      product === null ? null : { sku: product.sku, name: product.name, confidence: product.confidence },
  };
  return createHash('sha256').update(JSON.stringify(said, sortedKeys)).digest('hex').slice(0, 32);
}

/** Objects with their keys in order, so that the same content has the same text. */
function sortedKeys(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
