/** What the sample catalogue says about a product: the printed data and how its picture is drawn. */
import type { Colour } from './brand.ts';
import type { Garment } from './drawing/garment.ts';
import type { ClothLook, Look } from './drawing/scene.ts';
import type { Weave } from './drawing/weave.ts';

/** A run of sizes with the way it is printed. */
export interface SizeRun {
  sizes: readonly string[];
  printed: string;
}

export const SIZES = {
  regular: { sizes: ['XS', 'S', 'M', 'L', 'XL'], printed: 'XS–XL' },
  short: { sizes: ['S', 'M', 'L', 'XL'], printed: 'S–XL' },
  three: { sizes: ['S', 'M', 'L'], printed: 'S, M, L' },
  waist: { sizes: ['26', '28', '30', '32', '34'], printed: '26, 28, 30, 32, 34' },
  shoe: { sizes: ['37', '38', '39', '40', '41', '42'], printed: '37–42' },
  one: { sizes: ['One Size'], printed: 'One Size' },
} as const satisfies Record<string, SizeRun>;

export interface SampleProduct {
  sku: string;
  name: string;
  /** Euros. */
  wholesale: number;
  rrp: number;
  /** The first one is shown in the picture. */
  colours: readonly [Colour, ...Colour[]];
  sizes: SizeRun;
  composition: string;
  origin: string;
  garment: Garment;
  weave: Weave;
  /** Cloth of cuffs, collar, lining or straps; the main cloth where it is not said. */
  trim: ClothLook | null;
  tag: 'New' | 'Core' | null;
}

export interface SampleCategory {
  name: string;
  /** As printed beside the heading. */
  delivery: string;
  note: string;
  columns: 3;
  rows: 2 | 3;
  products: readonly SampleProduct[];
}

/** How the picture of a product looks: its first colour, in its own cloth. */
export function productLook(product: SampleProduct): Look {
  const main: ClothLook = { color: product.colours[0].hex, weave: product.weave };
  return { main, trim: product.trim ?? main };
}
