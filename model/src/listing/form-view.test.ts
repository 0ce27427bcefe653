import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LIMITS } from '../limits.ts';
import { accept, acceptAll, type FormListing, formView, published, shownValues } from './form-view.ts';
import { LISTING_FIELDS, listingValuesSchema, NO_VALUES } from './listing.ts';
import { DOUBTFUL, type Suggestion } from './suggestions.ts';
import { anyForm, anySuggestion } from './testing/arbitraries.ts';

const form = (fields: Partial<FormListing> = {}): FormListing => ({ ...NO_VALUES, touched: [], ...fields });
const grounds = { confidence: 0.8, source: 'text', reason: 'Printed on the photo.' } as const;
const title = (value: string, confidence = 0.8): Suggestion => ({
  ...grounds,
  field: 'title',
  value,
  confidence,
});
const tags = (value: string[]): Suggestion => ({ ...grounds, field: 'tags', value });
const price: Suggestion = {
  ...grounds,
  field: 'price',
  value: {
    amount: 50,
    currency: 'EUR',
    lowest: 40,
    highest: 60,
    based_on: [
      { id: 'a', name: 'Red bag', price: 40 },
      { id: 'b', name: 'Old bag', price: 60 },
    ],
  },
};

describe('a field that a person has typed in', () => {
  it('shows what they typed, and the suggestion beside it', () => {
    const view = formView(form({ title: 'My drill', touched: ['title'] }), [title('Bosch PSB 500')]);
    expect(view.title).toMatchObject({
      origin: 'own',
      value: 'My drill',
      suggestion: { value: 'Bosch PSB 500' },
    });
  });

  it('stays empty when they have emptied it', () => {
    const view = formView(form({ touched: ['title'] }), [title('Bosch PSB 500')]);
    expect(view.title).toMatchObject({ origin: 'own', value: '' });
  });

  it('never shows anything else, whatever is suggested and in whatever order', () => {
    fc.assert(
      fc.property(anyForm, fc.array(fc.array(anySuggestion)), (listing, arrivals) => {
        for (const suggestions of arrivals) {
          const view = formView(listing, suggestions);
          const saved = published(listing, suggestions);
          for (const field of listing.touched) {
            expect(view[field]).toMatchObject({ origin: 'own', value: listing[field] });
            expect(saved[field]).toEqual(listing[field]);
          }
        }
      }),
    );
  });
});

describe('a field that nobody has touched', () => {
  it('shows what is suggested', () => {
    const view = formView(form(), [title('Bosch PSB 500'), tags(['drill', 'Bosch']), price]);
    expect(view.title).toMatchObject({
      origin: 'suggested',
      value: 'Bosch PSB 500',
      suggestion: { grounds: { reason: grounds.reason } },
    });
    expect(view.tags).toMatchObject({ origin: 'suggested', value: ['drill', 'Bosch'] });
    expect(view.price).toMatchObject({ origin: 'suggested', value: { amount: 50, currency: 'EUR' } });
  });

  it('shows a guess beside it, and nothing in it', () => {
    const view = formView(form(), [title('Bosch PSB 500', DOUBTFUL)]);
    expect(view.title).toMatchObject({ origin: 'guess', value: '', suggestion: { value: 'Bosch PSB 500' } });
  });

  it('is empty when nothing is suggested, whatever its value was', () => {
    expect(formView(form({ title: 'Left over' }), []).title).toEqual({
      origin: 'empty',
      value: '',
      suggestion: null,
    });
  });

  it('follows the suggestions: the latest for a field counts', () => {
    expect(formView(form(), [title('Drill'), title('Bosch PSB 500')]).title.value).toBe('Bosch PSB 500');
  });

  it('is not filled with blanks', () => {
    expect(formView(form(), [title('  '), tags([' ', '\n'])])).toMatchObject({
      title: { origin: 'empty' },
      tags: { origin: 'empty' },
    });
  });

  it('takes as much as fits, without half a character', () => {
    const view = formView(form(), [title(`${'x'.repeat(LIMITS.nameCharacters - 1)}😀`)]);
    expect(view.title.value).toBe('x'.repeat(LIMITS.nameCharacters - 1));
  });
});

describe('what is suggested', () => {
  it('can be saved, whatever it is', () => {
    fc.assert(
      fc.property(anyForm, fc.array(anySuggestion), (listing, suggestions) => {
        const values = shownValues(formView({ ...listing, touched: [] }, suggestions));
        expect(listingValuesSchema.safeParse(values).success).toBe(true);
      }),
    );
  });
});

describe('taking over one suggestion', () => {
  it('makes it the value of the person, and saves nothing else', () => {
    const listing = form({ brand: 'Makita', touched: ['brand'] });
    expect(accept(listing, [title('Bosch PSB 500'), price], 'title')).toEqual({
      title: 'Bosch PSB 500',
      touched: ['title', 'brand'],
    });
  });

  it('is possible for a guess, and in place of what was typed', () => {
    const listing = form({ title: 'My drill', touched: ['title'] });
    expect(accept(listing, [title('Bosch PSB 500', 0.1)], 'title').title).toBe('Bosch PSB 500');
  });

  it('changes nothing where nothing is suggested', () => {
    expect(accept(form({ touched: ['brand'] }), [price], 'title')).toEqual({ touched: ['brand'] });
  });
});

describe('taking over all suggestions', () => {
  it('takes those that are highlighted, and leaves guesses and what was typed', () => {
    const listing = form({ title: 'My drill', touched: ['title'] });
    const guess: Suggestion = { ...grounds, field: 'size', value: 'L', confidence: 0.2 };
    expect(acceptAll(listing, [title('Bosch PSB 500'), price, guess])).toEqual({
      price: { amount: 50, currency: 'EUR' },
      touched: ['title', 'price'],
    });
  });

  it('changes nothing of what the form shows, and leaves nothing highlighted', () => {
    fc.assert(
      fc.property(anyForm, fc.array(anySuggestion), (listing, suggestions) => {
        const before = formView(listing, suggestions);
        const after = formView({ ...listing, ...acceptAll(listing, suggestions) }, suggestions);
        expect(shownValues(after)).toEqual(shownValues(before));
        expect(LISTING_FIELDS.filter((field) => after[field].origin === 'suggested')).toEqual([]);
      }),
    );
  });
});

describe('publishing', () => {
  it('saves all that is shown, and nothing of what is only offered', () => {
    const listing = form({ description: 'Works.', brand: 'Not mine', touched: ['description'] });
    expect(
      published(listing, [
        title('Bosch PSB 500'),
        { ...grounds, field: 'size', value: 'L', confidence: 0.1 },
      ]),
    ).toEqual({
      ...NO_VALUES,
      title: 'Bosch PSB 500',
      description: 'Works.',
      touched: LISTING_FIELDS,
    });
  });

  it('makes the listing deaf to later suggestions', () => {
    fc.assert(
      fc.property(anyForm, fc.array(anySuggestion), fc.array(anySuggestion), (listing, before, later) => {
        const saved = published(listing, before);
        expect(shownValues(formView(saved, later))).toEqual(shownValues(formView(listing, before)));
      }),
    );
  });
});
