import { describe, expect, it } from 'vitest';
import { sheet, workbook } from '../understanding/testing/build.ts';
import { merged, readOrder, told } from './testing/read-order.ts';

const linesOf = async (...rows: (string | number)[][]): Promise<string[]> =>
  told((await readOrder(workbook(sheet(rows)))).lines);

describe('an order with a column for each size', () => {
  it('is read below letterhead, addresses and terms', async () => {
    expect(
      await linesOf(
        ['Nordlicht Store GmbH'],
        ['Am Speicher 9, 20457 Hamburg'],
        ['PO number', 'PO-1187', '', 'Supplier', 'Harbour & Vale'],
        ['Order date', '28.01.2026', '', 'Season', 'AW26'],
        ['Please deliver complete groups.'],
        [],
        ['Style no.', 'Description', 'Colour', 'S', 'M', 'L', 'Total qty', 'Unit price', 'Line total'],
        ['HV-1010', 'Duffle Coat', 'Camel', 1, 2, '', 3, 164, 492],
        ['HV-1010', 'Duffle Coat', 'Navy', '', 2, 2, 4, 164, 656],
        ['Total', '', '', '', '', '', 7, '', 1148],
      ),
    ).toEqual([
      'HV-1010 Camel S × 1 @ 164',
      'HV-1010 Camel M × 2 @ 164',
      'HV-1010 Navy M × 2 @ 164',
      'HV-1010 Navy L × 2 @ 164',
    ]);
  });

  it('has its sizes in a second header row below a merged “Sizes”', async () => {
    const order = sheet([
      ['Style', 'Description', 'Colour', 'Sizes', '', '', 'Qty', 'Price'],
      ['', '', '', 'S', 'M', 'L'],
      ['AB-100', 'Tee', 'White', 2, 4, 2, 8, 12.5],
      ['AB-100', 'Tee', 'Black', 1, 1, '', 2, 12.5],
    ]);
    const { lines, tables } = await readOrder(
      workbook(
        merged(order, [1, 4, 1, 3], [1, 1, 2, 1], [1, 2, 2, 1], [1, 3, 2, 1], [1, 7, 2, 1], [1, 8, 2, 1]),
      ),
    );
    expect(told(lines)).toEqual([
      'AB-100 White S × 2 @ 12.5',
      'AB-100 White M × 4 @ 12.5',
      'AB-100 White L × 2 @ 12.5',
      'AB-100 Black S × 1 @ 12.5',
      'AB-100 Black M × 1 @ 12.5',
    ]);
    expect(tables[0]).toMatchObject({ header_row: 2, layout: 'size-columns' });
  });

  it('has several size runs side by side under group headings', async () => {
    const order = sheet([
      ['', '', '', 'Tops', '', '', 'Denim', '', '', 'Shoes', '', ''],
      ['Article', 'Name', 'Color', 'S', 'M', 'L', '26', '28', '30', '37', '38', '39', 'Units', 'WS', 'Total'],
      ['T-1', 'Tee', 'Red', 1, 2, 3, '', '', '', '', '', '', 6, 10, 60],
      ['J-2', 'Jean', 'Blue', '', '', '', 4, 5, 6, '', '', '', 15, 20, 300],
      ['B-3', 'Boot', 'Black', '', '', '', '', '', '', 1, 1, 1, 3, 50, 150],
    ]);
    const { lines } = await readOrder(workbook(merged(order, [1, 4, 1, 3], [1, 7, 1, 3], [1, 10, 1, 3])));
    expect(told(lines)).toEqual([
      'T-1 Red S × 1 @ 10',
      'T-1 Red M × 2 @ 10',
      'T-1 Red L × 3 @ 10',
      'J-2 Blue 26 × 4 @ 20',
      'J-2 Blue 28 × 5 @ 20',
      'J-2 Blue 30 × 6 @ 20',
      'B-3 Black 37 × 1 @ 50',
      'B-3 Black 38 × 1 @ 50',
      'B-3 Black 39 × 1 @ 50',
    ]);
  });

  it.each([
    ['shoes in halves', ['36', '36.5', '37', '37.5']],
    ['shoes with fractions', ['36', '36½', '37', '37½']],
    ['American shoes', ['6', '6.5', '7', '7.5', '8']],
    ['labelled shoes', ['EU 36', 'EU 37', 'EU 38']],
    ['waist and inseam', ['30/32', '32/32', '34/34']],
    ['waist and inseam in letters', ['W30 L32', 'W32 L32']],
    ['months', ['0-3M', '3-6M', '6-12M', '12-18M']],
    ['years', ['2Y', '4Y', '6Y', '8Y']],
    ['years in words', ['3-4 yrs', '5-6 yrs', '7-8 yrs']],
    ['words', ['Small', 'Medium', 'Large', 'X-Large']],
    ['double sizes', ['XS/S', 'M/L', 'XL/XXL']],
    ['children in twos', ['2', '4', '6', '8', '10']],
    ['letters with numbers', ['S (36)', 'M (38)', 'L (40)']],
    ['large letters', ['M', 'L', 'XL', '2XL', '3XL']],
    ['bras', ['70B', '75B', '80C']],
  ])('knows %s', async (_, sizes) => {
    const amounts = sizes.map((_size, index) => index + 1);
    const sum = amounts.reduce((left, right) => left + right, 0);
    const { lines } = await readOrder(
      workbook(
        sheet([
          ['Style', 'Colour', ...sizes, 'Total', 'Price'],
          ['KX-4410', 'Black', ...amounts, sum, 25],
          ['KX-4420', 'White', ...amounts.toReversed(), sum, 30],
        ]),
      ),
    );
    expect(
      lines.filter(({ sku }) => sku === 'KX-4410').map(({ size, quantity }) => [size, quantity]),
    ).toEqual(sizes.map((size, index) => [size, index + 1]));
    expect(lines).toHaveLength(2 * sizes.length);
  });

  it('knows “Size S”, “Qty M” and sizes with their unit', async () => {
    const { lines } = await readOrder(
      workbook(
        sheet([
          ['Style', 'Name', 'Size S', 'Size M', 'Size L', 'Unit Cost'],
          ['KX-1', 'Tee', 1, 2, 3, 9.5],
        ]),
      ),
    );
    expect(lines.map(({ size, quantity }) => [size, quantity])).toEqual([
      ['S', 1],
      ['M', 2],
      ['L', 3],
    ]);
  });

  it('gives articles of one size their quantity', async () => {
    expect(
      await linesOf(
        ['Ref', 'Designation', 'Coloris', 'TU', 'PU HT', 'Montant'],
        ['SAC-01', 'Cabas', 'Noir', 12, '24,50 €', '294,00 €'],
        ['SAC-02', 'Pochette', 'Rouge', 6, '12,00 €', '72,00 €'],
      ),
    ).toEqual(['SAC-01 Noir TU × 12 @ 24.5', 'SAC-02 Rouge TU × 6 @ 12']);
  });

  it('takes over new sizes in the middle', async () => {
    expect(
      await linesOf(
        ['Style', 'Name', 'Color', 'XS', 'S', 'M', 'L', 'Total', 'Price'],
        ['T-100', 'Tee', 'Red', 1, 2, 2, 1, 6, 10],
        ['', '', '', 37, 38, 39, 40],
        ['B-200', 'Boot', 'Tan', 1, 1, 2, 2, 6, 50],
      ),
    ).toEqual([
      'T-100 Red XS × 1 @ 10',
      'T-100 Red S × 2 @ 10',
      'T-100 Red M × 2 @ 10',
      'T-100 Red L × 1 @ 10',
      'B-200 Tan 37 × 1 @ 50',
      'B-200 Tan 38 × 1 @ 50',
      'B-200 Tan 39 × 2 @ 50',
      'B-200 Tan 40 × 2 @ 50',
    ]);
  });

  it('repeats its header with other sizes for each block', async () => {
    expect(
      await linesOf(
        ['Women'],
        ['Style', 'Color', 'S', 'M', 'Qty', 'Price'],
        ['W-100', 'Red', 1, 2, 3, 10],
        ['Total', '', '', '', 3],
        [],
        ['Shoes'],
        ['Style', 'Color', '38', '39', 'Qty', 'Price'],
        ['S-100', 'Black', 4, 5, 9, 60],
      ),
    ).toEqual([
      'W-100 Red S × 1 @ 10',
      'W-100 Red M × 2 @ 10',
      'S-100 Black 38 × 4 @ 60',
      'S-100 Black 39 × 5 @ 60',
    ]);
  });

  it('names the style above a matrix of colours and sizes', async () => {
    expect(
      await linesOf(
        ['Purchase order 4711'],
        ['Style No.', 'QT-5501', 'Description', 'Quilted Vest'],
        ['Colour', 'S', 'M', 'L', 'Total'],
        ['Olive', 1, 2, 3, 6],
        ['Navy', 2, 2, 2, 6],
        ['Total', 3, 4, 5, 12],
        [],
        ['Style No.', 'QT-5502', 'Description', 'Quilted Coat'],
        ['Colour', 'S', 'M', 'L', 'Total'],
        ['Black', 5, 5, 5, 15],
      ),
    ).toEqual([
      'QT-5501 Olive S × 1',
      'QT-5501 Olive M × 2',
      'QT-5501 Olive L × 3',
      'QT-5501 Navy S × 2',
      'QT-5501 Navy M × 2',
      'QT-5501 Navy L × 2',
      'QT-5502 Black S × 5',
      'QT-5502 Black M × 5',
      'QT-5502 Black L × 5',
    ]);
  });

  it('has colours over groups of sizes', async () => {
    const order = sheet([
      ['', '', 'Black', '', 'White', ''],
      ['Style', 'Name', 'S', 'M', 'S', 'M', 'Price'],
      ['T-100', 'Tee', 1, 2, 3, 4, 10],
    ]);
    const { lines } = await readOrder(workbook(merged(order, [1, 3, 1, 2], [1, 5, 1, 2])));
    expect(told(lines)).toEqual([
      'T-100 Black S × 1 @ 10',
      'T-100 Black M × 2 @ 10',
      'T-100 White S × 3 @ 10',
      'T-100 White M × 4 @ 10',
    ]);
  });

  it('has a quantity in words of the trade, dashes for none, and cancelled rows', async () => {
    expect(
      await linesOf(
        ['Style #', 'Clr', 'S', 'M', 'L', 'Tot. Units', 'Whsl', 'Ext $', 'Notes'],
        ['BB-10', 'White', '6 pcs', '-', '3', 9, '$19.50', '$175.50', ''],
        ['BB-11', 'White', 6, 2, 4, 12, '$31.00', '$372.00', 'CANCELLED'],
        ['BB-12', 'Pink', 2, 0, '—', 2, '$31.00', '$62.00', 'rush'],
      ),
    ).toEqual(['BB-10 White S × 6 @ 19.5', 'BB-10 White L × 3 @ 19.5', 'BB-12 Pink S × 2 @ 31']);
  });
});

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
      await linesOf(
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
      await linesOf(
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

describe('colours', () => {
  it.each([
    ['in brackets', ['Pink (420)', 'Dark Blue (630)'], ['Pink (420)', 'Dark Blue (630)']],
    ['in front', ['124 Camel', '418 Navy'], ['Camel (124)', 'Navy (418)']],
    ['with a dash', ['BL139 - Blue', 'RD201 - Red'], ['Blue (BL139)', 'Red (RD201)']],
    ['behind', ['Claret 228', 'Moss 310'], ['Claret (228)', 'Moss (310)']],
    ['alone', ['124', '418'], ['(124)', '(418)']],
    ['none', ['Black/White', 'Navy'], ['Black/White', 'Navy']],
  ])('with a code %s', async (_, printed, expected) => {
    const [first = '', second = ''] = printed;
    expect(
      await linesOf(
        ['Style', 'Name', 'Colour', 'Qty', 'Price'],
        ['AX-100', 'Tee', first, 3, 10],
        ['AX-100', 'Tee', second, 4, 10],
      ),
    ).toEqual([`AX-100 ${expected[0]} × 3 @ 10`, `AX-100 ${expected[1]} × 4 @ 10`]);
  });

  const bases = async (rows: (string | number)[][]): Promise<string[]> => {
    const { lines } = await readOrder(workbook(sheet(rows)));
    return lines.map(
      ({ base_sku, color_code }) => `${base_sku}${color_code === null ? '' : ` + ${color_code}`}`,
    );
  };

  it('are split from article numbers that end in the printed code', async () => {
    expect(
      await bases([
        ['SKU', 'Colour', 'Colour code', 'Qty'],
        ['HV26-1010-124', 'Camel', '124', 1],
        ['HV26-1010-418', 'Navy', '418', 2],
        ['HV26-1014-418', 'Navy', '418', 2],
      ]),
    ).toEqual(['HV26-1010 + 124', 'HV26-1010 + 418', 'HV26-1014 + 418']);
  });

  it('are split without a separator where several endings share a beginning and abbreviate the colour', async () => {
    expect(
      await bases([
        ['Article', 'Description', 'Colour', 'Qty', 'Price'],
        ['PA05669305BL139', 'Dress', 'Blue', 1, 40],
        ['PA05669305RD201', 'Dress', 'Red', 2, 40],
        ['PA05669310BL139', 'Skirt', 'Blue', 3, 30],
      ]),
    ).toEqual(['PA05669305 + BL139', 'PA05669305 + RD201', 'PA05669310 + BL139']);
  });

  it('are split without a colour column where styles share known short forms', async () => {
    expect(
      await bases([
        ['Style', 'Name', 'S', 'M', 'Price'],
        ['1234/BLK', 'Tee', 1, 2, 10],
        ['1234/NVY', 'Tee', 1, 2, 10],
        ['1250/BLK', 'Shirt', 1, 2, 20],
      ]),
    ).toEqual(['1234 + BLK', '1234 + BLK', '1234 + NVY', '1234 + NVY', '1250 + BLK', '1250 + BLK']);
  });

  it.each([
    ['a lone number', ['MF-2601BL139']],
    ['numbers that count up', ['SKU-001', 'SKU-002', 'SKU-003', 'SKU-004']],
    ['numbers that differ at the end only', ['10501241', '10501242', '10501243']],
    ['models of different makes', ['UTG2800-400', 'LI-92B', 'TG-7']],
    ['sizes', ['1234-S', '1234-M', '1250-S']],
    ['years', ['HV-2025', 'HV-2026', 'KX-2025']],
  ])('are not split from %s', async (_, skus) => {
    const rows = skus.map((sku, index) => [sku, `Thing ${index}`, index + 1, 10.5]);
    expect(await bases([['SKU', 'Name', 'Qty', 'Price'], ...rows])).toEqual(skus);
  });

  it('are left where the ending is the size', async () => {
    expect(
      await bases([
        ['SKU', 'Colour', 'Size', 'Qty'],
        ['1234-BLK-S', 'Black', 'S', 1],
        ['1234-BLK-M', 'Black', 'M', 2],
        ['1234-WHT-S', 'White', 'S', 3],
        ['1250-BLK-S', 'Black', 'S', 3],
      ]),
    ).toEqual(['1234 + BLK', '1234 + BLK', '1234 + WHT', '1250 + BLK']);
  });
});

describe('an order without sizes', () => {
  it('of parts, with shipping and tax below', async () => {
    const { lines, tables } = await readOrder(
      workbook(
        sheet([
          ['Makerspace West', '', '', '', 'PURCHASE ORDER'],
          ['Bill to:', 'Lab 4', '', '', 'Date:', '2026-02-01'],
          [],
          ['#', 'Part Number', 'Description', 'Qty', 'Unit Price', 'Amount'],
          [1, '296-1395-5-ND', 'IC OPAMP', 10, '$0.52', '$5.20'],
          [2, 'A000066', 'Arduino Uno R3', 2, '$27.60', '$55.20'],
          [3, 'NEMA17-42', 'Stepper motor', 4, '$14.00', '$56.00'],
          ['', '', '', '', 'Subtotal', '$116.40'],
          ['', '', '', '', 'Shipping', '$9.99'],
          ['', '', '', '', 'Sales tax', '$10.48'],
          ['', '', '', '', 'TOTAL', '$136.87'],
        ]),
      ),
    );
    expect(told(lines)).toEqual(['296-1395-5-ND × 10 @ 0.52', 'A000066 × 2 @ 27.6', 'NEMA17-42 × 4 @ 14']);
    expect(tables[0]).toMatchObject({ currency: 'USD', amount: 116.4, layout: 'plain' });
    expect(tables[0]?.checks.every(({ ok }) => ok)).toBe(true);
    expect(tables[0]?.checks.filter(({ scope }) => scope !== 'line').map(({ printed }) => printed)).toEqual([
      136.87, 116.4,
    ]);
  });

  it('of food, in cases', async () => {
    expect(
      await linesOf(
        ['Art.-Nr.', 'Artikel', 'VE', 'Menge', 'Einheit', 'EP', 'Gesamt'],
        ['10023', 'Olivenöl 0,5 l', 6, 12, 'Fl.', '7,90', '94,80'],
        ['10024', 'Balsamico 250 ml', 12, 24, 'Fl.', '4,20', '100,80'],
        ['10031', 'Penne 500 g', 20, 40, 'Pk.', '1,15', '46,00'],
      ),
    ).toEqual(['10023 × 12 @ 7.9', '10024 × 24 @ 4.2', '10031 × 40 @ 1.15']);
  });

  it('says what was ordered beside what was shipped and what is open', async () => {
    expect(
      await linesOf(
        ['Item', 'Description', 'Open', 'Shipped', 'Ordered', 'Price', 'Extended'],
        ['AX-10', 'Lamp', 2, 8, 10, 30, 300],
        ['AX-11', 'Shade', 0, 5, 5, 12, 60],
      ),
    ).toEqual(['AX-10 × 10 @ 30', 'AX-11 × 5 @ 12']);
  });

  it('takes cartons times pieces for what they are', async () => {
    expect(
      await linesOf(
        ['货号', '品名', '箱数', '装箱数', '总数量', '单价', '金额'],
        ['XK-001', '杯子', 5, 24, 120, 3.5, 420],
        ['XK-002', '盘子', 2, 12, 24, 8, 192],
      ),
    ).toEqual(['XK-001 × 120 @ 3.5', 'XK-002 × 24 @ 8']);
  });

  it('tells wholesale, retail and total apart', async () => {
    const { lines } = await readOrder(
      workbook(
        sheet([
          ['Style', 'Name', 'RRP', 'WS', 'Qty', 'Total RRP', 'Total WS'],
          ['AX-10', 'Lamp', 60, 25, 4, 240, 100],
          ['AX-11', 'Shade', 30, 12, 5, 150, 60],
        ]),
      ),
    );
    expect(lines.map(({ unit_price, msrp, quantity }) => [unit_price, msrp, quantity])).toEqual([
      [25, 60, 4],
      [12, 30, 5],
    ]);
  });

  it('chooses the net price by what the totals come to', async () => {
    expect(
      await linesOf(
        ['Ref', 'Article', 'Qté', 'Prix', 'Remise %', 'Prix net', 'Montant'],
        ['AX-10', 'Lampe', 4, '30,00', '10', '27,00', '108,00'],
        ['AX-11', 'Abat-jour', 5, '12,00', '10', '10,80', '54,00'],
      ),
    ).toEqual(['AX-10 × 4 @ 27', 'AX-11 × 5 @ 10.8']);
  });

  it('holds the lines of several orders', async () => {
    expect(
      await linesOf(
        ['po_number', 'line', 'sku', 'name', 'qty', 'unit_price', 'amount', 'uom'],
        ['PO-1', 1, 'SKU-001', 'Box', 7, 2.95, 20.65, 'each'],
        ['PO-1', 2, 'SKU-002', 'Tin', 6, 0.83, 4.98, 'each'],
        ['PO-2', 1, 'SKU-001', 'Hook', 10, 3.29, 32.9, 'each'],
      ),
    ).toEqual(['SKU-001 × 7 @ 2.95', 'SKU-002 × 6 @ 0.83', 'SKU-001 × 10 @ 3.29']);
  });

  it('leaves out what is zero, negative or not filled in, and keeps fractions', async () => {
    expect(
      await linesOf(
        ['Code', 'Item', 'Qty', 'Price'],
        ['F-100', 'Linen by the metre', 2.5, 18],
        ['F-101', 'Cotton', 0, 12],
        ['F-102', 'Wool', '', 30],
        ['F-103', 'Silk', -2, 40],
        ['F-104', 'Felt', 3, 9],
      ),
    ).toEqual(['F-100 × 2.5 @ 18', 'F-104 × 3 @ 9']);
  });

  it('is known by its cells alone where nothing heads them', async () => {
    expect(
      await linesOf(
        ['AX-1001', 'Desk lamp', 4, 30.5, 122],
        ['AX-1002', 'Lamp shade', 10, 12, 120],
        ['AX-2001', 'Oak shelf', 2, 89.9, 179.8],
        ['AX-2002', 'Brass bracket', 25, 4.2, 105],
      ),
    ).toEqual(['AX-1001 × 4 @ 30.5', 'AX-1002 × 10 @ 12', 'AX-2001 × 2 @ 89.9', 'AX-2002 × 25 @ 4.2']);
  });

  it('has a row of units below its header', async () => {
    expect(
      await linesOf(
        ['Code', 'Product', 'Quantity', 'Price', 'Amount'],
        ['', '', '(pcs)', '(EUR)', '(EUR)'],
        ['AX-10', 'Lamp', 10, 30, 300],
        ['AX-11', 'Shade', 5, 12, 60],
      ),
    ).toEqual(['AX-10 × 10 @ 30', 'AX-11 × 5 @ 12']);
  });

  it('has only barcodes for numbers', async () => {
    expect(await linesOf(['EAN', 'Qty'], ['4006381333931', 10], ['4006381333948', 5])).toEqual([
      '4006381333931 × 10',
      '4006381333948 × 5',
    ]);
  });

  it('names a product that is called like a total', async () => {
    expect(
      await linesOf(
        ['Product', 'Qty', 'Price', 'Total'],
        ['Total Eclipse Tee', 3, 20, 60],
        ['Sum 41 Poster', 2, 10, 20],
        ['Total', 5, '', 80],
      ),
    ).toEqual(['Total Eclipse Tee × 3 @ 20', 'Sum 41 Poster × 2 @ 10']);
  });
});

describe('headings and notes between the lines', () => {
  it('name the category of the lines below', async () => {
    const { lines } = await readOrder(
      workbook(
        sheet([
          ['Style', 'Name', 'Qty', 'Price'],
          ['Outerwear'],
          ['AX-10', 'Parka', 1, 90],
          ['Knitwear'],
          ['AX-20', 'Jumper', 2, 60],
          ['Please label all cartons.'],
          ['AX-21', 'Cardigan', 3, 70],
        ]),
      ),
    );
    expect(lines.map(({ category, sku }) => `${category}: ${sku}`)).toEqual([
      'Outerwear: AX-10',
      'Knitwear: AX-20',
      'Knitwear: AX-21',
    ]);
  });
});

describe('several sheets', () => {
  const order = sheet(
    [
      ['Style', 'Colour', 'Size', 'Qty', 'Price'],
      ['AX-10', 'Red', 'S', 1, 10],
      ['AX-10', 'Red', 'M', 2, 10],
      ['AX-20', 'Blue', 'S', 3, 20],
    ],
    'Order',
  );

  it('count the lines once where a summary repeats them', async () => {
    const summary = sheet(
      [
        ['Style', 'Total qty', 'Amount'],
        ['AX-10', 3, 30],
        ['AX-20', 3, 60],
        ['Total', 6, 90],
      ],
      'Summary',
    );
    const { lines, tables } = await readOrder(workbook(summary, order));
    expect(lines).toHaveLength(3);
    expect(tables.map(({ used, reason }) => [used, reason])).toEqual([
      [false, 'It repeats what sheet “Order” orders'],
      [true, 'It names products and has quantities'],
    ]);
  });

  it('of suppliers and instructions order nothing', async () => {
    const suppliers = sheet(
      [
        ['Supplier', 'Contact', 'Country'],
        ['ACME', 'Jo', 'Italy'],
      ],
      'Suppliers',
    );
    const help = sheet(
      [['How to fill in this form'], ['1. Enter the quantities'], ['2. Send it back']],
      'Help',
    );
    const { lines, tables } = await readOrder(workbook(help, suppliers, order));
    expect(lines).toHaveLength(3);
    expect(tables.filter(({ used }) => used).map(({ sheet: name }) => name)).toEqual(['Order']);
  });

  it('add up where each orders something else', async () => {
    const other = sheet(
      [
        ['Style', 'Colour', 'Size', 'Qty', 'Price'],
        ['BX-10', 'Red', 'S', 1, 10],
        ['BX-11', 'Red', 'S', 4, 10],
      ],
      'Drop 2',
    );
    expect((await readOrder(workbook(order, other))).lines).toHaveLength(5);
  });
});
