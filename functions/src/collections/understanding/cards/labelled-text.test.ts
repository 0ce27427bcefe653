import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitLabels } from './labelled-text.ts';

const parts = (line: string): (string | null)[][] => splitLabels(line).map(({ role, text }) => [role, text]);

describe('a line of a card', () => {
  it('is taken apart at its labels', () => {
    expect(parts('Style # MF-2601 WHSL $48.00 MSRP $120.00')).toEqual([
      ['sku', 'MF-2601'],
      ['wholesale_price', '$48.00'],
      ['msrp', '$120.00'],
    ]);
    expect(parts('WS $48.00 / RRP $120.00')).toEqual([
      ['wholesale_price', '$48.00'],
      ['msrp', '$120.00'],
    ]);
  });

  it.each([
    ['Colors: Navy / Rust', 'color', 'Navy / Rust'],
    ['Sizes: XS–XL', 'size', 'XS–XL'],
    ['Art.-Nr. 4711-2', 'sku', '4711-2'],
    ['No. L-10', 'sku', 'L-10'],
    ['EK: 12,50', 'wholesale_price', '12,50'],
    ['Wholesale TBD', 'wholesale_price', 'TBD'],
    ['Matière : 100% lin', 'material', '100% lin'],
    ['颜色：红色', 'color', '红色'],
  ])('%s is labelled', (line, role, text) => {
    expect(parts(line)).toEqual([[role, text]]);
  });

  it.each(['Style meets comfort', 'Cost of living tee', 'Red Item of the Year', 'Maison Durand tarif 2027'])(
    '%s is plain text',
    (line) => {
      expect(parts(line)).toEqual([[null, line]]);
    },
  );

  it('loses nothing but labels, and never fails', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), (line) => {
        const total = splitLabels(line).reduce((sum, { text }) => sum + text.length, 0);
        expect(total).toBeLessThanOrEqual(line.length);
      }),
    );
  });
});
