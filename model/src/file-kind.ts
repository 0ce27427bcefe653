/** What kind of file some bytes are, recognised by content: names and declared types are only hints. */
import type { DocumentKind } from './document.ts';

export const FILE_KINDS = ['pdf', 'xlsx', 'xls', 'csv', 'jpeg', 'png'] as const;
export type FileKind = (typeof FILE_KINDS)[number];

/** What each kind of document may be. A photo of a purchase order is not read. */
export const ACCEPTED_FILE_KINDS: Record<DocumentKind, readonly FileKind[]> = {
  linesheet: ['pdf', 'xlsx', 'xls', 'csv', 'jpeg', 'png'],
  purchase_order: ['pdf', 'xlsx', 'xls', 'csv'],
};

export const FILE_KIND_LABELS: Record<FileKind, string> = {
  pdf: 'PDF',
  xlsx: 'XLSX',
  xls: 'XLS',
  csv: 'CSV',
  jpeg: 'JPEG',
  png: 'PNG',
};

/** For file pickers and drop zones: media types with the endings that belong to them. */
export const FILE_KIND_MEDIA: Record<FileKind, { type: string; endings: readonly string[] }> = {
  pdf: { type: 'application/pdf', endings: ['.pdf'] },
  xlsx: {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    endings: ['.xlsx', '.xlsm'],
  },
  xls: { type: 'application/vnd.ms-excel', endings: ['.xls'] },
  csv: { type: 'text/csv', endings: ['.csv', '.tsv', '.txt'] },
  jpeg: { type: 'image/jpeg', endings: ['.jpg', '.jpeg'] },
  png: { type: 'image/png', endings: ['.png'] },
};
