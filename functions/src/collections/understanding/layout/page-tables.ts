/** Finds the tables of a page and brings them into the common form. Pure. */
import type { PageContent } from '../../content.ts';
import type { Table, TableCell, TableColumn, TableRow, TableTitle } from '../tables/table.ts';
import { around, bottom, centerX, median, overlap } from './box.ts';
import type { LaidOutPage } from './furniture.ts';
import { horizontalRules, type Line, linesOf, type Phrase, splitPhrase, verticalRules } from './phrases.ts';
import { type Area, type ColumnSpan, columnOf, findColumns } from './table-columns.ts';
import { LINESHEET_TABLES, type TableGrammar } from './table-grammar.ts';
import type { TableHeader } from './table-header.ts';
import { groupRows } from './table-rows.ts';

/** The columns of a table that may go on on the next page without a header. */
export interface OpenTable {
  columns: readonly TableColumn[];
  spans: readonly ColumnSpan[];
}

/** A table with the phrases it is made of, its title and header among them. */
export interface PageTable {
  table: Table;
  open: OpenTable;
  phrases: ReadonlySet<Phrase>;
}

/** The tables of a page, top to bottom. `open` is the last table of the page before. */
export function tablesOfPage(
  page: LaidOutPage,
  content: PageContent,
  open: OpenTable | null,
  grammar: TableGrammar = LINESHEET_TABLES,
): PageTable[] {
  const lines = linesOf(page.phrases);
  const headers = grammar.findHeaders(lines, page.width);
  if (headers.length === 0) {
    const continued = open === null ? null : continuedTable({ page, content, lines, grammar }, open);
    return continued === null ? [] : [continued];
  }
  return headers.flatMap((header) => {
    const table = tableOf({ page, content, lines, grammar }, header, headers);
    return table === null ? [] : [table];
  });
}

/** A page with its lines, and how its tables are read. */
interface PageWork {
  page: LaidOutPage;
  content: PageContent;
  lines: readonly Line[];
  grammar: TableGrammar;
}

/** The rows between a header and the next one; a title of the next table above that header is not among them. */
function tableOf(
  { page, content, lines, grammar }: PageWork,
  header: TableHeader,
  headers: readonly TableHeader[],
): PageTable | null {
  const next = headers.filter(
    (other) => other.top > header.bottom && overlap(other.left, other.right, header.left, header.right) > 0,
  );
  const end = Math.min(page.height, ...next.map((other) => other.top));
  const titleBelow = next.length === 0 ? null : titleAbove(lines, end, header, header.bottom);
  const inside = cutLines(lines, header).filter(
    (line) => line.box.y >= header.bottom - 1 && line.box.y < end && line !== titleBelow?.line,
  );
  const below = untilWideGap(
    titleBelow === null ? inside : inside.filter((line) => line.box.y < titleBelow.line.box.y),
  );
  if (below.length === 0) return null;
  const area = areaOf(header, below);
  const spans = findColumns(area, header.lines, below, verticalRules(content));
  if (spans.length < 2) return null;
  const columns = headColumns(header, spans, grammar);
  const above = Math.max(
    0,
    ...headers.filter((other) => other.bottom < header.top).map((other) => other.bottom),
  );
  const title = titleAbove(lines, header.top, header, above);
  const phrases = new Set(
    [...header.lines, ...below, ...(title === null ? [] : [title.line])].flatMap((line) => line.phrases),
  );
  const rows = rowsOf({ page, content, lines: below, grammar }, area, spans, columns);
  const found = title === null ? null : tableTitle(title.phrase, page.number);
  return {
    table: { columns, rows, title: found, page: page.number, where: `page ${page.number}` },
    open: { columns, spans },
    phrases,
  };
}

/** A page whose lines fall into the columns of the table before it: price lists print their header only once. */
function continuedTable({ page, content, lines, grammar }: PageWork, open: OpenTable): PageTable | null {
  const first = open.spans[0];
  const last = open.spans.at(-1);
  if (first === undefined || last === undefined || lines.length === 0) return null;
  const several = lines.filter((line) => line.phrases.length > 1);
  const fits = several.filter((line) => {
    const columns = line.phrases.map((phrase) => columnOf(open.spans, phrase));
    const inside = line.phrases.every(
      ({ box }) => centerX(box) > first.left - 10 && centerX(box) < last.right + 10,
    );
    return inside && new Set(columns).size >= Math.min(2, open.spans.length);
  });
  const isKey = keyTest(open.columns, open.spans, grammar);
  const keyed = several.filter((line) => line.phrases.some(isKey));
  if (keyed.length < 2 || fits.length < 0.8 * several.length || keyed.length < 0.5 * lines.length)
    return null;
  const area = {
    left: first.left,
    right: last.right,
    top: lines[0]?.box.y ?? 0,
    bottom: Math.max(...lines.map(({ box }) => bottom(box))),
  };
  const rows = rowsOf({ page, content, lines, grammar }, area, open.spans, open.columns);
  const table: Table = {
    columns: open.columns,
    rows,
    title: null,
    page: page.number,
    where: `page ${page.number}`,
  };
  return { table, open, phrases: new Set(lines.flatMap((line) => line.phrases)) };
}

/** Lines cut to the part of the page that a table may use. */
function cutLines(lines: readonly Line[], area: ColumnSpan): Line[] {
  return lines.flatMap((line) => {
    const phrases = line.phrases.filter(({ box }) => centerX(box) >= area.left && centerX(box) < area.right);
    return phrases.length === 0 ? [] : [{ phrases, box: around(phrases.map(({ box }) => box)) }];
  });
}

/** A table ends where the page goes on after a gap much wider than its rows are apart. */
function untilWideGap(lines: readonly Line[]): Line[] {
  const gaps = lines.slice(1).map((line, index) => line.box.y - (lines[index]?.box.y ?? 0));
  const limit = Math.max(60, 4 * median(gaps));
  const end = gaps.findIndex((gap) => gap > limit);
  return end < 0 ? [...lines] : lines.slice(0, end + 1);
}

function areaOf(header: TableHeader, body: readonly Line[]): Area {
  const box = around([...header.lines, ...body].map((line) => line.box));
  return {
    left: Math.max(header.left, box.x - 4),
    right: Math.min(header.right, box.x + box.width + 4),
    top: header.top,
    bottom: bottom(box),
  };
}

/** The text of a lone line directly above a header. */
function titleAbove(
  lines: readonly Line[],
  top: number,
  area: ColumnSpan,
  after: number,
): { line: Line; phrase: Phrase } | null {
  const above = cutLines(lines, area).filter(
    (line) => line.box.y + line.box.height / 2 < top && line.box.y >= after - 1,
  );
  const line = above.at(-1);
  const phrase = line?.phrases[0];
  if (line === undefined || phrase === undefined || line.phrases.length !== 1) return null;
  const isNear = top - bottom(line.box) < 2.5 * line.box.height;
  const isWords = /\p{L}{2}/u.test(phrase.text) && phrase.text.length <= 70 && !/[:.]$/u.test(phrase.text);
  return isNear && isWords ? { line, phrase } : null;
}

function tableTitle(phrase: Phrase, page: number): TableTitle {
  return {
    text: phrase.text,
    place: { kind: 'page', number: page, box: phrase.box },
    reason: `Heading of a table on page ${page}`,
  };
}

/** Header texts by column. A line with fewer phrases above size columns names groups of them. */
function headColumns(
  header: TableHeader,
  spans: readonly ColumnSpan[],
  { isSize, isWord, headerOf }: TableGrammar,
): TableColumn[] {
  const sizes = header.lines.find((line) => line.phrases.filter(({ text }) => isSize(text)).length >= 2);
  const groupLine = header.lines.find(
    (line) =>
      sizes !== undefined &&
      line.box.y < sizes.box.y &&
      line.phrases.length >= 2 &&
      line.phrases.length < sizes.phrases.length &&
      line.phrases.every(({ text }) => !isWord(text)),
  );
  const texts = spans.map((): string[] => []);
  for (const line of header.lines) {
    if (line === groupLine) continue;
    for (const phrase of line.phrases) texts[columnOf(spans, phrase)]?.push(phrase.text);
  }
  return spans.map((span, index) => {
    const column = headerOf(texts[index] ?? []);
    const isGrouped = groupLine !== undefined && isSize(column.header);
    return isGrouped ? { ...column, group: nearest(groupLine, span) } : column;
  });
}

function nearest(line: Line, span: ColumnSpan): string {
  const middle = (span.left + span.right) / 2;
  const distance = (phrase: Phrase): number => Math.abs(centerX(phrase.box) - middle);
  return line.phrases.reduce((best, phrase) => (distance(phrase) < distance(best) ? phrase : best)).text;
}

/** Rows are anchored by the columns that every row fills. */
function keyTest(
  columns: readonly TableColumn[],
  spans: readonly ColumnSpan[],
  grammar: TableGrammar,
): (phrase: Phrase) => boolean {
  const keys = grammar.keyColumns(columns.map(({ header }) => header));
  return (phrase) => keys.has(columnOf(spans, phrase));
}

/** Rules that cross most of the table separate its rows. */
function rowsOf(
  { page, content, lines: body, grammar }: PageWork,
  area: Area,
  spans: readonly ColumnSpan[],
  columns: readonly TableColumn[],
): TableRow[] {
  const width = area.right - area.left;
  const rules = horizontalRules(content)
    .filter(
      (rule) =>
        overlap(Math.min(rule.x1, rule.x2), Math.max(rule.x1, rule.x2), area.left, area.right) > 0.6 * width,
    )
    .map((rule) => rule.y1)
    .sort((a, b) => a - b);
  return groupRows(body, {
    isKey: keyTest(columns, spans, grammar),
    standsAlone: grammar.standsAlone,
    rules,
  }).map((lines) => rowOf(page.number, lines, spans, grammar.splitsPhrases));
}

/** Lines of a cell are kept apart by line breaks: colour lists rely on them. */
function rowOf(
  page: number,
  lines: readonly Line[],
  spans: readonly ColumnSpan[],
  splits: boolean,
): TableRow {
  const groups = new Map<number, Phrase[][]>();
  for (const printed of lines) {
    const line = splits ? splitAtColumns(printed, spans) : printed;
    for (const phrase of line.phrases) {
      const column = columnOf(spans, phrase);
      const stack = groups.get(column) ?? [];
      const last = stack.at(-1);
      if (last !== undefined && last.some((other) => line.phrases.includes(other))) last.push(phrase);
      else stack.push([phrase]);
      groups.set(column, stack);
    }
  }
  const cells = new Map<number, TableCell>();
  for (const [column, stack] of groups) {
    const phrases = stack.flat();
    const box = around(phrases.map((phrase) => phrase.box));
    const spanning =
      groups.size === 1 && box.width > 0.5 * ((spans.at(-1)?.right ?? 0) - (spans[0]?.left ?? 0));
    const text = stack.map((line) => line.map((phrase) => phrase.text).join(' ')).join('\n');
    cells.set(column, {
      text,
      number: null,
      bold: phrases.every(({ bold }) => bold),
      place: { kind: 'page', number: page, box },
      spanning,
    });
  }
  return cells;
}

/** Neighbouring cells whose texts nearly touch were read as one phrase: its runs tell where one cell ends. */
function splitAtColumns(line: Line, spans: readonly ColumnSpan[]): Line {
  const phrases = line.phrases.flatMap((phrase) => splitPhrase(phrase, (box) => columnOf(spans, { box })));
  return { ...line, phrases };
}
