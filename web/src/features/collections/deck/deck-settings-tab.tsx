/** Deck Settings: how the deck is to look, with a live preview, and the categories that divide it. */
import type { Collection } from '@docket/model/collection';
import { Stack, Text, Title } from '@mantine/core';
import { type Live, valueOr } from '../../../data/live.ts';
import type { Stored } from '../../../data/reader.ts';
import type { StoredFile } from '../../../data/records.ts';
import { CategoryList } from '../categories/category-list.tsx';
import { HintPanel } from '../categories/hint-panel.tsx';
import { type StoredProduct, useProducts } from '../results/use-products.ts';
import { DeckSettingsPart } from './deck-settings-part.tsx';
import { useDeckMaterial } from './preview/use-deck-material.ts';

const NO_PRODUCTS: readonly StoredProduct[] = [];

interface Props {
  collection: Stored<Collection>;
  documents: Live<readonly StoredFile[]>;
}

export default function DeckSettingsTab({ collection, documents }: Props) {
  const products = useProducts(collection, documents);
  const material = useDeckMaterial(collection, products);
  return (
    <Stack gap="lg">
      <DeckSettingsPart collection={collection} material={material} />
      <Stack gap="md" component="section" aria-labelledby="categories-title">
        <Stack gap={2}>
          <Title order={2} id="categories-title">
            Categories
          </Title>
          <Text c="dimmed" size="sm" maw={680}>
            As found in the linesheet. A deck has one section for each, in this order; rename, merge and move
            them as your buyers know them.
          </Text>
        </Stack>
        <CategoryList collection={collection} products={valueOr(products, NO_PRODUCTS)} />
        <HintPanel collection={collection} documents={documents} />
      </Stack>
    </Stack>
  );
}
