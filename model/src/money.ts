/** Amounts of money as numbers. Pure. */

/** Decimal digits that a sum or product of amounts is sure of; behind them are the errors of binary fractions. */
const SURE_DIGITS = 14;

/** `amount` to the cent, a half one rounded up: 8.9325 × 58 is 518.09, although the processor says 518.08499…. */
export function roundedToCents(amount: number): number {
  return Math.round(Number((amount * 100).toPrecision(SURE_DIGITS))) / 100;
}
