/** Decides which columns say what of vehicles. Pure. */
import type { PartRole } from '@docket/model/fitment/part-tables';
import { percent } from '../../../collections/ordering/columns/decision.ts';
import { fold } from '../../../collections/understanding/vocabulary/fold.ts';
import { dividedHeader } from '../rows/named-values.ts';
import type { PartWord } from '../words/part-words.ts';
import type { PartDecisions } from './part-decisions.ts';
import type { PartFacts } from './part-facts.ts';

/** From this share of a header's words on, it is taken at its word. */
export const STRONG = 0.6;

/** What the header says, when it says it clearly. */
export function wordOf({ meaning }: PartFacts): PartWord | null {
  return meaning !== null && meaning.strength >= STRONG ? meaning.role : null;
}

/** How sure a header alone makes, 0.5–0.95. */
export function headerSureness({ meaning }: PartFacts): number {
  return meaning === null ? 0.5 : 0.5 + 0.45 * meaning.strength;
}

/** Words that are roles as they stand, of which a table has one each. */
const SINGLE = ['make', 'model', 'years', 'year_from', 'year_to', 'submodel', 'engine', 'position'] as const;

const VEHICLE_WORDS: readonly PartWord[] = ['make', 'model', 'brand', 'vehicle'];

/** Decides the columns of vehicles by their headers. */
export function decideVehicles(columns: readonly PartFacts[], decisions: PartDecisions): void {
  for (const column of columns) {
    if (column.named > 0.5 || (dividedHeader(column.header) !== null && column.filled > 0)) {
      const reason =
        column.named > 0.5 ? `${percent(column.named)} spell out vehicles` : 'it names what its cells hold';
      decisions.set(column, 'vehicle', 0.95, reason);
    }
  }
  decideYears(columns, decisions);
  for (const word of SINGLE) takeBest(columns, decisions, word);
  decideBrand(columns, decisions);
  decideType(columns, decisions);
  for (const column of columns)
    if (wordOf(column) === 'vehicle') decisions.set(column, 'vehicle', headerSureness(column));
}

/** Years begin and end in pairs. "From" and "To" by themselves head many things: there must be years, and vehicles. */
function decideYears(columns: readonly PartFacts[], decisions: PartDecisions): void {
  const hasVehicles = columns.some((column) => VEHICLE_WORDS.some((word) => wordOf(column) === word));
  for (const column of columns) {
    const word = wordOf(column);
    if (word !== 'years' && word !== 'year_from' && word !== 'year_to') continue;
    const isNamed = hasVehicles || /year|jahr|\bbj\b|ann[ée]e|a[ñn]o/iu.test(column.heading);
    if (column.filled > 0 && column.years < 0.4)
      decisions.set(column, column.prose > 0.4 ? 'notes' : 'ignored', 0.6, 'but its cells are no years');
    else if (!isNamed)
      decisions.set(column, 'ignored', 0.6, 'but nothing says that they are those of vehicles');
  }
  const pair = columns.filter((column) => wordOf(column) === 'years' && decisions.isOpen(column));
  const [first, second] = pair;
  if (pair.length === 2 && first !== undefined && second !== undefined && first.singleYears > 0.8) {
    if (second.singleYears > 0.8 && !columns.some((column) => wordOf(column) === 'year_from')) {
      decisions.set(first, 'year_from', 0.75, 'the next column has years as well');
      decisions.set(second, 'year_to', 0.75, 'the column before has years as well');
    }
  }
}

/** Of several columns for one role the one whose header says so most clearly and that has most cells. */
function takeBest(
  columns: readonly PartFacts[],
  decisions: PartDecisions,
  word: (typeof SINGLE)[number],
): void {
  const ranked = columns
    .filter((column) => wordOf(column) === word && decisions.isOpen(column))
    .sort((left, right) => worth(right) - worth(left));
  const [best, ...others] = ranked;
  if (best === undefined) return;
  if (word === 'model' && !isModelOfVehicle(best, columns)) {
    if (best.codes > 0.5 && best.distinct > 0.9) return;
    decisions.set(best, 'model', 0.55, 'no column has makes or years');
  } else if (word === 'position' && best.positions < 0.1 && !fold(best.header).startsWith('posi')) {
    decisions.set(best, 'ignored', 0.6, 'but its cells name no place on a vehicle');
  } else {
    decisions.set(best, word, best.filled === 0 ? 0.5 : headerSureness(best), ...looksOf(best, word));
  }
  for (const other of others) {
    if (word === 'model' && RANGE.test(best.heading) && !decisions.has('submodel'))
      decisions.set(other, 'submodel', 0.7, `“${best.heading}” holds the models`);
    decisions.set(other, 'ignored', 0.6, `“${best.heading}” says it already`);
  }
}

/** Where there are ranges, what is called a model is a version of one. */
const RANGE = /range|reihe|series|gamme/iu;

const worth = ({ meaning, share, filled, heading }: PartFacts): number =>
  (meaning?.strength ?? 0) +
  0.3 * share +
  (filled > 0 ? 0.5 : 0) +
  (meaning?.role === 'model' && RANGE.test(heading) ? 0.4 : 0);

function looksOf(column: PartFacts, word: PartRole): string[] {
  if (word === 'make' && column.makes > 0) return [`${percent(column.makes)} are well known makes`];
  return word === 'years' && column.years > 0 ? [`${percent(column.years)} are years`] : [];
}

/** A model without makes and years beside it may be one of the part. */
const isModelOfVehicle = (model: PartFacts, columns: readonly PartFacts[]): boolean =>
  columns.some(
    (column) =>
      column.index !== model.index &&
      (['make', 'years', 'year_from'].some((word) => wordOf(column) === word) ||
        (wordOf(column) === 'brand' && column.makes >= 0.2)),
  );

/** "Marke" and "Manufacturer" are makes of vehicles where the cells say so, or where a model stands beside them alone. */
function decideBrand(columns: readonly PartFacts[], decisions: PartDecisions): void {
  const brands = columns
    .filter((column) => wordOf(column) === 'brand' && decisions.isOpen(column))
    .sort((left, right) => right.makes - left.makes);
  const [best] = brands;
  if (best !== undefined && best.makes >= 0.2 && !decisions.has('make')) {
    decisions.set(
      best,
      'make',
      0.6 + 0.3 * best.makes,
      `${percent(best.makes)} are well known makes of vehicles`,
    );
  }
  for (const brand of brands) decisions.set(brand, 'ignored', 0.8, 'it names who made the part');
}

/** "Typ" beside a model is what the trade calls its version. */
function decideType(columns: readonly PartFacts[], decisions: PartDecisions): void {
  if (!decisions.has('model')) return;
  for (const column of columns) {
    const isVersion = wordOf(column) === 'type' && /^(?:typ|tipo)$/iu.test(column.header);
    if (isVersion && !decisions.has('submodel')) decisions.set(column, 'submodel', 0.7, 'beside a model');
  }
}
