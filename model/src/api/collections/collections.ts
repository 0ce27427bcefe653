/** Collections themselves. */
import { z } from 'zod';
import { READING, noBody, type Operation } from '../operation.ts';
import { deletedSchema, inWorkspace, noFields, pageOf, pageQuery } from '../shared.ts';
import { collectionNameField, collectionView, ofCollection, seasonField } from './schemas.ts';

export const collectionRecordOperations = {
  listCollections: {
    ...READING,
    id: 'listCollections',
    route: '/workspaces/{workspace_id}/collections',
    tag: 'Collections',
    summary: 'List collections',
    description: 'All collections of the workspace, the latest first.',
    path: inWorkspace,
    query: pageQuery,
    answer: { status: 200, description: 'A page of them.', schema: pageOf(collectionView, 'CollectionPage') },
    problems: [],
  },
  createCollection: {
    id: 'createCollection',
    method: 'post',
    route: '/workspaces/{workspace_id}/collections',
    tag: 'Collections',
    summary: 'Create a collection',
    description:
      'Makes an empty collection. Upload a linesheet and a purchase order to it, process them, generate its items, then a deck.',
    needs: 'edit',
    weight: 'start',
    path: inWorkspace,
    query: noFields,
    carries: 'json',
    body: z
      .strictObject({ name: collectionNameField, season: seasonField.default('') })
      .meta({ id: 'NewCollection', examples: [{ name: 'Harbour & Vale SS26', season: 'Spring 2026' }] }),
    answer: { status: 201, description: 'The collection.', schema: collectionView },
    problems: ['conflict'],
  },
  getCollection: {
    ...READING,
    id: 'getCollection',
    route: '/workspaces/{workspace_id}/collections/{collection_id}',
    tag: 'Collections',
    summary: 'Get a collection',
    description: 'The collection with its categories, and what the latest completed runs have made of it.',
    path: ofCollection,
    query: noFields,
    answer: { status: 200, description: 'The collection.', schema: collectionView },
    problems: [],
  },
  updateCollection: {
    id: 'updateCollection',
    method: 'patch',
    route: '/workspaces/{workspace_id}/collections/{collection_id}',
    tag: 'Collections',
    summary: 'Rename a collection',
    description: 'Changes the name, the season or both. What is absent stays.',
    needs: 'edit',
    weight: 'read',
    path: ofCollection,
    query: noFields,
    carries: 'json',
    body: z
      .strictObject({ name: collectionNameField.optional(), season: seasonField.optional() })
      .refine(({ name, season }) => name !== undefined || season !== undefined, 'Name something to change.')
      .meta({ id: 'CollectionChange', minProperties: 1, examples: [{ season: 'Autumn 2026' }] }),
    answer: { status: 200, description: 'The collection as it is now.', schema: collectionView },
    problems: [],
  },
  deleteCollection: {
    id: 'deleteCollection',
    method: 'delete',
    route: '/workspaces/{workspace_id}/collections/{collection_id}',
    tag: 'Collections',
    summary: 'Delete a collection',
    description:
      'Deletes the collection for everybody, with its files, products, items and decks. Not while a run is at work on it: cancel that first.',
    needs: 'edit',
    weight: 'read',
    path: ofCollection,
    query: noFields,
    carries: 'nothing',
    body: noBody,
    answer: { status: 200, description: 'It is gone.', schema: deletedSchema },
    problems: ['already_running'],
  },
} as const satisfies Record<string, Operation>;
