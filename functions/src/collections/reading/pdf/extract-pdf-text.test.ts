import { describe, expect, it } from 'vitest';
import type { PageContent, TextRun } from '../../content.ts';
import { makePdf, write } from '../testing/make-pdf.ts';
import { quietly, sourceOf } from '../testing/read-all.ts';
import { extractPdfText } from './extract-pdf-text.ts';

async function readPages(bytes: Uint8Array): Promise<PageContent[]> {
  const content = await extractPdfText(sourceOf(bytes, 'pdf'), quietly);
  return content.kind === 'pages' ? content.pages : [];
}

async function readRuns(draw: (document: PDFKit.PDFDocument) => void): Promise<TextRun[]> {
  const [page] = await readPages(await makePdf([draw]));
  return page?.runs ?? [];
}

const texts = (runs: readonly TextRun[]) => runs.map((run) => run.text);

describe('the text of a page', () => {
  it('stands where it is shown, in points from the top left', async () => {
    const [run] = await readRuns((page) => write(page.fontSize(12), 'Remy Dress', 100, 200));
    expect(run?.text).toBe('Remy Dress');
    expect(run?.box.x).toBeCloseTo(100, 0);
    expect(run?.box.y).toBeGreaterThan(195);
    expect(run?.box.y).toBeLessThan(205);
    expect(run?.size).toBeCloseTo(12);
    expect(run?.confidence).toBe(1);
  });

  it('keeps the cells of a table apart, however the file is written', async () => {
    const runs = await readRuns((page) => {
      page.fontSize(10);
      write(page, 'MF-2601', 40, 100);
      write(page, 'Remy Long Sleeve', 120, 100);
      write(page, '$48.00', 300, 100);
    });
    expect(texts(runs)).toEqual(['MF-2601', 'Remy Long Sleeve', '$48.00']);
  });

  it('joins what was written piece by piece', async () => {
    const runs = await readRuns((page) => {
      page.fontSize(10);
      page.text('Wholesale ', 40, 100, { continued: true, lineBreak: false });
      page.text('$48', { continued: true, lineBreak: false });
      page.text('.00', { lineBreak: false });
    });
    expect(texts(runs)).toEqual(['Wholesale $48.00']);
  });

  it('separates cells that only a rule keeps apart', async () => {
    const runs = await readRuns((page) => {
      page.fontSize(10);
      write(page, '12', 40, 100);
      write(page, '45', 54, 100);
      page.moveTo(52.5, 80).lineTo(52.5, 130).stroke();
    });
    expect(texts(runs)).toEqual(['12', '45']);
  });

  it('reads letter-spaced headings as words', async () => {
    const runs = await readRuns((page) => {
      page.fontSize(10);
      let x = 40;
      for (const letter of 'DRESSES') {
        write(page, letter, x, 100);
        x += page.widthOfString(letter) + 3;
      }
    });
    expect(texts(runs)).toEqual(['DRESSES']);
  });

  it('tells bold, italic and colour', async () => {
    const [bold, italic] = await readRuns((page) => {
      write(page.font('Helvetica-Bold').fillColor('#bb0000'), 'SALE', 40, 100);
      write(page.font('Helvetica-Oblique').fillColor('#000000'), 'limited', 40, 200);
    });
    expect(bold).toMatchObject({ text: 'SALE', bold: true, italic: false, color: '#bb0000' });
    expect(italic).toMatchObject({ text: 'limited', bold: false, italic: true, color: '#000000' });
  });

  it('marks what is crossed out, and only that', async () => {
    const runs = await readRuns((page) => {
      page.fontSize(10);
      page.text('$48.00', 40, 100, { strike: true, lineBreak: false });
      page.text('$19.50', 75, 100, { underline: true, lineBreak: false });
    });
    expect(runs.map(({ text, struck }) => [text, struck])).toEqual([
      ['$48.00', true],
      ['$19.50', false],
    ]);
  });

  it('takes text printed twice for bold', async () => {
    const runs = await readRuns((page) => {
      write(page, 'Heading', 40, 100);
      write(page, 'Heading', 40.4, 100);
    });
    expect(runs).toMatchObject([{ text: 'Heading', bold: true }]);
  });

  it('leaves out what lies outside the page', async () => {
    const runs = await readRuns((page) => {
      write(page, 'visible', 40, 100);
      write(page, 'cropped away', 40, 900);
    });
    expect(texts(runs)).toEqual(['visible']);
  });

  it('knows the rules and frames of tables', async () => {
    const bytes = await makePdf([
      (page) => {
        page.moveTo(40, 50).lineTo(240, 50).stroke();
        page.rect(40, 100, 200, 30).stroke();
        page.moveTo(10, 10).lineTo(80, 90).stroke();
      },
    ]);
    const [page] = await readPages(bytes);
    expect(page?.lines).toHaveLength(5);
    expect(page?.lines[0]).toEqual({ x1: 40, y1: 50, x2: 240, y2: 50 });
  });
});

describe('a PDF file', () => {
  const blank = () => undefined;

  it('opens when only its owner has a password', async () => {
    const bytes = await makePdf([(page) => write(page, 'open to all', 40, 40)], { ownerPassword: 'secret' });
    expect((await readPages(bytes))[0]?.runs[0]?.text).toBe('open to all');
  });

  it('is refused when a password is needed', async () => {
    const bytes = await makePdf([blank], { userPassword: 'secret' });
    await expect(readPages(bytes)).rejects.toMatchObject({ code: 'file_encrypted' });
  });

  it('is refused without pages', async () => {
    const bytes = Buffer.from(
      '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n' +
        'trailer<</Root 1 0 R/Size 3>>\n%%EOF',
    );
    await expect(readPages(bytes)).rejects.toMatchObject({ code: 'file_without_pages' });
  });

  it('is refused with too many pages, before any is read', async () => {
    const bytes = await makePdf(Array.from({ length: 501 }, () => blank));
    await expect(readPages(bytes)).rejects.toMatchObject({
      code: 'file_too_many_pages',
      facts: { found: '501' },
    });
  });

  it('is refused when it is damaged', async () => {
    const bytes = Buffer.from('%PDF-1.7\nnothing that could be read follows');
    await expect(readPages(bytes)).rejects.toMatchObject({ code: 'file_corrupt' });
  });

  it('is read past a damaged page', async () => {
    const text = 'x'.repeat(30);
    const bytes = Buffer.from(
      await makePdf([1, 2].map((number) => (page) => write(page, `${text}${number}`, 40, 40))),
    );
    const dictionary = bytes.lastIndexOf('<<', bytes.lastIndexOf('/Type /Page\n'));
    bytes.fill(' ', dictionary, bytes.indexOf('endobj', dictionary));
    const pages = await readPages(bytes);
    expect(pages).toHaveLength(2);
    expect(pages.map((page) => page.runs.map((run) => run.text))).toEqual([[`${text}1`], []]);
  });

  it('stops between pages when reading is aborted', async () => {
    const bytes = await makePdf([blank, blank, blank]);
    const controller = new AbortController();
    const seen: number[] = [];
    const reading = extractPdfText(sourceOf(bytes, 'pdf'), {
      signal: controller.signal,
      onProgress: (done) => {
        seen.push(done);
        controller.abort(new Error('cancelled'));
      },
    });
    await expect(reading).rejects.toThrow('cancelled');
    expect(seen).toEqual([1]);
  });

  it('leaves the given bytes alone', async () => {
    const bytes = await makePdf([(page) => write(page, 'once', 40, 40)]);
    const before = bytes.slice();
    await readPages(bytes);
    expect(bytes).toEqual(before);
  });
});
