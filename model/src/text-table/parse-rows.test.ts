import { describe, expect, it } from 'vitest';
import { parseRows } from './parse-rows.ts';

describe('the rows of a table in text form', () => {
  it('have the line on which they begin, empty ones too', () => {
    expect(parseRows('a,b\r\n\r\n"x\r\ny",2\r\n3,4', 10)).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: [''] },
      { line: 3, cells: ['x\ny', '2'] },
      { line: 5, cells: ['3', '4'] },
    ]);
  });

  it('have their own lines also where a quote never ends', () => {
    expect(parseRows('a,b\n"x,2\ny,"3"\nz,4', 10)).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: ['x', '2'] },
      { line: 3, cells: ['y', '3'] },
      { line: 4, cells: ['z', '4'] },
    ]);
  });

  it('may begin with quotes that belong to them and go over several lines', () => {
    expect(parseRows('a,b\n"""x""\ny",2', 10)).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: ['"x"\ny', '2'] },
    ]);
  });

  it('are no more than are wanted, in order or not', () => {
    expect(parseRows('a,b\nc,d\ne,f', 2)).toHaveLength(2);
    expect(parseRows('a,b\n"c,d\ne,f', 2)).toHaveLength(2);
  });
});
