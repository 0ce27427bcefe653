/** Collection Items: the products that the linesheet offers, ready to be matched with the purchase order. */
import type { Collection } from '@docket/model/collection';
import { Stack, Text, Title } from '@mantine/core';
import type { Live } from '../../data/live.ts';
import type { Stored } from '../../data/reader.ts';
import type { StoredFile } from '../../data/records.ts';
import { ErrorState } from '../../ui/error-state.tsx';
import { RowsSkeleton } from '../../ui/loading-state.tsx';
import { ProductTable } from './results/product-table.tsx';
import { useProducts } from './results/use-products.ts';

interface Props {
  collection: Stored<Collection>;
  documents: Live<readonly StoredFile[]>;
}

export default function ItemsTab({ collection, documents }: Props) {
  const products = useProducts(collection, documents);
  return (
    <Stack gap="md">
      <Stack gap={2}>
        <Title order={2}>Products in the linesheet</Title>
        <Text c="dimmed" size="sm" maw={680}>
          Everything that was read, with how sure each reading is. Items, one for each style and colour
          ordered, are generated from these products and the purchase order.
        </Text>
      </Stack>
      {products.state === 'loading' && <RowsSkeleton />}
      {products.state === 'error' && (
        <ErrorState title="The products could not be loaded" message={products.message} />
      )}
      {products.state === 'ready' && (
        <ProductTable products={products.value} categories={collection.data.categories} />
      )}
    </Stack>
  );
}
