import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rowsToCsv } from '../export/csv.ts';
import { LIMITS } from '../limits.ts';
import { parseCsv, readCsv } from './read-csv.ts';

const cellsOf = (text: string) => parseCsv(text).map(({ cells }) => cells);
const linesOf = (text: string) => parseCsv(text).map(({ line }) => line);

describe('a CSV file', () => {
  it.each([
    [',', 'Name,Price\nScrew,"1,50"'],
    [';', 'Name;Price\nScrew;1,50'],
    ['a tab', 'Name\tPrice\nScrew\t1,50'],
    ['|', 'Name|Price\nScrew|1,50'],
    ['what its first line says', 'sep=;\nName;Price\nScrew;1,50'],
  ])('is separated by %s', (_, text) => {
    expect(cellsOf(text)).toEqual([
      ['Name', 'Price'],
      ['Screw', '1,50'],
    ]);
  });

  it('may have quotes within quotes, and separators and line breaks within them', () => {
    expect(cellsOf('Name;Description\r\n"Pipe ½"";";"a\r\nb;c"')).toEqual([
      ['Name', 'Description'],
      ['Pipe ½";', 'a\nb;c'],
    ]);
  });

  it('may have a text that begins with a quote and goes on to the next line', () => {
    expect(cellsOf('Name,Description\nScrew,"""Best"" ones,\nof all"\nNut,')).toEqual([
      ['Name', 'Description'],
      ['Screw', '"Best" ones,\nof all'],
      ['Nut', ''],
    ]);
  });

  it('keeps the damage of a quote that never ends in its line', () => {
    expect(cellsOf('Name,Quantity\n"Screw,4\nNut,5\nBolt,6')).toEqual([
      ['Name', 'Quantity'],
      ['Screw', '4'],
      ['Nut', '5'],
      ['Bolt', '6'],
    ]);
  });

  it('may have inches as people write them', () => {
    expect(cellsOf('Name,Size\nPipe 2" thin,1"\nNut,3')).toEqual([
      ['Name', 'Size'],
      ['Pipe 2" thin', '1"'],
      ['Nut', '3'],
    ]);
  });

  it.each(['\n', '\r\n', '\r'])(
    'tells the lines of the file, blank ones and those within quotes counted: %j',
    (end) => {
      const text = ['', 'Name,Description', 'Screw,"two', 'lines"', '', ' , ', 'Nut,', ''].join(end);
      expect(linesOf(text)).toEqual([2, 3, 7]);
    },
  );

  it('counts a line with the separator as one of the file', () => {
    expect(linesOf('sep=;\r\nName;Price\r\nScrew;1')).toEqual([2, 3]);
  });

  it.each([
    ['UTF-8', new TextEncoder().encode('Name;Größe\nDübel;8')],
    ['UTF-8 with a mark', new TextEncoder().encode('\uFEFFName;Größe\nDübel;8')],
    ['windows-1252', Buffer.from('Name;Größe\nDübel;8', 'latin1')],
    ['UTF-16', Buffer.from('\uFEFFName;Größe\nDübel;8', 'utf16le')],
  ])('may be in %s', (_, bytes) => {
    expect(readCsv(bytes).map(({ cells }) => cells)).toEqual([
      ['Name', 'Größe'],
      ['Dübel', '8'],
    ]);
  });

  it('without anything has no rows', () => {
    expect(parseCsv('')).toEqual([]);
    expect(parseCsv('\uFEFF\r\n;;\r\n')).toEqual([]);
  });

  it('shows when it has more rows than are taken', () => {
    const rows = (count: number) => parseCsv(`Name\n${'Screw\n'.repeat(count)}`).length - 1;
    expect(rows(LIMITS.importRows)).toBe(LIMITS.importRows);
    expect(rows(LIMITS.importRows + 500)).toBe(LIMITS.importRows + 1);
  });

  it('reads back what was exported, on the lines where it was written', () => {
    const cell = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('', '"', '"a\nb', 'a,b', 'x"y"', ' ', "'", 'Größe'),
    );
    const text = cell.map((value) =>
      value.replaceAll('\r', '\n').replace(/^(?='*[=+\-@\t\n＝＋－＠])/u, 'x'),
    );
    const rows = fc.array(fc.array(text, { minLength: 3, maxLength: 3 }), { maxLength: 8 });
    fc.assert(
      fc.property(rows, (some) => {
        // A first row as files have it: what separates the columns can be told from it.
        const all = [['A', 'B', 'C'], ...some];
        const starts = all.map((_, index) =>
          all.slice(0, index).reduce((line, cells) => line + 1 + cells.join('').split('\n').length - 1, 1),
        );
        const expected = all.flatMap((cells, index) =>
          cells.every((value) => value.trim() === '') ? [] : [{ line: starts[index], cells }],
        );
        expect(parseCsv(rowsToCsv(all))).toEqual(expected);
      }),
    );
  });

  it('is read whatever it is', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        for (const { line, cells } of readCsv(bytes)) {
          expect(line).toBeGreaterThan(0);
          expect(cells.join('')).not.toBe('');
        }
      }),
    );
  });
});
