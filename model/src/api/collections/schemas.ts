/** What the operations on collections have in common. */
import { z } from 'zod';
import { DOCUMENT_KINDS } from '../../document.ts';
import { ITEM_WARNINGS } from '../../item.ts';
import { LIMITS } from '../../limits.ts';
import { fileUrl, idSchema, inWorkspace, runIdSchema, timestamp } from '../shared.ts';

/** One collection of a workspace. */
export const ofCollection = inWorkspace.extend({
  collection_id: idSchema.meta({ description: 'The collection.' }),
});

/** Texts that people give a collection. */
export const collectionNameField = z
  .string()
  .trim()
  .min(1)
  .max(LIMITS.nameCharacters)
  .meta({ description: 'What people know it by.', examples: ['Harbour & Vale SS26'] });
export const seasonField = z
  .string()
  .trim()
  .max(LIMITS.nameCharacters)
  .meta({ description: 'The season or delivery; may be empty.', examples: ['Spring 2026'] });

const count = z.number().int().nonnegative();
const amount = z.number().nullable();

export const collectionView = z
  .object({
    id: idSchema,
    name: z.string(),
    season: z.string(),
    created_by: z.string(),
    created_at: timestamp,
    categories: z
      .array(z.object({ id: z.string(), name: z.string(), product_count: count }))
      .meta({ description: 'As people have named, merged and ordered them.' }),
    products: z
      .object({
        run_id: runIdSchema,
        count,
        with_image: count.meta({ description: 'Products that have a picture.' }),
        images: count,
        currency: z.string().nullable(),
      })
      .nullable()
      .meta({
        description: 'What the latest completed processing has read; null when there was none.',
      }),
    item_count: count.meta({ description: 'Items that are in the purchase orders.' }),
    items: z
      .object({
        run_id: runIdSchema,
        created: count,
        updated: count,
        skipped: count.meta({ description: 'Unchanged since the run before.' }),
        amount: amount.meta({ description: 'Pieces × unit price over all items; null without prices.' }),
        currency: z.string().nullable(),
        failed_checks: count.meta({
          description: 'Totals printed in the purchase orders that differ from what was read.',
        }),
      })
      .nullable()
      .meta({ description: 'What the latest completed item generation has made; null when there was none.' }),
  })
  .meta({
    id: 'Collection',
    description: 'The linesheets and purchase orders of one season, and what was made of them.',
  });
export type CollectionView = z.input<typeof collectionView>;

export const documentView = z
  .object({
    id: idSchema,
    kind: z.enum(DOCUMENT_KINDS),
    file_name: z.string(),
    content_type: z.string().meta({ description: 'By its content, not by its name.' }),
    size: count.meta({ description: 'Bytes.' }),
    uploaded_by: z.string(),
    uploaded_at: timestamp,
  })
  .meta({ id: 'Document', description: 'A linesheet or a purchase order.' });
export type DocumentView = z.input<typeof documentView>;

const pictureView = z
  .object({
    url: fileUrl,
    thumbnail_url: fileUrl,
    width: z.number().int().positive(),
    height: z.number().int().positive(),
  })
  .meta({ id: 'Picture' });
export type PictureView = z.input<typeof pictureView>;

export const productView = z
  .object({
    id: z.string(),
    document_id: idSchema.meta({ description: 'The linesheet that it was read from.' }),
    position: count.meta({ description: 'Its place in the linesheet, from 0.' }),
    page: z.number().int().positive().nullable().meta({ description: 'From 1; null in sheets.' }),
    sku: z.string().nullable().meta({ description: 'As printed.' }),
    name: z.string(),
    category: z.string().nullable(),
    wholesale_price: amount,
    msrp: amount.meta({ description: 'The recommended retail price.' }),
    currency: z.string().nullable().meta({ description: 'ISO 4217; null when none is printed.' }),
    colors: z.array(z.string()),
    color_codes: z.array(z.string()),
    sizes: z.array(z.string()),
    prices_by_size: z.record(z.string(), z.number()).nullable(),
    material: z.string().nullable(),
    origin: z.string().nullable(),
    season: z.string().nullable(),
    delivery: z.string().nullable(),
    confidence: z
      .record(z.string(), z.number().min(0).max(1))
      .meta({ description: 'How certain each value is, by the name of its field.' }),
    image: pictureView.nullable(),
  })
  .meta({ id: 'Product', description: 'A product as read from a linesheet.' });
export type ProductView = z.input<typeof productView>;

export const itemView = z
  .object({
    id: z.string(),
    in_order: z.boolean().meta({
      description: 'False: the purchase orders have it no longer. It is kept, and counted nowhere.',
    }),
    excluded: z.boolean().meta({ description: 'A person leaves it out of totals, exports and decks.' }),
    sku: z.string().nullable().meta({ description: 'As printed in the purchase order.' }),
    base_sku: z.string().nullable().meta({ description: 'Without the colour code.' }),
    name: z.string(),
    category: z.string().nullable(),
    color: z.string().nullable(),
    color_code: z.string().nullable(),
    sizes: z.array(z.object({ size: z.string(), quantity: z.number().nonnegative() })),
    quantity: z.number().nonnegative().meta({ description: 'Over all sizes.' }),
    unit_price: amount.meta({ description: 'What the order says that one piece costs.' }),
    wholesale_price: amount,
    msrp: amount,
    currency: z.string().nullable(),
    material: z.string().nullable(),
    origin: z.string().nullable(),
    season: z.string().nullable(),
    delivery: z.string().nullable(),
    product: z
      .object({ document_id: z.string(), product_id: z.string(), confidence: z.number(), reason: z.string() })
      .nullable()
      .meta({ description: 'The product of a linesheet that it was matched with.' }),
    warnings: z.array(z.enum(ITEM_WARNINGS)).meta({ description: 'What is worth a second look.' }),
    edited_fields: z.array(z.string()).meta({ description: 'Fields that a person has changed.' }),
    image: pictureView.nullable(),
  })
  .meta({ id: 'Item', description: 'One style in one colour as ordered, with people’s changes on top.' });
export type ItemView = z.input<typeof itemView>;

const deckFileView = z.object({ url: fileUrl, bytes: count });

export const deckView = z
  .object({
    id: z.string(),
    run_id: runIdSchema,
    title: z.string(),
    season: z.string(),
    item_count: count,
    slide_count: count,
    created_by: z.string(),
    created_at: timestamp,
    pptx: deckFileView,
    pdf: deckFileView,
  })
  .meta({ id: 'Deck', description: 'A presentation of a collection, as PowerPoint and as PDF.' });
export type DeckView = z.input<typeof deckView>;
