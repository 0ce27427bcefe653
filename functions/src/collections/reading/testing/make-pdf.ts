/** Small PDFs for tests, made while the tests run. */
import Pdf from 'pdfkit';

type Draw = (document: PDFKit.PDFDocument) => void;

/** A PDF with one call of `draw` a page. Pages are 600 × 800 points without margins; y grows downwards. */
export async function makePdf(
  pages: readonly Draw[],
  options: PDFKit.PDFDocumentOptions = {},
): Promise<Uint8Array> {
  const document = new Pdf({ size: [600, 800], margin: 0, ...options, autoFirstPage: false });
  const chunks: Buffer[] = [];
  document.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<void>((resolve) => {
    document.on('end', resolve);
  });
  for (const draw of pages) {
    document.addPage();
    draw(document);
  }
  document.end();
  await ended;
  return new Uint8Array(Buffer.concat(chunks));
}

/** Text at a position, without line breaks. */
export function write(document: PDFKit.PDFDocument, text: string, x: number, y: number): void {
  document.text(text, x, y, { lineBreak: false });
}
