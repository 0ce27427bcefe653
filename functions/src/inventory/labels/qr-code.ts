/** QR codes as shapes. */
import type { Box } from '@docket/model/geometry';
import { encode } from 'uqr';

/** Modules of white that readers need around a code, as its standard says. */
const QUIET = 4;

/**
 * The dark parts of the QR code of `content` in a square with the edge `size` at `x`, `y`, its white border within. Modules beside
 * each other are one rectangle. A seventh of the code may be soiled or torn off.
 */
export function qrShapes(content: string, { x, y, size }: { x: number; y: number; size: number }): Box[] {
  const { data } = encode(content, { ecc: 'M', border: QUIET });
  const module = size / data.length;
  return data.flatMap((row, index) =>
    darkRuns(row).map(({ first, length }) => ({
      x: x + first * module,
      y: y + index * module,
      width: length * module,
      height: module,
    })),
  );
}

function darkRuns(row: readonly boolean[]): { first: number; length: number }[] {
  const runs: { first: number; length: number }[] = [];
  for (const [index, dark] of row.entries()) {
    const last = runs.at(-1);
    if (!dark) continue;
    if (last !== undefined && last.first + last.length === index) last.length += 1;
    else runs.push({ first: index, length: 1 });
  }
  return runs;
}
