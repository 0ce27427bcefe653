/**
 * Finds the colour code that article numbers end in, by the evidence of the whole column. A lone number is never split on
 * a guess. Pure.
 */
import { isSize } from '../../understanding/values/sizes.ts';
import { fold } from '../../understanding/vocabulary/fold.ts';
import { abbreviates, isColorAbbreviation } from '../words/color-abbreviations.ts';
import type { OrderLine } from '../order.ts';

/** A number taken apart. */
interface Split {
  base: string;
  code: string;
}

/** Share of the numbers that have to agree. */
const MOST = 0.8;
const SEPARATED = /^(?<base>.{3,}?)\s*[-_/. ]\s*(?<code>[\p{L}\p{N}]{1,6})$/u;
/** "PA05669305BL139": digits, then letters with or without a number. */
const JOINED = /^(?<base>.*\d{2})(?<code>\p{L}{1,4}\d{0,4})$/u;

/** Sets `base_sku`, and `color_code` where the line has none, on all lines whose numbers carry a colour or a size. */
export function splitSkus(lines: readonly OrderLine[]): void {
  if (byPrintedCode(lines)) return;
  bySize(lines);
  for (const form of [SEPARATED, JOINED]) {
    if (byEndings(lines, form)) return;
  }
}

/** The number ends in what the line's colour code is. */
function byPrintedCode(lines: readonly OrderLine[]): boolean {
  const coded = lines.filter(({ sku, color_code }) => sku !== null && color_code !== null);
  const ending = coded.filter((line) => withoutEnding(line.sku ?? '', line.color_code ?? '') !== null);
  if (coded.length === 0 || ending.length < MOST * coded.length) return false;
  for (const line of ending) line.base_sku = withoutEnding(line.sku ?? '', line.color_code ?? '');
  return true;
}

function withoutEnding(sku: string, ending: string): string | null {
  const end = ending.trim().toLowerCase();
  if (end.length < 2 || !sku.toLowerCase().endsWith(end)) return null;
  const base = sku.slice(0, sku.length - end.length).replace(/[-_/. ]+$/u, '');
  return base.length >= 3 ? base : null;
}

/** Numbers of variants end in their size: "1234-BLK-M". */
function bySize(lines: readonly OrderLine[]): void {
  const sized = lines.filter(({ sku, size }) => sku !== null && size !== null);
  const cut = (line: OrderLine): string | null => {
    const match = SEPARATED.exec(line.sku ?? '')?.groups;
    return match !== undefined && fold(match['code'] ?? '') === fold(line.size ?? '')
      ? (match['base'] ?? null)
      : null;
  };
  if (sized.length < 2 || sized.filter((line) => cut(line) !== null).length < MOST * sized.length) return;
  for (const line of sized) line.base_sku = cut(line) ?? line.base_sku;
}

function byEndings(lines: readonly OrderLine[], form: RegExp): boolean {
  const splits = new Map<string, Split>();
  const skus = new Set(lines.flatMap(({ base_sku }) => (base_sku === null ? [] : [base_sku])));
  for (const sku of skus) {
    const match = form.exec(sku)?.groups;
    if (match?.['base'] !== undefined && match['code'] !== undefined && /\d/u.test(match['base']))
      splits.set(sku, { base: match['base'], code: match['code'] });
  }
  if (skus.size < 2 || splits.size < MOST * skus.size || !areColors(lines, splits)) return false;
  for (const line of lines) {
    const split = splits.get(line.base_sku ?? '');
    if (split === undefined) continue;
    line.base_sku = split.base;
    line.color_code ??= split.code;
  }
  return true;
}

/**
 * Endings are colours when each stands for one colour of the colour column and abbreviates it or comes back, or, without
 * such a column, when styles share them and they are short forms of colours.
 */
function areColors(lines: readonly OrderLine[], splits: ReadonlyMap<string, Split>): boolean {
  const all = [...splits.values()];
  const codes = new Set(all.map(({ code }) => code));
  const bases = Map.groupBy(all, ({ base }) => base);
  const sizes = [...codes].filter((code) => /\p{L}/u.test(code) && isSize(code)).length;
  if (sizes > 0.5 * codes.size || codes.size < 2) return false;
  const shared = [...bases.values()].filter((group) => group.length > 1).length;
  const recurring = all.length - codes.size;
  const short = all.filter(({ code }) => isColorAbbreviation(code)).length;
  const colors = colorsByCode(lines, splits);
  if (colors.size > 0) {
    const single = [...colors.values()].filter((names) => names.size === 1).length;
    if (single < 0.9 * colors.size) return false;
    const matching = [...colors].filter(([code, names]) =>
      [...names].some((name) => abbreviates(code, name)),
    ).length;
    const distinct = new Set([...colors.values()].flatMap((names) => [...names])).size;
    if (matching >= 0.6 * colors.size) return true;
    return (
      distinct >= 2 && recurring >= 2 && (shared >= 1 || recurring >= 0.3 * all.length) && !areSerial(all)
    );
  }
  return short >= 0.6 * all.length && (shared >= 1 || recurring >= 1);
}

/** The colours, folded, that lines with a code have. */
function colorsByCode(
  lines: readonly OrderLine[],
  splits: ReadonlyMap<string, Split>,
): Map<string, Set<string>> {
  const colors = new Map<string, Set<string>>();
  for (const { base_sku, color } of lines) {
    const split = splits.get(base_sku ?? '');
    if (split === undefined || color === null) continue;
    const names = colors.get(split.code) ?? new Set<string>();
    colors.set(split.code, names.add(fold(color)));
  }
  return colors;
}

/** Endings that only count up are parts of the number: "SKU-001", "SKU-002". */
function areSerial(splits: readonly Split[]): boolean {
  const bases = new Set(splits.map(({ base }) => base));
  return bases.size === 1 && splits.every(({ code }) => /^\d+$/u.test(code));
}
