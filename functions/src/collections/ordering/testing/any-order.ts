/** Orders for property tests: what is ordered, apart from how it is written down. */
import fc from 'fast-check';

/** One colour of a style with its pieces by size. */
export interface ColorOrder {
  color: string;
  /** As many as the order has sizes; zero is not ordered. */
  pieces: number[];
}

/** A style with its price in cents. */
export interface StyleOrder {
  sku: string;
  name: string;
  cents: number;
  colors: ColorOrder[];
}

/** An order: all of its styles come in the same sizes. */
export interface AnyOrder {
  sizes: string[];
  styles: StyleOrder[];
}

const SIZES = [
  ['S', 'M', 'L'],
  ['XS', 'S', 'M', 'L', 'XL'],
  ['36', '37', '38', '39', '40'],
  ['26', '28', '30', '32'],
  ['2Y', '4Y', '6Y'],
  ['0-3M', '3-6M', '6-12M'],
  ['38/32', '40/32', '42/32'],
];
const COLORS = [
  'Black',
  'White',
  'Navy',
  'Olive',
  'Light Pink',
  'Heather Grey',
  'Rot',
  'Bleu',
  'Nero',
  'Rust',
];
const FIRST = [
  'River',
  'Harbour',
  'Quay',
  'Marsh',
  'Copper',
  'Lantern',
  'Pebble',
  'Juniper',
  'Salt',
  'Meadow',
];
const SECOND = [
  'Jacket',
  'Cardigan',
  'Shirt',
  'Trousers',
  'Boot',
  'Scarf',
  'Dress',
  'Parka',
  'Jumper',
  'Skirt',
];
const SKU_FORMS: readonly ((number: number) => string)[] = [
  (number) => `MF-${2600 + number}`,
  (number) => `HV26-${1010 + number * 3}`,
  (number) => String(10745308 + number * 7),
  (number) => `AX${100 + number}B`,
  (number) => `${1100 + number}/15`,
  (number) => `WFT-CRW${430 + number}`,
];

/** Names are unique within an order, and so are article numbers. */
export const anyOrder: fc.Arbitrary<AnyOrder> = fc
  .record({
    sizes: fc.constantFrom(...SIZES),
    form: fc.nat(SKU_FORMS.length - 1),
    styles: fc.array(
      fc.record({
        cents: fc.integer({ min: 150, max: 149_999 }),
        colors: fc.uniqueArray(fc.constantFrom(...COLORS), { minLength: 1, maxLength: 3 }),
      }),
      { minLength: 2, maxLength: 12 },
    ),
    seed: fc.nat(50),
  })
  .chain(({ sizes, form, styles, seed }) =>
    fc
      .array(fc.integer({ min: 0, max: 24 }), {
        minLength: styles.length * 3 * sizes.length,
        maxLength: styles.length * 3 * sizes.length,
      })
      .map((amounts) => {
        let next = 0;
        return {
          sizes,
          styles: styles.map(({ cents, colors }, index) => ({
            sku: (SKU_FORMS[form] ?? String)(index + seed),
            name: `${FIRST[index % FIRST.length]} ${SECOND[(index + seed) % SECOND.length]}`,
            cents,
            colors: colors.map((color) => ({
              color,
              // At least one piece of each: a colour that is not ordered is not in the order.
              pieces: sizes.map((_, at) => Math.max(at === 0 ? 1 : 0, amounts[next++] ?? 0)),
            })),
          })),
        };
      }),
  );

/** What the lines of an order say, in a form that no layout changes: article, colour and size with pieces and price. */
export function contentOf(order: AnyOrder): string[] {
  return order.styles.flatMap(({ sku, cents, colors }) =>
    colors.flatMap(({ color, pieces }) =>
      pieces.flatMap((quantity, at) =>
        quantity === 0 ? [] : [`${sku} ${color} ${order.sizes[at]} × ${quantity} @ ${cents / 100}`],
      ),
    ),
  );
}
