/** What a slide says about an item, field by field, as text. */
import { DECK_FIELDS, type DeckField, type DeckSettings } from '../deck.ts';
import type { SizeQuantity } from '../item.ts';
import { cleanText } from './break-lines.ts';
import type { DeckItem } from './deck-items.ts';

/** One field that has a value. */
export interface FieldValue {
  field: DeckField;
  /** Short enough for a column of labels. */
  label: string;
  value: string;
  /** What can be said instead where `value` takes too many lines. */
  brief: string | null;
}

const LABELS: Record<DeckField, string> = {
  sku: 'Style',
  color: 'Colour',
  sizes: 'Sizes',
  quantity: 'Quantity',
  wholesale_price: 'Wholesale',
  msrp: 'Retail',
  material: 'Material',
  origin: 'Origin',
  season: 'Season',
  delivery: 'Delivery',
};

/** Between the parts of a value; a line may end after it, and not within a part. */
const SEPARATOR = ' · ';
const NO_BREAK = '\u00a0';

/** The chosen fields of an item that have a value, in the order in which fields are said. */
export function fieldValues(
  item: DeckItem,
  settings: Pick<DeckSettings, 'fields' | 'currency'>,
): FieldValue[] {
  const chosen = new Set(settings.fields);
  const currency = settings.currency ?? item.currency;
  return DECK_FIELDS.filter((field) => chosen.has(field)).flatMap((field) => {
    const value = cleanText(valueOf(field, item, currency) ?? '');
    if (value === '') return [];
    return [
      { field, label: LABELS[field], value, brief: field === 'sizes' ? sizesInBrief(item.sizes) : null },
    ];
  });
}

/** What one piece costs the buyer: what the linesheet says, or else the order. */
export function priceOf(item: Pick<DeckItem, 'wholesale_price' | 'unit_price'>): number | null {
  return item.wholesale_price ?? item.unit_price;
}

function valueOf(field: DeckField, item: DeckItem, currency: string | null): string | null {
  switch (field) {
    case 'sku':
      return item.sku;
    case 'color':
      return [item.color, item.color_code].filter((part) => part !== null && part !== '').join(SEPARATOR);
    case 'sizes':
      return sizesInFull(item.sizes);
    case 'quantity':
      return item.quantity > 0 ? pieces(item.quantity) : null;
    case 'wholesale_price':
      return money(priceOf(item), currency);
    case 'msrp':
      return money(item.msrp, currency);
    case 'material':
    case 'origin':
    case 'season':
    case 'delivery':
      return item[field];
  }
}

const quantityFormat = new Intl.NumberFormat('en', { maximumFractionDigits: 2 });

function pieces(quantity: number): string {
  return `${quantityFormat.format(quantity)}${NO_BREAK}pcs`;
}

/** "S 2 · M 6 · L 6"; after sizes that are numbers a colon, "38: 2 · 40: 6". */
function sizesInFull(sizes: readonly SizeQuantity[]): string {
  return named(sizes)
    .map(({ size, quantity }) => {
      const name = size.trim().replaceAll(/\s+/gu, NO_BREAK);
      if (quantity === 0) return name;
      return `${name}${/\d$/u.test(name) ? ':' : ''}${NO_BREAK}${quantityFormat.format(quantity)}`;
    })
    .join(SEPARATOR);
}

/** "12 sizes, 34–56 · 120 pcs". Null where that would hardly be shorter. */
function sizesInBrief(sizes: readonly SizeQuantity[]): string | null {
  const all = named(sizes);
  const [first, last] = [all[0], all.at(-1)];
  if (first === undefined || last === undefined || all.length < 3) return null;
  const quantity = all.reduce((sum, { quantity: n }) => sum + n, 0);
  const range = `${all.length}${NO_BREAK}sizes, ${first.size.trim()}–${last.size.trim()}`;
  return quantity > 0 ? `${range}${SEPARATOR}${pieces(quantity)}` : range;
}

function named(sizes: readonly SizeQuantity[]): SizeQuantity[] {
  return sizes.filter(({ size }) => size.trim() !== '');
}

/** An amount as a price: with the symbol of `currency` (ISO 4217), or plain where none is known. */
export function money(amount: number | null, currency: string | null): string | null {
  if (amount === null) return null;
  const code = currency?.toUpperCase() ?? '';
  return formatOf(/^[A-Z]{3}$/u.test(code) ? code : null).format(amount);
}

const formats = new Map<string | null, Intl.NumberFormat>();

function formatOf(currency: string | null): Intl.NumberFormat {
  const known = formats.get(currency);
  if (known !== undefined) return known;
  const format =
    currency === null
      ? new Intl.NumberFormat('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 })
      : new Intl.NumberFormat('en', { style: 'currency', currency });
  formats.set(currency, format);
  return format;
}
