import { suggestionSchema } from '@docket/model/listing/suggestions';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { analysePhotos } from './analyse-photos.ts';
import type { PhotoFacts } from './photo/photo-facts.ts';
import { openEmbeddedReader } from './photo/read-embedded.ts';
import { suggestPrice } from './suggest/price.ts';
import { suggestFields } from './suggest/suggest-fields.ts';
import { MADE_LABELS, blankPhoto, copyOf, photoOfLabel, photoOfThing } from './testing/made-photos.ts';
import { fileNameWords } from './words/file-name-words.ts';

const reader = openEmbeddedReader();
afterAll(async () => await reader.close());

const { signal } = new AbortController();
const analyse = async (files: { name: string; bytes: Uint8Array }[]) => {
  const photos = files.map((file, index) => ({ id: `p${index}`, ...file }));
  return await analysePhotos({ photos, language: 'en', similarItems: [] }, { reader, signal });
};

describe('text on a photo', () => {
  it.each(MADE_LABELS.map((label, index) => ({ label, index })))(
    'shows up in title or tags: $label.brand $label.model',
    async ({ label, index }) => {
      const { suggestions } = await analyse([{ name: 'IMG_1.png', bytes: await photoOfLabel(label, index) }]);
      const told = suggestions
        .filter(({ field }) => field === 'title' || field === 'tags')
        .map(({ value }) => JSON.stringify(value))
        .join(' ');
      expect(told).toContain(label.brand);
    },
  );
});

describe('faults of photos', () => {
  it('are found: blurred, dark, and the same again', async () => {
    const photo = await photoOfThing('#a8232a');
    const { photos } = await analyse([
      { name: 'a.png', bytes: photo },
      { name: 'b.png', bytes: await copyOf(photo, 'strongly blurred') },
      { name: 'c.png', bytes: await copyOf(photo, 'dark') },
    ]);
    const kinds = photos.map((one) => (one.status === 'read' ? one.issues.map(({ kind }) => kind) : []));
    expect(kinds).toEqual([[], ['blurred', 'duplicate'], ['dark', 'duplicate']]);
  });

  it('name the photo that is repeated, and keep apart those that are called alike', async () => {
    const photo = await photoOfThing('#a8232a');
    const { photos } = await analyse([
      { name: 'image.jpg', bytes: photo },
      { name: 'image.jpg', bytes: Buffer.from('no photo') },
      { name: 'image.jpg', bytes: photo },
    ]);
    expect(photos).toMatchObject([
      { id: 'p0', status: 'read', issues: [] },
      { id: 'p1', status: 'failed' },
      {
        id: 'p2',
        status: 'read',
        issues: [{ kind: 'duplicate', of: 'p0', message: expect.stringContaining('image.jpg') }],
      },
    ]);
  });

  it('suggest nothing above a guess for a blank photo', async () => {
    const { suggestions } = await analyse([{ name: 'IMG_1.png', bytes: await blankPhoto() }]);
    expect(suggestions.filter(({ confidence }) => confidence > 0.3)).toEqual([]);
  });
});

/** A photo with these words on it. */
function photoWith(file: string, texts: readonly string[]): PhotoFacts {
  const lines = texts.map((text) => ({ text, confidence: 0.9, height: 0.05 }));
  const reading = { labels: [], objects: [], lines, colours: [], coloursOfItem: false, safe: null };
  const quality = { sharpness: null, brightest: 200, burntOut: 0, thumbnail: '' };
  return { id: file, file, width: 1000, height: 1000, caption: '', reading, quality };
}

describe('suggestions', () => {
  it('read the name of a file, unless a camera gave it', () => {
    expect(fileNameWords('red-leather-bag.jpg')).toEqual(['red', 'leather', 'bag']);
    expect(fileNameWords('IMG_1234.jpg')).toEqual([]);
    const german = suggestFields([photoWith('red-leather-bag.jpg', [])], 'de', []);
    expect(german.find(({ field }) => field === 'title')?.value).toBe('Taschen, rot, Leder');
  });

  it('are valid whatever words there are', () => {
    const language = fc.constantFrom('en', 'de', 'fr', 'es');
    fc.assert(
      fc.property(fc.string(), fc.array(fc.string({ unit: 'grapheme' })), language, (file, texts, chosen) => {
        for (const suggestion of suggestFields([photoWith(file, texts)], chosen, [])) {
          expect(suggestionSchema.safeParse(suggestion).success).toBe(true);
        }
      }),
    );
  });

  it('take a price from two similar items at least, and name them', () => {
    const bag = { id: 'a', name: 'Red bag', category: 'Bags', price: 40, currency: 'EUR' };
    const other = { ...bag, id: 'b', name: 'Old bag', price: 60 };
    const wanted = { title: 'Blue bag', category: 'Taschen' };
    expect(suggestPrice(wanted, [bag], 'en')).toBeNull();
    expect(suggestPrice(wanted, [bag, other], 'en')).toMatchObject({
      value: { amount: 50, based_on: [{ id: 'a' }, { id: 'b' }] },
      reason: expect.stringContaining('“Red bag”'),
    });
  });
});
