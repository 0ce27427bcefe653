/** The runs of a collection: documents to products, products to items, items to decks. */
import { z } from 'zod';
import { LIMITS } from '../../limits.ts';
import { READING, noBody, type Operation } from '../operation.ts';
import { acceptedSchema, idSchema, noFields, runStatusSchema } from '../shared.ts';
import { ofCollection } from './schemas.ts';

const COLLECTION = '/workspaces/{workspace_id}/collections/{collection_id}';

/** What starting a run has in common. */
const start = {
  method: 'post',
  tag: 'Collections',
  needs: 'edit',
  weight: 'start',
  path: ofCollection,
  query: noFields,
  carries: 'json',
  answer: { status: 202, description: 'The run was taken on.', schema: acceptedSchema },
  problems: ['conflict', 'already_running', 'unprocessable'],
} as const;

/** What cancelling one has in common. */
const cancel = {
  method: 'post',
  tag: 'Collections',
  needs: 'edit',
  weight: 'start',
  path: ofCollection,
  query: noFields,
  carries: 'nothing',
  body: noBody,
  answer: { status: 202, description: 'The wish was taken.', schema: acceptedSchema },
  problems: ['conflict'],
} as const;

export const collectionRunOperations = {
  processDocuments: {
    ...start,
    id: 'processDocuments',
    route: `${COLLECTION}/documents/process`,
    summary: 'Process documents',
    description:
      'Reads images, categories and products from the documents, in the background. The collection needs a linesheet and a purchase order first. The products of an earlier run are replaced.',
    body: z
      .strictObject({
        hint: z
          .string()
          .max(LIMITS.hintCharacters)
          .optional()
          .meta({ description: 'What you want the categories to be like, in plain words.' }),
        document_ids: z
          .array(idSchema)
          .min(1)
          .max(LIMITS.documentsPerCollection)
          .refine((ids) => new Set(ids).size === ids.length, 'Name each document once.')
          .optional()
          .meta({ description: 'Documents of the collection, a linesheet among them. Absent: all.' }),
      })
      .meta({ id: 'ProcessDocuments', examples: [{ hint: 'Group by type of garment' }] }),
  },
  cancelProcessing: {
    ...cancel,
    id: 'cancelProcessing',
    route: `${COLLECTION}/documents/process/cancel`,
    summary: 'Cancel processing',
    description:
      'Stops the processing of documents and removes what it has made so far. The files stay, and so does what an earlier run has made.',
  },
  generateItems: {
    ...start,
    id: 'generateItems',
    route: `${COLLECTION}/items/generate`,
    summary: 'Generate items',
    description:
      'Makes an item of each style and colour in the purchase orders, with what the linesheets say of it, in the background. What has not changed since an earlier run stays as it is, and so does what people have changed.',
    body: z
      .strictObject({
        from: z.enum(['start', 'columns']).default('start').meta({
          description:
            '`columns`: after somebody has corrected which column holds what. The purchase orders are not fetched and parsed again.',
        }),
      })
      .meta({ id: 'GenerateItems', examples: [{ from: 'start' }] }),
  },
  cancelItemGeneration: {
    ...cancel,
    id: 'cancelItemGeneration',
    route: `${COLLECTION}/items/generate/cancel`,
    summary: 'Cancel the generation of items',
    description: 'Stops the run and puts the items back to what they were before it.',
  },
  generateDeck: {
    ...start,
    id: 'generateDeck',
    route: `${COLLECTION}/deck/generate`,
    summary: 'Generate a deck',
    description:
      'Makes a presentation of the items, as PowerPoint and as PDF, in the background. It looks as set on the page “Deck Settings”. Earlier decks stay.',
    carries: 'nothing',
    body: noBody,
  },
  cancelDeckGeneration: {
    ...cancel,
    id: 'cancelDeckGeneration',
    route: `${COLLECTION}/deck/generate/cancel`,
    summary: 'Cancel the generation of a deck',
    description: 'Stops the run. Earlier decks stay.',
  },
  getProcessingStatus: {
    ...READING,
    id: 'getProcessingStatus',
    route: `${COLLECTION}/processing-status`,
    tag: 'Collections',
    summary: 'Ask how the runs of a collection go',
    description:
      'The latest run of each kind, at once. Ask about once a second while one is queued or processing.',
    path: ofCollection,
    query: noFields,
    answer: {
      status: 200,
      description: 'How they go.',
      schema: z
        .object({
          document_processing: runStatusSchema,
          item_generation: runStatusSchema,
          deck_generation: runStatusSchema,
        })
        .meta({ id: 'CollectionProcessingStatus' }),
    },
    problems: [],
  },
} as const satisfies Record<string, Operation>;
