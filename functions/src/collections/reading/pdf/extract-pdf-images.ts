/** The pictures of a PDF with the places where they are seen. */
import type { Box, Place } from '@docket/model/geometry';
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { ExtractedImage } from '../../content.ts';
import { ImageCollector, type SavePicture } from '../pictures/image-collector.ts';
import { type Crop, type RawPicture, cropped, oriented, visiblePart } from '../pictures/raw-picture.ts';
import { countLetters, isScan } from '../scan/page-scan.ts';
import { scanPictures } from '../scan/scan-pictures.ts';
import { type ReadOptions, type SourceFile, breathe } from '../source-file.ts';
import { coveredArea, isCovered } from './covered-pictures.ts';
import { decodedImage } from './decoded-image.ts';
import { type OpenPdf, pageFrame, withPdf } from './open-pdf.ts';
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
  const scanned = await withPdf(source, 'apart', async (pdf) => {
    const reader = new PictureReader(collector, pdf);
    const { numPages } = pdf.document;
    const scans: number[] = [];
    for (let number = 1; number <= numPages; number += 1) {
      await breathe(options.signal);
      const page = await pdf.document.getPage(number);
      if ((await reader.readPage(page)) === 'scan') scans.push(number);
      page.cleanup();
      options.onProgress(number, numPages, 'Page');
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
    for (const number of pages) {
      await breathe(options.signal);
      const page = await document.getPage(number);
      for await (const { picture, place } of scanPictures(await renderPage(page))) {
        await collector.add(picture, place);
      }
      page.cleanup();
      options.onProgress(number, document.numPages, 'Page');
    }
  });
}

interface SeenPicture {
  image: PaintedImage;
  view: PictureView;
}

class PictureReader {
  readonly #collector: ImageCollector;
  readonly #pdf: OpenPdf;
  /** By name and view, so that a logo on every page is looked at once. Null for what cannot be decoded. */
  readonly #known = new Map<string, { id: string; part: Crop | null } | null>();

  constructor(collector: ImageCollector, pdf: OpenPdf) {
    this.#collector = collector;
    this.#pdf = pdf;
  }

  /** Takes what the page shows, and says whether the page is a scan. */
  async readPage(page: PDFPageProxy): Promise<'page' | 'scan'> {
    const { pictures, letters, box } = await lookAt(this.#pdf.document, page);
    for (const { image, view } of pictures) {
      if (!isOrnament(image, view)) await this.#take(page, image, view);
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
    const decoded = await decodedImage(page, image, this.#pdf.photos);
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
async function lookAt(
  document: PDFDocumentProxy,
  page: PDFPageProxy,
): Promise<{ pictures: SeenPicture[]; letters: number; box: Box }> {
  const frame = await pageFrame(document, page);
  let pictures: SeenPicture[] = [];
  let letters = 0;
  walkPage(await page.getOperatorList(), frame, {
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
