/** Brand, model and size among the lines of text on photos, by rules. Pure. */
import { fold } from '../../../collections/understanding/vocabulary/fold.ts';
import type { PhotoFacts, PhotoLine } from '../photo/photo-facts.ts';
import { EMPTY_WORDS } from './vocabulary.ts';
import { categoryTerms, colourTerms, materialTerms } from './terms.ts';

/** A value with the line that it was read from. */
export interface LabelValue {
  value: string;
  confidence: number;
  line: string;
}

export interface LabelValues {
  brand: LabelValue | null;
  model: LabelValue | null;
  size: LabelValue | null;
}

const BRAND_LABEL =
  /(?:^|\s)(?:brand|marke|marque|marca|hersteller|made by)\s*[:：]\s*(?<value>\S.{1,40})$/iu;
const MODEL_LABEL =
  /(?:^|\s)(?:model|modell|mod[eè]le|modelo|style|ref|art|artikel|sku|type|typ)\.?\s*(?:no|nr|n°|number|num)?\.?\s*[:：.#]\s*(?<value>[\p{L}\p{N}][\p{L}\p{N}./-]{1,24})/iu;
const SIZE_LABEL =
  /(?:^|\s)(?:size|gr[oö](?:ß|ss)e|gr|taille|talla|t\.)\s*[:：.]?\s*(?<value>(?:\d?x{0,3}[sml]|\d{1,3}(?:[.,/]\d{1,2})?)(?:\s?(?:cm|mm|eu|uk|us))?)(?=$|[\s,;])/iu;
/** Measures with units; a share ("50%") or a date is none. */
const MEASURES: readonly RegExp[] = [
  /\d+(?:[.,]\d+)?\s?[x×]\s?\d+(?:[.,]\d+)?(?:\s?[x×]\s?\d+(?:[.,]\d+)?)?\s?(?:cm|mm|m|in|")(?=$|[\s,;.])/iu,
  /(?<![\p{L}\p{N}])W\s?\d{2}\s?[/x ]?\s?L\s?\d{2}(?![\p{L}\p{N}])/iu,
  /(?<![\p{L}\p{N}])(?:EU|UK|US)\s?\d{1,2}(?:[.,]5)?(?![\p{L}\p{N}])/u,
  /(?<![\p{L}\p{N}.,-])\d{1,4}(?:[.,]\d{1,2})?\s?(?:ml|cl|l|kg|g|cm|mm|oz|fl oz|inch)(?![\p{L}\p{N}])/iu,
  /(?<![\p{L}\p{N}.,-])\d{1,3}\s?(?:V|W|mAh|GB|TB)(?![\p{L}\p{N}])/u,
];
/** Letters and figures in one word, at least two figures: "WH-1000XM4", "KX4410". */
const MODEL_NUMBER =
  /(?<![\p{L}\p{N}/-])(?=[A-Z0-9-]*[A-Z])(?=(?:[A-Z-]*\d){2})[A-Z0-9]+(?:-[A-Z0-9]+)*(?![\p{L}\p{N}/-])/u;
/** Additives, mesh sizes, years of seasons, and all that is a measure. */
const NO_MODEL =
  /^(?:E-?\d{3}[A-Z]?|\d+(?:ML|CL|L|KG|G|CM|MM|M|OZ|V|W|GB|TB|MAH|X\d+(?:CM|MM)?)|(?:SS|AW|FW)\d{2}|W\d{2}L?\d*|L\d{2}|(?:EU|UK|US)\d+)$/u;
const LETTER_SIZE = /^(?:\d?X{0,3}[SL]|M)$/u;

/** Letters of a brand are larger than others by this factor. */
const LARGER = 1.2;
const LABELLED = 0.85;

export function labelValues(photos: readonly PhotoFacts[]): LabelValues {
  const lines = photos
    .flatMap(({ reading }) => reading.lines)
    .toSorted((one, other) => other.height - one.height);
  return { brand: brandOf(photos, lines), model: modelOf(lines), size: sizeOf(lines) };
}

function brandOf(photos: readonly PhotoFacts[], lines: readonly PhotoLine[]): LabelValue | null {
  const labelled = valueBehind(lines, BRAND_LABEL);
  if (labelled !== null) return labelled;
  const registered = lines.find(({ text }) => /[\p{L}]{2}\s?[®™]/u.test(text));
  if (registered !== undefined) {
    const value =
      /(?<name>\p{L}[\p{L}\p{N}&'’ -]*?)\s?[®™]/u.exec(registered.text)?.groups?.['name']?.trim() ?? '';
    if (isName(value)) return { value, confidence: 0.8 * registered.confidence, line: registered.text };
  }
  const names = lines.filter(({ text }) => isName(text));
  const onPhotos = photosByLine(photos);
  const repeated = names.find(({ text }) => (onPhotos.get(fold(text)) ?? 0) > 1);
  const best = repeated ?? names[0];
  if (best === undefined) return null;
  const next = lines.find((line) => fold(line.text) !== fold(best.text));
  const large = next === undefined || best.height >= LARGER * next.height;
  const base = repeated === undefined ? (large ? 0.5 : 0.3) : 0.6;
  return { value: best.text.trim(), confidence: base * best.confidence, line: best.text };
}

/** On how many photos each line stands, folded. */
function photosByLine(photos: readonly PhotoFacts[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { reading } of photos) {
    for (const line of new Set(reading.lines.map(({ text }) => fold(text))))
      counts.set(line, (counts.get(line) ?? 0) + 1);
  }
  return counts;
}

/** One to three words of letters that are no ordinary words of goods. */
function isName(text: string): boolean {
  const words = text.trim().split(/\s+/u);
  if (words.length > 3 || !words.every((word) => /^\p{L}[\p{L}'’&.-]*$/u.test(word))) return false;
  if (!words.some((word) => word.length >= 3) || words.every((word) => EMPTY_WORDS.has(fold(word))))
    return false;
  return [categoryTerms, colourTerms, materialTerms].every((terms) => terms.find(text).length === 0);
}

function modelOf(lines: readonly PhotoLine[]): LabelValue | null {
  const labelled = valueBehind(lines, MODEL_LABEL);
  if (labelled !== null && /\d/u.test(labelled.value)) return labelled;
  for (const { text, confidence } of lines) {
    const value = MODEL_NUMBER.exec(text)?.[0];
    if (value === undefined || NO_MODEL.test(value)) continue;
    return { value, confidence: 0.6 * confidence, line: text };
  }
  return null;
}

function sizeOf(lines: readonly PhotoLine[]): LabelValue | null {
  const labelled = valueBehind(lines, SIZE_LABEL);
  if (labelled !== null) return { ...labelled, value: labelled.value.toUpperCase() };
  for (const measure of MEASURES) {
    for (const { text, confidence } of lines) {
      const value = measure.exec(text)?.[0];
      if (value !== undefined) return { value, confidence: 0.75 * confidence, line: text };
    }
  }
  const letter = lines.find(({ text }) => LETTER_SIZE.test(text.trim()));
  // A single letter is often half of a word, or no letter at all.
  return letter === undefined
    ? null
    : { value: letter.text.trim(), confidence: 0.4 * letter.confidence, line: letter.text };
}

function valueBehind(lines: readonly PhotoLine[], label: RegExp): LabelValue | null {
  for (const { text, confidence } of lines) {
    const value = label.exec(text)?.groups?.['value']?.trim();
    if (value !== undefined) return { value, confidence: LABELLED * confidence, line: text };
  }
  return null;
}
