/** The pictures of a PDF with the places where they are seen. */
import type { Place } from '@docket/model/geometry';
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { ExtractedImage } from '../../content.ts';
import { ImageCollector, type SavePicture } from '../pictures/image-collector.ts';
import { cropped, oriented } from '../pictures/raw-picture.ts';
import { type ReadOptions, type SourceFile, breathe } from '../source-file.ts';
import { decodedImage } from './decoded-image.ts';
import { pageFrame, withPdf } from './open-pdf.ts';
import { type PictureView, viewPicture } from './painted-picture.ts';
import { type PaintedImage, walkPage } from './walk-page.ts';

/** Stencils smaller than this on the page are ornaments and letters. In points. */
const SMALLEST_STENCIL = 40;

export function extractPdfImages(
  source: SourceFile,
  options: ReadOptions,
  save: SavePicture,
): Promise<ExtractedImage[]> {
  return withPdf(source, { pictures: true }, async (document) => {
    const collector = new ImageCollector(save);
    const reader = new PictureReader(collector);
    for (let number = 1; number <= document.numPages; number += 1) {
      await breathe(options.signal);
      const page = await document.getPage(number);
      await reader.readPage(document, page);
      page.cleanup();
      options.onProgress(number, document.numPages, 'Page');
    }
    return collector.finish();
  });
}

class PictureReader {
  readonly #collector: ImageCollector;
  /** Ids by name and view, so that a logo on every page is looked at once. */
  readonly #known = new Map<string, string | null>();

  constructor(collector: ImageCollector) {
    this.#collector = collector;
  }

  async readPage(document: PDFDocumentProxy, page: PDFPageProxy): Promise<void> {
    const frame = await pageFrame(document, page);
    const operations = await page.getOperatorList();
    const painted: PaintedImage[] = [];
    walkPage(operations, frame, { image: (image) => painted.push(image) });
    for (const image of painted) {
      const view = viewPicture(image);
      if (view === null || isOrnament(image, view)) continue;
      await this.#take(page, image, view);
    }
  }

  async #take(page: PDFPageProxy, { image }: PaintedImage, view: PictureView): Promise<void> {
    const place: Place = { kind: 'page', number: page.pageNumber, box: view.box };
    const key =
      'name' in image.source ? JSON.stringify([image.source.name, view.orientation, view.crop]) : null;
    const known = key === null ? undefined : this.#known.get(key);
    if (known === null || (known !== undefined && this.#collector.addPlace(known, place))) return;
    const decoded = await decodedImage(page, image);
    const id = decoded === null ? null : await this.#collector.add(await look(decoded, view), place);
    if (key !== null) this.#known.set(key, id);
  }
}

async function look(decoded: Parameters<typeof oriented>[0], { orientation, crop }: PictureView) {
  const upright = await oriented(decoded, orientation);
  return crop === null ? upright : cropped(upright, crop);
}

function isOrnament({ image }: PaintedImage, { box }: PictureView): boolean {
  return image.stencil && Math.min(box.width, box.height) < SMALLEST_STENCIL;
}
