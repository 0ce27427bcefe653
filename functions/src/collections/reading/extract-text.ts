/** Phase 2: the text of a document with its positions. */
import type { DocumentContent } from '../content.ts';
import { extractCsvText } from './csv/extract-csv-text.ts';
import { extractPdfText } from './pdf/extract-pdf-text.ts';
import { extractPictureText } from './scan/extract-picture.ts';
import type { ReadOptions, SourceFile } from './source-file.ts';
import { extractXlsText, extractXlsxText } from './workbook/extract-workbook-text.ts';

/**
 * Pages of a PDF or picture, sheets of a workbook or CSV file. Rejects with a `DocketError` for files that cannot be
 * read, and with the signal's reason when aborted.
 */
export async function extractText(source: SourceFile, options: ReadOptions): Promise<DocumentContent> {
  switch (source.kind) {
    case 'pdf':
      return extractPdfText(source, options);
    case 'xlsx':
      return extractXlsxText(source, options);
    case 'xls':
      return extractXlsText(source, options);
    case 'csv':
      return extractCsvText(source, options);
    case 'jpeg':
    case 'png':
      return extractPictureText(source, options);
  }
}
