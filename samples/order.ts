/** The sample order: what an invented shop buys from the sample collection. */
import type { Colour } from './brand.ts';
import { catalogueProducts } from './catalogue.ts';
import type { SampleProduct } from './product.ts';

export const ORDER = {
  number: 'PO-1187',
  buyer: 'Nordlicht Store',
  address: 'Am Alten Speicher 9, Nordersand',
  contact: 'einkauf@nordlicht-store.example',
  date: '28 January 2026',
  delivery: '15 Jul – 15 Oct 2026',
  payment: '30 % with order, balance before dispatch',
} as const;

/** One line: a style in one colour, with the quantity of each of its sizes. */
export interface OrderLine {
  category: string;
  product: SampleProduct;
  colour: Colour;
  /** By size, in the order of the style's sizes; sizes that are not ordered are left out. */
  quantities: Map<string, number>;
}

/** Style number, colour code, quantities along the sizes of the style. */
const WISHES: readonly (readonly [sku: string, code: string, quantities: readonly number[]])[] = [
  ['HV26-1010', '124', [1, 2, 3, 2, 1]],
  ['HV26-1010', '418', [1, 2, 2, 2, 0]],
  ['HV26-1014', '418', [2, 3, 4, 3, 1]],
  ['HV26-1032', '310', [2, 4, 4, 3, 2]],
  ['HV26-1032', '215', [1, 2, 2, 1, 0]],
  ['HV26-1043', '118', [2, 3, 3, 1]],
  ['HV26-2005', '101', [3, 6, 8, 5, 2]],
  ['HV26-2005', '410', [2, 4, 5, 3, 1]],
  ['HV26-2008', '221', [2, 4, 4, 2, 0]],
  ['HV26-2008', '418', [2, 4, 5, 3, 1]],
  ['HV26-2012', '104', [4, 8, 10, 6, 3]],
  ['HV26-2016', '310', [1, 3, 3, 2, 0]],
  ['HV26-2023', '410', [2, 4, 4, 2]],
  ['HV26-2036', '132', [3, 4, 3]],
  ['HV26-3004', '104', [4, 6, 8, 6, 3]],
  ['HV26-3004', '402', [2, 4, 5, 3, 1]],
  ['HV26-3009', '221', [2, 4, 6, 4, 2]],
  ['HV26-3018', '215', [2, 3, 4, 3, 1]],
  ['HV26-3018', '310', [2, 3, 4, 3, 1]],
  ['HV26-4003', '410', [3, 5, 6, 4, 2]],
  ['HV26-4007', '118', [2, 3, 4, 2, 1]],
  ['HV26-4011', '518', [2, 4, 4, 3, 1]],
  ['HV26-4020', '228', [1, 3, 3, 2, 1]],
  ['HV26-5006', '215', [2, 3, 3, 2, 0]],
  ['HV26-5015', '512', [1, 2, 3, 2, 1]],
  ['HV26-6001', '101', [18]],
  ['HV26-6005', '228', [8]],
  ['HV26-6005', '610', [6]],
  ['HV26-6010', '132', [20]],
  ['HV26-6010', '418', [24]],
  ['HV26-6014', '512', [12]],
  ['HV26-6020', '618', [2, 3, 4, 3, 2, 1]],
  ['HV26-6024', '610', [1, 2, 3, 3, 1, 0]],
];

/** The lines of the order, looked up in the catalogue; throws when a wish names nothing in it. */
export function orderLines(): OrderLine[] {
  const catalogue = catalogueProducts();
  return WISHES.map(([sku, code, counts]) => {
    const found = catalogue.find(({ product }) => product.sku === sku);
    const colour = found?.product.colours.find((candidate) => candidate.code === code);
    if (found === undefined || colour === undefined) throw new Error(`No style ${sku} in colour ${code}`);
    const { sizes } = found.product.sizes;
    if (counts.length !== sizes.length) throw new Error(`${sku} comes in ${sizes.length} sizes`);
    const ordered = sizes.map((size, index) => [size, counts[index] ?? 0] as const);
    const quantities = new Map(ordered.filter(([, quantity]) => quantity > 0));
    return { category: found.category.name, product: found.product, colour, quantities };
  });
}

/** Pieces of one line. */
export function lineQuantity(line: OrderLine): number {
  return line.quantities.values().reduce((sum, quantity) => sum + quantity, 0);
}

/** Pieces and euros of some lines. */
export function orderTotals(lines: readonly OrderLine[]): { quantity: number; amount: number } {
  const quantity = lines.reduce((sum, line) => sum + lineQuantity(line), 0);
  const cents = lines.reduce(
    (sum, line) => sum + lineQuantity(line) * Math.round(line.product.wholesale * 100),
    0,
  );
  return { quantity, amount: cents / 100 };
}
