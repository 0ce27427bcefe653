/**
 * What a deck is made of, as it was when its run began: settings, items and categories. Every later phase works from
 * this, so that a retry gives the same deck whatever people have changed meanwhile.
 */
import { effectiveCategories } from '@docket/model/category-edits';
import { collectionSchema } from '@docket/model/collection';
import {
  type DeckSettings,
  deckSettingsSchema,
  defaultDeckSettings,
  titledSettings,
} from '@docket/model/deck';
import { type DeckItem, deckItems } from '@docket/model/deck/deck-items';
import { DocketError } from '@docket/model/errors';
import { generatedItemSchema, type Item, itemSchema } from '@docket/model/item';
import { LIMITS } from '@docket/model/limits';
import { paths } from '@docket/model/paths';
import type { Firestore } from 'firebase-admin/firestore';
import { z } from 'zod';
import type { RunInfo } from '../../engine/pipeline-module.ts';

const snapshotItemSchema = generatedItemSchema
  .pick({
    sku: true,
    name: true,
    category: true,
    color: true,
    color_code: true,
    sizes: true,
    quantity: true,
    unit_price: true,
    wholesale_price: true,
    msrp: true,
    currency: true,
    material: true,
    origin: true,
    season: true,
    delivery: true,
  })
  .extend({
    id: z.string(),
    image: z
      .object({
        image_id: z.string(),
        width: z.number().int().positive(),
        height: z.number().int().positive(),
      })
      .nullable(),
  }) satisfies z.ZodType<DeckItem>;

export const deckSnapshotSchema = z.object({
  settings: deckSettingsSchema,
  items: z.array(snapshotItemSchema),
  /** Names as shown, in order. */
  categories: z.array(z.string()),
  /** Where the items' pictures are, by the id of the picture. */
  picture_paths: z.record(z.string(), z.string()),
});
export type DeckSnapshot = z.infer<typeof deckSnapshotSchema>;

/** Reads what the deck is to show. Throws `subject_missing`, `items_missing` or `too_many_items`. */
export async function takeSnapshot(db: Firestore, run: RunInfo): Promise<DeckSnapshot> {
  const at = [run.workspaceId, run.job.subject.id] as const;
  const [subject, stored, found] = await Promise.all([
    db.doc(paths.collection(...at)).get(),
    db.doc(paths.deckSettings(...at)).get(),
    db.collection(paths.items(...at)).get(),
  ]);
  if (!subject.exists) throw new DocketError('subject_missing');
  const collection = collectionSchema.parse(subject.data());
  const categories = effectiveCategories(collection.categories, collection.category_edits);
  const items = found.docs.map((item) => ({ ...itemSchema.parse(item.data()), id: item.id }));
  const shown = deckItems(items, collection.item_results?.run ?? 0, categories);
  if (shown.length === 0) throw new DocketError('items_missing');
  if (shown.length > LIMITS.itemsPerDeck) {
    throw new DocketError('too_many_items', { found: shown.length.toLocaleString('en') });
  }
  return {
    settings: settingsOf(stored.data(), collection),
    items: shown,
    categories: categories.map(({ name }) => name),
    picture_paths: picturePaths(items),
  };
}

/** The settings as stored, or the usual ones where nobody has changed them. */
function settingsOf(stored: unknown, collection: { name: string; season: string }): DeckSettings {
  const settings = deckSettingsSchema.safeParse(stored).data ?? defaultDeckSettings(collection);
  return titledSettings(settings, collection);
}

/** Pictures are named by their content, so one id has one path, whichever revision of an item names it. */
function picturePaths(items: readonly Item[]): Record<string, string> {
  const images = items.flatMap(({ generated, before }) => [generated.image, before?.generated.image ?? null]);
  return Object.fromEntries(
    images.flatMap((image) => (image === null ? [] : [[image.image_id, image.path] as const])),
  );
}
