/** What was made of a collection: items and decks. */
import type { collectionResultOperations } from '@docket/model/api/collections/results';
import type { DeckView, ItemView } from '@docket/model/api/collections/schemas';
import { ApiProblem } from '@docket/model/api/problem';
import { type EffectiveCategory, effectiveCategories } from '@docket/model/category-edits';
import type { Collection } from '@docket/model/collection';
import { editItems } from '@docket/model/commands/item-commands';
import { type Deck, deckSchema } from '@docket/model/deck';
import { type Item, type ItemEditField, type ItemEdits, itemSchema, publishedItem } from '@docket/model/item';
import { editsAfter, shownItem } from '@docket/model/item-edits';
import { paths } from '@docket/model/paths';
import { FieldValue } from 'firebase-admin/firestore';
import type { Handlers, RequestContext } from '../context.ts';
import { readPage } from '../pages.ts';
import { pictureViewOf } from './picture-view.ts';
import { listProducts } from './products.ts';
import { readCollection } from './read-collection.ts';

type Download = RequestContext['download'];

/** A published item with its id. */
interface ShownItem {
  id: string;
  item: Item;
}

function itemViewOf(
  { id, item }: ShownItem,
  categories: readonly EffectiveCategory[],
  download: Download,
): ItemView {
  const { warnings, product, image, sources: _sources, ...shown } = shownItem(item, categories);
  return {
    id,
    in_order: item.in_order,
    ...shown,
    product:
      product === null
        ? null
        : {
            document_id: product.document_id,
            product_id: product.product_id,
            confidence: product.confidence,
            reason: product.reason,
          },
    warnings,
    edited_fields: Object.keys(item.edits),
    image: pictureViewOf(image, download),
  };
}

function deckViewOf(id: string, deck: Deck, download: Download): DeckView {
  const { job_id: runId, title, season, item_count, slide_count, created_by, created_at, pptx, pdf } = deck;
  const file = ({ path, token, bytes }: Deck['pdf']) => ({ url: download(path, token), bytes });
  const facts = { title, season, item_count, slide_count, created_by, created_at };
  return { id, run_id: runId, ...facts, pptx: file(pptx), pdf: file(pdf) };
}

/** What shows the items of a collection. */
function surroundingsOf({ categories, category_edits: edits, item_results: results }: Collection) {
  return { categories: effectiveCategories(categories, edits), publishedRun: results?.run ?? 0 };
}

/** `edits` without `fields`: they are as generated again. */
function withoutFields(edits: ItemEdits, fields: readonly ItemEditField[]): ItemEdits {
  const left = { ...edits };
  for (const field of fields) delete left[field];
  return left;
}

export const collectionResultHandlers: Handlers<keyof typeof collectionResultOperations> = {
  listProducts: async ({ path: { collection_id: id }, query }, context) =>
    await listProducts(context, id, query),
  listItems: async ({ path: { collection_id: id }, query }, context) => {
    const { db, workspaceId, download } = context;
    const { categories, publishedRun } = surroundingsOf(await readCollection(context, id));
    const items = db.collection(paths.items(workspaceId, id));
    return await readPage(items, items.orderBy('position'), query, (document) => {
      const stored = itemSchema.safeParse(document.data()).data;
      const item = stored === undefined ? null : publishedItem(stored, publishedRun);
      return item === null ? null : itemViewOf({ id: document.id, item }, categories, download);
    });
  },
  updateItem: async ({ path: { collection_id: id, item_id: itemId }, body }, context) => {
    const { db, workspaceId, actor, download } = context;
    const { categories, publishedRun } = surroundingsOf(await readCollection(context, id));
    const path = paths.item(workspaceId, id, itemId);
    const changed = await context.transact(async (transaction) => {
      const stored = itemSchema.safeParse((await transaction.get(db.doc(path))).data()).data;
      const item = stored === undefined ? null : publishedItem(stored, publishedRun);
      if (item === null) throw new ApiProblem('not_found', 'There is no such item in the collection.');
      const after = withoutFields(editsAfter(item, body.set ?? {}, categories), body.reset ?? []);
      const change = { path, before: item.edits, after };
      return {
        writes: editItems(actor, FieldValue.delete(), [change]).flat(),
        result: { ...item, edits: after },
      };
    });
    return itemViewOf({ id: itemId, item: changed }, categories, download);
  },
  listDecks: async ({ path: { collection_id: id }, query }, context) => {
    const { db, workspaceId, download } = context;
    await readCollection(context, id);
    const decks = db.collection(paths.decks(workspaceId, id));
    return await readPage(decks, decks.orderBy('created_at', 'desc'), query, (document) => {
      const deck = deckSchema.safeParse(document.data()).data;
      return deck === undefined ? null : deckViewOf(document.id, deck, download);
    });
  },
};
