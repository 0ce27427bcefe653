/** Which item a row of an import is, so that the same file finds the same items again. Pure. */
import type { ImportRow } from './import-row.ts';

type Identity = Pick<ImportRow, 'sku' | 'name' | 'category' | 'location'>;

/** Hexadecimal digits of a hash that name an item: 128 bits. */
const DIGITS = 32;

/**
 * The id of the item that a row creates, unless its SKU is that of an item already: then it is that item. Rows without a
 * SKU are known by their name, category and location. `sha256` yields the SHA-256 of a text (as UTF-8) in hexadecimal.
 */
export async function importedItemId(
  row: Identity,
  sha256: (text: string) => string | Promise<string>,
): Promise<string> {
  const digest = await sha256(importedItemKey(row));
  return `item-${digest.slice(0, DIGITS)}`;
}

/** The same text for two rows exactly when they are the same item. Case and repeated blanks do not count. */
export function importedItemKey({ sku, name, category, location }: Identity): string {
  return JSON.stringify(sku === null ? [name, category, location].map(normal) : [sku]);
}

function normal(text: string | null): string {
  return (text ?? '').normalize('NFC').trim().replaceAll(/\s+/gu, ' ').toLowerCase();
}
