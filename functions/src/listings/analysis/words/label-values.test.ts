import { describe, expect, it } from 'vitest';
import type { PhotoFacts } from '../photo/photo-facts.ts';
import { labelValues } from './label-values.ts';

/** What is read on one photo with these lines, all of one height. */
function valuesOn(...texts: string[]) {
  const lines = texts.map((text) => ({ text, confidence: 1, height: 0.05 }));
  const reading = { labels: [], objects: [], lines, colours: [], coloursOfItem: false, safe: null };
  const quality = { sharpness: null, brightest: 200, burntOut: 0, thumbnail: '' };
  const photo: PhotoFacts = {
    id: 'p',
    file: 'p.jpg',
    width: 100,
    height: 100,
    caption: '',
    reading,
    quality,
  };
  return labelValues([photo]);
}

describe('a size', () => {
  it.each([
    ['Size: M', 'M'],
    ['SIZE XL', 'XL'],
    ['size 2xl', '2XL'],
    ['Größe 38', '38'],
    ['Gr. 42', '42'],
    ['Taille: 40', '40'],
    ['Talla S', 'S'],
    ['Size 9.5 UK', '9.5 UK'],
  ])('stands behind its name: %j', (line, size) => {
    expect(valuesOn('Porto', line).size).toMatchObject({ value: size, line });
  });

  it.each([
    ['30 x 40 cm', '30 x 40 cm'],
    ['Karton 30×40×12,5 cm', '30×40×12,5 cm'],
    ['W32 L34', 'W32 L34'],
    ['EU 42', 'EU 42'],
    ['UK 7.5 leather', 'UK 7.5'],
    ['Inhalt 500 ml', '500 ml'],
    ['1.5 l', '1.5 l'],
    ['Net 250g', '250g'],
    ['18 V', '18 V'],
    ['128 GB', '128 GB'],
  ])('is a measure with its unit: %j', (line, size) => {
    expect(valuesOn('Porto', line).size).toMatchObject({ value: size, line });
  });

  it.each([
    '50% cotton',
    '12.03.2024',
    'Tel. 030 1234',
    'Since 1882',
    'Made in EU',
    'Vitamin B12',
    '100% wool',
    'Room 12',
  ])('is nothing of this: %j', (line) => {
    expect(valuesOn(line).size).toBeNull();
  });

  it('is a letter that stands alone, but hardly', () => {
    expect(valuesOn('XL').size).toMatchObject({ value: 'XL', confidence: 0.4 });
    expect(valuesOn('I').size).toBeNull();
  });

  it('is sooner what is called so than any measure', () => {
    expect(valuesOn('500 ml', 'Size: L').size?.value).toBe('L');
  });
});

describe('a model', () => {
  it.each([
    ['Model: KX-4410', 'KX-4410'],
    ['Modell Nr. 22-A7', '22-A7'],
    ['Art.-Nr. ignored WH-1000XM4', 'WH-1000XM4'],
    ['HV2601', 'HV2601'],
  ])('is read from %j', (line, model) => {
    expect(valuesOn(line).model?.value).toBe(model);
  });

  it.each(['500ML', 'AW26', 'E330', 'EU42', 'W32L34', 'COTTON', '2024'])('is not %j', (line) => {
    expect(valuesOn(line).model).toBeNull();
  });
});

describe('a brand', () => {
  it.each([
    ['Marke: Nordlicht', 'Nordlicht'],
    ['Made by: Harbour & Vale', 'Harbour & Vale'],
    ['NORDLICHT®', 'NORDLICHT'],
  ])('is read from %j', (line, brand) => {
    expect(valuesOn('Cotton', line).brand?.value).toBe(brand);
  });

  it('is no word for a kind of thing, a colour or a material', () => {
    for (const line of ['BAG', 'Leder', 'rouge', 'THE', '2024']) expect(valuesOn(line).brand).toBeNull();
  });
});
