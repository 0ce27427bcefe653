/** Products of the linesheet that nobody has ordered. Pure. */
import type { Stored } from '../../../data/reader.ts';
import type { ItemRow } from './item-rows.ts';

/** What names a product over all documents. */
const key = (document: string, product: string) => `${document}/${product}`;

/** The products that no item refers to. Paths of products are `…/documents/{document}/products/{product}`. */
export function notOrdered<T>(products: readonly Stored<T>[], rows: readonly ItemRow[]): Stored<T>[] {
  const ordered = new Set(
    rows
      .filter(({ item }) => item.in_order)
      .flatMap(({ item: { generated } }) =>
        generated.product === null ? [] : key(generated.product.document_id, generated.product.product_id),
      ),
  );
  return products.filter(({ path, id }) => {
    const document = path.split('/').at(-3) ?? '';
    return !ordered.has(key(document, id));
  });
}
