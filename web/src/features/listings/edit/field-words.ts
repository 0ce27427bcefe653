/** What the fields of a listing, and what is suggested for them, are called. Pure. */
import type { FieldView, OfferedSuggestion } from '@docket/model/listing/form-view';
import type { ListingField, ListingValues } from '@docket/model/listing/listing';
import { LIMITS } from '@docket/model/limits';
import {
  DOUBTFUL,
  type PriceEstimate,
  type Suggestion,
  type SuggestionSource,
} from '@docket/model/listing/suggestions';
import { confidenceLevel } from '../../../ui/confidence-level.ts';
import { formatMoney } from '../../collections/results/product-format.ts';
import { CONDITION_LABELS } from '../listing-words.ts';

export const FIELD_LABELS: Record<ListingField, string> = {
  title: 'Title',
  description: 'Description',
  category: 'Category',
  tags: 'Tags',
  condition: 'Condition',
  brand: 'Brand',
  model: 'Model',
  size: 'Size',
  colours: 'Colours',
  price: 'Price',
};

const SOURCE_WORDS: Record<SuggestionSource, string> = {
  text: 'From text in a photo',
  label: 'From what the photos show',
  colour: 'From the colours of the photos',
  file_name: 'From the name of a file',
  exif: 'From what the camera noted',
  similar_items: 'From similar items',
};

/** Where a suggestion comes from and how sure it is: "From text in a photo. Medium confidence, 72 %." */
export function groundsText({ source, confidence }: Pick<Suggestion, 'source' | 'confidence'>): string {
  return `${SOURCE_WORDS[source]}. ${confidenceLevel(confidence).label} confidence, ${Math.round(confidence * 100)}\u00A0%.`;
}

/** What stands before a suggestion that is only offered. */
export function offerWord({ confidence }: Pick<Suggestion, 'confidence'>): 'Guess' | 'Suggested' {
  return confidence > DOUBTFUL ? 'Suggested' : 'Guess';
}

/** A value of any field, in words. */
export function valueText(value: ListingValues[ListingField]): string {
  if (value === null) return '';
  if (Array.isArray(value)) return value.join(', ');
  if (typeof value === 'object') return formatMoney(value.amount, value.currency);
  return value === 'new' || value === 'like_new' || value === 'used' || value === 'for_parts'
    ? CONDITION_LABELS[value]
    : value;
}

/** What a price rests on: "The median of 4 similar items from €40.00 to €60.00". */
export function priceBasis({ lowest, highest, currency, based_on: items }: PriceEstimate): string {
  const range =
    lowest === highest
      ? `all at ${formatMoney(lowest, currency)}`
      : `from ${formatMoney(lowest, currency)} to ${formatMoney(highest, currency)}`;
  return `The median of ${items.length} similar items, ${range}:`;
}

/**
 * What is offered beside a field instead of standing in it; null: nothing. What says the same as the field is no offer, and
 * an item that is saved is only offered something for what it does not say.
 */
export function offerBeside(
  view: FieldView<ListingValues[ListingField]>,
  isPublished: boolean,
): OfferedSuggestion<ListingValues[ListingField]> | null {
  if (view.origin !== 'own') return view.origin === 'guess' ? view.suggestion : null;
  if (view.suggestion === null) return null;
  const said = valueText(view.value);
  if (said === valueText(view.suggestion.value) || (isPublished && said !== '')) return null;
  return view.suggestion;
}

/** Tags or colours as they can be saved: each once, of one line, and not too long. */
export function wordList(words: readonly string[], most: number): string[] {
  const lines = words.map((word) =>
    word
      .replaceAll(/\s+/gu, ' ')
      .trim()
      .slice(0, LIMITS.tagCharacters)
      .replace(/[\uD800-\uDBFF]$/u, '')
      .trim(),
  );
  return [...new Set(lines)].filter((line) => line !== '').slice(0, most);
}

/** The price of an amount as the number field has it; null where it is none. */
export function readPrice(amount: number | string, currency: string): ListingValues['price'] {
  const value = typeof amount === 'string' && amount.trim() === '' ? Number.NaN : Number(amount);
  return value >= 0 && value <= LIMITS.price ? { amount: value, currency } : null;
}

/** "5 suggestions" */
export function suggestionsLabel(count: number): string {
  return count === 1 ? '1 suggestion' : `${count} suggestions`;
}
