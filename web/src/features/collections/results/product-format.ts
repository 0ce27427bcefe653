/** Products in words: money, places, field names and values. Pure. */
import type { Place } from '@docket/model/geometry';
import { PRODUCT_FIELDS, type Product, type ProductField } from '@docket/model/product';

const PRODUCT_FIELD_LABELS: Record<ProductField, string> = {
  sku: 'Style number',
  name: 'Name',
  category: 'Category',
  wholesale_price: 'Wholesale',
  msrp: 'RRP',
  currency: 'Currency',
  colors: 'Colours',
  color_codes: 'Colour codes',
  sizes: 'Sizes',
  material: 'Material',
  origin: 'Origin',
  season: 'Season',
  delivery: 'Delivery',
};

/** An amount in its currency: `€129.00`; without a currency the bare number: none is made up. */
export function formatMoney(amount: number | null, currency: string | null): string {
  if (amount === null) return '';
  const digits = { minimumFractionDigits: 2, maximumFractionDigits: 2 };
  if (currency === null) return amount.toLocaleString('en', digits);
  try {
    return amount.toLocaleString('en', {
      style: 'currency',
      currency,
      currencyDisplay: 'narrowSymbol',
      ...digits,
    });
  } catch {
    // A code that is no currency, as read: shown as it is.
    return `${currency} ${amount.toLocaleString('en', digits)}`;
  }
}

/** The letters of a sheet's column: 1 → A, 27 → AA. */
export function columnLetters(column: number): string {
  let rest = column;
  let letters = '';
  while (rest > 0) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
    rest = Math.floor((rest - 1) / 26);
  }
  return letters;
}

/** Where something was read, short: `page 7`, `Styles!C12`. */
export function placeLabel(place: Place): string {
  return place.kind === 'page'
    ? `page ${place.number}`
    : `${place.sheet}!${columnLetters(place.column)}${place.row}`;
}

/** Where something was read, to be found with a ruler: `page 7, 5.1 cm from the left, 9.9 cm from the top`. */
export function placeDetail(place: Place): string {
  if (place.kind === 'cell') return `sheet “${place.sheet}”, cell ${columnLetters(place.column)}${place.row}`;
  const centimetres = (points: number) => ((points / 72) * 2.54).toFixed(1);
  const { x, y } = place.box;
  return `page ${place.number}, ${centimetres(x)} cm from the left, ${centimetres(y)} cm from the top`;
}

/** A field's value as text; empty when the linesheet has none. */
export function fieldText(product: Product, field: ProductField): string {
  const value = product[field];
  if (value === null) return '';
  if (typeof value === 'number') return formatMoney(value, product.currency);
  return typeof value === 'string' ? value : value.join(', ');
}

/** A field as the details show it. */
export interface FieldReading {
  field: ProductField;
  label: string;
  text: string;
  confidence: number | null;
  place: Place | null;
}

/** All fields with a value, in their usual order. */
export function readings(product: Product): FieldReading[] {
  return PRODUCT_FIELDS.map((field) => ({
    field,
    label: PRODUCT_FIELD_LABELS[field],
    text: fieldText(product, field),
    confidence: product.confidence[field] ?? null,
    place: product.places[field] ?? null,
  })).filter(({ text }) => text !== '');
}

/** How sure the reading of a product is as a whole: the mean over its fields; null when none says. */
export function overallConfidence(product: Product): number | null {
  const values = Object.values(product.confidence);
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** What of a product a search looks at. */
function searchText({ name, sku, category, colors, color_codes: codes, material }: Product): string {
  return [name, sku ?? '', category ?? '', material ?? '', ...colors, ...codes].join(' ').toLowerCase();
}

/** Whether every word of `search` occurs in the product, and it is in `category` (null: any). */
export function matches(product: Product, search: string, category: string | null): boolean {
  if (category !== null && product.category !== category) return false;
  const text = searchText(product);
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
