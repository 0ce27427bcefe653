/** Runs phases 4 and 5 on a document, as the pipeline does. For tests. */
import type { Category } from '@docket/model/category';
import type { ExtractedProduct } from '@docket/model/product';
import type { DocumentContent, FilteredImage } from '../../content.ts';
import { extractProducts } from '../extract-products.ts';
import { generateCategories } from '../generate-categories.ts';

/** The categories and products of a document with its product pictures. */
export async function understand(
  content: DocumentContent,
  images: FilteredImage[] = [],
): Promise<{ categories: Category[]; products: ExtractedProduct[] }> {
  const categories = await generateCategories([{ document_id: 'd', content, images }]);
  return { categories, products: await extractProducts(content, categories, { images }) };
}
