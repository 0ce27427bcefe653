/** Which character separates the columns of a text table. */

export const DELIMITERS = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** Lines that are looked at. */
const LINES = 50;

/**
 * The delimiter that divides most lines into the same number of columns; among equals the one that makes more columns.
 * Bars give way to another one that divides every line alike: they stand within values as well ("Ford|F-150|2010"). Text
 * within quotes is passed over. A text without any of them has one column: a comma is assumed.
 */
export function findDelimiter(text: string): Delimiter {
  const lines = sampleLines(text);
  let best: { delimiter: Delimiter; score: number } = { delimiter: ',', score: 0 };
  for (const delimiter of DELIMITERS) {
    const counts = lines.map((line) => line.split(delimiter).length - 1);
    const score = consistency(counts);
    const givesWay = delimiter === '|' && isRegular(lines, best.delimiter);
    if (score > best.score && !givesWay) best = { delimiter, score };
  }
  return best.delimiter;
}

/** Whether a delimiter stands in all of several lines, as often in each. */
function isRegular(lines: readonly string[], delimiter: Delimiter): boolean {
  const [first = 0, ...others] = lines.map((line) => line.split(delimiter).length - 1);
  return first > 0 && others.length > 0 && others.every((count) => count === first);
}

/** Share of lines with the usual count, weighted by how many columns that gives. */
function consistency(counts: readonly number[]): number {
  const frequency = new Map<number, number>();
  for (const count of counts) {
    if (count > 0) frequency.set(count, (frequency.get(count) ?? 0) + 1);
  }
  let best = 0;
  for (const [count, lines] of frequency) {
    best = Math.max(best, (lines / counts.length) * Math.log2(count + 1.5));
  }
  return best;
}

/** "Make=Ford|Model=F-150|Year=2010" is one value: the bars in it separate no columns. */
const NAMED_VALUES = /\b[A-Za-z]{1,20}=[^=,;\t|\r\n]{0,100}\|(?=[A-Za-z]{1,20}=)/g;

/** Lines with their quoted parts taken out. A quote that never ends is taken as a letter. */
function sampleLines(text: string): string[] {
  const sample = text
    .slice(0, 64 * 1024)
    .replaceAll(/"(?:[^"]|""){0,2000}?"(?=[,;\t|\r\n]|$)/g, '')
    .replaceAll(NAMED_VALUES, '');
  const lines = sample.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '');
  return lines.slice(0, LINES);
}
