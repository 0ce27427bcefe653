/** Phase 2: the text of a document with its positions. */
import type { DocumentContent } from '../content.ts';
import type { ReadOptions, SourceFile } from './source-file.ts';

/**
 * Pages of a PDF or picture, sheets of a workbook or CSV file. What reads a kind is loaded when a file of that kind is
 * there: the libraries for pages and pictures take a second. Rejects with a `DocketError` for files that cannot be
 * read, and with the signal's reason when aborted.
 */
export async function extractText(source: SourceFile, options: ReadOptions): Promise<DocumentContent> {
  switch (source.kind) {
    case 'pdf':
      return await (await import('./pdf/extract-pdf-text.ts')).extractPdfText(source, options);
    case 'xlsx':
      return await (await import('./workbook/extract-workbook-text.ts')).extractXlsxText(source, options);
    case 'xls':
      return await (await import('./workbook/extract-workbook-text.ts')).extractXlsText(source, options);
    case 'csv':
      return (await import('./csv/extract-csv-text.ts')).extractCsvText(source, options);
    case 'jpeg':
    case 'png':
      return await (await import('./scan/extract-picture.ts')).extractPictureText(source, options);
  }
}
