/** Collection Items: generates items from the purchase order, and shows them beside the products of the linesheet. */
import type { Collection } from '@docket/model/collection';
import { SegmentedControl, Stack, Text } from '@mantine/core';
import { useRef, useState } from 'react';
import { type Live, valueOr } from '../../../data/live.ts';
import type { Stored } from '../../../data/reader.ts';
import type { StoredFile } from '../../../data/records.ts';
import { ErrorState } from '../../../ui/error-state.tsx';
import { RowsSkeleton } from '../../../ui/loading-state.tsx';
import { ColumnsSection } from './columns/columns-section.tsx';
import { type FileTable, useOrderTables } from './columns/use-order-tables.ts';
import { GeneratePanel } from './generate/generate-panel.tsx';
import { useGeneration } from './generate/use-generation.ts';
import type { ItemRow } from './item-rows.ts';
import classes from './items-tab.module.css';
import { ProductsView } from './products-view.tsx';
import { ItemsView, type ItemsFilter } from './table/items-view.tsx';
import { TotalsView } from './totals/totals-view.tsx';
import { useItems } from './use-items.ts';

interface Props {
  collection: Stored<Collection>;
  documents: Live<readonly StoredFile[]>;
}

const VIEWS = [
  { value: 'items', label: 'Items' },
  { value: 'totals', label: 'Totals' },
  { value: 'products', label: 'Products' },
  { value: 'not-ordered', label: 'Not ordered' },
] as const;
type View = (typeof VIEWS)[number]['value'];

const NO_FILES: readonly StoredFile[] = [];
const NO_TABLES: readonly FileTable[] = [];
const NO_ROWS: readonly ItemRow[] = [];
const ALL: ItemsFilter = { category: null, aspect: 'all' };

export default function ItemsTab({ collection, documents }: Props) {
  const generation = useGeneration(collection, documents);
  const tables = valueOr(useOrderTables(collection, generation.orders), NO_TABLES);
  const { items, categories } = useItems(collection);
  const [chosen, setChosen] = useState<View>('items');
  const [filter, setFilter] = useState(ALL);
  const table = useRef<HTMLDivElement>(null);
  const generated = collection.data.item_results !== null;
  const rows = valueOr(items, NO_ROWS);
  const showUnmatched = () => {
    setChosen('items');
    setFilter({ category: null, aspect: 'not_in_linesheet' });
    table.current?.scrollIntoView({ block: 'start' });
  };

  if (documents.state === 'loading') return <RowsSkeleton />;
  if (documents.state === 'error')
    return <ErrorState title="The files could not be loaded" message={documents.message} />;
  return (
    <Stack gap="lg">
      <GeneratePanel
        collection={collection}
        documents={documents}
        generation={generation}
        tables={tables}
        onShowUnmatched={showUnmatched}
      />
      {tables.length > 0 && (
        <ColumnsSection tables={tables} generation={generation} failed={generation.view.state === 'failed'} />
      )}
      <Stack gap="md" ref={table} className={classes.records}>
        {generated && (
          <SegmentedControl
            aria-label="View"
            className={classes.views}
            value={chosen}
            onChange={(value) => setChosen(VIEWS.find((view) => view.value === value)?.value ?? 'items')}
            data={[...VIEWS]}
          />
        )}
        {!generated ? (
          <ProductsView collection={collection} documents={documents} items={null} />
        ) : chosen === 'products' ? (
          <ProductsView collection={collection} documents={documents} items={null} />
        ) : items.state === 'loading' ? (
          <RowsSkeleton />
        ) : items.state === 'error' ? (
          <ErrorState title="The items could not be loaded" message={items.message} />
        ) : chosen === 'totals' ? (
          <TotalsView rows={rows} categories={categories} />
        ) : chosen === 'not-ordered' ? (
          <ProductsView collection={collection} documents={documents} items={rows} />
        ) : (
          <ItemsView
            collectionName={collection.data.name}
            rows={rows}
            categories={categories}
            documents={valueOr(documents, NO_FILES)}
            filter={filter}
            onFilter={setFilter}
          />
        )}
      </Stack>
      {generated && rows.length === 0 && items.state === 'ready' && (
        <Text size="sm" c="dimmed">
          The latest run has made no items.
        </Text>
      )}
    </Stack>
  );
}
