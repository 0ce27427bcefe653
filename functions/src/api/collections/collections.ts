/** Collections themselves. */
import type { collectionRecordOperations } from '@docket/model/api/collections/collections';
import type { CollectionView } from '@docket/model/api/collections/schemas';
import { effectiveCategories } from '@docket/model/category-edits';
import { type Collection, collectionSchema } from '@docket/model/collection';
import {
  createCollection,
  deleteCollection,
  renameCollection,
} from '@docket/model/commands/collection-commands';
import { paths } from '@docket/model/paths';
import { COLLECTION_PIPELINES } from '@docket/model/pipelines';
import type { Handlers, RequestContext } from '../context.ts';
import { readPage } from '../pages.ts';
import { noSuchCollection, occupationBy, readCollection, refuseBlocked } from './read-collection.ts';

function collectionViewOf(id: string, collection: Collection): CollectionView {
  const { name, season, created_by, created_at, results, item_count, item_results: items } = collection;
  return {
    id,
    name,
    season,
    created_by,
    created_at,
    categories: effectiveCategories(collection.categories, collection.category_edits).map(
      ({ id: category, name: shown, product_count }) => ({ id: category, name: shown, product_count }),
    ),
    products:
      results === null
        ? null
        : {
            run_id: results.job_id,
            count: results.product_count,
            with_image: results.matched_count,
            images: results.image_count,
            currency: results.currency,
          },
    item_count,
    items:
      items === null
        ? null
        : {
            run_id: items.job_id,
            created: items.created,
            updated: items.updated,
            skipped: items.skipped,
            amount: items.amount,
            currency: items.currency,
            failed_checks: items.failed_checks,
          },
  };
}

async function shown(context: RequestContext, id: string): Promise<CollectionView> {
  return collectionViewOf(id, await readCollection(context, id));
}

export const collectionRecordHandlers: Handlers<keyof typeof collectionRecordOperations> = {
  listCollections: async ({ query }, { db, workspaceId }) => {
    const collections = db.collection(paths.collections(workspaceId));
    return await readPage(collections, collections.orderBy('created_at', 'desc'), query, (document) => {
      const collection = collectionSchema.safeParse(document.data()).data;
      return collection === undefined ? null : collectionViewOf(document.id, collection);
    });
  },
  createCollection: async ({ body: { name, season } }, context) => {
    const id = context.newId('collection');
    await context.commit(createCollection(context.actor, id, name, season));
    return await shown(context, id);
  },
  getCollection: async ({ path: { collection_id: id } }, context) => await shown(context, id),
  updateCollection: async ({ path: { collection_id: id }, body }, context) => {
    const { workspaceId } = context;
    await context.transact(async (transaction) => {
      const snapshot = await transaction.get(context.db.doc(paths.collection(workspaceId, id)));
      const present = collectionSchema.safeParse(snapshot.data()).data;
      if (present === undefined) throw noSuchCollection();
      const { name = present.name, season = present.season } = body;
      return { writes: renameCollection(workspaceId, id, name, season), result: null };
    });
    return await shown(context, id);
  },
  deleteCollection: async ({ path: { collection_id: id } }, context) => {
    const collection = await readCollection(context, id);
    const occupations = await Promise.all(
      COLLECTION_PIPELINES.map(async (pipeline) => await occupationBy(context, id, pipeline, collection)),
    );
    const isOccupied = occupations.some(({ running }) => running);
    refuseBlocked(isOccupied ? 'A run is at work on the collection. Cancel it first.' : null, ...occupations);
    await context.commit(deleteCollection(context.workspaceId, id));
    return { id, deleted: true as const };
  },
};
