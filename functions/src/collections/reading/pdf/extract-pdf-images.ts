/** The pictures of a PDF with the places where they are seen. */
import type { Box, Place } from '@docket/model/geometry';
import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { ExtractedImage } from '../../content.ts';
import { ImageCollector, type SavePicture } from '../pictures/image-collector.ts';
import { type Crop, type RawPicture, cropped, oriented, visiblePart } from '../pictures/raw-picture.ts';
import { countLetters, isScan } from '../scan/page-scan.ts';
import { scanPictures } from '../scan/scan-pictures.ts';
import type { ReadOptions, SourceFile } from '../source-file.ts';
import { coveredArea, isCovered } from './covered-pictures.ts';
import { decodedImage } from './decoded-image.ts';
import { type OpenPage, eachPage, pageNumbers } from './each-page.ts';
import { type OpenPdf, withPdf } from './open-pdf.ts';
import { coverageOf } from './page-coverage.ts';
import { type PictureView, viewPicture } from './painted-picture.ts';
import { renderPage } from './render-page.ts';
import { type PaintedImage, type ShownText, walkPage } from './walk-page.ts';

/** Stencils smaller than this on the page are ornaments and letters. In points. */
const SMALLEST_STENCIL = 40;
/** Text in this mode is not painted: the recognised text of a searchable scan. */
const INVISIBLE = 3;

/** In the order in which the pages show them; photos cut out of scanned pages follow. */
export async function extractPdfImages(
  source: SourceFile,
  options: ReadOptions,
  save: SavePicture,
): Promise<ExtractedImage[]> {
  const collector = new ImageCollector(save);
  const scanned = await withPdf(source, 'apart', async ({ document, photos }) => {
    const reader = new PictureReader(collector, photos);
    const scans: number[] = [];
    for await (const { number, open } of eachPage(document, pageNumbers(document), source, options)) {
      if (open !== null && (await reader.readPage(open)) === 'scan') scans.push(number);
    }
    return scans;
  });
  if (scanned.length > 0) await cutScans(source, options, scanned, collector);
  return collector.finish();
}

function cutScans(
  source: SourceFile,
  options: ReadOptions,
  pages: readonly number[],
  collector: ImageCollector,
): Promise<void> {
  return withPdf(source, 'all', async ({ document }) => {
    for await (const { open } of eachPage(document, pages, source, options)) {
      const scan = open === null ? null : await renderPage(open);
      if (scan === null) continue;
      for await (const { picture, place } of scanPictures(scan)) {
        await collector.add(picture, place);
      }
    }
  });
}

interface SeenPicture {
  image: PaintedImage;
  view: PictureView;
}

class PictureReader {
  readonly #collector: ImageCollector;
  readonly #photos: OpenPdf['photos'];
  /** By name and view, so that a logo on every page is looked at once. Null for what cannot be decoded. */
  readonly #known = new Map<string, { id: string; part: Crop | null } | null>();

  constructor(collector: ImageCollector, photos: OpenPdf['photos']) {
    this.#collector = collector;
    this.#photos = photos;
  }

  /** Takes what the page shows, and says whether the page is a scan. */
  async readPage(open: OpenPage): Promise<'page' | 'scan'> {
    const { pictures, letters, box } = lookAt(open);
    for (const { image, view } of pictures) {
      if (!isOrnament(image, view)) await this.#take(open.page, image, view);
    }
    const boxes = pictures.map(({ view }) => view.box);
    return isScan(letters, coverageOf(boxes, box)) ? 'scan' : 'page';
  }

  async #take(page: PDFPageProxy, { image }: PaintedImage, view: PictureView): Promise<void> {
    const place = (box: Box): Place => ({ kind: 'page', number: page.pageNumber, box });
    const key =
      'name' in image.source ? JSON.stringify([image.source.name, view.orientation, view.crop]) : null;
    const known = key === null ? undefined : this.#known.get(key);
    if (known === null) return;
    if (known !== undefined && this.#collector.addPlace(known.id, place(partOf(view.box, known.part))))
      return;
    const decoded = await decodedImage(page, image, this.#photos);
    if (decoded === null) {
      if (key !== null) this.#known.set(key, null);
      return;
    }
    const seen = await asSeen(decoded, view);
    const part = visiblePart(seen);
    const picture = part === null ? seen : cropped(seen, part);
    const id = await this.#collector.add(picture, place(partOf(view.box, part)));
    if (key !== null) this.#known.set(key, { id, part });
  }
}

/** The pictures of a page that are not painted over later, and the number of letters that are printed on it. */
function lookAt({ frame, operations }: OpenPage): { pictures: SeenPicture[]; letters: number; box: Box } {
  let pictures: SeenPicture[] = [];
  let letters = 0;
  walkPage(operations, frame, {
    image: (image) => {
      const view = viewPicture(image);
      if (view !== null) pictures.push({ image, view });
    },
    path: (path) => {
      const area = pictures.length === 0 ? null : coveredArea(path);
      if (area !== null) pictures = pictures.filter(({ view }) => !isCovered(view.box, area));
    },
    text: (shown) => {
      letters += printedLetters(shown);
      return 0;
    },
  });
  return { pictures, letters, box: frame.box };
}

function printedLetters({ glyphs, visible, state }: ShownText): number {
  if (!visible || state.text_mode === INVISIBLE) return 0;
  return glyphs.reduce<number>(
    (sum, glyph) => sum + (typeof glyph === 'number' ? 0 : countLetters(glyph.unicode)),
    0,
  );
}

async function asSeen(decoded: RawPicture, { orientation, crop }: PictureView): Promise<RawPicture> {
  const upright = await oriented(decoded, orientation);
  return crop === null ? upright : cropped(upright, crop);
}

/** The box of a part of a picture. */
function partOf(box: Box, part: Crop | null): Box {
  if (part === null) return box;
  const round = (value: number) => Math.round(value * 100) / 100;
  return {
    x: round(box.x + part.left * box.width),
    y: round(box.y + part.top * box.height),
    width: round(part.width * box.width),
    height: round(part.height * box.height),
  };
}

function isOrnament({ image }: PaintedImage, { box }: PictureView): boolean {
  return image.stencil && Math.min(box.width, box.height) < SMALLEST_STENCIL;
}
