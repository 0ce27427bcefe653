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
  if (wordless.length > 0) {
    for (const page of await recognisePages(source, options, wordless, pages.length)) {
      pages[page.number - 1] = page;
    }
  }
  return { kind: 'pages', pages };
}

function lettersOf(page: PageContent): number {
  return page.runs.reduce((sum, run) => sum + countLetters(run.text), 0);
}

function readTexts(source: SourceFile, options: ReadOptions): Promise<PageText[]> {
  return withPdf(source, { pictures: false }, async (document) => {
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

/** Reads those of the pages that need it, up to the limit. What text they have is kept. */
function recognisePages(
  source: SourceFile,
  options: ReadOptions,
  candidates: readonly PageText[],
  pageCount: number,
): Promise<PageContent[]> {
  return withPdf(source, { pictures: true }, async (document) => {
    const recogniser = lazily(openTextRecogniser);
    const recognised: PageContent[] = [];
    try {
      for (const { content, curves } of candidates) {
        if (recognised.length >= LIMITS.ocrPages) break;
        await breathe(options.signal);
        const page = await document.getPage(content.number);
        const isOutlined = curves >= OUTLINED_TEXT_CURVES;
        if (isOutlined || isScan(lettersOf(content), await readCoverage(document, page))) {
          const scan = await renderPage(page);
          const found = await recogniseScan(scan, await recogniser.get(), options.signal);
          recognised.push({ ...found, runs: [...content.runs, ...found.runs], lines: content.lines });
        }
        page.cleanup();
        options.onProgress(content.number, pageCount, 'Page');
      }
    } finally {
      await recogniser.ifOpen((open) => open.close());
    }
    return recognised;
  });
}

/** Opens something expensive when it is first needed. */
function lazily<T>(open: () => Promise<T>) {
  let opened: Promise<T> | null = null;
  return {
    get: () => (opened ??= open()),
    ifOpen: async (use: (value: T) => Promise<void>) => {
      if (opened !== null) await use(await opened);
    },
  };
}
