/** Deck Settings: the categories that a deck will be divided into. */
import type { Collection } from '@docket/model/collection';
import { Stack, Text, Title } from '@mantine/core';
import { type Live, valueOr } from '../../data/live.ts';
import type { Stored } from '../../data/reader.ts';
import type { StoredFile } from '../../data/records.ts';
import { CategoryCards } from './results/category-cards.tsx';
import { type StoredProduct, useProducts } from './results/use-products.ts';

const NO_PRODUCTS: readonly StoredProduct[] = [];

interface Props {
  collection: Stored<Collection>;
  documents: Live<readonly StoredFile[]>;
}

export function DeckSettingsTab({ collection, documents }: Props) {
  const products = valueOr(useProducts(collection, documents), NO_PRODUCTS);
  const { categories } = collection.data;
  return (
    <Stack gap="md">
      <Stack gap={2}>
        <Title order={2}>Categories</Title>
        <Text c="dimmed" size="sm" maw={680}>
          Found in the linesheet, in its order: a deck has one section for each. Title, layout and the fields
          shown on a slide are set here as well, once items have been generated from the purchase order.
        </Text>
      </Stack>
      <CategoryCards categories={categories} products={products} />
    </Stack>
  );
}
