/** Generate Deck: what would be made, how its making goes, and the decks that were made. */
import type { Collection } from '@docket/model/collection';
import { type Deck, type DeckSettings, titledSettings } from '@docket/model/deck';
import { deckSlideCount } from '@docket/model/deck/lay-out';
import { Stack } from '@mantine/core';
import { useMemo } from 'react';
import { useClient, useQuery } from '../../../data/hooks.ts';
import { type Live, mapLive } from '../../../data/live.ts';
import type { Stored } from '../../../data/reader.ts';
import { deckReader, itemReader, queries } from '../../../data/records.ts';
import { useWorkspace } from '../../../data/workspace.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ErrorState } from '../../../ui/error-state.tsx';
import { RowsSkeleton } from '../../../ui/loading-state.tsx';
import { urls } from '../../../urls.ts';
import type { StoredProduct } from '../results/use-products.ts';
import { DeckRunPanel } from './deck-run-panel.tsx';
import { DeckSummary } from './deck-summary.tsx';
import { Cover } from './history/cover.tsx';
import { DeckList } from './history/deck-list.tsx';
import { changeNote } from './history/deck-words.ts';
import type { DeckMaterial } from './preview/deck-material.ts';
import { useDeckMaterial, usePictureAddresses } from './preview/use-deck-material.ts';
import { useSavedDeckSettings } from './settings/use-deck-settings.ts';
import { useGeneration } from './use-generation.ts';

/** A deck shows items alone; only the preview takes products in their place. */
const NO_PRODUCTS: Live<readonly StoredProduct[]> = { state: 'ready', value: [] };

/** The newest first. */
function useDecks(collectionId: string): Live<readonly Stored<Deck>[]> {
  const workspace = useWorkspace();
  const found = useQuery(queries.decks(workspace.id, collectionId), deckReader);
  return useMemo(
    () => mapLive(found, ({ records }) => records.toSorted((a, b) => b.data.run - a.data.run)),
    [found],
  );
}

interface LoadedProps {
  collection: Stored<Collection>;
  settings: DeckSettings;
  material: DeckMaterial;
  decks: readonly Stored<Deck>[];
}

/** What has changed since the newest deck; null: nothing, or there is none. */
function useChange({ collection, settings, material, decks: [newest] }: LoadedProps): string | null {
  const workspace = useWorkspace();
  const items = useQuery(queries.items(workspace.id, collection.id), itemReader);
  if (newest === undefined || items.state !== 'ready') return null;
  return changeNote(newest.data, {
    settings,
    items: items.value.records.map(({ data }) => data),
    itemCount: material.items.length,
    itemsGeneratedAt: collection.data.processing_status.item_generation?.completed_at ?? null,
  });
}

function Loaded(props: LoadedProps) {
  const { collection, settings, material, decks } = props;
  const workspace = useWorkspace();
  const { files } = useClient().backend;
  const pictures = usePictureAddresses(material.pictures);
  const { view, block, start } = useGeneration(collection, material.items.length);
  const change = useChange(props);
  const logo = settings.logo === null ? null : files.address(settings.logo.path, settings.logo.token);
  const cover = { settings, material, pictures, logo };
  const slides = deckSlideCount({ settings, items: material.items, categories: material.categories });
  return (
    <Stack gap="lg">
      <DeckRunPanel view={view} onStart={block === null ? start : null} />
      <DeckSummary
        settings={settings}
        items={material.items.length}
        slides={slides}
        withoutPicture={material.items.filter(({ image }) => image === null).length}
        cover={<Cover {...cover} />}
        settingsUrl={urls.collection(workspace.id, collection.id, 'deck-settings')}
        block={block}
        secondary={view.state === 'failed' || (decks.length > 0 && change === null)}
        onGenerate={start}
      />
      {decks.length === 0 ? (
        <EmptyState title="No deck has been made of this collection">
          The decks that are generated are listed here, to be downloaded as PowerPoint or PDF. Each is kept
          until somebody deletes it.
        </EmptyState>
      ) : (
        <DeckList collectionId={collection.id} decks={decks} change={change} {...cover} />
      )}
    </Stack>
  );
}

export default function DeckTab({ collection }: { collection: Stored<Collection> }) {
  const settings = useSavedDeckSettings(collection);
  const material = useDeckMaterial(collection, NO_PRODUCTS);
  const decks = useDecks(collection.id);
  for (const live of [settings, material, decks])
    if (live.state === 'error')
      return <ErrorState title="The deck could not be loaded" message={live.message} />;
  if (settings.state !== 'ready' || material.state !== 'ready' || decks.state !== 'ready')
    return <RowsSkeleton />;
  return (
    <Loaded
      collection={collection}
      settings={titledSettings(settings.value, collection.data)}
      material={material.value}
      decks={decks.value}
    />
  );
}
