/** The products of the linesheet: all of them, or those that nobody has ordered. */
import type { Collection } from '@docket/model/collection';
import { Stack, Text, Title } from '@mantine/core';
import { IconChecks } from '@tabler/icons-react';
import { useMemo } from 'react';
import type { Live } from '../../../data/live.ts';
import type { Stored } from '../../../data/reader.ts';
import type { StoredFile } from '../../../data/records.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ErrorState } from '../../../ui/error-state.tsx';
import { RowsSkeleton } from '../../../ui/loading-state.tsx';
import { ProductTable } from '../results/product-table.tsx';
import { useProducts } from '../results/use-products.ts';
import type { ItemRow } from './item-rows.ts';
import { notOrdered } from './not-ordered.ts';

interface Props {
  collection: Stored<Collection>;
  documents: Live<readonly StoredFile[]>;
  /** Shows only what none of these refers to; null shows all. */
  items: readonly ItemRow[] | null;
}

export function ProductsView({ collection, documents, items }: Props) {
  const products = useProducts(collection, documents);
  const shown = useMemo(() => {
    if (products.state !== 'ready') return [];
    return items === null ? products.value : notOrdered(products.value, items);
  }, [products, items]);
  if (products.state === 'loading') return <RowsSkeleton />;
  if (products.state === 'error')
    return <ErrorState title="The products could not be loaded" message={products.message} />;
  if (items !== null && shown.length === 0)
    return (
      <EmptyState
        picture={<IconChecks size={40} stroke={1.2} color="var(--mantine-color-green-6)" />}
        title="Everything in the linesheet was ordered"
      >
        Each of its products has at least one item.
      </EmptyState>
    );
  return (
    <Stack gap="sm">
      <Stack gap={2}>
        <Title order={2}>
          {items === null ? 'Products in the linesheet' : 'In the linesheet, not ordered'}
        </Title>
        <Text c="dimmed" size="sm" maw={680}>
          {items === null
            ? 'Everything that was read, with how sure each reading is.'
            : 'Products that no item refers to.'}
        </Text>
      </Stack>
      <ProductTable products={shown} categories={collection.data.categories} />
    </Stack>
  );
}
