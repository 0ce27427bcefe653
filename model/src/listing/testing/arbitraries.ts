/** Suggestions, values and records of listings for tests. */
import fc from 'fast-check';
import { LIMITS } from '../../limits.ts';
import { type FormListing } from '../form-view.ts';
import { LISTING_FIELDS, type ListingValues } from '../listing.ts';
import {
  ITEM_CONDITIONS,
  LIST_FIELDS,
  SUGGESTION_SOURCES,
  type Suggestion,
  suggestionSchema,
  TEXT_FIELDS,
} from '../suggestions.ts';

const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 });
const amounts = fc.integer({ min: 1, max: 2 * LIMITS.price });
const grounds = {
  confidence: fc.double({ min: 0, max: 1, noNaN: true }),
  source: fc.constantFrom(...SUGGESTION_SOURCES),
  reason: fc.constant('Because.'),
};

/** Whatever an analysis may suggest, longer than fits as well. */
export const anySuggestion: fc.Arbitrary<Suggestion> = fc
  .oneof(
    fc.record({ field: fc.constantFrom(...TEXT_FIELDS), value: words, ...grounds }),
    fc.record({
      field: fc.constantFrom(...LIST_FIELDS),
      value: fc.array(words, { minLength: 1, maxLength: 40 }),
      ...grounds,
    }),
    fc.record({
      field: fc.constant('condition' as const),
      value: fc.constantFrom(...ITEM_CONDITIONS),
      ...grounds,
    }),
    fc.record({
      field: fc.constant('price' as const),
      value: amounts.map((amount) => ({
        amount,
        currency: 'EUR',
        lowest: amount,
        highest: amount,
        based_on: ['a', 'b'].map((id) => ({ id, name: id, price: amount })),
      })),
      ...grounds,
    }),
  )
  .map((suggestion) => suggestionSchema.parse(suggestion));

const tags = fc.array(fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 20 }), { maxLength: 5 });
const shortText = fc.string({ maxLength: LIMITS.nameCharacters });

const anyValues: fc.Arbitrary<ListingValues> = fc.record({
  title: shortText,
  description: fc.string(),
  category: shortText,
  tags,
  condition: fc.option(fc.constantFrom(...ITEM_CONDITIONS)),
  brand: shortText,
  model: shortText,
  size: shortText,
  colours: tags,
  price: fc.option(
    fc.record({ amount: fc.integer({ min: 0, max: LIMITS.price }), currency: fc.constant('EUR') }),
  ),
});

/** Whatever a person may have filled in, with some of it touched. */
export const anyForm: fc.Arbitrary<FormListing> = fc
  .tuple(anyValues, fc.subarray([...LISTING_FIELDS]))
  .map(([values, touched]) => ({ ...values, touched }));
