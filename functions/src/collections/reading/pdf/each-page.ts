/** Opens the pages of a PDF one after another and frees each before the next. */
import { DocketError } from '@docket/model/errors';
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { type ReadOptions, type SourceFile, breathe } from '../source-file.ts';
import type { OperatorList } from './operations.ts';
import type { PageFrame } from './walk-page.ts';

/** A page that can be played back. */
export interface OpenPage {
  page: PDFPageProxy;
  frame: PageFrame;
  operations: OperatorList;
}

/** All page numbers of a document. */
export function pageNumbers({ numPages }: PDFDocumentProxy): number[] {
  return Array.from({ length: numPages }, (_, index) => index + 1);
}

/**
 * `open` is null for a damaged page: the rest of the document is still of use. When all pages were asked for and none
 * can be opened, the file is `file_corrupt`. Reports progress and stops between pages when aborted.
 */
export async function* eachPage(
  document: PDFDocumentProxy,
  numbers: readonly number[],
  source: SourceFile,
  options: ReadOptions,
): AsyncGenerator<{ number: number; open: OpenPage | null }> {
  let opened = 0;
  let failure: unknown;
  for (const [index, number] of numbers.entries()) {
    await breathe(options.signal);
    let open: OpenPage | null = null;
    try {
      open = await openPage(document, number);
      opened += 1;
    } catch (error) {
      failure = error;
    }
    yield { number, open };
    open?.page.cleanup();
    options.onProgress(index + 1, numbers.length, 'Page');
  }
  if (opened === 0 && numbers.length === document.numPages) {
    const reason = failure instanceof Error ? failure.message : String(failure);
    throw new DocketError('file_corrupt', { file: source.name }, `pdf.js: ${reason}`, { cause: failure });
  }
}

async function openPage(document: PDFDocumentProxy, number: number): Promise<OpenPage> {
  const page = await document.getPage(number);
  return { page, frame: await pageFrame(document, page), operations: await page.getOperatorList() };
}

/** How the page is shown: its size in points, turned and cropped as the file says. */
async function pageFrame(document: PDFDocumentProxy, page: PDFPageProxy): Promise<PageFrame> {
  const { width, height, transform } = page.getViewport({ scale: 1 });
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0]: number[] = transform;
  const layers = await document.getOptionalContentConfig();
  return {
    matrix: [a, b, c, d, e, f],
    box: { x: 0, y: 0, width, height },
    isVisible: (tag, properties) => tag !== 'OC' || layers.isVisible(properties) !== false,
  };
}
