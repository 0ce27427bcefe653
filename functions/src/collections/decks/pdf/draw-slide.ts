/** Draws the elements of a slide onto a page of a PDF, each with its place in the structure that readers are read from. */
import {
  baselineOf,
  type DeckElement,
  type DeckPicture,
  type DeckSlide,
  type DeckText,
  SLIDE,
} from '@docket/model/deck/elements';
import type { DeckFonts } from './deck-fonts.ts';

type Document = PDFKit.PDFDocument;
export type OpenedImage = PDFKit.Mixins.OpenedImage;

/** What each kind of text is called in the structure; page numbers and footers are no part of it. */
const TAGS = { title: 'H1', name: 'H2', body: 'P' } as const;

/** Draws `slide` onto the current page of `document`. */
export function drawSlide(
  document: Document,
  slide: DeckSlide,
  fonts: DeckFonts,
  imageOf: (picture: DeckPicture) => OpenedImage,
): void {
  const section = document.struct('Sect', { title: slide.title });
  document.addStructure(section);
  document.markContent('Artifact', { type: 'Page' });
  document.rect(0, 0, SLIDE.width, SLIDE.height).fill(slide.background);
  document.endMarkedContent();
  for (const element of slide.elements) {
    const tag = tagOf(element);
    if (tag === null) {
      document.markContent('Artifact', { type: 'Layout' });
      drawElement(document, element, fonts, imageOf);
      document.endMarkedContent();
    } else {
      const content = document.markStructureContent(tag);
      drawElement(document, element, fonts, imageOf);
      document.endMarkedContent();
      const options = element.kind === 'picture' ? { alt: element.alt } : {};
      section.add(document.struct(tag, options, [content]));
    }
  }
  section.end();
}

function tagOf(element: DeckElement): string | null {
  if (element.kind === 'picture') return 'Figure';
  return element.kind === 'text' && element.role !== 'page' ? TAGS[element.role] : null;
}

function drawElement(
  document: Document,
  element: DeckElement,
  fonts: DeckFonts,
  imageOf: (picture: DeckPicture) => OpenedImage,
): void {
  switch (element.kind) {
    case 'rectangle': {
      const { box, fill, outline } = element;
      document.rect(box.x, box.y, box.width, box.height);
      if (outline === null) document.fill(fill);
      else document.lineWidth(outline.width).fillAndStroke(fill, outline.color);
      return;
    }
    case 'line': {
      const { from, to, color, width } = element;
      document.moveTo(from.x, from.y).lineTo(to.x, to.y).lineWidth(width).stroke(color);
      return;
    }
    case 'picture':
      drawPicture(document, element, imageOf(element));
      return;
    case 'text':
      drawText(document, element, fonts);
  }
}

/** Draws the whole picture where its shown part falls into the box, and shows no more than the box. */
function drawPicture(document: Document, { box, crop }: DeckPicture, image: OpenedImage): void {
  const [width, height] = [box.width / crop.width, box.height / crop.height];
  document.save();
  if (crop.width < 1 || crop.height < 1) document.rect(box.x, box.y, box.width, box.height).clip();
  document.image(image, box.x - crop.x * width, box.y - crop.y * height, { width, height });
  document.restore();
}

/** Draws the lines of `text`, each character in a font that has it. */
export function drawText(document: Document, text: DeckText, fonts: DeckFonts): void {
  document.fontSize(text.size).fillColor(text.color);
  for (const [index, line] of text.lines.entries()) {
    const runs = fonts.runs(line, text.weight).map((run) => {
      document.font(run.font);
      return { ...run, width: document.widthOfString(run.text) };
    });
    const width = runs.reduce((sum, run) => sum + run.width, 0);
    let x = text.box.x + (text.box.width - width) * START[text.align];
    for (const run of runs) {
      document.font(run.font).text(run.text, x, baselineOf(text, index), {
        baseline: 'alphabetic',
        lineBreak: false,
      });
      x += run.width;
    }
  }
}

/** How much of the room that a line leaves is in front of it. */
const START = { left: 0, center: 0.5, right: 1 } as const;
