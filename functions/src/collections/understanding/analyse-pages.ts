/** Finds the products of a paged document: tables, cards and lists, and captioned pictures where nothing else is. Pure. */
import type { Box } from '@docket/model/geometry';
import type { FilteredImage, PageContent } from '../content.ts';
import { recurringSkuShapes, type SkuShapes } from './cards/anchors.ts';
import { readCaptions } from './cards/captions.ts';
import { findCards } from './cards/find-cards.ts';
import { readCard } from './cards/read-card.ts';
import { pairLabels } from './cards/segments.ts';
import type { Draft, Grouping } from './draft.ts';
import { around, isInside } from './layout/box.ts';
import { findFurniture, type LaidOutPage } from './layout/furniture.ts';
import { type HeadingCandidate, headingsForDrafts } from './layout/headings.ts';
import { type OpenTable, tablesOfPage } from './layout/page-tables.ts';
import { findTableHeaders } from './layout/table-header.ts';
import { horizontalRules, linesOf, type Phrase, phrasesOf, styleOf } from './layout/phrases.ts';
import { assignRoles } from './tables/column-roles.ts';
import { readTable, type TableReading } from './tables/read-table.ts';
import type { Table } from './tables/table.ts';
import { parseDelivery, parseSeason } from './values/details.ts';

/** Pages that have been worked on, of how many. */
export interface AnalysisProgress {
  done: number;
  of: number;
}

/** A page on the desk: its products so far and the text that belongs to none. */
interface WorkedPage {
  content: PageContent;
  page: LaidOutPage;
  furniture: Phrase[];
  pictures: Box[];
  drafts: Draft[];
  rest: Phrase[];
}

/** The drafts of all pages in reading order. Yields after every page, so that the caller can breathe. */
export function* analysePages(
  pages: readonly PageContent[],
  images: readonly FilteredImage[],
): Generator<AnalysisProgress, Draft[]> {
  const worked: WorkedPage[] = [];
  for (const content of pages) {
    worked.push(layOut(content, images));
    yield { done: 0, of: pages.length };
  }
  clearFurniture(worked);
  let open: { table: OpenTable; heading: Grouping | null; title: Table['title'] } | null = null;
  for (const work of worked) {
    const tables = tablesOfPage(work.page, work.content, open?.table ?? null);
    const claimed = new Set<Phrase>();
    for (const found of tables) {
      const isContinued: boolean = open !== null && sameHeaders(found.open, open.table);
      const table: Table =
        found.table.title === null && isContinued
          ? { ...found.table, title: open?.title ?? null }
          : found.table;
      const reading: TableReading = readWhole(table, isContinued ? (open?.heading ?? null) : null);
      work.drafts.push(...reading.drafts);
      for (const phrase of found.phrases) claimed.add(phrase);
      open = { table: found.open, heading: reading.heading, title: table.title };
    }
    work.rest = work.page.phrases.filter((phrase) => !claimed.has(phrase));
    yield { done: 0, of: pages.length };
  }
  yield* readCards(worked);
  addCaptions(worked);
  const drafts = worked.flatMap((work) => work.drafts);
  addHeadings(worked, drafts);
  for (const work of worked) addPageDetails(work);
  return drafts;
}

/** The phrases and the product pictures of a page. A picture that fills the page is no product's. */
function layOut(content: PageContent, images: readonly FilteredImage[]): WorkedPage {
  const { number, width, height } = content;
  const pictures = images
    .filter((image) => image.verdict.keep)
    .flatMap(({ places }) =>
      places.flatMap((place) => (place.kind === 'page' && place.number === number ? [place.box] : [])),
    )
    .filter((box) => box.width * box.height < 0.6 * width * height);
  return {
    content,
    page: { number, width, height, phrases: phrasesOf(content) },
    furniture: [],
    pictures,
    drafts: [],
    rest: [],
  };
}

/** Takes furniture off the pages. The headers of tables repeat as well, but are none. */
function clearFurniture(worked: readonly WorkedPage[]): void {
  const isFurniture = findFurniture(worked.map(({ page }) => page));
  for (const work of worked) {
    const { page } = work;
    const headers = findTableHeaders(linesOf(page.phrases), page.width).flatMap(({ lines }) => lines);
    const heads = new Set(headers.flatMap(({ phrases }) => phrases));
    work.furniture = page.phrases.filter((phrase) => !heads.has(phrase) && isFurniture(page, phrase));
    work.page = { ...page, phrases: page.phrases.filter((phrase) => !work.furniture.includes(phrase)) };
  }
}

/** A table of a page is short enough to be read in one go. */
function readWhole(table: Table, heading: Grouping | null): TableReading {
  const rows = readTable(table, assignRoles(table), heading);
  for (;;) {
    const step = rows.next();
    if (step.done === true) return step.value;
  }
}

function sameHeaders(left: OpenTable, other: OpenTable): boolean {
  const text = ({ columns }: OpenTable): string =>
    columns.map(({ header, group }) => `${group}/${header}`).join('|');
  return text(left) === text(other);
}

/** Cards stand in what the tables leave. Text in a style that cards do not use is left for headings. */
function* readCards(worked: readonly WorkedPage[]): Generator<AnalysisProgress, void> {
  const shapes = recurringSkuShapes(worked.flatMap(({ rest }) => rest));
  for (const [index, work] of worked.entries()) {
    const cards = cardsOfPage(work, work.rest, shapes);
    const usual = commonStyles(cards);
    const plain = work.rest.filter((phrase) => usual === null || usual.has(styleOf(phrase)));
    const final = usual === null ? cards : cardsOfPage(work, plain, shapes);
    const used = new Set<Phrase>();
    for (const core of final) {
      const card = withEnclosed(core, work.rest);
      const draft = readCard(card, work.page.number, shapes);
      if (draft === null) continue;
      work.drafts.push(draft);
      for (const phrase of card) used.add(phrase);
    }
    work.rest = work.rest.filter((phrase) => !used.has(phrase));
    yield { done: index + 1, of: worked.length };
  }
}

/** A card with all text that lies within it: a red price or a badge belongs to it whatever its style. */
function withEnclosed(card: readonly Phrase[], rest: readonly Phrase[]): Phrase[] {
  const box = around(card.map((phrase) => phrase.box));
  return rest.filter((phrase) => card.includes(phrase) || isInside(phrase.box, box));
}

/** Horizontal rules take part: designs draw them between list entries. */
function cardsOfPage(work: WorkedPage, phrases: readonly Phrase[], shapes: SkuShapes): Phrase[][] {
  const rules = horizontalRules(work.content).map((line) => ({
    x1: Math.min(line.x1, line.x2),
    x2: Math.max(line.x1, line.x2),
    y: line.y1,
  }));
  return findCards({ phrases, pictures: work.pictures, rules: rules.toSorted((a, b) => a.y - b.y), shapes });
}

/** The styles that many of the cards use; null with too few cards to tell. */
function commonStyles(cards: readonly Phrase[][]): Set<string> | null {
  if (cards.length < 3) return null;
  const counts = new Map<string, number>();
  for (const card of cards) {
    for (const style of new Set(card.map(styleOf))) counts.set(style, (counts.get(style) ?? 0) + 1);
  }
  return new Set(
    [...counts].filter(([, count]) => count >= 2 && count >= 0.4 * cards.length).map(([style]) => style),
  );
}

/** A document without a single price or number may be a picture catalogue. */
function addCaptions(worked: readonly WorkedPage[]): void {
  const found = worked.reduce((sum, { drafts }) => sum + drafts.length, 0);
  if (found > worked.length / 2) return;
  const captions = readCaptions(worked.map(({ page, pictures }) => ({ page, pictures })));
  if (captions.length <= found) return;
  for (const work of worked) {
    const own = captions.filter(({ draft }) => draft.page === work.page.number);
    const used = new Set(own.flatMap(({ phrases }) => phrases));
    work.drafts = own.map(({ draft }) => draft);
    work.rest = work.page.phrases.filter((phrase) => !used.has(phrase));
  }
}

/**
 * Headings are looked for in what products leave. A recognised page says nothing of styles: only text above
 * all products counts there. A product that has only its number is named by its heading.
 */
function addHeadings(worked: readonly WorkedPage[], drafts: readonly Draft[]): void {
  const candidates = worked.flatMap(({ content, page, rest, drafts: own }): HeadingCandidate[] => {
    const areas = own.flatMap(({ place }) => (place.kind === 'page' ? [place.box] : []));
    const top = Math.min(...areas.map(({ y }) => y));
    const isFree = ({ box }: Phrase): boolean => !areas.some((area) => isInside(box, area));
    const free = rest.filter((phrase) => isFree(phrase) && (!content.recognised || phrase.box.y < top));
    return free.map((phrase) => ({ page: page.number, phrase }));
  });
  const headings = headingsForDrafts(drafts, candidates);
  drafts.forEach((draft, index) => {
    const heading = headings[index];
    if (heading === null || heading === undefined) return;
    draft.groupings.push(heading);
    const { name, sku } = draft.fields;
    if (name !== undefined && name.value === sku?.value) {
      draft.fields.name = { value: heading.name, confidence: 0.5, place: heading.place };
    }
  });
}

/** Season and delivery of a page's head hold for its products. */
function addPageDetails({ drafts, furniture, rest, page }: WorkedPage): void {
  const statements = pairLabels(
    [...furniture, ...rest].map((phrase) => ({ text: phrase.text, phrases: [phrase] })),
  );
  for (const { text, phrases } of statements) {
    const place = { kind: 'page', number: page.number, box: around(phrases.map(({ box }) => box)) } as const;
    const season = parseSeason(text);
    const delivery = parseDelivery(text);
    for (const { fields } of drafts) {
      if (season !== null) fields.season ??= { value: season, confidence: 0.7, place };
      if (delivery !== null) fields.delivery ??= { value: delivery, confidence: 0.8, place };
    }
  }
}
