/** Decides which columns hold part numbers: one of a list of parts, many of a matrix of vehicles. Pure. */
import type { PartLayout } from '@docket/model/fitment/part-tables';
import { percent } from '../../../collections/ordering/columns/decision.ts';
import { fold } from '../../../collections/understanding/vocabulary/fold.ts';
import type { PartWord } from '../words/part-words.ts';
import { positionIn } from '../words/position-words.ts';
import type { PartDecisions } from './part-decisions.ts';
import type { PartFacts } from './part-facts.ts';
import { headerSureness, wordOf } from './vehicle-roles.ts';

/** Words for numbers, the surest first. */
const NUMBER_WORDS: readonly PartWord[] = ['part_number', 'article_number', 'record_number'];
/** A column of codes has at least this mean likeness. */
const CODES = 0.4;

/** Decides, and says how the table is laid out. */
export function decideNumbers(columns: readonly PartFacts[], decisions: PartDecisions): PartLayout {
  for (const column of columns) {
    if (wordOf(column) === 'foreign_number')
      decisions.set(column, 'ignored', 0.85, 'it holds numbers of others, or of lists');
    else if (column.counts) decisions.set(column, 'ignored', 0.8, 'its cells count the rows');
  }
  const said = columns.filter(({ index }) => decisions.get(index)?.role === 'part_number').length;
  const hasVehicles =
    (decisions.has('vehicle') && !columns.some(isTitled)) ||
    (decisions.has('make', 'model') && decisions.has('make', 'years', 'year_from'));
  const named = columns.filter((column) => decisions.isOpen(column) && isNamedNumber(column, columns));
  const clear = named.filter(
    ({ heading, meaning }) => meaning?.role !== 'record_number' && positionIn(heading) === '',
  );
  const spread =
    hasVehicles && (clear.length === 0 || repeatHeader(clear)) ? spreadNumbers(columns, decisions) : [];
  if (spread.length >= 2) {
    for (const column of spread) {
      const sure = Math.min(0.95, 0.55 + 0.4 * column.codes);
      decisions.set(
        column,
        'part_number',
        sure,
        `beside vehicles, ${percent(column.codes)} like part numbers`,
      );
    }
    return 'matrix';
  }
  if (said === 0) decideOne(columns, named, decisions);
  for (const column of named) decisions.set(column, 'ignored', 0.6, 'another column holds the part numbers');
  return said > 1 ? 'matrix' : 'rows';
}

/** Without a text beside it, a number of a record may be that of a vehicle. */
const isTitled = (column: PartFacts): boolean =>
  ['title', 'name', 'kind', 'description', 'notes'].some((word) => wordOf(column) === word);

/** A header that names numbers over cells that are no prose: "Part" and "Item" head names as well. */
function isNamedNumber(column: PartFacts, columns: readonly PartFacts[]): boolean {
  const word = wordOf(column);
  if (word === null || !NUMBER_WORDS.includes(word)) return false;
  if (word === 'record_number' && !columns.some(isTitled)) return false;
  return column.filled === 0 || column.prose < 0.5 || column.codes > 0.4;
}

/** "Part No." over several columns: of the front, of the rear. */
const repeatHeader = (columns: readonly PartFacts[]): boolean =>
  columns.length > 1 && new Set(columns.map(({ header }) => fold(header))).size === 1;

/** The columns of a matrix: what looks like part numbers, kits made of others set aside. */
function spreadNumbers(columns: readonly PartFacts[], decisions: PartDecisions): PartFacts[] {
  for (const column of columns) {
    if (!decisions.isOpen(column) || column.composed < 0.6) continue;
    decisions.set(column, 'ignored', 0.8, 'its cells are made up of other numbers');
    const before = columns[column.index - 1];
    if (before !== undefined && isKit(before))
      decisions.set(before, 'ignored', 0.7, 'it numbers kits made up of the parts beside them');
  }
  return columns.filter((column) => {
    if (!decisions.isOpen(column) || column.codes < CODES) return false;
    const word = wordOf(column);
    return word === null || NUMBER_WORDS.includes(word) || word === 'name' || word === 'kind';
  });
}

const isKit = ({ heading }: PartFacts): boolean =>
  /(?:^|[^\p{L}])(?:kits?|sets?|bundles?|satz|sätze|jeux?|juegos?)(?![\p{L}])/iu.test(heading);

/** One column names the parts: by its header, else by its cells. */
function decideOne(
  columns: readonly PartFacts[],
  named: readonly PartFacts[],
  decisions: PartDecisions,
): void {
  const [best] = named.toSorted((left, right) => worth(right) - worth(left));
  if (best !== undefined) {
    const looks = best.codes > 0.3 ? [`${percent(best.codes)} like part numbers`] : [];
    const sure = headerSureness(best) - (best.meaning?.role === 'record_number' ? 0.25 : 0);
    decisions.set(best, 'part_number', best.filled === 0 ? 0.5 : sure, ...looks);
    return;
  }
  const [likeliest] = columns
    .filter(
      (column) => decisions.isOpen(column) && (column.meaning?.strength ?? 0) < 0.6 && column.filled > 0,
    )
    .map((column) => ({ column, fit: column.codes * (0.5 + 0.5 * column.distinct) }))
    .sort((left, right) => right.fit - left.fit);
  if (likeliest === undefined || likeliest.fit < 0.35) return;
  const { column, fit } = likeliest;
  decisions.set(
    column,
    'part_number',
    Math.min(0.75, 0.4 + 0.4 * fit),
    `${percent(column.codes)} like part numbers`,
  );
}

const worth = ({ meaning, codes, share, filled }: PartFacts): number => {
  const rank = meaning === null ? 0 : 3 - NUMBER_WORDS.indexOf(meaning.role);
  return rank + 0.5 * (meaning?.strength ?? 0) + 0.3 * codes + 0.4 * share - (filled === 0 ? 4 : 0);
};
