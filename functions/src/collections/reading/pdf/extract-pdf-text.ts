/** The text of a PDF, page by page; pages that are only pictures or outlines are recognised in a second pass. */
import { LIMITS } from '@docket/model/limits';
import { openTextRecogniser } from '../../../services/ocr.ts';
import type { DocumentContent, PageContent } from '../../content.ts';
import { countLetters, isScan, lacksText } from '../scan/page-scan.ts';
import { recogniseScan } from '../scan/recognise-scan.ts';
import type { ReadOptions, SourceFile } from '../source-file.ts';
import { eachPage, pageNumbers } from './each-page.ts';
import { withPdf } from './open-pdf.ts';
import { readCoverage } from './page-coverage.ts';
import { type PageText, readPageText } from './read-page-text.ts';
import { renderPage } from './render-page.ts';

/** Text that was turned into outlines leaves a page without letters but with many curves. */
const OUTLINED_TEXT_CURVES = 300;

export async function extractPdfText(source: SourceFile, options: ReadOptions): Promise<DocumentContent> {
  const texts = await readTexts(source, options);
  const pages = texts.map((text) => text.content);
  const wordless = texts.filter(({ content }) => content.width > 0 && lacksText(lettersOf(content)));
  const unread = wordless.length === 0 ? [] : await pagesToRecognise(source, options, wordless);
  if (unread.length > 0) {
    for (const page of await recognisePages(source, options, unread)) pages[page.number - 1] = page;
  }
  return { kind: 'pages', pages };
}

function lettersOf(page: PageContent): number {
  return page.runs.reduce((sum, run) => sum + countLetters(run.text), 0);
}

/** A damaged page is an empty one. */
function readTexts(source: SourceFile, options: ReadOptions): Promise<PageText[]> {
  return withPdf(source, 'none', async ({ document }) => {
    const texts: PageText[] = [];
    for await (const { number, open } of eachPage(document, pageNumbers(document), source, options)) {
      texts.push(open === null ? emptyPage(number) : readPageText(open));
    }
    return texts;
  });
}

function emptyPage(number: number): PageText {
  const content = { number, width: 0, height: 0, runs: [], lines: [], recognised: false };
  return { content, curves: 0 };
}

/** Those of the pages without text that show some, up to the limit. */
function pagesToRecognise(
  source: SourceFile,
  options: ReadOptions,
  candidates: readonly PageText[],
): Promise<PageContent[]> {
  const texts = new Map(candidates.map((text) => [text.content.number, text]));
  return withPdf(source, 'apart', async ({ document }) => {
    const found: PageContent[] = [];
    const quietly = { ...options, onProgress: () => undefined };
    for await (const { number, open } of eachPage(document, [...texts.keys()], source, quietly)) {
      const text = texts.get(number);
      if (open === null || text === undefined) continue;
      const isOutlined = text.curves >= OUTLINED_TEXT_CURVES;
      if (isOutlined || isScan(lettersOf(text.content), readCoverage(open))) found.push(text.content);
      if (found.length >= LIMITS.ocrPages) break;
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
  const contents = new Map(unread.map((content) => [content.number, content]));
  return withPdf(source, 'all', async ({ document }) => {
    const recogniser = await openTextRecogniser();
    const recognised: PageContent[] = [];
    try {
      for await (const { number, open } of eachPage(document, [...contents.keys()], source, options)) {
        const content = contents.get(number);
        const scan = open === null ? null : await renderPage(open);
        if (scan === null || content === undefined) continue;
        const found = await recogniseScan(scan, recogniser, options.signal);
        recognised.push({ ...found, runs: [...content.runs, ...found.runs], lines: content.lines });
      }
    } finally {
      await recogniser.close();
    }
    return recognised;
  });
}
