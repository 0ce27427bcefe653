/** What was made of a collection: products, items, decks. */
import { z } from 'zod';
import { itemEditsSchema } from '../../item.ts';
import { noBody, type Operation } from '../operation.ts';
import { idSchema, noFields, pageOf, pageQuery } from '../shared.ts';
import { deckView, itemView, ofCollection, productView } from './schemas.ts';

const COLLECTION = '/workspaces/{workspace_id}/collections/{collection_id}';

/** What the lists have in common. */
const list = {
  method: 'get',
  tag: 'Collections',
  needs: 'read',
  weight: 'read',
  path: ofCollection,
  query: pageQuery,
  carries: 'nothing',
  body: noBody,
  problems: [],
} as const;

const itemChange = z
  .strictObject({
    set: itemEditsSchema
      .optional()
      .meta({ description: 'New values, by field. What is as generated counts as not changed.' }),
    reset: z
      .array(itemEditsSchema.keyof())
      .max(20)
      .optional()
      .meta({ description: 'Fields that go back to what was generated.' }),
  })
  .refine(
    ({ set = {}, reset = [] }) => Object.keys(set).length + reset.length > 0,
    'Name something to change.',
  )
  .refine(
    ({ set = {}, reset = [] }) => !reset.some((field) => field in set),
    'Set a field or reset it, not both.',
  )
  .meta({
    id: 'ItemChange',
    description: 'At least one field, each set or reset.',
    minProperties: 1,
    examples: [{ set: { name: 'Wool coat', sizes: [{ size: 'S', quantity: 4 }] }, reset: ['category'] }],
  });

export const collectionResultOperations = {
  listProducts: {
    ...list,
    id: 'listProducts',
    route: `${COLLECTION}/products`,
    summary: 'List products',
    description:
      'What the latest completed processing has read from the linesheets, one linesheet after the other, in their order.',
    answer: { status: 200, description: 'A page of them.', schema: pageOf(productView, 'ProductPage') },
  },
  listItems: {
    ...list,
    id: 'listItems',
    route: `${COLLECTION}/items`,
    summary: 'List items',
    description:
      'The items of the latest completed generation in the order of the purchase orders, with what people have changed. A page may hold fewer than `limit`, even none, while `next_cursor` is not null.',
    answer: { status: 200, description: 'A page of them.', schema: pageOf(itemView, 'ItemPage') },
  },
  updateItem: {
    id: 'updateItem',
    method: 'patch',
    route: `${COLLECTION}/items/{item_id}`,
    tag: 'Collections',
    summary: 'Change an item',
    description:
      'Changes fields of an item, as people do in the table. Later runs leave them alone; each can be put back to what was generated.',
    needs: 'edit',
    weight: 'read',
    path: ofCollection.extend({ item_id: idSchema.meta({ description: 'The item.' }) }),
    query: noFields,
    carries: 'json',
    body: itemChange,
    answer: { status: 200, description: 'The item as it is now.', schema: itemView },
    problems: [],
  },
  listDecks: {
    ...list,
    id: 'listDecks',
    route: `${COLLECTION}/decks`,
    summary: 'List decks',
    description: 'The decks that were made, the latest first, with addresses of their files.',
    answer: { status: 200, description: 'A page of them.', schema: pageOf(deckView, 'DeckPage') },
  },
} as const satisfies Record<string, Operation>;
