/** The form of one listing: what it shows, and how what is done in it is saved. */
import type { FormView } from '@docket/model/listing/form-view';
import { type ListingField, type ListingValues, NO_VALUES } from '@docket/model/listing/listing';
import type { Suggestion } from '@docket/model/listing/suggestions';
import { notifications } from '@mantine/notifications';
import { useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { SaveState } from '../../../data/autosave.ts';
import type { StoredListing } from '../../../data/listing-records.ts';
import { showUndo } from '../../../ui/undo-toast.tsx';
import { suggestionsLabel } from './field-words.ts';
import {
  acceptedEdits,
  edited,
  type FormState,
  type Held,
  heldAfter,
  heldField,
  ownEdit,
  releasedEdits,
  shownForm,
  suggestedCount,
  titleProblem,
} from './form-state.ts';
import { useSaving } from './use-saving.ts';

export interface ListingForm {
  view: FormView;
  /** What the view is made of. */
  state: FormState;
  isPublished: boolean;
  save: SaveState;
  retry: () => void;
  /** Saves at once what waits for a pause in typing. */
  flush: () => void;
  /** A value that the person has typed or chosen. */
  set: <F extends ListingField>(field: F, value: ListingValues[F]) => void;
  /** Makes what is suggested for a field the person's, also in place of what they have typed. */
  accept: (field: ListingField) => void;
  clear: (field: ListingField) => void;
  /** Takes all that is highlighted, with a way back. */
  acceptAll: () => void;
  /** The field has got, or lost, the focus. */
  enter: (field: ListingField) => void;
  leave: () => void;
}

const undoId = (listingId: string) => `accepted-${listingId}`;

/** `listing` is another one only where the component is another one. */
export function useListingForm(listing: StoredListing, suggestions: readonly Suggestion[]): ListingForm {
  const { id, data } = listing;
  const isPublished = data.published_at !== null;
  const saving = useSaving(listing);
  const { changes: edits, save } = useStore(saving.store);
  const [held, setHeld] = useState<Held>({});
  // The title that an item had when somebody began to change it: it never has none.
  const [titleBefore, setTitleBefore] = useState(data.title);
  const state = useMemo(
    () => ({ listing: data, suggestions, edits, held }),
    [data, suggestions, edits, held],
  );
  const view = useMemo(() => shownForm(state), [state]);
  // On another page, or once it is an item, it could not be taken back.
  useEffect(() => {
    const hide = () => {
      notifications.hide(undoId(id));
    };
    if (isPublished) hide();
    return hide;
  }, [id, isPublished]);

  const set = <F extends ListingField>(field: F, value: ListingValues[F]) => {
    setHeld((before) => heldAfter(before, field, value));
    const isNameless =
      isPublished && field === 'title' && typeof value === 'string' && titleProblem(value) !== null;
    saving.change(isNameless ? ownEdit('title', titleBefore) : ownEdit(field, value));
  };
  const enter = (field: ListingField) => {
    if (held[field] !== undefined) return;
    if (field === 'title') setTitleBefore(view.title.value);
    setHeld(heldField(view, field));
  };
  return {
    view,
    state,
    isPublished,
    save,
    retry: saving.retry,
    flush: saving.flush,
    set,
    accept(field) {
      const offered = view[field].suggestion;
      if (offered !== null) set(field, offered.value);
      saving.flush();
    },
    clear(field) {
      set(field, NO_VALUES[field]);
      saving.flush();
    },
    acceptAll() {
      const accepted = acceptedEdits(state);
      const count = suggestedCount(view);
      setHeld({});
      saving.change(accepted);
      saving.flush();
      showUndo({
        id: undoId(id),
        title: `${suggestionsLabel(count)} accepted`,
        message: 'They are yours now.',
        onUndo() {
          setHeld({});
          const now = edited(saving.stored(), saving.store.getState().changes);
          saving.change(releasedEdits(now, accepted));
          saving.flush();
        },
      });
    },
    enter,
    leave() {
      setHeld({});
      saving.flush();
    },
  };
}
