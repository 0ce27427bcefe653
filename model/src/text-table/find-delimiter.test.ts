import { describe, expect, it } from 'vitest';
import { findDelimiter } from './find-delimiter.ts';

describe('the delimiter', () => {
  it.each([
    [',', 'sku,name,price\nA1,"Dress, red",12\nA2,Top,9'],
    [';', 'Artikel;Größe;EK\nA1;38;18,50\nA2;40;1.042,00'],
    ['\t', 'sku\tname, long\nA1\tone, two\nA2\tthree'],
    ['|', 'sku|name\nA1|Dress\n'],
    [',', 'part,fits\nA1,Make=Ford|Model=F-150|Year=2010\nA2,Make=Kia|Model=Optima|Year=2011'],
    [',', 'part,Make|Model|Year\nA1,Ford|F-150|2010\nA2,Kia|Optima|2011'],
    ['|', 'part|name|make, model\nA1|Filter|Ford\nA2|Pad|Kia, Rio'],
    [',', 'only one column\nand no delimiter'],
  ])('is %j', (delimiter, text) => {
    expect(findDelimiter(text)).toBe(delimiter);
  });
});
