/** The deck settings of a collection as a form: what the server says, with what this browser has yet to save on top. */
import type { Collection } from '@docket/model/collection';
import { type DeckSettings, defaultDeckSettings } from '@docket/model/deck';
import { paths } from '@docket/model/paths';
import { notifications } from '@mantine/notifications';
import { useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { setDeckSettings } from '@docket/model/commands/deck-commands';
import { dataErrorMessage } from '../../../../data/error-messages.ts';
import { useClient, useDocument } from '../../../../data/hooks.ts';
import type { Live } from '../../../../data/live.ts';
import type { Stored } from '../../../../data/reader.ts';
import { deckSettingsReader } from '../../../../data/records.ts';
import { useWorkspace } from '../../../../data/workspace.ts';
import { type Autosave, createAutosave, type SaveState } from '../../../../data/autosave.ts';

/** The settings as saved; those of a collection that nobody has changed where nothing is. */
export function useSavedDeckSettings(collection: Stored<Collection>): Live<DeckSettings> {
  const workspace = useWorkspace();
  const saved = useDocument(paths.deckSettings(workspace.id, collection.id), deckSettingsReader);
  const { name, season } = collection.data;
  return useMemo(
    () =>
      saved.state === 'ready'
        ? { state: 'ready', value: saved.value?.data ?? defaultDeckSettings({ name, season }) }
        : saved,
    [saved, name, season],
  );
}

export interface DeckForm {
  settings: DeckSettings;
  /** Changes fields on screen at once and saves them a moment later. */
  change: (changes: Partial<DeckSettings>) => void;
  save: SaveState;
  flush: () => void;
  retry: () => void;
  /** Why the saved settings could not be read; then the form begins with those of a new collection. */
  unreadable: string | null;
}

interface Saving extends Autosave<DeckSettings> {
  /** Tells what the server says: what is not changed here is saved as it is there. */
  rebase: (settings: DeckSettings) => void;
  /** Whether the form is on screen. With it gone nobody would see its own note of a failure, and a toast says so. */
  show: (shown: boolean) => void;
}

function createSaving(commit: (settings: DeckSettings) => Promise<void>, initial: DeckSettings): Saving {
  let base = initial;
  let onScreen = true;
  const autosave = createAutosave<DeckSettings>(async (changes) => {
    try {
      await commit({ ...base, ...changes });
    } catch (error) {
      if (!onScreen)
        notifications.show({
          color: 'red',
          title: 'The deck settings could not be saved',
          message: dataErrorMessage(error),
          autoClose: 10_000,
        });
      throw error;
    }
  });
  return {
    ...autosave,
    rebase(settings) {
      base = settings;
    },
    show(shown) {
      onScreen = shown;
    },
  };
}

/** Null while the saved settings are loading. What waits to be saved is saved when the page is left. */
export function useDeckSettings(collection: Stored<Collection>): DeckForm | null {
  const { database } = useClient().backend;
  const workspace = useWorkspace();
  const saved = useSavedDeckSettings(collection);
  const { name, season } = collection.data;
  const base = useMemo(
    () => (saved.state === 'ready' ? saved.value : defaultDeckSettings({ name, season })),
    [saved, name, season],
  );
  const [saving] = useState(() =>
    createSaving(
      async (settings) => await database.commit(setDeckSettings(workspace.id, collection.id, settings)),
      base,
    ),
  );
  useEffect(() => saving.rebase(base), [saving, base]);
  useEffect(() => {
    saving.show(true);
    const hide = () => document.visibilityState === 'hidden' && saving.flush();
    window.addEventListener('pagehide', saving.flush);
    document.addEventListener('visibilitychange', hide);
    return () => {
      window.removeEventListener('pagehide', saving.flush);
      document.removeEventListener('visibilitychange', hide);
      saving.show(false);
      saving.flush();
    };
  }, [saving]);

  const { changes, save } = useStore(saving.store);
  const settings = useMemo(() => ({ ...base, ...changes }), [base, changes]);
  if (saved.state === 'loading') return null;
  return {
    settings,
    change: saving.change,
    save,
    flush: saving.flush,
    retry: saving.retry,
    unreadable: saved.state === 'error' ? saved.message : null,
  };
}
