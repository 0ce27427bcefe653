/** Decks that nobody would make, for property tests: every kind of text, size, colour and picture. */
import fc from 'fast-check';
import { DECK_FIELDS, DECK_LAYOUTS, DECK_SORTS, type DeckSettings } from '../../deck.ts';
import type { DeckItem } from '../deck-items.ts';
import type { DeckInput } from '../lay-out.ts';

/** Texts of all scripts, very long words, controls, marks and halves of characters among them. */
const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.constantFrom(
    'Wool Coat Aberdeen',
    'Größe · Übergröße / Jäckchen',
    '羽绒服 轻薄 立领 短款（男士）、秋冬季保暖外套',
    'Пальто шерстяное двубортное',
    'ダウンジャケット「ロング」',
    '울 코트 네이비',
    'W'.repeat(120),
    'i'.repeat(120),
    `${'Very '.repeat(24)}long`,
    '   ',
  ),
);
const optionalText = fc.option(text);
const amount = fc.option(
  fc.oneof(fc.integer({ min: 0, max: 1000 }), fc.double({ min: 0, max: 1e9, noNaN: true })),
);

const item: fc.Arbitrary<Omit<DeckItem, 'id'>> = fc.record({
  sku: optionalText,
  name: text,
  category: fc.option(fc.constantFrom('Coats', 'Knitwear', ' ', '外套', 'C'.repeat(120))),
  color: optionalText,
  color_code: optionalText,
  sizes: fc.array(
    fc.record({
      size: fc.oneof(fc.constantFrom('S', 'M', '38', '', '2XL'), fc.string({ maxLength: 60 })),
      quantity: fc.integer({ min: 0, max: 9999 }),
    }),
    { maxLength: 60 },
  ),
  quantity: fc.integer({ min: 0, max: 99_999 }),
  unit_price: amount,
  wholesale_price: amount,
  msrp: amount,
  currency: fc.option(fc.constantFrom('EUR', 'usd', 'RUB', 'JPY', 'x1!', '€€€')),
  material: optionalText,
  origin: optionalText,
  season: optionalText,
  delivery: optionalText,
  image: fc.option(
    fc.record({
      image_id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
      width: fc.integer({ min: 1, max: 1600 }),
      height: fc.integer({ min: 1, max: 1600 }),
    }),
  ),
});

const color = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);

const settings: fc.Arbitrary<DeckSettings> = fc.record({
  title: fc.oneof(text, fc.constant('')),
  season: text,
  logo: fc.option(
    fc.record({
      path: fc.constant('logo.png'),
      token: fc.constant('t'),
      width: fc.integer({ min: 1, max: 5000 }),
      height: fc.integer({ min: 1, max: 5000 }),
    }),
  ),
  colors: fc.record({ accent: color, background: color, text: color }),
  layout: fc.constantFrom(...DECK_LAYOUTS),
  fields: fc.subarray([...DECK_FIELDS]),
  currency: fc.option(fc.constantFrom('EUR', 'GBP', '???')),
  group_by_category: fc.boolean(),
  sort: fc.constantFrom(...DECK_SORTS),
  highlighted: fc.subarray(Array.from({ length: 12 }, (_, index) => `item-${index}`)),
});

/** Any settings with any items, as they may stand in a database. */
export const anyDeck: fc.Arbitrary<DeckInput> = fc
  .record({ settings, items: fc.array(item, { maxLength: 24 }) })
  .map((deck) => ({
    settings: deck.settings,
    items: deck.items.map((fields, index) => ({ ...fields, id: `item-${index}` })),
    categories: ['Knitwear', 'Coats', 'Empty'],
  }));

/** A plain item; `change` makes it another one. */
export function plainItem(id: string, change: Partial<DeckItem> = {}): DeckItem {
  return {
    id,
    sku: `HV-${id}`,
    name: `Style ${id}`,
    category: null,
    color: 'Navy',
    color_code: null,
    sizes: [],
    quantity: 0,
    unit_price: null,
    wholesale_price: null,
    msrp: null,
    currency: null,
    material: null,
    origin: null,
    season: null,
    delivery: null,
    image: null,
    ...change,
  };
}
