/** Saving what is done in the form of a listing, while somebody types and when they go. */
import { notifications } from '@mantine/notifications';
import { useEffect, useState } from 'react';
import { type Autosave, createAutosave } from '../../../data/autosave.ts';
import { dataErrorMessage } from '../../../data/error-messages.ts';
import { useClient } from '../../../data/hooks.ts';
import type { StoredListing } from '../../../data/listing-records.ts';
import { useActor } from '../../../data/workspace.ts';
import type { Edits, FormState } from './form-state.ts';
import { keepEdits, takeEdits } from './kept-edits.ts';
import { saveEdits } from './save-edits.ts';

export interface Saving extends Autosave<Edits> {
  /** The listing as stored. */
  stored: () => FormState['listing'];
  /** Tells what is stored. */
  rebase: (listing: FormState['listing']) => void;
  /** The form is on screen. */
  show: () => void;
  /** The form goes: what waits is saved. */
  hide: () => void;
}

/**
 * With the form gone nobody would see its own note of a failure: a toast says so, and what could not be saved goes to `keep`,
 * so that it is there when the form is opened again.
 */
export function createSaving(
  commit: (listing: FormState['listing'], edits: Partial<Edits>) => Promise<void>,
  keep: (edits: Partial<Edits>) => void,
  initial: FormState['listing'],
): Saving {
  let base = initial;
  let onScreen = true;
  const autosave = createAutosave<Edits>(async (edits) => {
    try {
      await commit(base, edits);
    } catch (error) {
      if (!onScreen) {
        keep(edits);
        notifications.show({
          color: 'red',
          title: 'The last changes to an item could not be saved',
          message: dataErrorMessage(error),
          autoClose: 10_000,
        });
      }
      throw error;
    }
  });
  return {
    ...autosave,
    stored: () => base,
    rebase(listing) {
      base = listing;
    },
    show() {
      onScreen = true;
    },
    hide() {
      onScreen = false;
      autosave.flush();
      const { save, changes } = autosave.store.getState();
      if (save.state === 'failed') keep(changes);
    },
  };
}

const storage = () => sessionStorage;

/** What waits to be saved is saved when the page is left. */
export function useSaving({ id, path, data }: StoredListing): Saving {
  const { database } = useClient().backend;
  const actor = useActor();
  // Whoever signs in next in this tab has typed nothing of it.
  const form = `${actor.uid} ${path}`;
  const [saving] = useState(() =>
    createSaving(
      async (listing, edits) =>
        await database.commit(saveEdits(actor, id, listing, edits, (names) => database.including(names))),
      (edits) => keepEdits(storage, form, edits),
      data,
    ),
  );
  useEffect(() => saving.rebase(data), [saving, data]);
  useEffect(() => {
    saving.show();
    const hide = () => document.visibilityState === 'hidden' && saving.flush();
    const kept = takeEdits(storage, form);
    if (kept !== null) saving.change(kept);
    const go = () => {
      keepEdits(storage, form, saving.store.getState().changes);
      saving.flush();
    };
    // A page that comes back as it was has lost nothing.
    const comeBack = () => void takeEdits(storage, form);
    window.addEventListener('pagehide', go);
    window.addEventListener('pageshow', comeBack);
    document.addEventListener('visibilitychange', hide);
    return () => {
      window.removeEventListener('pagehide', go);
      window.removeEventListener('pageshow', comeBack);
      document.removeEventListener('visibilitychange', hide);
      saving.hide();
    };
  }, [saving, form]);
  return saving;
}
