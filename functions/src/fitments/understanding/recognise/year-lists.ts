/** Years and lists of years where they stand: "2012 2013 2014", "2005-2007, 2009", "05 Civic". Pure. */
import type { VehicleIndex } from '../../vehicles/vehicle-index.ts';
import type { TokenText } from '../text/tokens.ts';
import { LIST_WORDS } from '../vocabulary/year-words.ts';
import type { YearsItem } from './items.ts';
import type { NameContext } from './name-types.ts';
import { nameAt } from './names.ts';
import { type YearStatement, yearStatement } from './years.ts';

/** The years that begin at a token, with all that follow them in one list; null for none. */
export function yearsAt(
  text: TokenText,
  at: number,
  vehicles: VehicleIndex,
  context: NameContext,
): Omit<YearsItem, 'kind'> | null {
  const first = yearStatement(text, at, vehicles.lastYear);
  if (first === null) return shortList(text, at, vehicles);
  if (first.is_weak && first.is_single) {
    return shortList(text, at, vehicles) ?? shortYear(text, first, vehicles, context);
  }
  if (first.is_weak && isAfterCode(text, at)) return null;
  const statements = [first];
  for (;;) {
    const last = statements.at(-1) ?? first;
    const next = nextOfList(text, last, vehicles.lastYear);
    if (next === null) break;
    statements.push(next);
  }
  return { statements: meet(statements), start: at, end: statements.at(-1)?.end ?? first.end };
}

/** The statement that goes on a list; null when the list ends, or when what follows rather begins another. */
function nextOfList(text: TokenText, last: YearStatement, lastYear: number): YearStatement | null {
  let at = last.end;
  let joins = 0;
  while (joins < 2 && isListSign(text, at)) {
    at += 1;
    joins += 1;
  }
  const next = yearStatement(text, at, lastYear);
  if (next === null) return null;
  // "2016 17 18", and "2011-14, 16-18".
  const isNextYear = next.is_single && last.is_single && next.from === (last.to ?? 0) + 1;
  if (next.is_weak && !isNextYear && (next.is_single || !last.is_short)) return null;
  if (isOpen(last) && isOpen(next)) return next;
  if (isOpen(last) || isOpen(next)) return null;
  const isForward = (last.to ?? 0) < (next.from ?? 0);
  const isSame = last.from === next.from && last.to === next.to;
  return isForward || isSame || (last.is_single && next.is_single) ? next : null;
}

const isOpen = ({ from, to }: YearStatement) => from === null || to === null;

function isListSign({ tokens }: TokenText, at: number): boolean {
  const token = tokens[at];
  if (token?.kind === 'word') return LIST_WORDS.has(token.word);
  return token !== undefined && [',', '/', '+'].includes(token.word);
}

/** "from 2005" and "up to 2015" beside each other are one range. */
function meet(statements: readonly YearStatement[]): readonly YearStatement[] {
  const [first, second] = statements;
  if (first === undefined || second === undefined || statements.length !== 2) return statements;
  if (!isOpen(first) || !isOpen(second)) return statements;
  const from = first.from ?? second.from;
  const to = first.to ?? second.to;
  if (from === null || to === null || (first.from === null) === (second.from === null)) return statements;
  return [{ ...first, from, to, end: second.end }];
}

/** "04 05 06" and "04, 05, 06": years of two figures, each one after the one before. */
function shortList(text: TokenText, at: number, vehicles: VehicleIndex): Omit<YearsItem, 'kind'> | null {
  const statements: YearStatement[] = [];
  let place = at;
  for (;;) {
    const next = yearStatement(text, place, vehicles.lastYear);
    const last = statements.at(-1);
    if (next === null || !next.is_single || !next.is_short) break;
    if (last !== undefined && next.from !== (last.from ?? 0) + 1) break;
    statements.push(next);
    place = isListSign(text, next.end) ? next.end + 1 : next.end;
  }
  const last = statements.at(-1);
  if (last === undefined || statements.length < 3 - Number(statements.some((each) => !each.is_weak)))
    return null;
  return { statements, start: at, end: last.end };
}

/** "05 Honda Civic" and "Civic 05": one year of two figures, right before a make or right after a model. */
function shortYear(
  text: TokenText,
  year: YearStatement,
  vehicles: VehicleIndex,
  context: NameContext,
): Omit<YearsItem, 'kind'> | null {
  const name = nameAt(text, year.end, vehicles, { ...context, is_after_years: true });
  const isBeforeVehicle =
    name !== null && (name.kind === 'make' || (name.kind === 'model' && name.is_written));
  if (!isBeforeVehicle || text.tokens[year.start]?.glued === true) return null;
  return { statements: [year], start: year.start, end: year.end };
}

/** "GT-12-15". */
function isAfterCode({ tokens }: TokenText, at: number): boolean {
  const before = tokens[at - 1];
  return before?.kind === 'sign' && '-/x'.includes(before.word) && before.glued && tokens[at]?.glued === true;
}
