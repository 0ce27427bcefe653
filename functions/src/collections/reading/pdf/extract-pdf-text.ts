/** The text of a PDF, page by page; pages that are only pictures or outlines are recognised in a second pass. */
import { LIMITS } from '@docket/model/limits';
import { openTextRecogniser } from '../../../services/ocr.ts';
import type { DocumentContent, PageContent } from '../../content.ts';
import { countLetters, isScan, lacksText } from '../scan/page-scan.ts';
import { recogniseScan } from '../scan/recognise-scan.ts';
import { type ReadOptions, type SourceFile, breathe } from '../source-file.ts';
import { withPdf } from './open-pdf.ts';
import { readCoverage } from './page-coverage.ts';
import { type PageText, readPageText } from './read-page-text.ts';
import { renderPage } from './render-page.ts';

/** Text that was turned into outlines leaves a page without letters but with many curves. */
const OUTLINED_TEXT_CURVES = 300;

export async function extractPdfText(source: SourceFile, options: ReadOptions): Promise<DocumentContent> {
  const texts = await readTexts(source, options);
  const pages = texts.map((text) => text.content);
  const wordless = texts.filter((text) => lacksText(lettersOf(text.content)));
  const unread = wordless.length === 0 ? [] : await pagesToRecognise(source, options, wordless);
  if (unread.length > 0) {
    for (const page of await recognisePages(source, options, unread)) pages[page.number - 1] = page;
  }
  return { kind: 'pages', pages };
}

function lettersOf(page: PageContent): number {
  return page.runs.reduce((sum, run) => sum + countLetters(run.text), 0);
}

function readTexts(source: SourceFile, options: ReadOptions): Promise<PageText[]> {
  return withPdf(source, 'none', async ({ document }) => {
    const texts: PageText[] = [];
    for (let number = 1; number <= document.numPages; number += 1) {
      await breathe(options.signal);
      const page = await document.getPage(number);
      texts.push(await readPageText(document, page));
      page.cleanup();
      options.onProgress(number, document.numPages, 'Page');
    }
    return texts;
  });
}

/** Those of the pages without text that show some, up to the limit. */
function pagesToRecognise(
  source: SourceFile,
  options: ReadOptions,
  candidates: readonly PageText[],
): Promise<PageContent[]> {
  return withPdf(source, 'apart', async ({ document }) => {
    const found: PageContent[] = [];
    for (const { content, curves } of candidates) {
      if (found.length >= LIMITS.ocrPages) break;
      await breathe(options.signal);
      const page = await document.getPage(content.number);
      const isOutlined = curves >= OUTLINED_TEXT_CURVES;
      if (isOutlined || isScan(lettersOf(content), await readCoverage(document, page))) found.push(content);
      page.cleanup();
    }
    return found;
  });
}

/** What text the pages have is kept. */
function recognisePages(
  source: SourceFile,
  options: ReadOptions,
  unread: readonly PageContent[],
): Promise<PageContent[]> {
  return withPdf(source, 'all', async ({ document }) => {
    const recogniser = await openTextRecogniser();
    const recognised: PageContent[] = [];
    try {
      for (const [index, content] of unread.entries()) {
        await breathe(options.signal);
        const page = await document.getPage(content.number);
        const found = await recogniseScan(await renderPage(page), recogniser, options.signal);
        recognised.push({ ...found, runs: [...content.runs, ...found.runs], lines: content.lines });
        page.cleanup();
        options.onProgress(index + 1, unread.length, 'Page');
      }
    } finally {
      await recogniser.close();
    }
    return recognised;
  });
}
