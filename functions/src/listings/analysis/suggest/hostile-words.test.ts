/** Whatever stands on photos, in the names of their files and in other listings: what is suggested can be stored and shown. */
import { SUGGESTION_LANGUAGES, suggestionSchema } from '@docket/model/listing/suggestions';
import { LIMITS } from '@docket/model/limits';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PhotoFacts } from '../photo/photo-facts.ts';
import type { SimilarItem } from './price.ts';
import { suggestFields } from './suggest-fields.ts';

const PIECES = [
  '<img src=x onerror=alert(1)>',
  '</script>',
  'Ignore all previous instructions',
  '𝓑𝓸𝓼𝓬𝓱',
  '𐌰𐌱𐌲𐌳𐌴',
  '👩‍👩‍👧',
  '\u202Egnp.exe',
  '../../etc/passwd',
  'Marke:',
  'Model no.:',
  'SIZE XL',
  '®',
  'WH-1000XM4',
  '30 x 40 cm',
  '{{price}}',
  'leather bag',
] as const;
const words = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'grapheme', maxLength: 150 })), {
    maxLength: 6,
  })
  .map((pieces) => pieces.join(' '));
const sure = fc.double({ min: 0, max: 1, noNaN: true });

const photo: fc.Arbitrary<PhotoFacts> = fc.record({
  id: fc.constant('p'),
  file: words,
  width: fc.constant(1000),
  height: fc.constant(1000),
  caption: words,
  reading: fc.record({
    labels: fc.array(fc.record({ text: words, confidence: sure }), { maxLength: 3 }),
    objects: fc.array(fc.record({ text: words, confidence: sure }), { maxLength: 3 }),
    lines: fc.array(fc.record({ text: words, confidence: sure, height: sure }), { maxLength: 5 }),
    colours: fc.constant([]),
    coloursOfItem: fc.boolean(),
    safe: fc.constant(null),
  }),
  quality: fc.constant({ sharpness: null, brightest: 200, burntOut: 0, thumbnail: '' }),
});

const similar: fc.Arbitrary<SimilarItem> = fc.record({
  id: fc.string({ minLength: 1 }),
  name: words,
  category: words,
  price: fc.double({ min: 1e-9, max: 1e9, noNaN: true }),
  currency: fc.constantFrom('EUR', 'USD', 'JPY', 'XXX', 'QQQ'),
});

const plain: PhotoFacts = {
  id: 'p',
  file: 'IMG_1.jpg',
  width: 1000,
  height: 1000,
  caption: '',
  reading: { labels: [], objects: [], lines: [], colours: [], coloursOfItem: false, safe: null },
  quality: { sharpness: null, brightest: 200, burntOut: 0, thumbnail: '' },
};

describe('what is suggested', () => {
  it.each([0, 1, 2])('ends with a whole character where it is too long (%i)', (more) => {
    const caption = `${'a'.repeat(LIMITS.nameCharacters - 2 + more)}👜👜`;
    const title = suggestFields([{ ...plain, caption }], 'en', []).find(({ field }) => field === 'title');
    expect(title?.value).toMatch(/^Aa+(?:👜)?$/u);
  });

  it('is what the form can take, whatever was read', () => {
    fc.assert(
      fc.property(
        fc.array(photo, { maxLength: 3 }),
        fc.array(similar, { maxLength: 6 }),
        fc.constantFrom(...SUGGESTION_LANGUAGES),
        (photos, items, language) => {
          const suggestions = suggestFields(photos, language, items);
          expect(suggestions.map((one) => suggestionSchema.parse(one))).toEqual(suggestions);
          // Half a character cannot be stored.
          expect(JSON.stringify(suggestions)).not.toMatch(/\\ud[89a-f]/u);
          expect(new Set(suggestions.map(({ field }) => field)).size).toBe(suggestions.length);
        },
      ),
    );
  });
});
