import { describe, expect, it } from 'vitest';
import { meaningOfHeader } from './column-words.ts';
import { isSameWord } from './fold.ts';

describe('a column header', () => {
  it.each([
    ['CAT. NO.', 'sku'],
    ['Style #', 'sku'],
    ['Art.-Nr.', 'sku'],
    ['商品番号', 'sku'],
    ['Артикул', 'sku'],
    ['Style Name', 'name'],
    ['Designer/Product', 'name'],
    ['Наименование товара', 'name'],
    ['品名', 'name'],
    ['Wholesale (USD)', 'wholesale_price'],
    ['W/S', 'wholesale_price'],
    ['EK-Preis netto', 'wholesale_price'],
    ['卸価格', 'wholesale_price'],
    ['SGD RRP', 'msrp'],
    ['UVP', 'msrp'],
    ['希望小売価格', 'msrp'],
    ['PRICE/EACH', 'price'],
    ['Цена, руб.', 'price'],
    ['Colour/Variant', 'color'],
    ['Color Code', 'color_code'],
    ['Sizing', 'size'],
    ['CAP ML', 'capacity'],
    ['HEIGTH', 'dimension'],
    ['Fabric Composition', 'material'],
    ['Product Category', 'category'],
    ['Sl no.', 'serial'],
    ['№ п/п', 'serial'],
    ['Barcode', 'barcode'],
    ['PACKING', 'ignored'],
    ['HS Code (8)', 'ignored'],
  ])('%s heads a column of %s', (header, role) => {
    expect(meaningOfHeader(header)?.role).toBe(role);
  });

  it.each(['PERFUME', 'Ines Dress', '', 'MF-2601'])('%j says nothing', (text) => {
    expect(meaningOfHeader(text)).toBeNull();
  });
});

describe('a mistyped word', () => {
  it('is the same with one letter missing, added, changed or swapped', () => {
    expect(
      ['materal', 'materiall', 'meterial', 'matreial'].every((word) => isSameWord(word, 'material')),
    ).toBe(true);
  });

  it('is another one when it is short or too different', () => {
    expect(isSameWord('art', 'part')).toBe(false);
    expect(isSameWord('wright', 'height')).toBe(false);
  });
});
