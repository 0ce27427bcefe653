/**
 * What the form of a listing shows: what a person has typed or accepted, and for all other fields what the analysis
 * suggests. Pure: the same values and suggestions show the same, in whatever order they arrived.
 */
import { cutText } from '../cut-text.ts';
import { LIMITS } from '../limits.ts';
import { LISTING_FIELDS, type Listing, type ListingField, type ListingValues, NO_VALUES } from './listing.ts';
import { DOUBTFUL, type Suggestion } from './suggestions.ts';

/** What one field shows. */
export type FieldView<V> =
  /** The person's, whatever is suggested: that is only offered beside it. */
  | { origin: 'own'; value: V; suggestion: OfferedSuggestion<V> | null }
  /** Taken over and highlighted: it becomes the person's when they accept, change or publish it. */
  | { origin: 'suggested'; value: V; suggestion: OfferedSuggestion<V> }
  /** Nothing, with a guess beside it. */
  | { origin: 'guess'; value: V; suggestion: OfferedSuggestion<V> }
  | { origin: 'empty'; value: V; suggestion: null };

/** A suggestion, and its value as the field would have it. */
export interface OfferedSuggestion<V> {
  value: V;
  /** With its confidence, source and reason. */
  grounds: Suggestion;
}

export type FormView = { [F in ListingField]: FieldView<ListingValues[F]> };

/** The part of a listing that its form is about. */
export type FormListing = ListingValues & Pick<Listing, 'touched'>;

/** Fields of a listing to be saved. */
export type ListingPatch = Partial<ListingValues> & Pick<Listing, 'touched'>;

/** All that publishing saves of the form. */
export type PublishedValues = ListingValues & Pick<Listing, 'touched'>;

/** What each field shows. Of several suggestions for one field the last counts. */
export function formView(listing: FormListing, suggestions: readonly Suggestion[]): FormView {
  const offers = offersIn(suggestions);
  const field = <F extends ListingField>(name: F, offer: OfferedSuggestion<ListingValues[F]> | null) =>
    fieldView(listing.touched.includes(name), listing[name], NO_VALUES[name], offer);
  return {
    title: field('title', offers.title ?? null),
    description: field('description', offers.description ?? null),
    category: field('category', offers.category ?? null),
    tags: field('tags', offers.tags ?? null),
    condition: field('condition', offers.condition ?? null),
    brand: field('brand', offers.brand ?? null),
    model: field('model', offers.model ?? null),
    size: field('size', offers.size ?? null),
    colours: field('colours', offers.colours ?? null),
    price: field('price', offers.price ?? null),
  };
}

function fieldView<V>(
  touched: boolean,
  own: V,
  nothing: V,
  suggestion: OfferedSuggestion<V> | null,
): FieldView<V> {
  if (touched) return { origin: 'own', value: own, suggestion };
  if (suggestion === null) return { origin: 'empty', value: nothing, suggestion };
  return suggestion.grounds.confidence > DOUBTFUL
    ? { origin: 'suggested', value: suggestion.value, suggestion }
    : { origin: 'guess', value: nothing, suggestion };
}

/** The values that a form shows, whoever they are from. */
export function shownValues(view: FormView): ListingValues {
  return {
    title: view.title.value,
    description: view.description.value,
    category: view.category.value,
    tags: view.tags.value,
    condition: view.condition.value,
    brand: view.brand.value,
    model: view.model.value,
    size: view.size.value,
    colours: view.colours.value,
    price: view.price.value,
  };
}

/** What to save when a person takes over what is suggested for `field`, be it a guess, also in place of what they typed. */
export function accept(
  listing: FormListing,
  suggestions: readonly Suggestion[],
  field: ListingField,
): ListingPatch {
  return takeOver(listing, suggestions, formView(listing, suggestions)[field].suggestion ? [field] : []);
}

/** What to save when a person takes over all that is highlighted. Guesses stay guesses. */
export function acceptAll(listing: FormListing, suggestions: readonly Suggestion[]): ListingPatch {
  const view = formView(listing, suggestions);
  return takeOver(
    listing,
    suggestions,
    LISTING_FIELDS.filter((field) => view[field].origin === 'suggested'),
  );
}

function takeOver(
  { touched }: FormListing,
  suggestions: readonly Suggestion[],
  fields: readonly ListingField[],
): ListingPatch {
  const view = formView({ ...NO_VALUES, touched: [] }, suggestions);
  const taken: Partial<ListingValues> = {};
  for (const field of fields) takeOne(taken, field, view[field].suggestion);
  return {
    ...taken,
    touched: LISTING_FIELDS.filter((field) => touched.includes(field) || fields.includes(field)),
  };
}

function takeOne<F extends ListingField>(
  taken: Partial<ListingValues>,
  field: F,
  suggestion: OfferedSuggestion<ListingValues[F]> | null,
): void {
  if (suggestion !== null) taken[field] = suggestion.value;
}

/** What publishing saves: all that is shown, and that it is the person's from then on. */
export function published(listing: FormListing, suggestions: readonly Suggestion[]): PublishedValues {
  return { ...shownValues(formView(listing, suggestions)), touched: [...LISTING_FIELDS] };
}

type Offers = { [F in ListingField]?: OfferedSuggestion<ListingValues[F]> };

/** A value of which nothing is left, such as a text of blanks, is nothing to offer. */
function offersIn(suggestions: readonly Suggestion[]): Offers {
  const offers: Offers = {};
  for (const grounds of suggestions) {
    switch (grounds.field) {
      case 'tags':
      case 'colours': {
        const most = grounds.field === 'tags' ? LIMITS.listingTags : LIMITS.listingColours;
        const value = cutList(grounds.value, most);
        if (value.length > 0) offers[grounds.field] = { value, grounds };
        break;
      }
      case 'condition':
        offers.condition = { value: grounds.value, grounds };
        break;
      case 'price': {
        const { amount, currency } = grounds.value;
        offers.price = { value: { amount: Math.min(amount, LIMITS.price), currency }, grounds };
        break;
      }
      case 'title':
      case 'description':
      case 'category':
      case 'brand':
      case 'model':
      case 'size': {
        const isLong = grounds.field === 'description';
        const value = cutText(
          grounds.value.trim(),
          isLong ? LIMITS.descriptionCharacters : LIMITS.nameCharacters,
        );
        if (value !== '') offers[grounds.field] = { value, grounds };
      }
    }
  }
  return offers;
}

/** Each once, of one line, as far as it fits. */
function cutList(texts: readonly string[], most: number): string[] {
  const lines = texts.map((text) => cutText(text.replaceAll(/\s+/gu, ' ').trim(), LIMITS.tagCharacters));
  return [...new Set(lines)].filter((line) => line !== '').slice(0, most);
}
