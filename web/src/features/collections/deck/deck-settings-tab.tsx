/** Deck Settings: how the deck is to look, with a live preview, and the categories that divide it. */
import type { Collection } from '@docket/model/collection';
import type { DeckSettings } from '@docket/model/deck';
import { layOutDeck } from '@docket/model/deck/lay-out';
import { Alert, Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { type Live, valueOr } from '../../../data/live.ts';
import type { Stored } from '../../../data/reader.ts';
import type { StoredFile } from '../../../data/records.ts';
import { useCan, useWorkspace } from '../../../data/workspace.ts';
import { ErrorState } from '../../../ui/error-state.tsx';
import { PageSkeleton } from '../../../ui/loading-state.tsx';
import { urls } from '../../../urls.ts';
import { CategoryList } from '../categories/category-list.tsx';
import { HintPanel } from '../categories/hint-panel.tsx';
import { type StoredProduct, useProducts } from '../results/use-products.ts';
import classes from './deck-settings-tab.module.css';
import type { DeckMaterial } from './preview/deck-material.ts';
import { DeckPreview } from './preview/deck-preview.tsx';
import { slideOfChange } from './preview/slide-window.ts';
import { useDeckMaterial, usePictureAddresses } from './preview/use-deck-material.ts';
import { DeckForm } from './settings/deck-form.tsx';
import { SaveNote } from './settings/save-note.tsx';
import { type DeckForm as Form, useDeckSettings } from './settings/use-deck-settings.ts';

const NO_PRODUCTS: readonly StoredProduct[] = [];
const NO_ITEMS: DeckMaterial['items'] = [];

interface Props {
  collection: Stored<Collection>;
  documents: Live<readonly StoredFile[]>;
}

/** The next tabs, as far as they are open: green leads on. */
function WayOn({ collection }: { collection: Stored<Collection> }) {
  const workspace = useWorkspace();
  const items = urls.collection(workspace.id, collection.id, 'items');
  const deck = urls.collection(workspace.id, collection.id, 'deck');
  const ready = collection.data.item_count > 0;
  return (
    <Group gap="sm">
      <Button
        component={Link}
        to={items}
        {...(ready ? { variant: 'default' } : { color: 'green.7' })}
        rightSection={<IconArrowRight size={16} aria-hidden />}
      >
        Continue to Collection Items
      </Button>
      {ready && (
        <Button
          component={Link}
          to={deck}
          color="green.7"
          rightSection={<IconArrowRight size={16} aria-hidden />}
        >
          Continue to Generate Deck
        </Button>
      )}
    </Group>
  );
}

/** The form and, beside it, the deck. A change turns the preview to a slide on which it is seen. */
function Settings({
  collection,
  form,
  material,
}: {
  collection: Stored<Collection>;
  form: Form;
  material: Live<DeckMaterial>;
}) {
  const mayEdit = useCan('edit');
  const [place, setPlace] = useState(0);
  const ready = material.state === 'ready' ? material.value : null;
  const pictures = usePictureAddresses(ready?.pictures ?? null);
  const change = (changes: Partial<DeckSettings>) => {
    form.change(changes);
    if (ready === null) return;
    const input = { ...ready, settings: { ...form.settings, ...changes } };
    const [shown] = layOutDeck(input, { start: place, end: place + 1 }).slides;
    const seen = slideOfChange(changes, shown?.kind, layOutDeck(input, { end: 3 }).slides);
    if (seen !== null) setPlace(seen);
  };
  return (
    <div className={classes.columns}>
      <DeckForm
        collectionId={collection.id}
        settings={form.settings}
        items={ready === null || ready.standIns ? NO_ITEMS : ready.items}
        pictures={pictures}
        disabled={!mayEdit}
        onChange={change}
        onLeave={form.flush}
      />
      <div className={classes.preview}>
        {material.state === 'error' && (
          <ErrorState title="The preview could not be loaded" message={material.message} />
        )}
        {ready !== null && (
          <DeckPreview settings={form.settings} material={ready} place={place} onPlace={setPlace} />
        )}
      </div>
    </div>
  );
}

export default function DeckSettingsTab({ collection, documents }: Props) {
  const mayEdit = useCan('edit');
  const form = useDeckSettings(collection);
  const products = useProducts(collection, documents);
  const material = useDeckMaterial(collection, products);
  if (form === null) return <PageSkeleton />;
  return (
    <Stack gap="lg">
      <Group justify="space-between" gap="sm">
        {mayEdit ? (
          <SaveNote save={form.save} onRetry={form.retry} />
        ) : (
          <Text size="sm" c="dimmed">
            Only editors and owners can change these settings.
          </Text>
        )}
        <WayOn collection={collection} />
      </Group>
      {form.unreadable !== null && (
        <Alert color="yellow" title="The saved settings could not be read">
          {form.unreadable} These are the settings of a new deck; they replace the saved ones as soon as you
          change something.
        </Alert>
      )}
      <Settings collection={collection} form={form} material={material} />
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
