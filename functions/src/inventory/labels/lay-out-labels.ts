/**
 * Where everything is on sheets of labels: A4 with three times eight of 70 × 36 mm, as they are sold for printers. They leave no margin
 * at the sides and 4.5 mm above and below; printers reach no closer to the edge than about 5 mm, so nothing is drawn there.
 */
import type { DeckText } from '@docket/model/deck/elements';
import { textElement, type TextLook } from '@docket/model/deck/text';
import type { Box } from '@docket/model/geometry';
import { qrShapes } from './qr-code.ts';

/** What is said on a label. */
export interface LabelContent {
  sku: string;
  name: string;
  /** Where the thing is kept; null: nobody has said. */
  location: string | null;
}

/** In monospaced letters of the same width, so that none is taken for another. */
export interface SkuText {
  lines: readonly string[];
  x: number;
  /** Upper edge. */
  y: number;
  size: number;
}

/** What is drawn for one label, in points from the sheet's upper left corner. */
export interface Label {
  code: readonly Box[];
  sku: SkuText;
  texts: readonly DeckText[];
}

/** Points of a millimetre. */
const MM = 72 / 25.4;

/** Of a sheet, in points. */
export const SHEET = { width: 210 * MM, height: 297 * MM } as const;
const COLUMNS = 3;
const ROWS = 8;
const TOP = 4.5 * MM;
const LABEL = { width: 70 * MM, height: 36 * MM };

/** Of a label, from its corner. The code brings its own white border. */
const CODE = { x: 2.5 * MM, y: 4 * MM, size: 28 * MM };
const TEXT = { x: 31.5 * MM, y: 6 * MM, width: 33.5 * MM };

const BLACK = '#000000';
const NAME: TextLook = { role: 'name', sizes: [11, 10, 9], weight: 'bold', color: BLACK };
const LOCATION: TextLook = { role: 'body', sizes: [9, 8], weight: 'regular', color: BLACK };
/** Between name, SKU and location, in points. */
const GAP = 5;

/** The width of a letter of the SKU, in font sizes: that of Courier. */
const SKU_ADVANCE = 0.6;
/** From one line of the SKU to the next, in font sizes. */
export const SKU_LINE_HEIGHT = 1.15;
const SKU_SIZE = 10;
/** Letters in a line of a SKU at most, so that it can still be read from a step away. */
const SKU_LINE = 20;

/** The sheets for `contents`, in that order from left to right and from top to bottom. */
export function layOutLabels(contents: readonly LabelContent[]): Label[][] {
  const sheets: Label[][] = [];
  for (let first = 0; first < contents.length; first += COLUMNS * ROWS) {
    const some = contents.slice(first, first + COLUMNS * ROWS);
    sheets.push(some.map((content, place) => layOutLabel(content, place)));
  }
  return sheets;
}

function layOutLabel({ sku, name, location }: LabelContent, place: number): Label {
  const left = (place % COLUMNS) * LABEL.width;
  const top = TOP + Math.floor(place / COLUMNS) * LABEL.height;
  const at = { x: left + TEXT.x, width: TEXT.width };
  const nameText = textElement(name, { ...at, y: top + TEXT.y }, 2, NAME);
  const skuTop = top + TEXT.y + (nameText === null ? 0 : nameText.box.height + GAP);
  const skuText = layOutSku(sku, at.x, skuTop);
  const below = skuTop + skuText.lines.length * skuText.size * SKU_LINE_HEIGHT + GAP;
  const locationText = textElement(location ?? '', { ...at, y: below }, 1, LOCATION);
  return {
    code: qrShapes(sku, { x: left + CODE.x, y: top + CODE.y, size: CODE.size }),
    sku: skuText,
    texts: [nameText, locationText].filter((text) => text !== null),
  };
}

/** In lines of about the same length, as large as they fit. */
function layOutSku(sku: string, x: number, y: number): SkuText {
  const length = Math.ceil(sku.length / Math.ceil(sku.length / SKU_LINE));
  const lines = sku.match(new RegExp(`.{1,${length}}`, 'gu')) ?? [];
  return { lines, x, y, size: Math.min(SKU_SIZE, TEXT.width / (length * SKU_ADVANCE)) };
}
