/** An order, the one that takes its place, and the products that both mean; how tests look at what becomes of them. */
import { storagePaths } from '@docket/model/paths';
import type { ItemsBench } from './items-bench.ts';
import { COLLECTION, picture, WORKSPACE } from './items-material.ts';

export const PRODUCTS = [
  {
    sku: 'MF-2601',
    name: 'Remy Coat',
    colors: ['Navy', 'Camel'],
    sizes: ['S', 'M', 'L'],
    wholesale_price: 40,
    category: 'Coats',
    image: picture('coat'),
  },
  {
    sku: 'MF-2603',
    name: 'Ines Dress',
    colors: ['Black'],
    sizes: ['S', 'M', 'L'],
    wholesale_price: 25,
    image: picture('dress'),
  },
  { sku: 'MF-2604', name: 'Lark Top', colors: ['Ecru'], sizes: ['S', 'M', 'L'], wholesale_price: 12 },
];

export const HEADER = 'Style no.,Description,Colour,Size,Quantity,Unit price';
/** An order with these lines. */
export const csv = (...lines: string[]) => [HEADER, ...lines].join('\r\n');
export const FIRST = csv(
  'MF-2601,Remy Coat,Navy,M,4,40.00',
  'MF-2601,Remy Coat,Navy,S,2,40.00',
  'MF-2601,Remy Coat,Camel,L,1,40.00',
  'MF-2603,Ines Dress,Black,M,6,25.00',
  'MF-2699,Unknown Scarf,Red,,10,9.00',
);
export const SECOND = csv(
  'MF-2601,Remy Coat,Navy,M,4,40.00',
  'MF-2601,Remy Coat,Navy,S,2,40.00',
  'MF-2603,Ines Dress,Black,M,9,25.00',
  'MF-2604,Lark Top,Ecru,S,3,12.00',
  'MF-2699,Unknown Scarf,Red,,10,9.00',
);

/** What everybody sees, in the order's order, as text; what is no longer in the order last. */
export async function shown(bench: ItemsBench): Promise<string[]> {
  const { item_results } = await bench.collection();
  const items = [...(await bench.items()).values()].filter(({ run }) => run <= (item_results?.run ?? 0));
  return items
    .toSorted((a, b) => Number(b.in_order) - Number(a.in_order) || a.position - b.position)
    .map(({ generated: { sku, color, sizes }, in_order }) => {
      const ordered = sizes.map(({ size, quantity }) => `${size}${quantity}`).join(' ');
      return `${sku} ${color} ${ordered}${in_order ? '' : ' (dropped)'}`;
    });
}

/** The items' own pictures. */
export const pictures = (bench: ItemsBench) =>
  [...bench.storage.objects.keys()].filter((name) =>
    name.startsWith(storagePaths.itemImages(WORKSPACE, COLLECTION)),
  );
