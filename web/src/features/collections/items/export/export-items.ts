/** Items as a file. The writers are loaded when they are first needed. */
import { itemTable } from '@docket/model/item-table';
import type { ItemRow } from '../item-rows.ts';

export type ExportFormat = 'xlsx' | 'csv';

const MEDIA_TYPES: Record<ExportFormat, string> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv;charset=utf-8',
};

/** A name that every file system takes: `Harbour & Vale: items` becomes `Harbour & Vale items`. */
export function fileName(collection: string, format: ExportFormat): string {
  const safe = collection
    .replaceAll(/[^\p{L}\p{N} &+.,_()-]+/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .replace(/^[ .]+|[ .]+$/g, '');
  return `${safe === '' ? 'Collection' : safe} items.${format}`;
}

/** The items that count among `rows`, as the content of a file. */
export async function exportItems(rows: readonly ItemRow[], format: ExportFormat): Promise<Blob> {
  // Categories have their shown names already.
  const table = itemTable(
    rows.filter(({ counted }) => counted).map(({ shown }) => shown),
    [],
  );
  const type = MEDIA_TYPES[format];
  if (format === 'csv') {
    const { tableToCsv } = await import('@docket/model/export/csv');
    return new Blob([tableToCsv(table)], { type });
  }
  const { tableToWorkbook } = await import('@docket/model/export/workbook');
  return new Blob([await tableToWorkbook(table, 'Items')], { type });
}

/** Hands a file to the browser to be saved. */
export function saveFile(content: Blob, name: string): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has taken hold of it by the next turn.
  setTimeout(() => URL.revokeObjectURL(address), 0);
}
