/** Step 6, the pure part: one item for each style and colour, from the order's lines and the linesheet's products. */
import { type GeneratedItem, generatedItemSchema, ITEM_WARNINGS, type ItemWarning } from '@docket/model/item';
import { productImageSchema } from '@docket/model/product';
import { sizeKey } from '@docket/model/sizes';
import { z } from 'zod';
import type { OrderLine } from '../ordering/order.ts';
import { groupItems } from './item-identity.ts';
import { priceDiffers, pricesConflict, unitPrice, wholesalePrice } from './item-prices.ts';
import { itemSizes } from './item-sizes.ts';
import type { LinesheetProduct } from './linesheet-product.ts';
import { type ProductMatch, SURE } from './match-products.ts';
import { colorIndex, lacksColor } from './matching/color-match.ts';

/** An item that is yet to be saved: its picture is still the product's. */
export const builtItemSchema = z.object({
  id: z.string(),
  generated: generatedItemSchema,
  picture: productImageSchema.omit({ place: true, confidence: true, reason: true }).nullable(),
});
export type BuiltItem = z.infer<typeof builtItemSchema>;

/** A line with the document that it stands in and what it was matched with. */
export interface MatchedLine extends OrderLine {
  document_id: string;
  match: ProductMatch | null;
}

/** Places that an item remembers. */
const SOURCES = 50;

/** The items in the order's order. `columns` are the sizes that head columns of the order, as printed. */
export function buildItems(
  lines: readonly MatchedLine[],
  products: readonly LinesheetProduct[],
  columns: readonly string[],
): BuiltItem[] {
  return groupItems(lines).map(({ id, lines: own, ambiguous }) => {
    const match = bestMatch(own);
    const product = match === null ? null : (products[match.product] ?? null);
    const generated = generate(own, match, product, columns);
    const warnings = warningsOf(own, ambiguous, match, product, generated);
    return { id, generated: { ...generated, warnings }, picture: pictureOf(product) };
  });
}

function bestMatch(lines: readonly MatchedLine[]): ProductMatch | null {
  return lines.reduce<ProductMatch | null>(
    (best, { match }) => (match !== null && match.confidence > (best?.confidence ?? 0) ? match : best),
    null,
  );
}

function generate(
  lines: readonly MatchedLine[],
  match: ProductMatch | null,
  product: LinesheetProduct | null,
  columns: readonly string[],
): GeneratedItem {
  const said = <K extends keyof OrderLine>(field: K): OrderLine[K] | null =>
    lines.find((line) => line[field] !== null)?.[field] ?? null;
  const sizes = itemSizes(lines, product?.sizes ?? [], columns);
  const sku = said('sku');
  const offered = product === null ? null : colorOf(product, said('color'), said('color_code'));
  return {
    sku,
    base_sku: match?.split?.base_sku ?? said('base_sku') ?? sku,
    color: said('color') ?? offered?.color ?? null,
    color_code: said('color_code') ?? match?.split?.color_code ?? offered?.color_code ?? null,
    name: product?.name ?? said('name') ?? sku ?? 'Without a name',
    category: product?.category ?? said('category'),
    sizes,
    quantity: sizes.reduce((sum, { quantity }) => sum + quantity, 0),
    unit_price: unitPrice(lines),
    wholesale_price:
      product === null
        ? null
        : wholesalePrice(
            product,
            sizes.map(({ size }) => size),
          ),
    msrp: product?.msrp ?? said('msrp'),
    currency: said('currency') ?? product?.currency ?? null,
    material: product?.material ?? said('material'),
    origin: product?.origin ?? said('origin'),
    season: said('season') ?? product?.season ?? null,
    delivery: said('delivery') ?? product?.delivery ?? null,
    product:
      match === null || product === null
        ? null
        : {
            document_id: product.document_id,
            product_id: product.product_id,
            sku: product.sku,
            name: product.name,
            confidence: match.confidence,
            reason: match.reason,
          },
    image: null,
    warnings: [],
    sources: lines.slice(0, SOURCES).map(({ document_id, place }) => ({ document_id, place })),
  };
}

/** The linesheet's name and code of the ordered colour, as far as it says them; of its only colour, if none is ordered. */
function colorOf(product: LinesheetProduct, color: string | null, color_code: string | null) {
  const { colors, color_codes } = product;
  const isOnly = color === null && color_code === null && colors.length === 1;
  const index = isOnly ? 0 : colorIndex(product, { color, color_code });
  if (index === null) return null;
  const paired = colors.length === color_codes.length;
  return {
    color: paired || isOnly ? (colors[index] ?? null) : null,
    color_code: paired ? (color_codes[index] ?? null) : null,
  };
}

function pictureOf(product: LinesheetProduct | null): BuiltItem['picture'] {
  if (product?.image === undefined || product.image === null) return null;
  const { image_id, path, thumbnail_path, token, width, height } = product.image;
  return { image_id, path, thumbnail_path, token, width, height };
}

function warningsOf(
  lines: readonly MatchedLine[],
  ambiguous: boolean,
  match: ProductMatch | null,
  product: LinesheetProduct | null,
  { color, color_code, sizes }: GeneratedItem,
): ItemWarning[] {
  const offered = new Set(product?.sizes.map(sizeKey));
  const named = sizes.filter(({ size }) => size !== '');
  const reasons: Record<ItemWarning, boolean> = {
    not_in_linesheet: product === null,
    uncertain_match: match !== null && match.confidence < SURE,
    color_not_offered: product !== null && lacksColor(product, { color, color_code }),
    price_differs: product !== null && priceDiffers(lines, product),
    size_not_offered: offered.size > 0 && named.some(({ size }) => !offered.has(sizeKey(size))),
    conflicting_lines: ambiguous || pricesConflict(lines),
  };
  return ITEM_WARNINGS.filter((warning) => reasons[warning]);
}
