/**
 * A small writer for workbooks with styles and pictures: values, formulas with their results, merged cells, column
 * widths and pictures anchored in cells, after ECMA-376. The installed spreadsheet library writes values only.
 */
import { strToU8, type Zippable, zipSync } from 'fflate';
import { drawingParts, drawingTypes } from './drawing-part.ts';
import { STYLES_XML, type StyleName, styleIndex } from './styles.ts';
import { escapeXml, XML_HEAD } from './xml.ts';

export interface Cell {
  value: string | number;
  style?: StyleName;
  /** Without the equals sign; `value` is its result. */
  formula?: string;
}

export interface Row {
  /** Points. */
  height?: number;
  /** From column A; null leaves a cell empty. */
  cells: readonly (Cell | null)[];
}

export interface SheetPicture {
  /** 1-based cell that holds its top left corner. */
  row: number;
  column: number;
  /** Pixels at 96 dpi on the sheet. */
  width: number;
  height: number;
  /** JPEG bytes. */
  bytes: Uint8Array;
}

export interface Sheet {
  name: string;
  /** Characters, from column A. */
  widths: readonly number[];
  rows: readonly Row[];
  /** Ranges such as `A1:C1`. */
  merges: readonly string[];
  pictures: readonly SheetPicture[];
}

/** The earliest date that ZIP knows: the same workbook gives the same bytes on any day. */
const ZIP_DATE = new Date(1980, 0, 1);
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** `A` for 1, `AA` for 27. */
export function columnName(column: number): string {
  const rest = (column - 1) % 26;
  const before = Math.floor((column - 1) / 26);
  return (before > 0 ? columnName(before) : '') + String.fromCodePoint(65 + rest);
}

function cellXml(cell: Cell | null, reference: string): string {
  if (cell === null) return '';
  const head = `<c r="${reference}" s="${styleIndex(cell.style ?? 'plain')}"`;
  const formula = cell.formula === undefined ? '' : `<f>${escapeXml(cell.formula)}</f>`;
  if (typeof cell.value === 'number') return `${head}>${formula}<v>${cell.value}</v></c>`;
  if (cell.value === '') return `${head}/>`;
  return `${head} t="inlineStr"><is><t xml:space="preserve">${escapeXml(cell.value)}</t></is></c>`;
}

function sheetXml(sheet: Sheet): string {
  const columns = sheet.widths
    .map((width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`)
    .join('');
  const rows = sheet.rows.map((row, index) => {
    const height = row.height === undefined ? '' : ` ht="${row.height}" customHeight="1"`;
    const cells = row.cells.map((cell, column) => cellXml(cell, `${columnName(column + 1)}${index + 1}`));
    return `<row r="${index + 1}"${height}>${cells.join('')}</row>`;
  });
  const merges = sheet.merges.map((range) => `<mergeCell ref="${range}"/>`).join('');
  return [
    `${XML_HEAD}<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}">`,
    '<sheetViews><sheetView workbookViewId="0" showGridLines="0"/></sheetViews>',
    `<cols>${columns}</cols><sheetData>${rows.join('')}</sheetData>`,
    merges === '' ? '' : `<mergeCells count="${sheet.merges.length}">${merges}</mergeCells>`,
    '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>',
    sheet.pictures.length === 0 ? '' : '<drawing r:id="rId1"/>',
    '</worksheet>',
  ].join('');
}

function relationships(entries: readonly string[]): string {
  const list = entries.map((entry, index) => `<Relationship Id="rId${index + 1}" ${entry}/>`).join('');
  return `${XML_HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list}</Relationships>`;
}

/** The bytes of an XLSX file. */
export function writeWorkbook(sheets: readonly Sheet[]): Uint8Array {
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const sheetTypes = sheets
    .map(
      (_, index) =>
        `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="${type}.worksheet+xml"/>`,
    )
    .join('');
  const list = sheets
    .map(
      (sheet, index) =>
        `<sheet name="${escapeXml(sheet.name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
    )
    .join('');
  const parts: Record<string, string> = {
    '[Content_Types].xml': `${XML_HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="jpeg" ContentType="image/jpeg"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${type}.styles+xml"/>${sheetTypes}${drawingTypes(sheets)}</Types>`,
    '_rels/.rels': relationships([`Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"`]),
    'xl/workbook.xml': `${XML_HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${list}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationships([
      ...sheets.map((_, index) => `Type="${OFFICE}/worksheet" Target="worksheets/sheet${index + 1}.xml"`),
      `Type="${OFFICE}/styles" Target="styles.xml"`,
    ]),
    'xl/styles.xml': STYLES_XML,
  };
  const files: Zippable = {};
  for (const [name, text] of Object.entries(parts)) files[name] = strToU8(text);
  for (const [index, sheet] of sheets.entries()) {
    files[`xl/worksheets/sheet${index + 1}.xml`] = strToU8(sheetXml(sheet));
    if (sheet.pictures.length === 0) continue;
    files[`xl/worksheets/_rels/sheet${index + 1}.xml.rels`] = strToU8(
      relationships([`Type="${OFFICE}/drawing" Target="../drawings/drawing${index + 1}.xml"`]),
    );
    for (const [name, bytes] of drawingParts(sheet.pictures, index + 1, relationships))
      files[name] = [bytes, { level: 0 }];
  }
  return zipSync(files, { level: 9, mtime: ZIP_DATE });
}
