import { LIMITS } from '@docket/model/limits';
import { DOUBTFUL } from '@docket/model/listing/suggestions';
import { describe, expect, it } from 'vitest';
import {
  groundsText,
  offerBeside,
  offerWord,
  priceBasis,
  readPrice,
  valueText,
  wordList,
} from './field-words.ts';

const grounds = {
  field: 'title',
  value: 'Bosch PSB 500',
  confidence: 0.72,
  source: 'text',
  reason: 'Printed.',
} as const;
const suggestion = { value: 'Bosch PSB 500', grounds };

describe('a suggestion in words', () => {
  it('says where it is from and how sure it is', () => {
    expect(groundsText(grounds)).toBe('From text in a photo. Medium confidence, 72\u00A0%.');
  });

  it('is called a guess where it is one', () => {
    expect(offerWord({ confidence: DOUBTFUL })).toBe('Guess');
    expect(offerWord(grounds)).toBe('Suggested');
  });

  it('of a price says what it rests on', () => {
    const items = [
      { id: 'a', name: 'Red bag', price: 40 },
      { id: 'b', name: 'Old bag', price: 60 },
    ];
    const estimate = { amount: 50, currency: 'EUR', lowest: 40, highest: 60, based_on: items };
    expect(priceBasis(estimate)).toBe('The median of 2 similar items, from €40.00 to €60.00:');
    expect(priceBasis({ ...estimate, lowest: 40, highest: 40 })).toContain('all at €40.00');
  });
});

describe('what is offered beside a field', () => {
  it('is a guess, and what differs from what was typed', () => {
    expect(offerBeside({ origin: 'guess', value: '', suggestion }, false)).toBe(suggestion);
    expect(offerBeside({ origin: 'own', value: 'My drill', suggestion }, false)).toBe(suggestion);
    expect(offerBeside({ origin: 'own', value: 'Bosch PSB 500', suggestion }, false)).toBeNull();
    expect(offerBeside({ origin: 'suggested', value: 'Bosch PSB 500', suggestion }, false)).toBeNull();
  });

  it('is of a saved item only what it does not say', () => {
    expect(offerBeside({ origin: 'own', value: 'My drill', suggestion }, true)).toBeNull();
    expect(offerBeside({ origin: 'own', value: '', suggestion }, true)).toBe(suggestion);
  });
});

describe('the values of fields', () => {
  it('can be said', () => {
    expect(
      [null, ['red', 'blue'], { amount: 5, currency: 'EUR' }, 'like_new' as const, 'Bag'].map(valueText),
    ).toEqual(['', 'red, blue', '€5.00', 'Like new', 'Bag']);
  });

  it('of several words are each once, of one line, and as long as fits', () => {
    expect(wordList([' red  dress ', 'red dress', '', '\n'], 5)).toEqual(['red dress']);
    expect(wordList(['a', 'b', 'c'], 2)).toEqual(['a', 'b']);
    expect(wordList([`${'x'.repeat(LIMITS.tagCharacters - 1)}😀`], 5)[0]).toHaveLength(
      LIMITS.tagCharacters - 1,
    );
  });

  it('of a price are read at every moment of typing', () => {
    expect(readPrice('12.', 'EUR')).toEqual({ amount: 12, currency: 'EUR' });
    expect(readPrice(0, 'EUR')).toEqual({ amount: 0, currency: 'EUR' });
    for (const none of ['', '-', '.', -1, LIMITS.price + 1]) expect(readPrice(none, 'EUR')).toBeNull();
  });
});
