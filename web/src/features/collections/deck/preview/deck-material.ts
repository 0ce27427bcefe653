/** What a deck is made of, for the preview: items, or products of the linesheet while there are none. Pure. */
import {
  type CategoryEdits,
  type EffectiveCategory,
  effectiveCategories,
  effectiveCategoryName,
} from '@docket/model/category-edits';
import type { Collection } from '@docket/model/collection';
import { type DeckItem, deckItems } from '@docket/model/deck/deck-items';
import type { Item } from '@docket/model/item';
import type { Product } from '@docket/model/product';
import type { Stored } from '../../../../data/reader.ts';

/** Where a picture's files are in Storage, and the token that opens them. */
interface PictureFiles {
  path: string;
  thumbnail_path: string;
  token: string;
}

/** The addresses of pictures by their id; null for no picture, and for one that is not known. */
export interface PictureAddresses {
  full(imageId: string | null): string | null;
  thumbnail(imageId: string | null): string | null;
}

export interface DeckMaterial {
  items: DeckItem[];
  /** True while `items` are products that stand for the items to come. */
  standIns: boolean;
  /** The names of the categories as shown, in their order. */
  categories: string[];
  pictures: ReadonlyMap<string, PictureFiles>;
}

/** A product as the item that it would be if it were ordered: as it is offered, without quantities. */
function standIn({ path, data }: Stored<Product>, categories: readonly EffectiveCategory[]): DeckItem {
  const { sku, name, wholesale_price, msrp, currency, material, origin, season, delivery, image } = data;
  return {
    id: path,
    sku,
    name,
    category: effectiveCategoryName(data.category, categories),
    color: data.colors.length === 0 ? null : data.colors.join(', '),
    color_code: null,
    sizes: data.sizes.map((size) => ({ size, quantity: 0 })),
    quantity: 0,
    unit_price: null,
    wholesale_price,
    msrp,
    currency,
    material,
    origin,
    season,
    delivery,
    image: image === null ? null : { image_id: image.image_id, width: image.width, height: image.height },
  };
}

/** The part of a collection that decides about its deck. */
interface Deciding {
  categories: Collection['categories'];
  category_edits: CategoryEdits;
  item_results: Pick<NonNullable<Collection['item_results']>, 'run'> | null;
}

/** `products` stand in when no item counts. */
export function deckMaterial(
  collection: Deciding,
  items: readonly Stored<Item>[],
  products: readonly Stored<Product>[],
): DeckMaterial {
  const shown = effectiveCategories(collection.categories, collection.category_edits);
  const identified = items.map(({ id, data }) => ({ ...data, id }));
  const counted = deckItems(identified, collection.item_results?.run ?? 0, shown);
  const pictures = new Map<string, PictureFiles>();
  const add = (image: (PictureFiles & { image_id: string }) | null) => {
    if (image !== null) pictures.set(image.image_id, image);
  };
  for (const { data } of items) {
    add(data.generated.image);
    add(data.before?.generated.image ?? null);
  }
  for (const { data } of products) add(data.image);
  return {
    items: counted.length > 0 ? counted : products.map((product) => standIn(product, shown)),
    standIns: counted.length === 0,
    categories: shown.map(({ name }) => name),
    pictures,
  };
}
