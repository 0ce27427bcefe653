/** Counts the rows and values of a sheet's XML without parsing it. */

/** Rows that end after a value of some cell: ones that are only formatted do not count. Prefixes of names do not matter. */
export function countFilledRows(xml: Uint8Array): number {
  const bytes = Buffer.from(xml.buffer, xml.byteOffset, xml.byteLength);
  const next = (mark: string, from: number): number => {
    const at = bytes.indexOf(mark, from);
    return at < 0 ? Infinity : at;
  };
  let rows = 0;
  let start = 0;
  let value = next('v>', 0);
  let text = next('t>', 0);
  for (let end = next('row>', 0); end < Infinity; end = next('row>', end + 4)) {
    if (value < start) value = next('v>', start);
    if (text < start) text = next('t>', start);
    if (Math.min(value, text) < end) rows += 1;
    start = end;
  }
  return rows;
}

/** Values of cells, whether they stand there or in the texts of the workbook. Prefixes of names do not matter. */
export function countValues(xml: Uint8Array): number {
  const bytes = Buffer.from(xml.buffer, xml.byteOffset, xml.byteLength);
  let tags = 0;
  for (const mark of ['v>', 'is>'])
    for (let at = bytes.indexOf(mark); at >= 0; at = bytes.indexOf(mark, at + mark.length)) tags += 1;
  // One that begins and one that ends.
  return tags / 2;
}
