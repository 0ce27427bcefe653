/** The values of a workbook, sheet by sheet. */
import { DocketError } from '@docket/model/errors';
import { LIMITS } from '@docket/model/limits';
import type { DocumentContent, SheetContent } from '../../content.ts';
import { type ReadOptions, type SourceFile, breathe } from '../source-file.ts';
import { boldFormats } from './bold-formats.ts';
import { readCellTags } from './cell-tags.ts';
import { countFilledRows, countValues } from './count-rows.ts';
import { openWorkbook } from './open-workbook.ts';
import { relatedPart, visibleSheets, workbookPart } from './package-parts.ts';
import { sheetCells } from './sheet-values.ts';
import { ZipArchive } from './zip-archive.ts';

type BoldCells = ReadonlyMap<string, ReadonlySet<string>>;

/** Zipped workbooks. Throws `file_expands_too_far` before anything is parsed. */
export async function extractXlsxText(source: SourceFile, options: ReadOptions): Promise<DocumentContent> {
  const archive = new ZipArchive(source.bytes, source.name);
  await archive.measure(() => breathe(options.signal));
  const bold = await boldCells(archive, source.name, options);
  return readSheets(source, options, bold);
}

/** Workbooks of old, one binary stream, and web pages written by Excel. */
export function extractXlsText(source: SourceFile, options: ReadOptions): Promise<DocumentContent> {
  return readSheets(source, options, new Map());
}

async function readSheets(
  source: SourceFile,
  options: ReadOptions,
  bold: BoldCells,
): Promise<DocumentContent> {
  await breathe(options.signal);
  const mostRows = mostRowsOf(options);
  const book = openWorkbook(source.bytes, source.name, mostRows);
  const visible = book.SheetNames.filter((_, index) => (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) === 0);
  const sheets: SheetContent[] = [];
  let rows = 0;
  for (const [index, name] of visible.entries()) {
    await breathe(options.signal);
    const sheet = book.Sheets[name];
    const boldHere = bold.get(name);
    const isBold = (row: number, column: number) => boldHere?.has(`${row}:${column}`) ?? false;
    const cells = sheet === undefined ? [] : sheetCells(sheet, isBold);
    rows += cells.at(-1)?.row ?? 0;
    if (rows > mostRows) throw tooManyRows(source.name, mostRows);
    sheets.push({ name, cells });
    options.onProgress(index + 1, visible.length, 'Sheet');
  }
  return { kind: 'sheets', sheets };
}

const mostRowsOf = ({ mostRows }: ReadOptions): number => mostRows ?? LIMITS.sheetRows;

function tooManyRows(file: string, most: number): DocketError {
  return new DocketError('file_too_many_rows', { file, wanted: most.toLocaleString('en') });
}

/**
 * Positions `row:column` of bold cells by sheet, which SheetJS does not tell. Throws `file_too_many_rows` and
 * `file_too_many_cells` before SheetJS takes up memory for all of them.
 */
async function boldCells(archive: ZipArchive, file: string, options: ReadOptions): Promise<BoldCells> {
  const workbook = await workbookPart(archive);
  const styles = await relatedPart(archive, workbook, 'styles');
  const formats = boldFormats(styles === null ? null : await archive.read(styles));
  const bold = new Map<string, ReadonlySet<string>>();
  const mostRows = mostRowsOf(options);
  let rows = 0;
  let values = 0;
  for (const { name, part } of await visibleSheets(archive, workbook)) {
    await breathe(options.signal);
    const xml = (await archive.read(part)) ?? new Uint8Array();
    rows += countFilledRows(xml);
    if (rows > mostRows) throw tooManyRows(file, mostRows);
    values += countValues(xml);
    if (values > LIMITS.sheetCells) throw new DocketError('file_too_many_cells', { file });
    if (formats.size > 0) bold.set(name, boldPositions(new TextDecoder().decode(xml), formats));
  }
  return bold;
}

function boldPositions(xml: string, formats: ReadonlySet<number>): ReadonlySet<string> {
  const positions = new Set<string>();
  for (const { row, column, format } of readCellTags(xml)) {
    if (formats.has(format)) positions.add(`${row}:${column}`);
  }
  return positions;
}
