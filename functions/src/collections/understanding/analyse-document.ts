/** Finds the products of a document in whatever form it has them. Pure; yields so that callers can let others run. */
import type { DocumentContent, FilteredImage } from '../content.ts';
import { type AnalysisProgress, analysePages } from './analyse-pages.ts';
import { analyseSheets } from './analyse-sheets.ts';
import type { Draft } from './draft.ts';
import { CurrencyTally } from './values/currency.ts';

const CELLS_AT_ONCE = 1000;

/** The drafts of a document in its order, with the document's currency where a product prints none of its own. */
export function* analyseDocument(
  content: DocumentContent,
  images: readonly FilteredImage[],
): Generator<AnalysisProgress, Draft[]> {
  const drafts =
    content.kind === 'pages'
      ? yield* analysePages(content.pages, images)
      : yield* analyseSheets(content.sheets);
  const tally = new CurrencyTally();
  for (const text of textsOf(content)) {
    tally.add(text);
    yield { done: 0, of: 0 };
  }
  const currency = tally.consensus();
  if (currency === null) return drafts;
  for (const { fields, place } of drafts) {
    const isSettled = fields.currency !== undefined && fields.currency.confidence >= 0.9;
    const isPriced = fields.wholesale_price !== undefined || fields.msrp !== undefined;
    if (!isSettled && (isPriced || fields.currency === undefined))
      fields.currency = {
        value: currency,
        confidence: fields.currency === undefined ? 0.7 : 0.85,
        place: fields.currency?.place ?? place,
      };
  }
  return drafts;
}

/** All text of a document, a page or a few hundred cells at a time. */
function* textsOf(content: DocumentContent): Generator<string> {
  if (content.kind === 'pages') {
    for (const page of content.pages) yield page.runs.map(({ text }) => text).join('\n');
    return;
  }
  for (const sheet of content.sheets) {
    for (let start = 0; start < sheet.cells.length; start += CELLS_AT_ONCE) {
      yield sheet.cells
        .slice(start, start + CELLS_AT_ONCE)
        .map(({ text }) => text)
        .join('\n');
    }
  }
}
