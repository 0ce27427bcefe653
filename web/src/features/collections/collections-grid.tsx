/** The collections as cards, to be opened or, while somebody chooses, to be chosen. */
import type { Collection } from '@docket/model/collection';
import { SimpleGrid } from '@mantine/core';
import { lazy, Suspense } from 'react';
import type { Stored } from '../../data/reader.ts';
import { CollectionCard } from './collection-card.tsx';
import { usePending } from './run/use-pending.ts';

/** Needed only by those who choose. */
const BatchBar = lazy(() => import('./batch/batch-bar.tsx'));

interface Props {
  collections: readonly Stored<Collection>[];
  /** The ids of the chosen ones; null while nobody chooses. */
  selected: ReadonlySet<string> | null;
  /** Null ends the choosing. */
  onSelect: (ids: ReadonlySet<string> | null) => void;
}

export function CollectionsGrid({ collections, selected, onSelect }: Props) {
  const pending = usePending();
  const toggle = (id: string) => {
    const next = new Set(selected);
    if (!next.delete(id)) next.add(id);
    onSelect(next);
  };
  return (
    <>
      <SimpleGrid cols={{ base: 1, xs: 2, lg: 3 }} spacing="lg">
        {collections.map((collection) => (
          <CollectionCard
            key={collection.id}
            collection={collection}
            pending={pending}
            selection={
              selected === null
                ? null
                : { selected: selected.has(collection.id), onToggle: () => toggle(collection.id) }
            }
          />
        ))}
      </SimpleGrid>
      {selected !== null && (
        <Suspense fallback={null}>
          <BatchBar
            collections={collections}
            selected={new Set(collections.map(({ id }) => id).filter((id) => selected.has(id)))}
            onSelect={(ids) => onSelect(new Set(ids))}
            pending={pending}
            onDone={() => onSelect(null)}
          />
        </Suspense>
      )}
    </>
  );
}
