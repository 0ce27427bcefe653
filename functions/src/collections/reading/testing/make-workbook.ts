/** Zipped workbooks for tests, written part by part so that any oddity can be put in. */
import { strToU8, zipSync } from 'fflate';

const NAMESPACES =
  'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" ' +
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export interface WorkbookExtras {
  /** More parts, or other content for the usual ones, by name. */
  parts?: Record<string, string | Uint8Array>;
  /** Raw XML of cells by row, in place of `cells`. */
  rows?: string;
  /** XML after the cells: merges, drawing. */
  tail?: string;
  /** Relationships of the workbook as `[id, type, target]`, types in full where they are not the usual ones. */
  relations?: readonly (readonly [id: string, type: string, target: string])[];
  /** The same of the first sheet. */
  sheetRelations?: readonly (readonly [id: string, type: string, target: string])[];
}

/** A workbook of one sheet called `Sheet` with texts and numbers at references such as `B2`. */
export function makeWorkbook(
  cells: Record<string, string | number>,
  extras: WorkbookExtras = {},
): Uint8Array {
  const parts: Record<string, string | Uint8Array> = {
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
      '<Default Extension="xml" ContentType="application/xml"/>' +
      '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>' +
      '<Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>' +
      '<Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>' +
      '</Types>',
    '_rels/.rels': relationships([['rId1', 'officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': `<workbook ${NAMESPACES}><sheets><sheet name="Sheet" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationships([
      ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
      ['rId2', 'styles', 'styles.xml'],
      ...(extras.relations ?? []),
    ]),
    'xl/styles.xml':
      `<styleSheet ${NAMESPACES}><fonts count="2"><font/><font><b/></font></fonts>` +
      '<fills count="1"><fill/></fills><borders count="1"><border/></borders>' +
      '<cellXfs count="3"><xf fontId="0"/><xf fontId="1"/><xf fontId="0" numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>',
    'xl/worksheets/sheet1.xml': sheetXml(extras.rows ?? rowsOf(cells), extras.tail ?? ''),
    'xl/worksheets/_rels/sheet1.xml.rels': relationships(extras.sheetRelations ?? []),
    ...extras.parts,
  };
  return zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part]),
    ),
  );
}

export function sheetXml(rows: string, tail = ''): string {
  return `<worksheet ${NAMESPACES}><sheetData>${rows}</sheetData>${tail}</worksheet>`;
}

/** A part of relationships. Types are given by their last word, or in full. */
export function relationships(
  list: readonly (readonly [id: string, type: string, target: string])[],
): string {
  const entries = list.map(
    ([id, type, target]) =>
      `<Relationship Id="${id}" Type="${type.includes('/') ? type : `${RELATIONS}/${type}`}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${entries.join('')}</Relationships>`;
}

function rowsOf(cells: Record<string, string | number>): string {
  const rows = Map.groupBy(Object.entries(cells), ([reference]) => Number(reference.replace(/\D/g, '')));
  return [...rows]
    .toSorted(([one], [other]) => one - other)
    .map(([row, entries]) => {
      const xml = entries.map(([reference, value]) =>
        typeof value === 'number'
          ? `<c r="${reference}"><v>${value}</v></c>`
          : `<c r="${reference}" t="inlineStr"><is><t>${value}</t></is></c>`,
      );
      return `<row r="${row}">${xml.join('')}</row>`;
    })
    .join('');
}
