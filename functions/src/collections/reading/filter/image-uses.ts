/** What surrounds a picture where it is used: the figures by which it is judged. */
import type { Box, Place } from '@docket/model/geometry';
import type { DocumentContent, ExtractedImage, PageContent, SheetContent, TextRun } from '../../content.ts';
import { intersectBoxes } from '../pdf/matrix.ts';

export interface PageUse {
  kind: 'page';
  number: number;
  box: Box;
  /** Share of the page under the picture. */
  coverage: number;
  /** Share of the picture under text, and how many runs that is. */
  text_share: number;
  text_runs: number;
  /** How many edges of the page the picture touches. */
  edges: number;
  /** Whether text stands close by. True on pages with next to no text, where pictures have no captions. */
  captioned: boolean;
  /** Whether the page's text was recognised on a picture: then some of it may be missing. */
  recognised: boolean;
}

export interface CellUse {
  kind: 'cell';
  sheet: string;
  row: number;
  column: number;
  /** Whether the picture stands above all rows that look like those of a table. */
  above_table: boolean;
}

export interface ImageUses {
  image: ExtractedImage;
  pages: PageUse[];
  cells: CellUse[];
}

/** Text this close above or below, or beside, belongs to a picture. In points. */
const CAPTION = { vertical: 45, horizontal: 120 };
/** Fewer runs than this are not the text of a page. */
const WORDED = 3;
/** A picture this close to the edge of the page touches it. In points. */
const EDGE = 3;
/** A row with this many filled cells belongs to a table. */
const TABLE_CELLS = 3;

export function usesOf(images: readonly ExtractedImage[], content: DocumentContent): ImageUses[] {
  const pages = new Map(content.kind === 'pages' ? content.pages.map((page) => [page.number, page]) : []);
  const sheets = content.kind === 'sheets' ? content.sheets : [];
  const tops = new Map(sheets.map((sheet) => [sheet.name, firstTableRow(sheet)]));
  return images.map((image) => {
    const uses: ImageUses = { image, pages: [], cells: [] };
    for (const place of image.places) {
      if (place.kind === 'cell') uses.cells.push(cellUse(place, tops.get(place.sheet) ?? 1));
      else {
        const page = pages.get(place.number);
        if (page !== undefined) uses.pages.push(pageUse(place.box, page));
      }
    }
    return uses;
  });
}

function cellUse({ sheet, row, column }: Extract<Place, { kind: 'cell' }>, top: number): CellUse {
  return { kind: 'cell', sheet, row, column, above_table: row < top };
}

function firstTableRow({ cells }: SheetContent): number {
  const counts = new Map<number, number>();
  for (const { row } of cells) {
    const count = (counts.get(row) ?? 0) + 1;
    counts.set(row, count);
    if (count >= TABLE_CELLS) return row;
  }
  return 1;
}

function pageUse(box: Box, page: PageContent): PageUse {
  const area = Math.max(1, box.width * box.height);
  const inside = page.runs.filter((run) => contains(box, run.box));
  const covered = inside.reduce((sum, run) => sum + sharedArea(run.box, box), 0);
  const touches = [
    box.x <= EDGE,
    box.y <= EDGE,
    box.x + box.width >= page.width - EDGE,
    box.y + box.height >= page.height - EDGE,
  ];
  return {
    kind: 'page',
    number: page.number,
    box,
    coverage:
      sharedArea(box, { x: 0, y: 0, width: page.width, height: page.height }) / (page.width * page.height),
    text_share: covered / area,
    text_runs: inside.length,
    edges: touches.filter(Boolean).length,
    captioned: page.runs.length < WORDED || page.runs.some((run) => isCaption(run, box)),
    recognised: page.recognised,
  };
}

function contains(box: Box, inner: Box): boolean {
  const x = inner.x + inner.width / 2;
  const y = inner.y + inner.height / 2;
  return x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height;
}

function sharedArea(one: Box, other: Box): number {
  const shared = intersectBoxes(one, other);
  return shared === null ? 0 : shared.width * shared.height;
}

function isCaption({ text, box }: TextRun, picture: Box): boolean {
  if (!/[\p{L}\p{N}]{2}/u.test(text)) return false;
  const gapX = Math.max(box.x, picture.x) - Math.min(box.x + box.width, picture.x + picture.width);
  const gapY = Math.max(box.y, picture.y) - Math.min(box.y + box.height, picture.y + picture.height);
  return (gapX < 0 && gapY <= CAPTION.vertical) || (gapY < 0 && gapX <= CAPTION.horizontal);
}
