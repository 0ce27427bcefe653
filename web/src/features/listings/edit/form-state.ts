/**
 * What the form of a listing shows while somebody fills it in: the stored listing, over it what they have done here and the
 * server has not confirmed, and around it what is suggested. The field that has the focus keeps what it shows, so that
 * nothing arrives between two key presses. Pure.
 */
import {
  acceptAll,
  type FieldView,
  type FormListing,
  type FormView,
  formView,
  type PublishedValues,
  published,
  shownValues,
} from '@docket/model/listing/form-view';
import { LISTING_FIELDS, type ListingField, type ListingValues } from '@docket/model/listing/listing';
import type { Suggestion } from '@docket/model/listing/suggestions';

/** What was done to one field: it is the person's, or it is let go, so that what is suggested shows again. */
type Edit<V> = { kind: 'own'; value: V } | { kind: 'released' };

export type Edits = { [F in ListingField]: Edit<ListingValues[F]> };

/** The field that has the focus, as it showed when it got it, or since somebody typed in it. Empty: none has. */
export type Held = Partial<FormView>;

export interface FormState {
  /** As stored. */
  listing: FormListing;
  suggestions: readonly Suggestion[];
  /** Not confirmed by the server. */
  edits: Partial<Edits>;
  held: Held;
}

/** A value that the person has typed, chosen or accepted. */
export function ownEdit<F extends ListingField>(field: F, value: ListingValues[F]): Partial<Edits> {
  return Object.assign<Partial<Edits>, object>({}, { [field]: { kind: 'own', value } });
}

/** The listing with what was done here. */
export function edited(listing: FormListing, edits: Partial<Edits>): FormListing {
  return {
    ...listing,
    ...ownValues(edits),
    touched: LISTING_FIELDS.filter((field) => {
      const edit = edits[field];
      return edit === undefined ? listing.touched.includes(field) : edit.kind === 'own';
    }),
  };
}

/** The values that `edits` make the person's. */
export function ownValues(edits: Partial<Edits>): Partial<ListingValues> {
  const values: Partial<ListingValues> = {};
  for (const field of LISTING_FIELDS) copyOwn(values, field, edits[field]);
  return values;
}

function copyOwn<F extends ListingField>(
  values: Partial<ListingValues>,
  field: F,
  edit: Edit<ListingValues[F]> | undefined,
): void {
  if (edit?.kind === 'own') values[field] = edit.value;
}

/** What each field shows. */
export function shownForm({ listing, suggestions, edits, held }: FormState): FormView {
  const view = formView(edited(listing, edits), suggestions);
  for (const field of LISTING_FIELDS) {
    const was = held[field];
    if (was !== undefined) Object.assign(view, { [field]: frozen(was, view[field]) });
  }
  return view;
}

/** As it was, with what is suggested by now beside it. */
function frozen(was: FieldView<unknown>, now: FieldView<unknown>): FieldView<unknown> {
  switch (was.origin) {
    case 'own':
      return { ...was, suggestion: now.suggestion };
    case 'suggested':
      return was;
    case 'guess':
    case 'empty':
      return now.suggestion === null
        ? { origin: 'empty', value: was.value, suggestion: null }
        : { origin: 'guess', value: was.value, suggestion: now.suggestion };
  }
}

/** The field as it is held when it gets the focus. */
export function heldField(view: FormView, field: ListingField): Held {
  return Object.assign<Held, object>({}, { [field]: view[field] });
}

/** What is held after the person has made `value` theirs. A field that has not got the focus is not held. */
export function heldAfter<F extends ListingField>(held: Held, field: F, value: ListingValues[F]): Held {
  if (held[field] === undefined) return held;
  return Object.assign<Held, object>({}, { [field]: { origin: 'own', value, suggestion: null } });
}

/** What "Accept all" does: every suggestion that is highlighted becomes the person's. */
export function acceptedEdits({ listing, suggestions, edits }: FormState): Partial<Edits> {
  const { touched: _, ...values } = acceptAll(edited(listing, edits), suggestions);
  return editsOf(values);
}

/** Makes values the person's. */
export function editsOf(values: { [F in ListingField]?: ListingValues[F] | undefined }): Partial<Edits> {
  const own = Object.entries(values).map(([field, value]) => [field, { kind: 'own', value }]);
  return Object.assign<Partial<Edits>, object>({}, Object.fromEntries(own));
}

/** What takes "Accept all" back: all that it took, but for what was changed since. `now` is the listing as edited by now. */
export function releasedEdits(now: FormListing, accepted: Partial<Edits>): Partial<Edits> {
  const taken = ownValues(accepted);
  const released: Partial<Edits> = {};
  for (const field of LISTING_FIELDS) {
    const same = JSON.stringify(taken[field]) === JSON.stringify(now[field]);
    if (same && now.touched.includes(field)) released[field] = { kind: 'released' };
  }
  return released;
}

/** How many suggestions are highlighted. */
export function suggestedCount(view: FormView): number {
  return LISTING_FIELDS.filter((field) => view[field].origin === 'suggested').length;
}

/** What publishing saves: all that is shown at this moment, the title without blanks around it. */
export function publishedForm(state: FormState): PublishedValues {
  const { listing, suggestions, edits, held } = state;
  const shown = Object.entries(shownValues(shownForm(state)));
  const holding = editsOf(Object.fromEntries(shown.filter(([field]) => field in held)));
  const saved = published(edited(listing, { ...edits, ...holding }), suggestions);
  return { ...saved, title: saved.title.trim() };
}

/** Why `title` cannot be that of an item; null when it can. Of a draft it may be anything. */
export function titleProblem(title: string): string | null {
  return title.trim() === '' ? 'An item needs a title. Say in a few words what it is.' : null;
}
