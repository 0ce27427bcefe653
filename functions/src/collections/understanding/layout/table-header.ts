/** Finds the header rows of tables on a page by the words in them. Pure. */
import { findPrices } from '../values/price.ts';
import { isSizeHeading } from '../values/sizes.ts';
import { skuLikeness } from '../values/sku.ts';
import { type ColumnRole, isQuantityTier, meaningOfHeader } from '../vocabulary/column-words.ts';
import { bottom, centerX } from './box.ts';
import type { Line, Phrase } from './phrases.ts';

/** The header of a table: its lines, top to bottom, cut to the table's part of the page. */
export interface TableHeader {
  lines: Line[];
  /** The part of the page that the table may use, in points. */
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Roles that tell products apart. A line of price labels alone stands in cards, not above a table. */
const TELLING: ReadonlySet<ColumnRole> = new Set(['sku', 'name', 'description', 'barcode']);

/** The headers of a page. Side-by-side tables repeat their headers on one line and are told apart by that. */
export function findTableHeaders(lines: readonly Line[], pageWidth: number): TableHeader[] {
  const headers: TableHeader[] = [];
  let index = 0;
  while (index < lines.length) {
    const zone = headerZone(lines, index);
    if (zone === null) {
      index += 1;
      continue;
    }
    headers.push(...splitSideBySide(zone.lines, pageWidth));
    index = zone.next;
  }
  return headers;
}

/**
 * A header may have several lines: lines of header words below the first telling one, and a line of groups
 * above it.
 */
function headerZone(lines: readonly Line[], start: number): { lines: Line[]; next: number } | null {
  const seed = lines[start];
  if (seed === undefined || !isHeaderLine(seed)) return null;
  const zone = [seed];
  let next = start + 1;
  for (let line = lines[next]; line !== undefined; line = lines[next]) {
    if (gapBetween(zone.at(-1) ?? seed, line) > 0.9 * seed.box.height || !continuesHeader(line)) break;
    zone.push(line);
    next += 1;
  }
  for (let above = start - 1; above >= 0 && zone.length < 4; above -= 1) {
    const line = lines[above];
    if (line === undefined || gapBetween(line, zone[0] ?? seed) > 0.9 * seed.box.height) break;
    if (line.phrases.length < 2 || line.phrases.some(({ text }) => /\d{2}|:/u.test(text) || text.length > 30))
      break;
    zone.unshift(line);
  }
  return { lines: zone, next };
}

const gapBetween = (upper: Line, lower: Line): number => lower.box.y - bottom(upper.box);

/** Words for at least two kinds of columns, or sizes as columns, and hardly anything else. */
function isHeaderLine(line: Line): boolean {
  if (line.phrases.length < 2 || !line.phrases.every(couldHead)) return false;
  const meanings = line.phrases.map(({ text }) => meaningOfHeader(text));
  const roles = new Set(
    meanings.filter((meaning) => meaning !== null && meaning.strength >= 0.5).map((meaning) => meaning?.role),
  );
  const sizes = line.phrases.filter(({ text }) => isSizeHeading(text) || isQuantityTier(text)).length;
  const known = meanings.filter((meaning) => meaning !== null && meaning.strength >= 0.3).length + sizes;
  const telling = [...roles].some((role) => role !== undefined && TELLING.has(role)) || sizes >= 2;
  return telling && (roles.size >= 2 || sizes >= 2) && known * 2 >= line.phrases.length;
}

function continuesHeader(line: Line): boolean {
  return line.phrases.every(
    (phrase) => couldHead(phrase) && (isSizeHeading(phrase.text) || meaningOfHeader(phrase.text) !== null),
  );
}

/** Article numbers, prices and labelled values belong to products. */
function couldHead({ text }: Phrase): boolean {
  if (text.length > 40 || findPrices(text).length > 0 || /[:：]\s*\S/u.test(text)) return false;
  return (
    isSizeHeading(text) ||
    isQuantityTier(text) ||
    !text.split(' ').some((token) => /\d{3}/u.test(token) || skuLikeness(token) >= 0.6)
  );
}

/** Cuts a header line where its roles begin again: "Style | Price | Style | Price". */
function splitSideBySide(lines: Line[], pageWidth: number): TableHeader[] {
  const main = lines.reduce((widest, line) => (line.phrases.length > widest.phrases.length ? line : widest));
  const starts: number[] = [];
  const first = meaningOfHeader(main.phrases[0]?.text ?? '')?.role;
  main.phrases.forEach((phrase, index) => {
    const again =
      first !== undefined &&
      (first === 'sku' || first === 'name' || first === 'serial') &&
      meaningOfHeader(phrase.text)?.role === first;
    if (index === 0 || (again && index >= 2)) starts.push(index);
  });
  const edges = starts.slice(1).map((start) => {
    const before = main.phrases[start - 1];
    const after = main.phrases[start];
    return before === undefined || after === undefined
      ? pageWidth
      : after.box.x - Math.min(8, (after.box.x - before.box.x - before.box.width) / 2);
  });
  return starts.map((_, index) => {
    const left = edges[index - 1] ?? 0;
    const right = edges[index] ?? pageWidth;
    const cut = lines
      .map((line) => ({
        ...line,
        phrases: line.phrases.filter(({ box }) => centerX(box) >= left && centerX(box) < right),
      }))
      .filter((line) => line.phrases.length > 0);
    return {
      lines: cut,
      left,
      right,
      top: lines[0]?.box.y ?? 0,
      bottom: Math.max(...lines.map(({ box }) => bottom(box))),
    };
  });
}
