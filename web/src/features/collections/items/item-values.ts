/** The values of an item as people read and write them. Pure. */
import type { EffectiveItem, ItemEditField, ItemEdits, SizeQuantity } from '@docket/model/item';
import { LIMITS } from '@docket/model/limits';
import { formatMoney } from '../results/product-format.ts';

/** What of an item can be changed in writing. */
export type WritableField = Exclude<ItemEditField, 'excluded'>;

/** Fields that hold a price. */
export const PRICE_FIELDS = ['unit_price', 'wholesale_price', 'msrp'] as const;
export type PriceField = (typeof PRICE_FIELDS)[number];

/** Whether `field` holds a price. */
export function isPriceField(field: WritableField): field is PriceField {
  return PRICE_FIELDS.some((price) => price === field);
}

export const WRITABLE_FIELDS = [
  'name',
  'category',
  'color',
  'sizes',
  'unit_price',
  'wholesale_price',
  'msrp',
  'material',
  'origin',
  'season',
  'delivery',
] as const satisfies readonly WritableField[];

export const FIELD_LABELS: Record<WritableField, string> = {
  name: 'Name',
  category: 'Category',
  color: 'Colour',
  sizes: 'Sizes',
  unit_price: 'Unit price',
  wholesale_price: 'Wholesale',
  msrp: 'RRP',
  material: 'Material',
  origin: 'Origin',
  season: 'Season',
  delivery: 'Delivery',
};

/** Keeps a size and its quantity on one line. */
const NO_BREAK = '\u00a0';

/** Sizes with their quantities: `S 2 · M 6`; a quantity alone where no size is named. */
export function formatSizes(sizes: readonly SizeQuantity[]): string {
  return sizes
    .map(({ size, quantity }) => (size === '' ? `${quantity}` : `${size}${NO_BREAK}${quantity}`))
    .join(' · ');
}

/** A value for reading; empty where there is none. */
export function displayValue(item: EffectiveItem, field: WritableField): string {
  if (isPriceField(field)) return formatMoney(item[field], item.currency);
  return field === 'sizes' ? formatSizes(item.sizes) : (item[field] ?? '');
}

/** A value for writing: `129.00` without its currency. */
export function writtenValue(item: EffectiveItem, field: WritableField): string {
  return isPriceField(field) ? (item[field]?.toFixed(2) ?? '') : displayValue(item, field);
}

/** What somebody has written, understood or not; `message` says how to write it. */
export type Understood<T> = { ok: true; value: T } | { ok: false; message: string };

const PRICE_HELP = 'Write a price like 129.50';
const HIGHEST_PRICE = 1e9;

/** A price as people write it: `129.5`, `1,290.00`, `1.290,00`, `€ 129`. Nothing is null. */
export function readPrice(text: string): Understood<number | null> {
  const bare = text.replace(/^[^\d.,-]+|[^\d]+$/gu, '').replaceAll(/[\s'’]/gu, '');
  if (text.trim() === '') return { ok: true, value: null };
  const english = /^(?:\d+|[1-9]\d{0,2}(?:,\d{3})+)(?:\.\d{1,2})?$/.test(bare);
  const european = /^(?:\d+|[1-9]\d{0,2}(?:\.\d{3})+)(?:,\d{1,2})?$/.test(bare);
  if (!english && !european) return { ok: false, message: PRICE_HELP };
  // "1.290" is a price of the mainland, "1,290" one of the islands: no price has three digits after its point.
  const plain = english ? bare.replaceAll(',', '') : bare.replaceAll('.', '').replace(',', '.');
  const value = Number(plain);
  return value <= HIGHEST_PRICE ? { ok: true, value } : { ok: false, message: 'This price is too high.' };
}

const SIZES_HELP = 'Write sizes like S 2 · M 6';

/** Sizes as people write them: `S 2 · M 6`, `S 2, M 6`, `S: 2; M × 6`, or a number alone. Nothing is no sizes. */
export function readSizes(text: string): Understood<SizeQuantity[]> {
  const parts = text
    .split(/\s*[·;\n]\s*|,\s+/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  if (parts.length > LIMITS.itemSizes)
    return { ok: false, message: `An item has up to ${LIMITS.itemSizes} sizes.` };
  const sizes: SizeQuantity[] = [];
  for (const part of parts) {
    const found = /^(?:(.*?)[\s:=×]+)?(\d+(?:\.\d+)?)$/u.exec(part);
    const [, size = '', quantity] = found ?? [];
    if (quantity === undefined || size.length > 60 || quantity.length > 9)
      return { ok: false, message: SIZES_HELP };
    if (sizes.some((other) => other.size === size))
      return { ok: false, message: size === '' ? SIZES_HELP : `“${size}” stands there twice.` };
    sizes.push({ size, quantity: Number(quantity) });
  }
  return { ok: true, value: sizes };
}

/** What was written into `field`, as the edit that it is. */
export function readValue(field: WritableField, text: string): Understood<ItemEdits> {
  if (isPriceField(field)) {
    const price = readPrice(text);
    return price.ok ? { ok: true, value: { [field]: price.value } } : price;
  }
  if (field === 'sizes') {
    const sizes = readSizes(text);
    return sizes.ok ? { ok: true, value: { sizes: sizes.value } } : sizes;
  }
  const trimmed = text.trim();
  if (trimmed.length > LIMITS.itemTextCharacters)
    return { ok: false, message: `Up to ${LIMITS.itemTextCharacters} characters fit.` };
  if (field === 'name' && trimmed === '') return { ok: false, message: 'An item needs a name.' };
  return { ok: true, value: { [field]: trimmed === '' ? null : trimmed } };
}
