import { describe, expect, it } from 'vitest';
import { sheet, workbook } from '../understanding/testing/build.ts';
import { linesOfSheet, merged, readOrder, told } from './testing/read-order.ts';

describe('an order with a row for each size', () => {
  it.each([
    {
      language: 'German',
      head: ['Artikel-Nr.', 'Bezeichnung', 'Farbe', 'Größe', 'Menge', 'EK netto', 'Gesamtpreis'],
      sum: 'Summe',
    },
    {
      language: 'French',
      head: ['Réf.', 'Désignation', 'Coloris', 'Taille', 'Qté', 'PU HT', 'Total HT'],
      sum: 'Total HT',
    },
    {
      language: 'Italian',
      head: ['Codice', 'Descrizione articolo', 'Colore', 'Taglia', 'Q.tà', 'Prezzo unit.', 'Importo'],
      sum: 'Totale',
    },
    {
      language: 'Spanish',
      head: ['Referencia', 'Artículo', 'Color', 'Talla', 'Cant.', 'Precio', 'Importe'],
      sum: 'Total',
    },
    {
      language: 'Russian',
      head: ['Артикул', 'Наименование', 'Цвет', 'Размер', 'Кол-во', 'Цена', 'Сумма'],
      sum: 'Итого',
    },
    { language: 'Chinese', head: ['货号', '品名', '颜色', '尺码', '订货数量', '单价', '金额'], sum: '合计' },
    {
      language: 'Japanese',
      head: ['品番', '商品名', 'カラー', 'サイズ', '数量', '下代', '金額'],
      sum: '合計',
    },
    {
      language: 'Dutch',
      head: ['Artikelcode', 'Omschrijving', 'Kleur', 'Maat', 'Aantal', 'Prijs', 'Bedrag'],
      sum: 'Totaal',
    },
    {
      language: 'English',
      head: ['SKU', 'Item Description', 'Color', 'Size', 'Qty Ordered', 'Unit Cost', 'Ext. Cost'],
      sum: 'TOTAL',
    },
  ])('is read with $language headers and European numbers', async ({ head, sum }) => {
    const { lines, tables } = await readOrder(
      workbook(
        sheet([
          head,
          ['MF-2601', 'Remy', 'Grau', 'S', '2', '1.042,50', '2.085,00'],
          ['MF-2601', 'Remy', 'Grau', 'M', '10 Stk', '1.042,50', '10.425,00'],
          ['MF-2609', 'Jules', 'Schwarz', '38', '4', '24,00', '96,00'],
          ['', '', '', sum, '16', '', '12.606,00'],
        ]),
      ),
    );
    expect(told(lines)).toEqual([
      'MF-2601 Grau S × 2 @ 1042.5',
      'MF-2601 Grau M × 10 @ 1042.5',
      'MF-2609 Schwarz 38 × 4 @ 24',
    ]);
    expect(lines.map(({ name }) => name)).toEqual(['Remy', 'Remy', 'Jules']);
    expect(tables[0]).toMatchObject({ layout: 'size-rows', used: true, quantity: 16, amount: 12606 });
    expect(tables[0]?.checks.map(({ kind, scope, ok }) => `${kind} ${scope} ${ok}`)).toEqual([
      'quantity total true',
      'amount total true',
      'amount line true',
      'amount line true',
      'amount line true',
    ]);
  });

  it('writes style, colour and price once for all of its rows', async () => {
    expect(
      await linesOfSheet(
        ['Style', 'Name', 'Colour', 'Size', 'Qty', 'Price'],
        ['KX-10', 'Parka', 'Navy', 'S', 1, 99],
        ['', '', '', 'M', 2, ''],
        ['', '', 'Olive', 'S', 3, ''],
        ['', '', '', 'M', 4, ''],
        ['KX-20', 'Cap', 'Red', 'OS', 5, 9],
      ),
    ).toEqual([
      'KX-10 Navy S × 1 @ 99',
      'KX-10 Navy M × 2 @ 99',
      'KX-10 Olive S × 3 @ 99',
      'KX-10 Olive M × 4 @ 99',
      'KX-20 Red OS × 5 @ 9',
    ]);
  });

  it('merges the style over its rows', async () => {
    const order = sheet([
      ['Style', 'Colour', 'Size', 'Pairs', 'Price'],
      ['KX-10', 'Navy', '40', 1, 99],
      ['', '', '41', 2, ''],
      ['', 'Tan', '40', 3, ''],
    ]);
    const { lines } = await readOrder(workbook(merged(order, [2, 1, 3, 1], [2, 2, 2, 1], [2, 5, 3, 1])));
    expect(told(lines)).toEqual([
      'KX-10 Navy 40 × 1 @ 99',
      'KX-10 Navy 41 × 2 @ 99',
      'KX-10 Tan 40 × 3 @ 99',
    ]);
  });

  it('has the style in a row of its own', async () => {
    expect(
      await linesOfSheet(
        ['Item no.', 'Item', 'Color', 'Size', 'Quantity', 'Price'],
        ['KX-10', 'Parka', '', '', '', 99],
        ['', '', 'Navy', 'S', 1, ''],
        ['', '', 'Navy', 'M', 2, ''],
        ['KX-11', 'Vest', '', '', '', 49],
        ['', '', 'Red', 'S', 3, ''],
      ),
    ).toEqual(['KX-10 Navy S × 1 @ 99', 'KX-10 Navy M × 2 @ 99', 'KX-11 Red S × 3 @ 49']);
  });
});
