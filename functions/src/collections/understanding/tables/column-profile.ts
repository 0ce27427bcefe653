/** Describes what the cells of a column look like, whatever its header says. Pure. */
import { looksLikeColors } from '../values/colors.ts';
import { looksLikeMaterial } from '../values/material.ts';
import { findPrices, parseNumber, parsePrice } from '../values/price.ts';
import { parseSizes } from '../values/sizes.ts';
import { isBarcode, skuLikeness } from '../values/sku.ts';
import type { TableCell } from './table.ts';

/** Shares of the filled cells, 0–1, over a sample of the column. */
export interface ColumnProfile {
  /** Number of filled cells in the whole column. */
  filled: number;
  /** Amounts with a currency sign. */
  marked: number;
  /** Amounts with or without a sign. */
  priced: number;
  /** Numbers with exactly two decimals. */
  decimals: number;
  /** Whole numbers that count up by one. */
  counting: number;
  /** Mean likeness to article numbers. */
  sku: number;
  barcode: number;
  colors: number;
  sizes: number;
  material: number;
  /** Texts with at least two letters that are neither numbers nor prices. */
  text: number;
  /** Distinct values by filled cells. */
  distinct: number;
  /** Mean length in characters. */
  length: number;
}

const SAMPLE = 120;

/** The profile of a column's cells. */
export function profileColumn(cells: readonly TableCell[]): ColumnProfile {
  const sample = cells.slice(0, SAMPLE);
  const texts = sample.map((cell) => cell.text.trim());
  const share = (test: (text: string) => boolean): number =>
    texts.length === 0 ? 0 : texts.filter(test).length / texts.length;
  const total = (measure: (text: string) => number): number =>
    texts.length === 0 ? 0 : texts.reduce((sum, text) => sum + measure(text), 0) / texts.length;
  return {
    filled: cells.length,
    marked: share((text) => findPrices(text).length > 0),
    priced: share((text) => parsePrice(text) !== null),
    decimals: share((text) => /^\D{0,4}\d[\d.,  ]*[.,]\d{2}\D{0,4}$/u.test(text)),
    counting: countingShare(texts),
    sku: total(skuLikeness),
    barcode: share(isBarcode),
    colors: share(looksLikeColors),
    sizes: share((text) => parseSizes(text) !== null && !/^\d{3,}$/u.test(text)),
    material: share(looksLikeMaterial),
    text: share(
      (text) => /\p{L}{2}|[\p{Script=Han}\p{Script=Katakana}]/u.test(text) && parsePrice(text) === null,
    ),
    distinct: texts.length === 0 ? 0 : new Set(texts).size / texts.length,
    length: total((text) => text.length),
  };
}

function countingShare(texts: readonly string[]): number {
  if (texts.length < 3) return 0;
  const steps = texts.slice(1).filter((text, index) => {
    const previous = parseNumber((texts[index] ?? '').replace(/\.$/u, ''));
    const current = parseNumber(text.replace(/\.$/u, ''));
    return previous !== null && current !== null && current - previous === 1;
  });
  return steps.length / (texts.length - 1);
}
