/** Writes a laid-out deck as a PDF: real text in embedded fonts, bookmarks, and a structure for screen readers. */
import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { type DeckPicture, type DeckSlide, SLIDE } from '@docket/model/deck/elements';
import type { DeckPages } from '@docket/model/deck/lay-out';
import Pdf from 'pdfkit';
import { mediaName } from '../media.ts';
import type { WriteOptions } from '../write-options.ts';
import { DeckFonts } from './deck-fonts.ts';
import { drawSlide, type OpenedImage } from './draw-slide.ts';

/** Bytes that may wait for the output before the next slide is drawn. */
const WAITING_BYTES = 4 * 1024 * 1024;

/** Writes all slides of `deck` and ends `out`. A picture that is used many times is in the file once. */
export async function writePdf(deck: DeckPages, out: Writable, options: WriteOptions): Promise<void> {
  const { properties, media, signal, onSlide } = options;
  const fonts = await DeckFonts.open(deck.slides);
  const document = new Pdf({
    size: [SLIDE.width, SLIDE.height],
    margin: 0,
    autoFirstPage: false,
    pdfVersion: '1.7',
    tagged: true,
    lang: 'en-GB',
    displayTitle: true,
    info: {
      Title: properties.title,
      Subject: properties.subject,
      Author: 'Docket',
      Creator: 'Docket',
      Producer: 'Docket',
      CreationDate: properties.createdAt,
      ModDate: properties.createdAt,
    },
  });
  for (const [name, bytes] of fonts.files) document.registerFont(name, Buffer.from(bytes));
  document.pipe(out);
  const images = new Map<string, OpenedImage>();
  let bookmarked: string | null = null;
  for (const [index, slide] of deck.slides.entries()) {
    signal.throwIfAborted();
    for (const { source } of picturesOf(slide)) {
      const name = mediaName(source);
      if (!images.has(name)) images.set(name, document.openImage(Buffer.from(await media(source))));
    }
    document.addPage();
    const bookmark = slide.section ?? (slide.kind === 'cover' ? deck.title : 'Styles');
    if (bookmark !== bookmarked) document.outline.addItem(bookmark);
    bookmarked = bookmark;
    drawSlide(document, slide, fonts, ({ source }) => opened(images, mediaName(source)));
    await drained(document, out);
    onSlide(index + 1);
  }
  document.end();
}

function picturesOf(slide: DeckSlide): DeckPicture[] {
  return slide.elements.filter((element) => element.kind === 'picture');
}

function opened(images: ReadonlyMap<string, OpenedImage>, name: string): OpenedImage {
  const image = images.get(name);
  if (image === undefined) throw new Error(`The picture ${name} was not opened`);
  return image;
}

/** Waits until most of what was drawn has been taken: pdfkit itself draws on, however much is waiting. */
async function drained(document: PDFKit.PDFDocument, out: Writable): Promise<void> {
  while (document.readableLength > WAITING_BYTES) {
    if (out.destroyed) throw out.errored ?? new Error('The output was closed');
    if (out.writableNeedDrain) await once(out, 'drain');
    else await setImmediate();
  }
}
