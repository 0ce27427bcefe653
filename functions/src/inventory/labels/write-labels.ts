/** Writes sheets of labels as a PDF, everything in it drawn as shapes or text: sharp at whatever size it is printed. */
import { buffer } from 'node:stream/consumers';
import Pdf from 'pdfkit';
import { DeckFonts } from '../../collections/decks/pdf/deck-fonts.ts';
import { drawText } from '../../collections/decks/pdf/draw-slide.ts';
import { type Label, SHEET, SKU_LINE_HEIGHT } from './lay-out-labels.ts';

/** One of the fonts that every reader of PDFs has; it has all letters of SKUs. */
const SKU_FONT = 'Courier-Bold';

/** The PDF of `sheets`, one a page. */
export async function writeLabels(sheets: readonly (readonly Label[])[], createdAt: Date): Promise<Buffer> {
  const fonts = await DeckFonts.open(
    sheets.map((labels) => ({ elements: labels.flatMap(({ texts }) => texts) })),
  );
  const document = new Pdf({
    size: [SHEET.width, SHEET.height],
    margin: 0,
    autoFirstPage: false,
    displayTitle: true,
    lang: 'en-GB',
    info: {
      Title: 'Labels',
      Author: 'Docket',
      Creator: 'Docket',
      Producer: 'Docket',
      CreationDate: createdAt,
      ModDate: createdAt,
    },
  });
  for (const [name, bytes] of fonts.files) document.registerFont(name, Buffer.from(bytes));
  const written = buffer(document);
  for (const labels of sheets) {
    document.addPage();
    for (const label of labels) drawLabel(document, label, fonts);
  }
  document.end();
  return await written;
}

function drawLabel(document: PDFKit.PDFDocument, { code, sku, texts }: Label, fonts: DeckFonts): void {
  for (const { x, y, width, height } of code) document.rect(x, y, width, height);
  document.fill('#000000');
  for (const text of texts) drawText(document, text, fonts);
  document.font(SKU_FONT).fontSize(sku.size).fillColor('#000000');
  for (const [index, line] of sku.lines.entries()) {
    document.text(line, sku.x, sku.y + index * sku.size * SKU_LINE_HEIGHT, { lineBreak: false });
  }
}
