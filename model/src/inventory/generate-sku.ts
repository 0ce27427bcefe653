/** SKUs: made for items that come without one, and tidied where a person has typed one. Pure. */
import { SKU_PATTERN } from './inventory-item.ts';

/** Crockford's base 32: no letter that is read as a digit (https://www.crockford.com/base32.html). */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const CHARACTERS = 8;

/**
 * A SKU such as `SKU-7Q2M9X4B`: one of 32⁸, about a million million. `random` yields numbers from 0 up to, but not, 1.
 * Whether it is free is for the reservation to say: make another one when it is not.
 */
export function generateSku(random: () => number): string {
  const characters = Array.from({ length: CHARACTERS }, () =>
    ALPHABET.charAt(Math.floor(random() * ALPHABET.length)),
  );
  return `SKU-${characters.join('')}`;
}

/** A SKU as typed in the spelling that is stored: `ab 12` is `AB-12`. Null for what cannot be one, and for nothing. */
export function normalSku(text: string): string | null {
  const sku = text.trim().toUpperCase().replaceAll(/\s+/gu, '-');
  return SKU_PATTERN.test(sku) ? sku : null;
}
