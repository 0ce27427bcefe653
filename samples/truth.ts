/** What the linesheets say, written down for scoring what was read from them. */
import { BRAND } from './brand.ts';
import type { Placement } from './layout/linesheet.ts';
import type { SampleCategory, SampleProduct } from './product.ts';

/** Where a product stands in its document: on a page with its picture, or in a row of a sheet. */
export type Standing = { page: number; image: Placement } | { sheet: string; row: number };

interface TruthProduct {
  sku: string;
  name: string;
  wholesale_price: number;
  msrp: number;
  colors: string[];
  color_codes: string[];
  sizes: string[];
  sizes_text: string;
  material: string;
  origin: string;
  category: string;
  delivery: string;
}

export interface LinesheetTruth {
  currency: string;
  price_kind: 'wholesale';
  categories: string[];
  season: string;
  notes: string[];
  products: (TruthProduct & Partial<Standing>)[];
}

function truthProduct(product: SampleProduct, category: SampleCategory): TruthProduct {
  return {
    sku: product.sku,
    name: product.name,
    wholesale_price: product.wholesale,
    msrp: product.rrp,
    colors: product.colours.map((colour) => colour.name),
    color_codes: product.colours.map((colour) => colour.code),
    sizes: [...product.sizes.sizes],
    sizes_text: product.sizes.printed,
    material: product.composition,
    origin: product.origin,
    category: category.name,
    delivery: category.delivery,
  };
}

/** `standing` says where a style number is found; nothing for documents without places. */
export function linesheetTruth(
  categories: readonly SampleCategory[],
  notes: string[],
  standing: (sku: string) => Standing | undefined,
): LinesheetTruth {
  return {
    currency: BRAND.currency,
    price_kind: 'wholesale',
    categories: categories.map((category) => category.name),
    season: BRAND.season,
    notes,
    products: categories.flatMap((category) =>
      category.products.map((product) => ({ ...truthProduct(product, category), ...standing(product.sku) })),
    ),
  };
}

/** The same for a file with one row per style and colour: one product per row. */
export function rowTruth(categories: readonly SampleCategory[], notes: string[]): LinesheetTruth {
  const truth = linesheetTruth(categories, notes, () => undefined);
  const products = truth.products.flatMap((product) =>
    product.colors.map((color, index) => ({
      ...product,
      colors: [color],
      color_codes: product.color_codes.slice(index, index + 1),
      sizes_text: product.sizes.join('|'),
    })),
  );
  return { ...truth, products };
}
