/** Reads pieces by size out of one cell: "S-2, M-3, L-1". Pure. */
import { sizeOfHeading } from './size-heading.ts';

/** Pieces of one size. */
export interface SizedPieces {
  size: string;
  quantity: number;
}

const PAIR = /^(?<size>\p{L}{1,4}|\d[xX]\p{L}{1,2}|\d{2,3})\s*[-:=x×*/(]?\s*(?<quantity>\d{1,4})\)?$/u;

/**
 * The sizes and pieces that a text lists; null when it does not, or when they do not come to `total`. Letters may stand
 * right before their number, numbers need a sign between: "S2 M4", "38:2 39:4".
 */
export function parseAssortment(text: string, total: number): SizedPieces[] | null {
  const tokens = text
    .replace(/\s*([-:=x×*/(])\s*/gu, '$1')
    .split(/[,;|\s]+/u)
    .filter((token) => token !== '');
  const pieces = tokens.flatMap((token): SizedPieces[] => {
    const { size, quantity } = PAIR.exec(token)?.groups ?? {};
    if (size === undefined || quantity === undefined || sizeOfHeading(size) === null) return [];
    const isGlued = /^\d+$/u.test(token);
    return isGlued ? [] : [{ size, quantity: Number(quantity) }];
  });
  const sum = pieces.reduce((all, { quantity }) => all + quantity, 0);
  return pieces.length >= 2 && pieces.length === tokens.length && sum === total ? pieces : null;
}
