/** Reads the one colour of an order's line with its code: "Pink (420)", "124 Camel", "BLK - Black". Pure. */
import { colorWithCode } from '../../understanding/values/colors.ts';
import { squeeze } from '../../understanding/vocabulary/fold.ts';

/** A colour's name and code, as printed. */
export interface OrderColor {
  color: string | null;
  color_code: string | null;
}

/** The colour that a cell of a colour column names. A bare number is a code. */
export function colorOfCell(text: string): OrderColor {
  const printed = squeeze(text);
  if (printed === '') return { color: null, color_code: null };
  const { name, code } = colorWithCode(printed);
  if (code === null) return { color: printed, color_code: null };
  return { color: name === '' ? null : name, color_code: code };
}
