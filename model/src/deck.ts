/** Decks: how a person wants them (`…/settings/deck`), and those that were made (`…/decks/{deck}`). */
import { z } from 'zod';
import { LIMITS } from './limits.ts';
import { instant } from './time.ts';

/** Items on one slide. */
export const DECK_LAYOUTS = [1, 2, 4, 6, 9] as const;
export const deckLayoutSchema = z.union(DECK_LAYOUTS.map((count) => z.literal(count)));
export type DeckLayout = (typeof DECK_LAYOUTS)[number];

/** What a slide can say about an item, in the order in which it is said. */
export const DECK_FIELDS = [
  'sku',
  'color',
  'sizes',
  'quantity',
  'wholesale_price',
  'msrp',
  'material',
  'origin',
  'season',
  'delivery',
] as const;
export const deckFieldSchema = z.enum(DECK_FIELDS);
export type DeckField = z.infer<typeof deckFieldSchema>;

export const DECK_FIELD_LABELS: Record<DeckField, string> = {
  sku: 'Style number',
  color: 'Colour',
  sizes: 'Sizes',
  quantity: 'Quantity',
  wholesale_price: 'Wholesale price',
  msrp: 'Retail price',
  material: 'Material',
  origin: 'Origin',
  season: 'Season',
  delivery: 'Delivery',
};

/** How the items of a section follow each other. */
export const DECK_SORTS = ['order', 'name', 'sku', 'price'] as const;
export const deckSortSchema = z.enum(DECK_SORTS);
export type DeckSort = z.infer<typeof deckSortSchema>;

export const DECK_SORT_LABELS: Record<DeckSort, string> = {
  order: 'As ordered',
  name: 'By name',
  sku: 'By style number',
  price: 'By price, highest first',
};

const color = z.string().regex(/^#[0-9a-f]{6}$/u);

/** An uploaded logo. `token` opens it. */
export const logoSchema = z.strictObject({
  path: z.string().max(1000),
  token: z.string().max(200),
  width: z.number().int().positive(),
  height: z.number().int().positive(),
});
export type Logo = z.infer<typeof logoSchema>;

/** `…/collections/{collection}/settings/deck`: written by clients as the person types. firestore.rules says the same. */
export const deckSettingsSchema = z.strictObject({
  title: z.string().max(LIMITS.nameCharacters),
  season: z.string().max(LIMITS.nameCharacters),
  logo: logoSchema.nullable(),
  colors: z.strictObject({ accent: color, background: color, text: color }),
  layout: deckLayoutSchema,
  fields: z.array(deckFieldSchema).max(DECK_FIELDS.length),
  /** ISO 4217 code shown with prices; null: as read. Amounts are not converted. */
  currency: z.string().length(3).nullable(),
  /** A section with a divider for each category, in the collection's order of categories. */
  group_by_category: z.boolean(),
  sort: deckSortSchema,
  /** Ids of items that are shown first in their section, and marked. */
  highlighted: z.array(z.string().max(128)).max(LIMITS.highlightedItems),
});
export type DeckSettings = z.infer<typeof deckSettingsSchema>;

/** The settings of a collection that nobody has changed. */
export function defaultDeckSettings(collection: { name: string; season: string }): DeckSettings {
  return {
    title: collection.name,
    season: collection.season,
    logo: null,
    colors: { accent: '#1f3a5f', background: '#ffffff', text: '#1b1e23' },
    layout: 4,
    fields: ['sku', 'color', 'sizes', 'wholesale_price', 'msrp', 'material'],
    currency: null,
    group_by_category: true,
    sort: 'order',
    highlighted: [],
  };
}

/** `settings` as a deck is made with them: one without a title has the name of its collection. */
export function titledSettings(settings: DeckSettings, { name }: { name: string }): DeckSettings {
  return settings.title.trim() === '' ? { ...settings, title: name } : settings;
}

/** One file of a deck. `token` opens it. */
export const deckFileSchema = z.object({
  path: z.string(),
  token: z.string(),
  bytes: z.number().int().positive(),
});
export type DeckFile = z.infer<typeof deckFileSchema>;

/** `…/collections/{collection}/decks/{deck}`, written when a run of `deck_generation` is done; the id is the job's. */
export const deckSchema = z.object({
  job_id: z.string(),
  run: z.number().int().positive(),
  title: z.string(),
  season: z.string(),
  layout: deckLayoutSchema,
  item_count: z.number().int().nonnegative(),
  slide_count: z.number().int().positive(),
  /** Items whose picture could not be shown. */
  without_picture: z.number().int().nonnegative(),
  created_by: z.string(),
  created_at: instant,
  pptx: deckFileSchema,
  pdf: deckFileSchema,
});
export type Deck = z.infer<typeof deckSchema>;
