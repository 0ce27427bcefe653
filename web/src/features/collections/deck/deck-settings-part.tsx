/** The form of a deck's settings and, beside it, the deck. Typing renders these alone, not the rest of the tab. */
import type { Collection } from '@docket/model/collection';
import { type DeckSettings, titledSettings } from '@docket/model/deck';
import { layOutDeck } from '@docket/model/deck/lay-out';
import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { Link } from 'react-router';
import type { Live } from '../../../data/live.ts';
import type { Stored } from '../../../data/reader.ts';
import { useCan, useWorkspace } from '../../../data/workspace.ts';
import { ErrorState } from '../../../ui/error-state.tsx';
import { PageSkeleton } from '../../../ui/loading-state.tsx';
import { urls } from '../../../urls.ts';
import classes from './deck-settings-part.module.css';
import type { DeckMaterial } from './preview/deck-material.ts';
import { DeckPreview } from './preview/deck-preview.tsx';
import { slideOfChange } from './preview/slide-window.ts';
import { usePictureAddresses } from './preview/use-deck-material.ts';
import { DeckForm } from './settings/deck-form.tsx';
import { SaveNote } from '../../../ui/save-note.tsx';
import { type DeckForm as Form, useDeckSettings } from './settings/use-deck-settings.ts';

const NO_ITEMS: DeckMaterial['items'] = [];

interface Props {
  collection: Stored<Collection>;
  material: Live<DeckMaterial>;
}

/** The next tabs, as far as they are open: green leads on. */
function WayOn({ collection }: { collection: Stored<Collection> }) {
  const workspace = useWorkspace();
  const ready = collection.data.item_count > 0;
  return (
    <Group gap="sm">
      <Button
        component={Link}
        to={urls.collection(workspace.id, collection.id, 'items')}
        {...(ready ? { variant: 'default' } : { color: 'green.7' })}
        rightSection={<IconArrowRight size={16} aria-hidden />}
      >
        Continue to Collection Items
      </Button>
      {ready && (
        <Button
          component={Link}
          to={urls.collection(workspace.id, collection.id, 'deck')}
          color="green.7"
          rightSection={<IconArrowRight size={16} aria-hidden />}
        >
          Continue to Generate Deck
        </Button>
      )}
    </Group>
  );
}

/** The slide that the preview shows, and a way to change settings that turns it to where the change is seen. */
function useTurning(form: Form, material: DeckMaterial | null) {
  const [place, setPlace] = useState(0);
  const { settings, change: save } = form;
  const shown = useRef({ settings, material, place });
  useEffect(() => {
    shown.current = { settings, material, place };
  }, [settings, material, place]);
  const change = useCallback(
    (changes: Partial<DeckSettings>) => {
      save(changes);
      const { current } = shown;
      if (current.material === null) return;
      const input = { ...current.material, settings: { ...current.settings, ...changes } };
      const seen = slideOfChange(changes, current.place, (start, end) =>
        layOutDeck(input, { start, end }).slides.map(({ kind }) => kind),
      );
      if (seen !== null) setPlace(seen);
    },
    [save],
  );
  return { place, setPlace, change };
}

function Loaded({ collection, form, material }: Props & { form: Form }) {
  const mayEdit = useCan('edit');
  const ready = material.state === 'ready' ? material.value : null;
  const pictures = usePictureAddresses(ready?.pictures ?? null);
  const { place, setPlace, change } = useTurning(form, ready);
  const { name } = collection.data;
  const shown = useMemo(() => titledSettings(form.settings, { name }), [form.settings, name]);
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
        {ready !== null && <DeckPreview settings={shown} material={ready} place={place} onPlace={setPlace} />}
      </div>
    </div>
  );
}

export function DeckSettingsPart({ collection, material }: Props) {
  const mayEdit = useCan('edit');
  const form = useDeckSettings(collection);
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
      <Loaded collection={collection} form={form} material={material} />
    </Stack>
  );
}
