/**
 * Compares the figures that an order prints with what was extracted: line totals, subtotals, totals. Figures that
 * contain taxes, freight or discounts are compared with these included, or not at all. Pure.
 */
import type { OrderCheck } from '@docket/model/order';
import type { Printed, RowEvent } from './printed-sums.ts';

type CheckKind = OrderCheck['kind'];

/** Rounding per line, in units of the currency. */
const ROUNDING = 0.01;
/** Labels of sums that contain more than the lines. */
const WITH_TAX =
  /inc(?:l|\.)|inkl|brutto|gross|ttc|ivato|with (?:vat|tax)|due|to pay|payable|zu zahlen|à payer|а оплате|к оплате|с ндс|含税/iu;

/** Sums of the lines read so far. */
interface Tally {
  quantity: number;
  amount: number;
  lines: number;
  /** Lines without a price: their amounts cannot be summed. */
  unpriced: number;
  cancelledQuantity: number;
  cancelledAmount: number;
  charges: number[];
  unknownCharges: boolean;
}

const emptyTally = (): Tally => ({
  quantity: 0,
  amount: 0,
  lines: 0,
  unpriced: 0,
  cancelledQuantity: 0,
  cancelledAmount: 0,
  charges: [],
  unknownCharges: false,
});

/** Checks the tables of a document one after the other. */
export class Checker {
  /** Sums of all tables so far. */
  readonly #all = emptyTally();

  /** Checks that the events of one table allow. */
  check(events: readonly RowEvent[]): OrderCheck[] {
    const checks: OrderCheck[] = [];
    const own = emptyTally();
    let since = emptyTally();
    let sinceTotal = emptyTally();
    for (const event of events) {
      if (event.kind === 'total') {
        const tallies = [since, sinceTotal, own, this.#all];
        checks.push(...checkTotal(event, tallies));
        since = emptyTally();
        if (event.scope === 'total' && event.label !== '') sinceTotal = emptyTally();
        continue;
      }
      for (const tally of [since, sinceTotal, own, this.#all]) add(tally, event);
      if (event.kind === 'line') checks.push(...checkLine(event));
    }
    return checks;
  }

  /**
   * Totals printed above tables, compared once all tables are known. One above the whole order must be right; of the
   * others only those are believed that are.
   */
  checkHeads(totals: readonly RowEvent[], isWhole: boolean): OrderCheck[] {
    return totals
      .flatMap((event) =>
        event.kind === 'total' ? checkTotal(event, [this.#all, this.#all, this.#all]) : [],
      )
      .filter(({ ok }) => ok || isWhole);
  }
}

function add(tally: Tally, event: Exclude<RowEvent, { kind: 'total' }>): void {
  if (event.kind === 'charge') {
    if (event.amount === null) tally.unknownCharges = true;
    else tally.charges.push(event.amount);
    return;
  }
  if (event.kind === 'cancelled') {
    tally.cancelledQuantity += event.quantity;
    tally.cancelledAmount += event.amount ?? 0;
    return;
  }
  tally.quantity += event.quantity;
  tally.lines += 1;
  if (event.amount === null) tally.unpriced += 1;
  else tally.amount += event.amount;
}

function checkLine(event: Extract<RowEvent, { kind: 'line' }>): OrderCheck[] {
  const { quantity, amount, label, printedQuantity, printedAmount } = event;
  const checks: OrderCheck[] = [];
  if (printedQuantity !== null)
    checks.push(checkOf('quantity', 'line', label, printedQuantity, quantity, 1e-6));
  if (printedAmount !== null && amount !== null)
    checks.push(checkOf('amount', 'line', label, printedAmount, amount, ROUNDING));
  return checks;
}

function checkOf(
  kind: CheckKind,
  scope: OrderCheck['scope'],
  label: string,
  printed: Printed,
  extracted: number,
  tolerance: number,
): OrderCheck {
  const ok = Math.abs(printed.value - extracted) <= tolerance + 1e-9;
  return {
    kind,
    scope,
    label,
    printed: printed.value,
    extracted: round(extracted),
    ok,
    place: printed.place,
  };
}

const round = (value: number): number => Math.round(value * 1e4) / 1e4;

/** A total sums up the lines since the last one, or all of them: the figure itself tells, and else the label does. */
function checkTotal(event: Extract<RowEvent, { kind: 'total' }>, tallies: readonly Tally[]): OrderCheck[] {
  const checks: OrderCheck[] = [];
  const { scope, label, quantity, amount } = event;
  if (quantity !== null) {
    const check = bestCheck('quantity', scope, label, quantity, tallies);
    if (check !== null && (check.ok || label !== '')) checks.push(check);
  }
  if (amount !== null) {
    const check = bestCheck('amount', scope, label, amount, tallies);
    if (check !== null && (check.ok || label !== '')) checks.push(check);
  }
  return checks;
}

function bestCheck(
  kind: CheckKind,
  scope: 'subtotal' | 'total',
  label: string,
  printed: Printed,
  tallies: readonly Tally[],
): OrderCheck | null {
  const options = tallies.flatMap((tally) => sumsOfTally(tally, kind));
  const right = options.find(({ value, tolerance }) => Math.abs(value - printed.value) <= tolerance + 1e-9);
  if (right !== undefined) return checkOf(kind, scope, label, printed, right.value, right.tolerance);
  const main = scope === 'subtotal' ? tallies[0] : tallies[2];
  if (main === undefined || main.lines === 0) return null;
  const isOpen =
    kind === 'amount' &&
    (main.unpriced > 0 || main.charges.length > 0 || main.unknownCharges || WITH_TAX.test(label));
  if (isOpen) return null;
  const extracted = kind === 'quantity' ? main.quantity : main.amount;
  return checkOf(kind, scope, label, printed, extracted, kind === 'quantity' ? 1e-6 : ROUNDING * main.lines);
}

/** The sums that a printed figure may be: of the lines, with cancelled ones, and with charges as far as they are known. */
function sumsOfTally(tally: Tally, kind: CheckKind): { value: number; tolerance: number }[] {
  if (tally.lines === 0) return [];
  if (kind === 'quantity')
    return [tally.quantity, tally.quantity + tally.cancelledQuantity].map((value) => ({
      value,
      tolerance: 1e-6,
    }));
  if (tally.unpriced > 0) return [];
  const tolerance = ROUNDING * tally.lines;
  const bases = [tally.amount, tally.amount + tally.cancelledAmount];
  const charges = tally.charges.reduce((sum, charge) => sum + charge, 0);
  const discounts = tally.charges.reduce((sum, charge) => sum - Math.abs(charge), 0);
  return bases.flatMap((base) =>
    [base, base + charges, base + discounts].map((value) => ({ value, tolerance })),
  );
}
