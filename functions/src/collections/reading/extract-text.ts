/** Phase 2: the text of a document with its positions. */
import type { DocumentContent } from '../content.ts';
import { extractPdfText } from './pdf/extract-pdf-text.ts';
import type { ReadOptions, SourceFile } from './source-file.ts';

/**
 * Pages of a PDF or picture, sheets of a workbook or CSV file. Rejects with a `DocketError` for files that cannot be
 * read, and with the signal's reason when aborted.
 */
export async function extractText(source: SourceFile, options: ReadOptions): Promise<DocumentContent> {
  return extractPdfText(source, options);
}
