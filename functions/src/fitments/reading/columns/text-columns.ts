/** Decides which columns hold the title and the further texts of parts. Pure. */
import { percent } from '../../../collections/ordering/columns/decision.ts';
import type { PartWord } from '../words/part-words.ts';
import type { PartDecisions } from './part-decisions.ts';
import type { PartFacts } from './part-facts.ts';
import { headerSureness, wordOf } from './vehicle-roles.ts';

/** Headers of texts, those that title best first. */
const TITLES: readonly PartWord[] = ['title', 'name', 'description', 'kind', 'part_number', 'article_number'];

/** Decides by header: the best is the title; what says more is further text. */
export function decideTexts(columns: readonly PartFacts[], decisions: PartDecisions): void {
  const titles = columns
    .filter((column) => decisions.isOpen(column) && TITLES.some((word) => wordOf(column) === word))
    .sort((left, right) => rankOf(right) - rankOf(left));
  for (const column of titles) {
    const isTitle = !decisions.has('description') && column.filled > 0;
    if (isTitle) decisions.set(column, 'description', headerSureness(column));
    else if (wordOf(column) === 'kind')
      decisions.set(column, 'ignored', 0.6, 'it says of what kind the part is');
    else decisions.set(column, 'notes', headerSureness(column));
  }
  for (const column of columns) {
    const word = wordOf(column);
    if (word === 'notes') decisions.set(column, 'notes', headerSureness(column));
    else if (word === 'type') decisions.set(column, 'notes', 0.6);
    else if (word === 'other' || word === 'model' || word === 'record_number')
      decisions.set(column, 'ignored', headerSureness(column));
  }
}

function rankOf(column: PartFacts): number {
  const word = wordOf(column);
  return (
    (word === null ? 0 : TITLES.length - TITLES.indexOf(word)) + column.share - (column.filled === 0 ? 9 : 0)
  );
}

/** What is left without a known header: the longest texts are the title, other long ones further text. */
export function decideLeftOver(columns: readonly PartFacts[], decisions: PartDecisions): void {
  const prose = columns
    .filter((column) => decisions.isOpen(column) && column.prose > 0.5 && column.length > 8)
    .sort((left, right) => richness(right) - richness(left));
  for (const column of prose) {
    const reason = `${percent(column.prose)} are texts of several words`;
    if (!decisions.has('description')) decisions.set(column, 'description', 0.6, reason);
    else if (column.length > 20) decisions.set(column, 'notes', 0.55, reason);
  }
  for (const column of columns) {
    const why = column.filled === 0 ? 'its cells are empty' : 'nothing in it that a part needs';
    decisions.set(column, 'ignored', column.filled === 0 ? 0.9 : 0.6, why);
  }
}

const richness = ({ length, distinct, share }: PartFacts): number =>
  Math.min(length, 60) * (0.3 + distinct) * share;

/** Without headers, vehicles are known by their makes and years. */
export function decideVehiclesByContent(columns: readonly PartFacts[], decisions: PartDecisions): void {
  const open = (): PartFacts[] =>
    columns.filter((column) => decisions.isOpen(column) && wordOf(column) === null && column.filled > 0);
  const [make] = open()
    .filter(({ makes }) => makes >= 0.5)
    .sort((left, right) => right.makes - left.makes);
  if (make !== undefined && !decisions.has('make'))
    decisions.set(make, 'make', 0.5 + 0.3 * make.makes, `${percent(make.makes)} are well known makes`);
  if (!decisions.has('years', 'year_from')) {
    const [first, second] = open().filter(({ years, dates }) => years - dates > 0.7);
    const isPair =
      first !== undefined &&
      second?.index === first.index + 1 &&
      Math.min(first.singleYears, second.singleYears) > 0.8;
    if (first !== undefined && second !== undefined && isPair) {
      decisions.set(first, 'year_from', 0.65, 'years, with years beside them');
      decisions.set(second, 'year_to', 0.65, 'years, with years beside them');
    } else if (first !== undefined) {
      decisions.set(first, 'years', 0.7, `${percent(first.years)} are years`);
    }
  }
  const beside = make === undefined ? undefined : columns[make.index + 1];
  if (
    beside !== undefined &&
    !decisions.has('model') &&
    wordOf(beside) === null &&
    beside.length < 25 &&
    beside.filled > 0
  )
    decisions.set(beside, 'model', 0.6, 'beside the makes');
}
