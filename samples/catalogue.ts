/** The sample collection: 39 styles in six categories. Linesheets, order and truth are all made from this list. */
import { accessories } from './catalogue/accessories.ts';
import { dresses } from './catalogue/dresses.ts';
import { knitwear } from './catalogue/knitwear.ts';
import { outerwear } from './catalogue/outerwear.ts';
import { shirts } from './catalogue/shirts.ts';
import { trouserStyles } from './catalogue/trousers.ts';
import type { SampleCategory, SampleProduct } from './product.ts';

/** The categories in the order in which the linesheet prints them. */
export const CATALOGUE: readonly SampleCategory[] = [
  outerwear,
  knitwear,
  shirts,
  trouserStyles,
  dresses,
  accessories,
];

/** Every product with the category it is printed under. */
export function catalogueProducts(): { category: SampleCategory; product: SampleProduct }[] {
  return CATALOGUE.flatMap((category) => category.products.map((product) => ({ category, product })));
}
