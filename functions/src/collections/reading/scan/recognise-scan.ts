/** The text of a page that is only a picture. */
import type { RecognisedLine, RecognisedWord, TextRecogniser } from '../../../services/ocr.ts';
import type { PageContent, TextRun } from '../../content.ts';
import { fromRaw } from '../pictures/raw-picture.ts';
import type { PageScan } from './page-scan.ts';

/** Recognition is best when letters are 20 to 40 pixels high; a page of this height in pixels has them so. */
const BEST_HEIGHT = { least: 1400, most: 3200 };
/** Words less certain than this are the pattern of a fabric. */
const LEAST_CONFIDENCE = 0.35;
/** Words further apart than this, in heights of the line, stand in different columns. */
const COLUMN_GAP = 1.4;

export async function recogniseScan(
  scan: PageScan,
  recogniser: TextRecogniser,
  signal: AbortSignal,
): Promise<PageContent> {
  const long = Math.max(scan.picture.width, scan.picture.height);
  const scale = Math.min(2, Math.max(1, BEST_HEIGHT.least / long)) * Math.min(1, BEST_HEIGHT.most / long);
  const width = Math.round(scan.picture.width * scale);
  const file = await fromRaw(scan.picture)
    .resize({ width })
    .greyscale()
    .png({ compressionLevel: 1 })
    .toBuffer();
  const lines = await recogniser.recognise(file, signal);
  const points = scan.width / width;
  return {
    number: scan.number,
    width: scan.width,
    height: scan.height,
    runs: lines.flatMap((line) => toRuns(line, points)),
    lines: [],
    recognised: true,
  };
}

/** `points` is the size of a pixel. */
function toRuns(line: RecognisedLine, points: number): TextRun[] {
  const groups: RecognisedWord[][] = [];
  for (const word of line.words) {
    if (word.confidence < LEAST_CONFIDENCE || !/[\p{L}\p{N}$€£¥₹₽%]/u.test(word.text)) continue;
    const group = groups.at(-1);
    const last = group?.at(-1);
    const gap = last === undefined ? 0 : word.box.x - (last.box.x + last.box.width);
    if (group === undefined || gap > COLUMN_GAP * line.height) groups.push([word]);
    else group.push(word);
  }
  return groups.map((words) => toRun(words, line.height * points, points));
}

function toRun(words: readonly RecognisedWord[], size: number, points: number): TextRun {
  const left = Math.min(...words.map(({ box }) => box.x));
  const top = Math.min(...words.map(({ box }) => box.y));
  const right = Math.max(...words.map(({ box }) => box.x + box.width));
  const bottom = Math.max(...words.map(({ box }) => box.y + box.height));
  return {
    text: words.map((word) => word.text).join(' '),
    box: {
      x: round(left * points),
      y: round(top * points),
      width: round((right - left) * points),
      height: round((bottom - top) * points),
    },
    size: round(size),
    bold: false,
    italic: false,
    color: null,
    struck: false,
    confidence: round(words.reduce((sum, word) => sum + word.confidence, 0) / words.length),
  };
}

const round = (value: number) => Math.round(value * 100) / 100;
