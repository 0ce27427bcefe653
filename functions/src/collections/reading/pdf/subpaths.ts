/** The corners of a constructed path, on the page. */
import { type Matrix, transformPoint } from './matrix.ts';

export interface Corner {
  x: number;
  y: number;
  /** Reached by a curve. */
  curved: boolean;
}

/** pdf.js writes paths as numbers: a code, then as many coordinates as the code says. */
const COORDINATES = [2, 2, 6, 4, 0];
const MOVE = 0;
const LINE = 1;
const CLOSE = 4;

/** One list for each part of the path that was begun anew. Closed parts end where they begin. */
export function subpaths(commands: Float32Array, matrix: Matrix): Corner[][] {
  const paths: Corner[][] = [];
  let current: Corner[] = [];
  for (let at = 0; at < commands.length; ) {
    const code = commands[at] ?? CLOSE;
    const count = COORDINATES[code] ?? 0;
    if (code === CLOSE) {
      const [first] = current;
      if (first !== undefined) current.push({ ...first, curved: false });
    } else {
      const point = transformPoint(matrix, commands[at + count - 1] ?? 0, commands[at + count] ?? 0);
      if (code === MOVE) {
        current = [];
        paths.push(current);
      }
      current.push({ ...point, curved: code !== MOVE && code !== LINE });
    }
    at += count + 1;
  }
  return paths;
}
