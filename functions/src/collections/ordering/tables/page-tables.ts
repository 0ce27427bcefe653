/** The tables of an order's pages, with what stands around them. Pure. */
import type { PageContent } from '../../content.ts';
import { findFurniture, type LaidOutPage } from '../../understanding/layout/furniture.ts';
import { type OpenTable, type PageTable, tablesOfPage } from '../../understanding/layout/page-tables.ts';
import {
  type Line,
  linesOf,
  type Phrase,
  phrasesOf,
  splitPhrase,
} from '../../understanding/layout/phrases.ts';
import type { TableRow } from '../../understanding/tables/table.ts';
import { sizeOfHeading } from '../values/size-heading.ts';
import { orderWordOfPhrase } from '../words/order-words.ts';
import { totalOf } from '../words/row-words.ts';
import { factsOfLine } from './facts.ts';
import { type Fact, headerKey, type OrderCell, type OrderRow, type OrderTable } from './order-table.ts';
import { ORDER_TABLES } from './page-headers.ts';
import { isDrawnLine } from './sheet-rows.ts';

/** The tables of all pages in reading order. Tables with the same header are one, over as many pages as they take. */
export function* tablesOfOrderPages(pages: readonly PageContent[]): Generator<undefined, OrderTable[]> {
  const laidOut: LaidOutPage[] = [];
  for (const page of pages) {
    laidOut.push(layOut(page));
    yield;
  }
  const isFurniture = findFurniture(laidOut);
  const merged: OrderTable[] = [];
  let open: OpenTable | null = null;
  let facts: Fact[] = [];
  for (const [index, page] of laidOut.entries()) {
    yield;
    const content = pages[index];
    if (content === undefined) continue;
    const inside = index === 0 ? page.phrases : withoutFurniture(page, isFurniture);
    const tables = tablesWithContinued({ ...page, phrases: inside }, content, open);
    const claimed = new Set(tables.flatMap(({ phrases }) => [...phrases]));
    const rest = inside.filter((phrase) => !claimed.has(phrase));
    let from = Number.NEGATIVE_INFINITY;
    for (const table of tables) {
      const top = topOf(table, rest);
      facts.push(...factsBetween(rest, from, top, page.number), ...titleOf(table));
      append(merged, table, facts);
      facts = [];
      from = top;
      open = table.open;
    }
    facts.push(...factsBetween(rest, from, Number.POSITIVE_INFINITY, page.number));
  }
  const last = merged.at(-1);
  if (last !== undefined && facts.length > 0)
    merged[merged.length - 1] = { ...last, parts: [...last.parts, { start: last.rows.length, facts }] };
  return merged;
}

function layOut(content: PageContent): LaidOutPage {
  const { number, width, height } = content;
  const phrases = phrasesOf(content).filter(({ text }) => !isDrawnLine(text));
  return { number, width, height, phrases: phrases.flatMap(apart) };
}

/** Headers that nearly touch were read as one: "41" and "Pairs" are two, "Unit" and "Price" are one. */
function apart(phrase: Phrase): Phrase[] {
  if (phrase.runs.length < 2 || isWholeHeader(phrase.text)) return [phrase];
  return phrase.runs.every(({ text }) => isWholeHeader(text)) ? splitPhrase(phrase, ({ x }) => x) : [phrase];
}

function isWholeHeader(text: string): boolean {
  return orderWordOfPhrase(text) !== null || sizeOfHeading(text) !== null;
}

/** The tables of a page; above the first header the last table of the page before may go on. */
function tablesWithContinued(page: LaidOutPage, content: PageContent, open: OpenTable | null): PageTable[] {
  const tables = tablesOfPage(page, content, open, ORDER_TABLES);
  const top = Math.min(...tables.flatMap(({ phrases }) => [...phrases].map(({ box }) => box.y)));
  const above = page.phrases.filter(({ box }) => box.y < top);
  const isFirst = tables.some((table) => table.open === open);
  if (open === null || tables.length === 0 || isFirst || above.length === 0) return tables;
  const headless = { ...ORDER_TABLES, findHeaders: () => [] };
  return [...tablesOfPage({ ...page, phrases: above }, content, open, headless), ...tables];
}

/**
 * Lines that repeat on most pages are no part of a table. A row of a table may share some of its texts with the row at the
 * same place of other pages, but hardly all; a subtotal may, when several pages begin with one.
 */
function withoutFurniture(
  page: LaidOutPage,
  isFurniture: (page: LaidOutPage, phrase: Phrase) => boolean,
): Phrase[] {
  const lines = linesOf(page.phrases);
  const headers = ORDER_TABLES.findHeaders(lines, page.width);
  const heads = new Set(headers.flatMap(({ lines: own }) => own.flatMap(({ phrases }) => phrases)));
  const isHead = (phrase: Phrase): boolean => heads.has(phrase);
  const isFirstSum = ({ phrases }: Line, index: number): boolean =>
    totalOf(phrases[0]?.text ?? '') === 'subtotal' && (lines[index - 1]?.phrases.some(isHead) ?? false);
  return lines
    .filter(
      (line, index) =>
        line.phrases.some((phrase) => isHead(phrase) || !isFurniture(page, phrase)) ||
        isFirstSum(line, index),
    )
    .flatMap(({ phrases }) => phrases);
}

/** Text that is beside the header of a table still belongs to what stands above it. */
function topOf(table: PageTable, rest: readonly Phrase[]): number {
  const top = Math.min(...[...table.phrases].map(({ box }) => box.y));
  return rest.length === 0 ? top : top + 1;
}

function factsBetween(rest: readonly Phrase[], from: number, to: number, page: number): Fact[] {
  const phrases = rest.filter(({ box }) => box.y >= from && box.y < to);
  return linesOf(phrases).flatMap((line) =>
    factsOfLine(line.phrases.map(({ text, box }) => ({ text, place: { kind: 'page', number: page, box } }))),
  );
}

function titleOf({ table }: PageTable): Fact[] {
  return table.title === null ? [] : factsOfLine([{ text: table.title.text, place: table.title.place }]);
}

/** Adds a table, or the rows of a page to the table that they go on with. */
function append(merged: OrderTable[], { table }: PageTable, facts: readonly Fact[]): void {
  const rows = table.rows.map(orderRow);
  const previous = merged.at(-1);
  if (previous !== undefined && headerKey(previous.columns) === headerKey(table.columns)) {
    const first = previous.page ?? table.page ?? 1;
    merged[merged.length - 1] = {
      ...previous,
      where: table.page === null || table.page === first ? previous.where : `pages ${first}–${table.page}`,
      rows: [...previous.rows, ...rows],
      parts: [...previous.parts, { start: previous.rows.length, facts }],
    };
    return;
  }
  merged.push({
    where: table.where,
    sheet: null,
    page: table.page,
    headerRow: null,
    hasHeader: true,
    columns: table.columns,
    rows,
    parts: [{ start: 0, facts }],
  });
}

function orderRow(row: TableRow): OrderRow {
  return new Map(
    [...row].map(([column, cell]): [number, OrderCell] => [column, { ...cell, repeated: false }]),
  );
}
