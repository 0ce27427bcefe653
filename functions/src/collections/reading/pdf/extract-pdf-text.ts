/** The text of a PDF, page by page. */
import type { DocumentContent, PageContent } from '../../content.ts';
import { type ReadOptions, type SourceFile, breathe } from '../source-file.ts';
import { withPdf } from './open-pdf.ts';
import { readPageText } from './read-page-text.ts';

export function extractPdfText(source: SourceFile, options: ReadOptions): Promise<DocumentContent> {
  return withPdf(source, { pictures: false }, async (document) => {
    const pages: PageContent[] = [];
    for (let number = 1; number <= document.numPages; number += 1) {
      await breathe(options.signal);
      const page = await document.getPage(number);
      pages.push(await readPageText(document, page));
      page.cleanup();
      options.onProgress(number, document.numPages, 'Page');
    }
    return { kind: 'pages', pages };
  });
}
