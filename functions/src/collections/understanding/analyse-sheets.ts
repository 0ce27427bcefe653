/** Finds the products of workbooks and CSV files. Pure. */
import type { SheetContent } from '../content.ts';
import type { Draft, Grouping } from './draft.ts';
import { assignRoles, isProductList } from './tables/column-roles.ts';
import { readTable } from './tables/read-table.ts';
import { tablesOfSheet, textAboveTables } from './tables/sheet-tables.ts';
import { parseDelivery, parseSeason } from './values/details.ts';
import type { AnalysisProgress } from './analyse-pages.ts';

/** Names that spreadsheet programs give by themselves, and the one a CSV file's only sheet gets. */
const DEFAULT_NAME = /^(?:sheet|tabelle|feuil|foglio|hoja|лист|工作表|シート|planilha|ark|csv)\s*\d*$/iu;

/** The drafts of all sheets in order. Yields after every table. */
export function* analyseSheets(sheets: readonly SheetContent[]): Generator<AnalysisProgress, Draft[]> {
  const drafts: Draft[] = [];
  for (const [index, sheet] of sheets.entries()) {
    const found: Draft[] = [];
    let heading: Grouping | null = null;
    for (const table of tablesOfSheet(sheet)) {
      const columns = assignRoles(table);
      if (!isProductList(columns)) continue;
      const rows = readTable(table, columns, heading);
      let step = rows.next();
      for (; step.done !== true; step = rows.next()) yield { done: 0, of: sheets.length };
      const reading = step.value;
      heading = reading.heading;
      found.push(...reading.drafts);
      yield { done: index, of: sheets.length };
    }
    addSheetDetails(sheet, found, sheets.length);
    drafts.push(...found);
    yield { done: index + 1, of: sheets.length };
  }
  return drafts;
}

/** What stands above the table and on the sheet's tab holds for all of its products. */
function addSheetDetails(sheet: SheetContent, drafts: readonly Draft[], sheets: number): void {
  const place = { kind: 'cell', sheet: sheet.name, row: 1, column: 1 } as const;
  const texts = [
    ...textAboveTables(sheet).map(({ text, row, column }) => ({ text, place: { ...place, row, column } })),
    { text: sheet.name, place },
  ];
  for (const { text, place: at } of texts) {
    const season = parseSeason(text);
    const delivery = parseDelivery(text);
    for (const { fields } of drafts) {
      if (season !== null) fields.season ??= { value: season, confidence: 0.7, place: at };
      if (delivery !== null) fields.delivery ??= { value: delivery, confidence: 0.7, place: at };
    }
  }
  if (sheets < 2 || DEFAULT_NAME.test(sheet.name)) return;
  for (const draft of drafts) {
    draft.groupings.push({
      name: sheet.name,
      source: 'sheet',
      reason: `Name of sheet “${sheet.name}”`,
      confidence: 0.6,
      place,
    });
  }
}
