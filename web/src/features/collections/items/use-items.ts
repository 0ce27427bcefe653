/** The items of a collection as live rows, and what people do to them. */
import { effectiveCategories } from '@docket/model/category-edits';
import type { Collection } from '@docket/model/collection';
import { useMemo, useState } from 'react';
import { sameValue } from '@docket/model/commands/item-commands';
import { useQuery } from '../../../data/hooks.ts';
import { type Live, mapLive } from '../../../data/live.ts';
import type { Stored } from '../../../data/reader.ts';
import { itemReader, queries } from '../../../data/records.ts';
import { useWorkspace } from '../../../data/workspace.ts';
import { type ItemRow, itemRows, rowMaker } from './item-rows.ts';

/** The same object for as long as its content is: a collection that is being processed changes every second. */
function useStable<T extends object>(value: T): T {
  const [kept, keep] = useState(value);
  if (kept !== value && !sameValue(kept, value)) keep(value);
  return kept;
}

/** Items with the names of the collection's categories, in their order. */
export interface CollectionItems {
  items: Live<ItemRow[]>;
  categories: readonly string[];
}

/** All published items; those of a run under way appear when it has completed. */
export function useItems(collection: Stored<Collection>): CollectionItems {
  const workspace = useWorkspace();
  const { categories: found, category_edits: categoryEdits, item_results: results } = collection.data;
  const context = useStable({ publishedRun: results?.run ?? 0, categories: found, categoryEdits });
  const make = useMemo(() => rowMaker(context), [context]);
  const categories = useMemo(
    () => effectiveCategories(context.categories, context.categoryEdits).map(({ name }) => name),
    [context],
  );
  const stored = useQuery(queries.items(workspace.id, collection.id), itemReader);
  const items = useMemo(() => mapLive(stored, ({ records }) => itemRows(records, make)), [stored, make]);
  return useMemo(() => ({ items, categories }), [items, categories]);
}
