/** Finds the headers of an order's tables on a page. Other text may stand beside them on the same line. Pure. */
import { around, bottom, centerX, overlapX, right } from '../../understanding/layout/box.ts';
import type { Line, Phrase } from '../../understanding/layout/phrases.ts';
import type { TableGrammar } from '../../understanding/layout/table-grammar.ts';
import type { TableHeader } from '../../understanding/layout/table-header.ts';
import { parsePrice } from '../../understanding/values/price.ts';
import { squeeze } from '../../understanding/vocabulary/fold.ts';
import type { TableColumn } from '../../understanding/tables/table.ts';
import { sizeOfHeading } from '../values/size-heading.ts';
import { meaningOfOrderHeader, type OrderWord } from '../words/order-words.ts';
import { isCharge, totalOf } from '../words/row-words.ts';
import { headerCellOf, isHeader } from './header-cells.ts';

/** Space between lines of one header, in line heights. */
const CLOSE = 0.9;

/** How the tables of orders are read: rows are anchored by quantities, or by prices and numbers where there are none. */
export const ORDER_TABLES: TableGrammar = {
  findHeaders: findOrderHeaders,
  isSize: (text) => sizeOfHeading(text) !== null,
  isWord: (text) => headerCellOf(text).kind === 'word',
  keyColumns,
  headerOf,
  splitsPhrases: true,
  standsAlone,
};

/** A size stands by itself; what is printed above it names its group. */
function headerOf(texts: readonly string[]): TableColumn {
  const size = texts.findLast((text) => sizeOfHeading(text) !== null);
  if (size === undefined) return { header: squeeze(texts.join(' ')), group: '' };
  return { header: squeeze(size), group: squeeze(texts.filter((text) => text !== size).join(' ')) };
}

/** Totals and charges, by their label or as numbers right below those of the row above. */
function standsAlone({ phrases }: Line, above: Line | undefined): boolean {
  const first = phrases[0]?.text ?? '';
  if (totalOf(first) !== null || isCharge(first)) return true;
  const isNumber = ({ text }: Phrase): boolean => parsePrice(text) !== null;
  const numbers = above?.phrases.filter(isNumber) ?? [];
  return phrases.every(
    (phrase) => isNumber(phrase) && numbers.some(({ box }) => overlapX(box, phrase.box) > 0),
  );
}

/** Headers, top to bottom, each with the part of the page that its table may use. */
function findOrderHeaders(lines: readonly Line[], pageWidth: number): TableHeader[] {
  const headers: TableHeader[] = [];
  let index = 0;
  while (index < lines.length) {
    const found = headersOnLine(lines, index, pageWidth);
    headers.push(...found.headers);
    index = found.next;
  }
  return headers;
}

function headersOnLine(
  lines: readonly Line[],
  index: number,
  pageWidth: number,
): { headers: TableHeader[]; next: number } {
  const line = lines[index];
  const runs =
    line === undefined ? [] : runsOf(line).filter(({ phrases }) => isHeader(phrases.map(({ text }) => text)));
  let next = index + 1;
  const headers = runs.map(({ phrases, before, after }) => {
    const first = phrases[0];
    const left = before === null || first === undefined ? 0 : (right(before.box) + first.box.x) / 2;
    const last = phrases.at(-1);
    const end = after === null || last === undefined ? pageWidth : (right(last.box) + after.box.x) / 2;
    const zone = zoneOf(lines, index, { left, right: end });
    next = Math.max(next, zone.next);
    return {
      lines: zone.lines,
      left,
      right: end,
      top: zone.lines[0]?.box.y ?? 0,
      bottom: Math.max(...zone.lines.map(({ box }) => bottom(box))),
    };
  });
  return { headers, next };
}

interface Run {
  phrases: Phrase[];
  /** Neighbours that do not belong to it. */
  before: Phrase | null;
  after: Phrase | null;
}

/** Stretches of a line without anything that cannot head a column: labels with a colon, numbers, dates. */
function runsOf(line: Line): Run[] {
  const runs: Run[] = [];
  let before: Phrase | null = null;
  let open: Run | null = null;
  for (const phrase of line.phrases) {
    const stops = /[:：]/u.test(phrase.text) || headerCellOf(phrase.text).kind === 'none';
    if (stops) {
      if (open !== null) open.after = phrase;
      open = null;
      before = phrase;
    } else if (open === null) {
      open = { phrases: [phrase], before, after: null };
      runs.push(open);
    } else open.phrases.push(phrase);
  }
  return runs;
}

/** The lines of a header: what continues it below, and groups or first words of it above. */
function zoneOf(
  lines: readonly Line[],
  seed: number,
  area: { left: number; right: number },
): { lines: Line[]; next: number } {
  const zone: Line[] = [];
  const main = cut(lines[seed], area);
  if (main === null) return { lines: zone, next: seed + 1 };
  zone.push(main);
  let next = seed + 1;
  for (let line = cut(lines[next], area); line !== null; line = cut(lines[next], area)) {
    if (gap(zone.at(-1) ?? main, line) > CLOSE * main.box.height || !continues(line)) break;
    zone.push(line);
    next += 1;
  }
  for (let at = seed - 1; at >= 0 && zone.length < 4; at -= 1) {
    const line = cut(lines[at], area);
    if (line === null || gap(line, zone[0] ?? main) > CLOSE * main.box.height || !leads(line, main)) break;
    zone.unshift(line);
  }
  return { lines: zone, next };
}

const gap = (upper: Line, lower: Line): number => lower.box.y - bottom(upper.box);

function cut(line: Line | undefined, area: { left: number; right: number }): Line | null {
  const phrases = (line?.phrases ?? []).filter(
    ({ box }) => centerX(box) >= area.left && centerX(box) < area.right,
  );
  return phrases.length === 0 ? null : { phrases, box: around(phrases.map(({ box }) => box)) };
}

/** Sizes, units and known words go on with a header; a single known word does so only as part of it. */
function continues({ phrases }: Line): boolean {
  const cells = phrases.map(({ text }) => headerCellOf(text));
  const plain = cells.filter((cell) => cell.kind === 'size' && cell.plain).length;
  const climbs = phrases
    .filter((_, index) => cells[index]?.kind === 'size')
    .every(
      ({ text }, index, sizes) =>
        index === 0 || !/^\d+$/u.test(text) || Number(text) > Number(sizes[index - 1]?.text),
    );
  const fits = cells.every(
    (cell) => cell.kind === 'size' || cell.kind === 'unit' || (cell.kind === 'word' && cell.strength >= 0.5),
  );
  return (
    fits && (plain === 0 || (plain >= 2 && climbs)) && !phrases.some(({ text }) => totalOf(text) !== null)
  );
}

/** Known words above a header are its first lines; a lone text over two sizes or more names their group. */
function leads({ phrases }: Line, main: Line): boolean {
  const cells = phrases.map(({ text }) => headerCellOf(text));
  const areWords = cells.every((cell) => cell.kind === 'word' && cell.strength >= 0.5);
  if (areWords && (phrases.length >= 2 || isFirstLine(phrases[0], main))) return true;
  if (!cells.every(({ kind }) => kind === 'word' || kind === 'text')) return false;
  const sizes = main.phrases
    .filter(({ text }) => sizeOfHeading(text) !== null)
    .map(({ box }) => centerX(box));
  const [low, high] = [Math.min(...sizes), Math.max(...sizes)];
  return (
    sizes.length >= 2 &&
    phrases.every(({ box, text }) => text.length <= 30 && centerX(box) >= low - 5 && centerX(box) <= high + 5)
  );
}

/** "Colour" right above "code", in the same column. */
function isFirstLine(phrase: Phrase | undefined, main: Line): boolean {
  if (phrase === undefined) return false;
  const below = main.phrases.filter(({ box }) => overlapX(box, phrase.box) > 0);
  const isNear = main.box.y - bottom(phrase.box) <= 0.4 * main.box.height;
  return isNear && below.length === 1 && below.every(({ text }) => sizeOfHeading(text) === null);
}

const PIECES: readonly OrderWord[] = ['ordered', 'quantity', 'packs', 'line_total', 'total'];
const ELSE: readonly OrderWord[] = ['unit_price', 'sku', 'barcode'];

function keyColumns(headers: readonly string[]): ReadonlySet<number> {
  const withRole = (roles: readonly OrderWord[]): number[] =>
    headers.flatMap((header, index) => {
      const meaning = meaningOfOrderHeader(header);
      return meaning !== null && roles.includes(meaning.role) ? [index] : [];
    });
  const pieces = headers
    .flatMap((header, index) => (sizeOfHeading(header) === null ? [] : [index]))
    .concat(withRole(PIECES));
  return new Set(pieces.length > 0 ? pieces : withRole(ELSE));
}
