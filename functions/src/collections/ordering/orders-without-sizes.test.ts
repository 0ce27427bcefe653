import { describe, expect, it } from 'vitest';
import { sheet, workbook } from '../understanding/testing/build.ts';
import { linesOfSheet, readOrder, told } from './testing/read-order.ts';

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
      await linesOfSheet(
        ['Art.-Nr.', 'Artikel', 'VE', 'Menge', 'Einheit', 'EP', 'Gesamt'],
        ['10023', 'Olivenöl 0,5 l', 6, 12, 'Fl.', '7,90', '94,80'],
        ['10024', 'Balsamico 250 ml', 12, 24, 'Fl.', '4,20', '100,80'],
        ['10031', 'Penne 500 g', 20, 40, 'Pk.', '1,15', '46,00'],
      ),
    ).toEqual(['10023 × 12 @ 7.9', '10024 × 24 @ 4.2', '10031 × 40 @ 1.15']);
  });

  it('says what was ordered beside what was shipped and what is open', async () => {
    expect(
      await linesOfSheet(
        ['Item', 'Description', 'Open', 'Shipped', 'Ordered', 'Price', 'Extended'],
        ['AX-10', 'Lamp', 2, 8, 10, 30, 300],
        ['AX-11', 'Shade', 0, 5, 5, 12, 60],
      ),
    ).toEqual(['AX-10 × 10 @ 30', 'AX-11 × 5 @ 12']);
  });

  it('takes cartons times pieces for what they are', async () => {
    expect(
      await linesOfSheet(
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
      await linesOfSheet(
        ['Ref', 'Article', 'Qté', 'Prix', 'Remise %', 'Prix net', 'Montant'],
        ['AX-10', 'Lampe', 4, '30,00', '10', '27,00', '108,00'],
        ['AX-11', 'Abat-jour', 5, '12,00', '10', '10,80', '54,00'],
      ),
    ).toEqual(['AX-10 × 4 @ 27', 'AX-11 × 5 @ 10.8']);
  });

  it('holds the lines of several orders', async () => {
    expect(
      await linesOfSheet(
        ['po_number', 'line', 'sku', 'name', 'qty', 'unit_price', 'amount', 'uom'],
        ['PO-1', 1, 'SKU-001', 'Box', 7, 2.95, 20.65, 'each'],
        ['PO-1', 2, 'SKU-002', 'Tin', 6, 0.83, 4.98, 'each'],
        ['PO-2', 1, 'SKU-001', 'Hook', 10, 3.29, 32.9, 'each'],
      ),
    ).toEqual(['SKU-001 × 7 @ 2.95', 'SKU-002 × 6 @ 0.83', 'SKU-001 × 10 @ 3.29']);
  });

  it('leaves out what is zero, negative or not filled in, and keeps fractions', async () => {
    expect(
      await linesOfSheet(
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
      await linesOfSheet(
        ['AX-1001', 'Desk lamp', 4, 30.5, 122],
        ['AX-1002', 'Lamp shade', 10, 12, 120],
        ['AX-2001', 'Oak shelf', 2, 89.9, 179.8],
        ['AX-2002', 'Brass bracket', 25, 4.2, 105],
      ),
    ).toEqual(['AX-1001 × 4 @ 30.5', 'AX-1002 × 10 @ 12', 'AX-2001 × 2 @ 89.9', 'AX-2002 × 25 @ 4.2']);
  });

  it('has a row of units below its header', async () => {
    expect(
      await linesOfSheet(
        ['Code', 'Product', 'Quantity', 'Price', 'Amount'],
        ['', '', '(pcs)', '(EUR)', '(EUR)'],
        ['AX-10', 'Lamp', 10, 30, 300],
        ['AX-11', 'Shade', 5, 12, 60],
      ),
    ).toEqual(['AX-10 × 10 @ 30', 'AX-11 × 5 @ 12']);
  });

  it('has only barcodes for numbers', async () => {
    expect(await linesOfSheet(['EAN', 'Qty'], ['4006381333931', 10], ['4006381333948', 5])).toEqual([
      '4006381333931 × 10',
      '4006381333948 × 5',
    ]);
  });

  it('names a product that is called like a total', async () => {
    expect(
      await linesOfSheet(
        ['Product', 'Qty', 'Price', 'Total'],
        ['Total Eclipse Tee', 3, 20, 60],
        ['Sum 41 Poster', 2, 10, 20],
        ['Total', 5, '', 80],
      ),
    ).toEqual(['Total Eclipse Tee × 3 @ 20', 'Sum 41 Poster × 2 @ 10']);
  });
});
