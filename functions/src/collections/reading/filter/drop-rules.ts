/**
 * The signs by which a picture is taken for something else than a product. In doubt a picture stays: one too many does
 * no harm, a missing one cannot be matched.
 */
import type { DROP_REASONS } from '../../content.ts';
import type { ImageUses, PageUse } from './image-uses.ts';

export type DropReason = (typeof DROP_REASONS)[number];

/** What a rule may know of the rest of the document. */
export interface DocumentFigures {
  pages: number;
  /** Pictures used below the head of a table, in the whole workbook. */
  table_pictures: number;
}

type Rule = (uses: ImageUses, document: DocumentFigures) => boolean;

/** The first sign that fits; null for a product picture. */
export function dropReason(uses: ImageUses, document: DocumentFigures): DropReason | null {
  return RULES.find(([, applies]) => applies(uses, document))?.[0] ?? null;
}

/** Every use on a page is so. False without any. */
const always = (uses: ImageUses, sign: (use: PageUse) => boolean) =>
  uses.pages.length > 0 && uses.pages.every(sign);

const aspect = (width: number, height: number) => Math.max(width / height, height / width);

/** Fewer pixels, or smaller in print, than anything that can be recognised. */
function isTooSmall({ image, pages }: ImageUses): boolean {
  const [short, long] = [Math.min(image.width, image.height), Math.max(image.width, image.height)];
  const printed = Math.max(0, ...pages.map(({ box }) => Math.min(box.width, box.height)));
  return short < 16 || long < 32 || (pages.length > 0 && printed < 12);
}

/** The scanned page itself. */
const isPageScan: Rule = (uses) => always(uses, (use) => use.recognised && use.coverage >= 0.6);

/** Lies behind the text, fills the page, or fills a corner of it with next to no colours. */
const isBackground: Rule = ({ image, ...rest }) =>
  always({ image, ...rest }, (use) => {
    if (use.coverage >= 0.6 || use.text_share >= 0.3) return true;
    if (use.text_share >= (use.recognised ? 0.05 : 0.12) && use.text_runs >= 4) return true;
    const isPlain = image.colors <= 12;
    return (
      isPlain && ((use.coverage >= 0.1 && use.edges >= 2) || (use.coverage >= 0.25 && image.contrast < 15))
    );
  });

/** On page after page: at the same spot on three, or on a third of them. */
function isRepeated({ pages }: ImageUses, document: DocumentFigures): boolean {
  const numbers = new Set(pages.map((use) => use.number));
  const spots = new Map<string, Set<number>>();
  for (const { number, box } of pages) {
    const spot = [box.x, box.y, box.width, box.height].map((value) => Math.round(value / 4)).join(' ');
    spots.set(spot, (spots.get(spot) ?? new Set()).add(number));
  }
  return (
    [...spots.values()].some((found) => found.size >= 3) || numbers.size >= Math.max(4, document.pages / 3)
  );
}

/** Few colours, sharply set off, and no text that it could belong to. Or the one picture over a table. */
const isLogo: Rule = (uses, document) => {
  const { image, cells, pages } = uses;
  if (isRepeated(uses, document)) return true;
  const isHead = pages.length === 0 && cells.length > 0 && cells.every((cell) => cell.above_table);
  if (isHead) return cells.length <= 2 && document.table_pictures >= 3;
  return isGraphic(image) && image.contrast >= 40 && always(uses, isAlone);
};

const isGraphic = (image: ImageUses['image']) =>
  image.flatness >= 0.3 && (image.colors <= 32 || (image.colors <= 52 && image.flatness >= 0.6));

/** No caption where there would be one. Recognised text has gaps, so nothing follows from its absence. */
const isAlone = (use: PageUse) => !use.captioned && !use.recognised;

/** Lines, bands, gradients, ornaments. */
const isDecoration: Rule = (uses) => {
  const { image } = uses;
  const shape = aspect(image.width, image.height);
  const thin = always(uses, ({ box }) => aspect(box.width, box.height) >= 10);
  if (thin || shape >= 14 || (shape >= 4 && image.colors <= 6 && image.flatness >= 0.8)) return true;
  if (image.colors <= 2 || image.flatness >= 0.985 || image.contrast < 3) return true;
  if (!isGraphic(image) || image.flatness < 0.6) return false;
  return always(uses, isAlone) || new Set(uses.pages.map((use) => use.number)).size >= 3;
};

/** A small patch of one colour. */
const isSwatch: Rule = (uses) => {
  const { image } = uses;
  const isPlain = image.contrast < 8 && image.colors <= 4;
  const isSmall =
    uses.pages.length > 0
      ? always(uses, ({ box }) => Math.max(box.width, box.height) <= 60)
      : Math.max(image.width, image.height) <= 120;
  return isPlain && isSmall;
};

/** In this order: what is said of a picture should be what a person would say first. */
const RULES: readonly (readonly [DropReason, Rule])[] = [
  ['too_small', isTooSmall],
  ['page_scan', isPageScan],
  ['background', isBackground],
  ['swatch', isSwatch],
  ['logo', isLogo],
  ['decoration', isDecoration],
];
