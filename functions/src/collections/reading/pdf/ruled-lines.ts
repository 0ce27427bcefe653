/** Finds the straight horizontal and vertical lines among the paths of a page: rules, frames, crossings-out. */
import type { RuledLine } from '../../content.ts';
import { scaleOf } from './matrix.ts';
import { type Corner, subpaths } from './subpaths.ts';
import type { PaintedPath } from './walk-page.ts';

/** A line with its width in points. Areas contribute their edges, with width 0. */
export interface PaintedLine extends RuledLine {
  width: number;
}

/** Shorter lines belong to drawings, not to tables. In points. */
const SHORTEST = 3;
/** Lines off the axis by no more than this are taken as straight. In points. */
const SLANT = 0.5;
/** A filled area no thicker than this is a line. In points. */
const THICKEST = 3;
/** A page with more lines is a drawing; the first ones are kept. */
const MOST_LINES = 6000;

export class LineCollector {
  readonly lines: PaintedLine[] = [];
  /** Curves met on the way. */
  curves = 0;
  readonly #seen = new Set<string>();

  add({ use, commands, state }: PaintedPath): void {
    const fill = use !== 'stroke';
    const color = fill ? state.fill_color : state.stroke_color;
    if (color === null && state.pattern === null) return;
    const width = fill ? 0 : state.line_width * Math.max(scaleOf(state.matrix).x, scaleOf(state.matrix).y);
    for (const corners of subpaths(commands, state.matrix)) {
      this.curves += corners.filter((corner) => corner.curved).length;
      const thin = fill ? asThinArea(corners) : null;
      if (thin !== null) this.#keep(thin);
      else this.#outline(corners, width);
    }
  }

  #outline(corners: readonly Corner[], width: number): void {
    for (const [index, corner] of corners.entries()) {
      const next = corners[index + 1];
      if (next === undefined || next.curved) continue;
      this.#keep({ x1: corner.x, y1: corner.y, x2: next.x, y2: next.y, width });
    }
  }

  #keep(line: PaintedLine): void {
    const dx = Math.abs(line.x2 - line.x1);
    const dy = Math.abs(line.y2 - line.y1);
    if (Math.max(dx, dy) < SHORTEST || Math.min(dx, dy) > SLANT || this.lines.length >= MOST_LINES) return;
    const straight: PaintedLine = {
      x1: round(Math.min(line.x1, line.x2)),
      y1: round(Math.min(line.y1, line.y2)),
      x2: round(Math.max(line.x1, line.x2)),
      y2: round(Math.max(line.y1, line.y2)),
      width: round(line.width),
    };
    const key = `${straight.x1} ${straight.y1} ${straight.x2} ${straight.y2}`;
    if (this.#seen.has(key)) return;
    this.#seen.add(key);
    this.lines.push(straight);
  }
}

/** The middle line of a filled area that is as thin as a line. */
function asThinArea(corners: readonly Corner[]): PaintedLine | null {
  if (corners.length < 4 || corners.length > 5 || corners.some((corner) => corner.curved)) return null;
  const xs = corners.map((corner) => corner.x);
  const ys = corners.map((corner) => corner.y);
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const [width, height] = [right - left, bottom - top];
  if (Math.min(width, height) > THICKEST || Math.max(width, height) < 2 * Math.min(width, height))
    return null;
  if (height <= width) {
    const y = (top + bottom) / 2;
    return { x1: left, y1: y, x2: right, y2: y, width: height };
  }
  const x = (left + right) / 2;
  return { x1: x, y1: top, x2: x, y2: bottom, width };
}

const round = (value: number) => Math.round(value * 100) / 100;
