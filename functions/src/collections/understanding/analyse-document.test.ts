import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DocumentContent, TextRun } from '../content.ts';
import { analyseDocument } from './analyse-document.ts';
import type { Draft } from './draft.ts';
import { pages, run, sheet, workbook } from './testing/build.ts';

function analyse(content: DocumentContent): Draft[] {
  const steps = analyseDocument(content, []);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

const word = fc.constantFrom(
  'Style',
  'Price',
  'Name',
  'MF-2601',
  '$48.00',
  'Sizes: S-L',
  'Navy / Rust',
  'Total',
  '100% cotton',
  'AED',
  '40',
  '',
);
const text = fc.oneof(word, fc.string({ maxLength: 20 }));
const anyRun: fc.Arbitrary<TextRun> = fc
  .tuple(
    fc.integer({ min: -50, max: 700 }),
    fc.integer({ min: -50, max: 900 }),
    text,
    fc.integer({ min: 0, max: 30 }),
    fc.boolean(),
  )
  .map(([x, y, content, size, struck]) => run(x, y, content, { size, struck }));

describe('any document', () => {
  it('of pages is understood without failing, every value with a confidence from 0 to 1', () => {
    fc.assert(
      fc.property(fc.array(fc.array(anyRun, { maxLength: 40 }), { maxLength: 3 }), (contents) => {
        for (const { fields } of analyse(pages(contents))) {
          for (const reading of Object.values(fields)) {
            expect(reading.confidence).toBeGreaterThanOrEqual(0);
            expect(reading.confidence).toBeLessThanOrEqual(1);
          }
        }
      }),
    );
  });

  it('of sheets is understood without failing, every product with a name or an article number', () => {
    const rows = fc.array(fc.array(fc.oneof(text, fc.integer({ min: -5, max: 9999 })), { maxLength: 8 }), {
      maxLength: 15,
    });
    fc.assert(
      fc.property(rows, (cells) => {
        for (const { fields } of analyse(workbook(sheet(cells)))) {
          expect(fields.name ?? fields.sku).toBeDefined();
        }
      }),
    );
  });

  it('gives the same result every time', () => {
    fc.assert(
      fc.property(fc.array(anyRun, { maxLength: 40 }), (runs) => {
        expect(analyse(pages([runs]))).toEqual(analyse(pages([runs])));
      }),
      { numRuns: 30 },
    );
  });
});
