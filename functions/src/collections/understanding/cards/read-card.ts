/** Reads the text of one card or list entry into the fields of a product. Pure. */
import type { Place } from '@docket/model/geometry';
import { better, type Draft, type DraftFields, type Reading } from '../draft.ts';
import { around } from '../layout/box.ts';
import type { Phrase } from '../layout/phrases.ts';
import { hasColorCode, looksLikeColors, parseColors } from '../values/colors.ts';
import { parseDelivery, parseOrigin, parseSeason } from '../values/details.ts';
import { looksLikeMaterial, parseMaterial } from '../values/material.ts';
import { findPrices, parsePrice } from '../values/price.ts';
import { parseSizes } from '../values/sizes.ts';
import { isBarcode, shapeOf, skuLikeness } from '../values/sku.ts';
import { squeeze } from '../vocabulary/fold.ts';
import type { ColumnRole } from '../vocabulary/column-words.ts';
import type { SkuShapes } from './anchors.ts';
import { splitLabels } from './labelled-text.ts';
import { chooseName } from './choose-name.ts';
import { type Segment, segmentsOf } from './segments.ts';

/** The draft of a card; null when neither a name nor an article number can be read. */
export function readCard(card: readonly Phrase[], page: number, shapes: SkuShapes): Draft | null {
  const fields: DraftFields = {};
  const prices: Reading<number>[] = [];
  const plain: Segment[] = [];
  for (const segment of segmentsOf(card)) {
    const place: Place = { kind: 'page', number: page, box: around(segment.phrases.map(({ box }) => box)) };
    const sure = Math.min(...segment.phrases.map(({ confidence }) => confidence));
    for (const part of splitLabels(segment.text)) {
      const used =
        part.role === null
          ? readPlain(fields, prices, part.text, place, sure, shapes)
          : readLabelled(fields, part.role, part.text, place, sure);
      if (!used && part.role === null) plain.push({ text: part.text, phrases: segment.phrases });
    }
  }
  const details = detailsOf(plain);
  const rest = plain.filter(
    (segment) => !details.colors.includes(segment) && !details.materials.includes(segment),
  );
  const name = chooseName(rest.length > 0 ? rest : plain, page);
  if (name !== null) fields.name ??= name;
  if (rest.length > 0) readDetails(fields, details, page);
  settlePrices(fields, prices);
  if (fields.name === undefined && fields.sku !== undefined) fields.name = { ...fields.sku, confidence: 0.3 };
  if (fields.name === undefined) return null;
  const place: Place = { kind: 'page', number: page, box: around(card.map(({ box }) => box)) };
  return { fields, prices_by_size: null, groupings: [], page, place };
}

/** Statements that say what colour or stuff the product is. */
interface Details {
  colors: Segment[];
  materials: Segment[];
}

/** Finds the details among the plain statements; beside a colour with a code stand only colours. */
function detailsOf(plain: readonly Segment[]): Details {
  const known = plain.filter(({ text }) => looksLikeColors(text));
  const coded = known.filter(({ text }) => hasColorCode(text));
  const isBeside = (segment: Segment): boolean =>
    hasColorCode(segment.text) && coded.some((color) => isLevel(color, segment));
  const colors = plain.filter((segment) => known.includes(segment) || isBeside(segment));
  return {
    colors,
    materials: plain.filter((segment) => looksLikeMaterial(segment.text) && !colors.includes(segment)),
  };
}

function isLevel(left: Segment, right: Segment): boolean {
  const [a, b] = [left.phrases[0]?.box, right.phrases[0]?.box];
  return a !== undefined && b !== undefined && Math.abs(a.y - b.y) < 0.5 * a.height;
}

function readDetails(fields: DraftFields, { colors, materials }: Details, page: number): void {
  const place = (segments: readonly Segment[]): Place => ({
    kind: 'page',
    number: page,
    box: around(segments.flatMap(({ phrases }) => phrases.map(({ box }) => box))),
  });
  if (colors.length > 0 && fields.colors === undefined) {
    setColors(fields, colors.map(({ text }) => text).join('\n'), { confidence: 0.75, place: place(colors) });
  }
  const material = materials[0];
  if (material !== undefined)
    fields.material ??= { value: squeeze(material.text), confidence: 0.65, place: place([material]) };
}

/** Reads a part behind a label. True when it was understood. */
function readLabelled(
  fields: DraftFields,
  role: ColumnRole,
  text: string,
  place: Place,
  sure: number,
): boolean {
  const reading = { confidence: 0.95 * sure, place };
  switch (role) {
    case 'sku':
      fields.sku ??= { value: text.split(/\s{1,}(?=[^\s]*\p{Ll}{2})/u)[0] ?? text, ...reading };
      return true;
    case 'name':
      fields.name ??= { value: text, ...reading };
      return true;
    case 'wholesale_price':
    case 'price':
    case 'msrp':
      return readMoney(fields, role, text, reading);
    case 'color':
      return setColors(fields, text, reading);
    case 'color_code':
      fields.color_codes ??= { value: text.split(/[,/;]\s*/u), ...reading };
      return true;
    case 'size':
    case 'capacity': {
      const value = parseSizes(text, { labelled: true, about: fields.name?.value ?? '' });
      if (value !== null) fields.sizes ??= { value, ...reading };
      return true;
    }
    case 'material':
      fields.material ??= { value: parseMaterial(text) ?? text, ...reading };
      return true;
    case 'origin':
    case 'season':
    case 'delivery':
      fields[role] ??= { value: text, ...reading };
      return true;
    case 'description':
    case 'category':
    case 'group':
    case 'currency':
    case 'dimension':
    case 'barcode':
    case 'variant':
    case 'serial':
    case 'image':
    case 'ignored':
      return false;
  }
}

/** A second, higher amount behind a wholesale label is the retail price: "WS $48 / 120". */
function readMoney(
  fields: DraftFields,
  role: 'wholesale_price' | 'msrp' | 'price',
  text: string,
  reading: { confidence: number; place: Place },
): boolean {
  const [printed, second] =
    findPrices(text).length > 0 ? findPrices(text) : [parsePrice(text.split(/\s/u)[0] ?? '')];
  if (printed === undefined || printed === null) return true;
  const field = role === 'msrp' ? 'msrp' : 'wholesale_price';
  fields[field] = better(fields[field], { value: printed.amount, ...reading });
  if (role !== 'msrp' && second !== undefined && second !== null && second.amount > printed.amount) {
    fields.msrp ??= { value: second.amount, confidence: 0.6, place: reading.place };
  }
  setCurrency(fields, printed, reading.place);
  return true;
}

/** A sign of several currencies is less sure than a code. */
function setCurrency(
  fields: DraftFields,
  printed: { currency: string | null; ambiguous: boolean },
  place: Place,
): void {
  if (printed.currency === null) return;
  fields.currency = better(fields.currency, {
    value: printed.currency,
    confidence: printed.ambiguous ? 0.8 : 0.95,
    place,
  });
}

function setColors(
  fields: DraftFields,
  text: string,
  reading: { confidence: number; place: Place },
): boolean {
  const { colors, codes } = parseColors(text);
  if (colors.length > 0) fields.colors ??= { value: colors, ...reading };
  if (codes.length > 0) fields.color_codes ??= { value: codes, ...reading };
  return true;
}

/** Reads a part without a label by its looks. True when it was understood, so that it cannot be the name. */
function readPlain(
  fields: DraftFields,
  prices: Reading<number>[],
  text: string,
  place: Place,
  sure: number,
  shapes: SkuShapes,
): boolean {
  const reading = { confidence: 0.75 * sure, place };
  if (/^\(.*\)$/u.test(text) && findPrices(text).length > 0) return true;
  if (readPlainPrices(fields, prices, text, reading)) return true;
  if (isBarcode(text)) return true;
  if (skuLikeness(text) >= 0.6 && (shapes.has(shapeOf(text)) || fields.sku === undefined)) {
    fields.sku ??= { value: text, confidence: shapes.has(shapeOf(text)) ? 0.85 * sure : 0.6 * sure, place };
    return true;
  }
  if (looksLikeMaterial(text) && /%/u.test(text)) {
    fields.material ??= { value: squeeze(text), ...reading };
    return true;
  }
  const origin = parseOrigin(text);
  if (origin !== null) fields.origin ??= { value: origin, ...reading };
  const delivery = parseDelivery(text);
  if (delivery !== null) fields.delivery ??= { value: delivery, ...reading };
  if (origin !== null || delivery !== null) return true;
  if (parseSeason(text) === squeeze(text)) {
    fields.season ??= { value: squeeze(text), ...reading };
    return true;
  }
  return readPlainLists(fields, text, reading);
}

/** A single number is no size: it may count anything. */
function readPlainLists(
  fields: DraftFields,
  text: string,
  reading: { confidence: number; place: Place },
): boolean {
  const sizes = parseSizes(text);
  if (sizes !== null && (sizes.length > 1 || /\p{L}/u.test(text))) {
    fields.sizes ??= { value: sizes, ...reading };
    return true;
  }
  if (looksLikeColors(text) && /[,/·|]/u.test(text)) return setColors(fields, text, reading);
  return /^\d+$/u.test(text);
}

/** Amounts without a label: a statement that is mostly price. */
function readPlainPrices(
  fields: DraftFields,
  prices: Reading<number>[],
  text: string,
  reading: { confidence: number; place: Place },
): boolean {
  const found = findPrices(text);
  const bare =
    found.length === 0 && /^\d+[.,]\d{2}(?:\s*\/\s*\p{L}+)?$/u.test(text) ? parsePrice(text) : null;
  const covered = found.reduce((sum, price) => sum + price.end - price.start, 0);
  if (bare === null && (found.length === 0 || covered * 3 < text.length)) return false;
  for (const price of bare === null ? found : [bare]) {
    prices.push({ value: price.amount, confidence: bare === null ? 0.8 : 0.5, place: reading.place });
    setCurrency(fields, price, reading.place);
  }
  return true;
}

/** One unlabelled price is the wholesale price; of two the higher one is for the shop's customers. */
function settlePrices(fields: DraftFields, prices: readonly Reading<number>[]): void {
  const [first, second] = prices;
  if (first === undefined || fields.wholesale_price !== undefined) return;
  if (fields.msrp !== undefined || second === undefined || second.value === first.value) {
    fields.wholesale_price = first;
    return;
  }
  const [low, high] = first.value < second.value ? [first, second] : [second, first];
  fields.wholesale_price = { ...low, confidence: 0.7 };
  fields.msrp = { ...high, confidence: 0.6 };
}
