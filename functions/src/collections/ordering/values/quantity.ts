/** Reads numbers of pieces as people write them. Pure. */
import { parseNumber } from '../../understanding/values/price.ts';
import { squeeze } from '../../understanding/vocabulary/fold.ts';

const UNIT =
  /(?:pcs?|pieces?|units?|ea|each|pairs?|prs?|sets?|dozens?|packs?|pk|stk|stück|stueck|st|paar|pces?|pièces?|paires?|pz|pezzi|paia|capi|uds?|unidades|pares|piezas|шт|штук|пар|пары|件|个|個|双|条|套|枚|点|x|×|szt|adet)\.?/iu;
const WITH_UNIT = new RegExp(
  String.raw`^(?:[x×]\s*)?(?<sign>[-–−(]?)\s*(?<number>\d[\d.,'’\s ]*)\s*(?<close>\)?)\s*(?:${UNIT.source})?$`,
  'iu',
);

/**
 * The number that a cell of a quantity column says: "10 Stk", "6 pcs", "1,096", "x 4", "-2", "(3)". Null for everything
 * else, dashes and blanks among it.
 */
export function parseQuantity(text: string): number | null {
  const match = WITH_UNIT.exec(squeeze(text));
  if (match === null) return null;
  const { sign = '', number = '', close = '' } = match.groups ?? {};
  if ((sign === '(') !== (close === ')')) return null;
  const value = parseNumber(number.trim());
  if (value === null) return null;
  return sign === '' ? value : -value;
}
