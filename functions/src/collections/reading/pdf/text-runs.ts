/** Turns stretches of words into text runs, taking them apart where a rule stands between or a line crosses out words. */
import type { Box } from '@docket/model/geometry';
import type { TextRun } from '../../content.ts';
import { type Matrix, transformBox } from './matrix.ts';
import type { PaintedLine } from './ruled-lines.ts';
import { type Stretch, type Word, closeLetterSpacing } from './text-lines.ts';

/** Where a crossing-out passes: above the baseline, in parts of the size. */
const CROSSING = { lowest: 0.12, highest: 0.55, thickest: 0.2, coverage: 0.6 };

/** Runs in the order of the stretches. Text outside the page and letters painted twice are left out. */
export function toTextRuns(
  stretches: readonly Stretch[],
  lines: readonly PaintedLine[],
  page: Box,
): TextRun[] {
  const vertical = lines.filter((line) => line.x1 === line.x2 || line.x2 - line.x1 < line.y2 - line.y1);
  const horizontal = lines.filter((line) => line.x2 - line.x1 >= line.y2 - line.y1);
  const runs: TextRun[] = [];
  const printed = new Map<string, TextRun[]>();
  for (const stretch of stretches) {
    for (const part of splitStretch(stretch, vertical, horizontal)) {
      const run = toRun(stretch, part);
      if (isOutside(run.box, page)) continue;
      const same = printed.get(run.text) ?? [];
      const twin = same.find((other) => isTwin(other, run));
      if (twin !== undefined) {
        twin.bold = true;
        continue;
      }
      printed.set(run.text, [...same, run]);
      runs.push(run);
    }
  }
  return runs;
}

interface Part {
  words: Word[];
  struck: boolean;
}

function splitStretch(
  stretch: Stretch,
  vertical: readonly PaintedLine[],
  horizontal: readonly PaintedLine[],
): Part[] {
  const parts: Part[] = [];
  const upright = stretch.direction.cos > 0.99;
  for (const word of closeLetterSpacing(stretch.words)) {
    const struck = upright && horizontal.some((line) => crossesOut(line, word, stretch));
    const part = parts.at(-1);
    const last = part?.words.at(-1);
    const apart =
      last !== undefined && upright && vertical.some((line) => isBetween(line, last, word, stretch));
    if (part === undefined || part.struck !== struck || apart) parts.push({ words: [word], struck });
    else part.words.push(word);
  }
  return parts;
}

function crossesOut(line: PaintedLine, word: Word, { baseline, style }: Stretch): boolean {
  const height = (baseline - line.y1) / style.size;
  if (height < CROSSING.lowest || height > CROSSING.highest) return false;
  if (line.width > CROSSING.thickest * style.size) return false;
  const shared = Math.min(line.x2, word.end) - Math.max(line.x1, word.start);
  return shared >= CROSSING.coverage * (word.end - word.start);
}

function isBetween(line: PaintedLine, before: Word, after: Word, { baseline, style }: Stretch): boolean {
  const middle = baseline - 0.3 * style.size;
  const slack = 0.05 * style.size;
  return (
    line.x1 >= before.end - slack && line.x1 <= after.start + slack && line.y1 <= middle && line.y2 >= middle
  );
}

function toRun({ style, direction, baseline }: Stretch, { words, struck }: Part): TextRun {
  const start = words[0]?.start ?? 0;
  const end = words.at(-1)?.end ?? start;
  const { cos, sin } = direction;
  const turn: Matrix = [cos, sin, -sin, cos, 0, 0];
  const box = transformBox(
    turn,
    start,
    baseline - style.ascent * style.size,
    end,
    baseline - style.descent * style.size,
  );
  return {
    text: words.map((word) => word.text).join(' '),
    box: { x: round(box.x), y: round(box.y), width: round(box.width), height: round(box.height) },
    size: round(style.size),
    bold: style.bold,
    italic: style.italic,
    color: style.color,
    struck,
    confidence: 1,
  };
}

function isOutside(box: Box, page: Box): boolean {
  const x = box.x + box.width / 2;
  const y = box.y + box.height / 2;
  return x < page.x || y < page.y || x > page.x + page.width || y > page.y + page.height;
}

/** The same words a hair's breadth apart: a shadow, or bold type made by printing twice. */
function isTwin(one: TextRun, other: TextRun): boolean {
  const near = 0.2 * one.size;
  return Math.abs(one.box.x - other.box.x) < near && Math.abs(one.box.y - other.box.y) < near;
}

const round = (value: number) => Math.round(value * 100) / 100;
