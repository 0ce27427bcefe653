import { describe, expect, it } from 'vitest';
import type { PhotoFacts } from '../photo/photo-facts.ts';
import { suggestFields } from './suggest-fields.ts';

/** The condition that is suggested for one photo. */
function conditionOf({ file = 'IMG_1.jpg', caption = '', lines = [''], labels = [''] }) {
  const sure = (text: string) => ({ text, confidence: 0.95 });
  const photo: PhotoFacts = {
    id: 'p',
    file,
    width: 1000,
    height: 1000,
    caption,
    reading: {
      labels: labels.map(sure),
      objects: [],
      lines: lines.map((text) => ({ ...sure(text), height: 0.05 })),
      colours: [],
      coloursOfItem: false,
      safe: null,
    },
    quality: { sharpness: null, brightest: 200, burntOut: 0, thumbnail: '' },
  };
  const found = suggestFields([photo], 'en', []).find(({ field }) => field === 'condition');
  return found === undefined ? null : { value: found.value, source: found.source };
}

describe('a condition', () => {
  it.each([
    ['Brand new bag', 'new'],
    ['New with tags', 'new'],
    ['never used', 'new'],
    ['unused, in box', 'new'],
    ['Neu mit Etikett', 'new'],
    ['OVP', 'new'],
    ['nie getragen', 'new'],
    ['unbenutzt', 'new'],
    ['Jamais porté', 'new'],
    ['jamais utilisé', 'new'],
    ['A estrenar', 'new'],
    ['nunca usado', 'new'],
    ['like new', 'like_new'],
    ['neuwertig', 'like_new'],
    ['comme neuve', 'like_new'],
    ['como nuevo', 'like_new'],
    ['used, good', 'used'],
    ['second-hand coat', 'used'],
    ['Gebrauchte Schuhe', 'used'],
    ['Sac d’occasion', 'used'],
    ['de segunda mano', 'used'],
    ['for parts', 'for_parts'],
    ['Display defekt', 'for_parts'],
    ['hors service', 'for_parts'],
    ['no funciona', 'for_parts'],
  ])('is read in four languages: %j', (caption, value) => {
    expect(conditionOf({ caption })).toEqual({ value, source: 'exif' });
  });

  it.each([
    'New York',
    'NEW',
    'Special occasion dress',
    'Housed in leather',
    'Confused',
    'Unbroken',
    'Neuss',
    'Musterstück',
  ])('is not made up from %j', (caption) => {
    expect(conditionOf({ caption })).toBeNull();
  });

  it('is read from the name of a file and from the item', () => {
    expect(conditionOf({ file: 'used-leather-bag.jpg' })).toEqual({ value: 'used', source: 'file_name' });
    expect(conditionOf({ lines: ['NEU MIT ETIKETT'] })).toEqual({ value: 'new', source: 'text' });
  });

  it('is never what a service takes a photo for', () => {
    expect(conditionOf({ labels: ['Used good', 'Second hand'] })).toBeNull();
  });
});
