import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withoutFormulaGuard } from '../export/csv.ts';
import { parseCsv } from '../inventory/read-csv.ts';
import { fitmentsToCsv } from './fitment-csv.ts';
import { mergeFitments } from './merge-fitments.ts';
import { anyFitments, makeFitment } from './testing/make-fitments.ts';

const HEADERS = '\uFEFFPart number,Description,Make,Model,Submodel,Limited to';

describe('the CSV file of fitments', () => {
  const merged = mergeFitments([
    makeFitment({ from: 2005, to: 2007, submodel: 'EX', qualifiers: ['2.4L', 'AWD'] }),
    makeFitment({ part_number: '=HYPERLINK("x")', description: 'Filter, oil' }),
  ]);

  it('has a row for each part, vehicle and range of years', () => {
    expect(fitmentsToCsv(merged, 'ranges')).toBe(
      [
        `${HEADERS},First year,Last year`,
        `"'=HYPERLINK(""x"")","Filter, oil",Honda,Civic,,,2005,2005`,
        'BP-1042,Front brake pads,Honda,Civic,EX,"2.4L; AWD",2005,2007',
        '',
      ].join('\r\n'),
    );
  });

  it('has a row for each year, when that is wanted', () => {
    expect(fitmentsToCsv(merged.slice(1), 'years')).toBe(
      [
        `${HEADERS},Year`,
        'BP-1042,Front brake pads,Honda,Civic,EX,"2.4L; AWD",2005',
        'BP-1042,Front brake pads,Honda,Civic,EX,"2.4L; AWD",2006',
        'BP-1042,Front brake pads,Honda,Civic,EX,"2.4L; AWD",2007',
        '',
      ].join('\r\n'),
    );
  });

  it('of nothing has headers only', () => {
    expect(fitmentsToCsv([], 'ranges')).toBe(`${HEADERS},First year,Last year\r\n`);
  });

  it('has no cell that starts a formula, whatever is in it', () => {
    fc.assert(
      fc.property(anyFitments, fc.constantFrom('ranges', 'years'), (fitments, rows) => {
        const merged = mergeFitments(fitments);
        const cells = parseCsv(fitmentsToCsv(merged, rows)).flatMap((row) => row.cells);
        for (const cell of cells) expect(cell).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/u);
      }),
    );
  });

  it('has what the fitments say, a year at a time', () => {
    const plain = anyFitments.map((fitments) => fitments.filter(isOneLine));
    fc.assert(
      fc.property(plain, (fitments) => {
        const merged = mergeFitments(fitments);
        const [, ...rows] = parseCsv(fitmentsToCsv(merged, 'years'));
        const read = rows.map(({ cells }) => cells.map(withoutFormulaGuard));
        const said = merged.flatMap(({ part_number, make, from, to }) =>
          Array.from({ length: to - from + 1 }, (_, later) => [part_number, make, String(from + later)]),
        );
        expect(read.map((cells) => [cells[0], cells[2], cells[6]])).toEqual(said);
      }),
    );
  });
});

/** Texts that a reader of CSV leaves as they are. */
function isOneLine({ part_number, make }: { part_number: string; make: string }): boolean {
  return [part_number, make].every((text) => /^[ -~]+$/u.test(text) && text.trim() === text);
}
