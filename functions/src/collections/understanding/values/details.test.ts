import { describe, expect, it } from 'vitest';
import { parseDelivery, parseOrigin, parseSeason } from './details.ts';
import { looksLikeMaterial, parseMaterial } from './material.ts';
import { isBarcode, shapeOf, skuLikeness } from './sku.ts';

describe('a season', () => {
  it.each([
    ['MARLOW & FINCH — AW26', 'AW26'],
    ['AUTUMN / WINTER 2026', 'AUTUMN / WINTER 2026'],
    ['Spring 2027 collection', 'Spring 2027'],
    ['Herbst/Winter 2026', 'Herbst/Winter 2026'],
  ])('is found in %s', (text, season) => {
    expect(parseSeason(text)).toBe(season);
  });

  it.each(['Winter coat', 'Summer dress 100% cotton', 'Style 2026'])('is not in %s', (text) => {
    expect(parseSeason(text)).toBeNull();
  });
});

describe('a delivery window', () => {
  it.each([
    ['DELIVERY 7/30 – 8/30', '7/30 – 8/30'],
    ['Delivery: Sept 26', 'Sept 26'],
    ['Ships 1 Aug - 15 Sept', '1 Aug - 15 Sept'],
    ['DELIVERY: 15 Jul – 30 Aug 2026', '15 Jul – 30 Aug 2026'],
    ['Delivery 2', '2'],
  ])('is found in %s', (text, window) => {
    expect(parseDelivery(text)).toBe(window);
  });

  it('needs its label', () => {
    expect(parseDelivery('7/30 – 8/30')).toBeNull();
  });
});

describe('an origin', () => {
  it.each([
    ['Made in Portugal', 'Portugal'],
    ['Country of origin: Italy', 'Italy'],
    ['Hergestellt in Deutschland', 'Deutschland'],
    ['产地：中国', '中国'],
  ])('is found in %s', (text, origin) => {
    expect(parseOrigin(text)).toBe(origin);
  });

  it('is not found inside other words', () => {
    expect(parseOrigin('CARREFOUR ORIGINAL 200 g')).toBeNull();
  });
});

describe('a material', () => {
  it.each(['55% linen, 45% viscose', '100% Tencel lyocell', '100% lambswool', 'Stoneware', '麻100%'])(
    'is %s',
    (text) => {
      expect(looksLikeMaterial(text)).toBe(true);
    },
  );

  it.each(['50% off', 'Glass House Vase in the Round', 'Жирность 45%'])('is not %s', (text) => {
    expect(looksLikeMaterial(text)).toBe(false);
  });

  it('loses its label', () => {
    expect(parseMaterial('Fabric: 100% cotton')).toBe('100% cotton');
  });
});

describe('an article number', () => {
  it.each(['MF-2601', '1100/15', 'FEN/0310', 'KB-1001', 'BTV-BAGS-001-BLK', '40123'])('may be %s', (text) => {
    expect(skuLikeness(text)).toBeGreaterThanOrEqual(0.6);
  });

  it.each(['Shirt', '2026', '250 g', 'AW26', '12/05/2026', 'XL', '$48', 'DELIVERY 7/30'])(
    'is hardly %s',
    (text) => {
      expect(skuLikeness(text)).toBeLessThan(0.5);
    },
  );

  it('is told from a barcode by the check digit', () => {
    expect(isBarcode('4006381333931')).toBe(true);
    expect(isBarcode('4006381333932')).toBe(false);
  });

  it('has a pattern that its neighbours share', () => {
    expect(shapeOf('MF-2601')).toBe(shapeOf('AB-7'));
  });
});
