/** The rows of the list of parts, and which of them are looked for. Pure. */
import type { Part } from '@docket/model/fitment/part';
import type { GivenVehicle } from '@docket/model/fitment/part-text';
import { LIMITS } from '@docket/model/limits';
import type { StoredPart } from '../../../data/fitment-records.ts';

/** A part as it is listed. */
export interface PartRow {
  id: string;
  part: Part;
  /** All further text in one. */
  further: string;
  /** What columns say of its vehicles, in short. */
  vehicles: string;
  /** What the search looks at, in lower case. */
  haystack: string;
}

/** A vehicle as a person reads it: "2005-2010 Ford F-150 XLT, 5.4L, Front". */
export function vehicleWords({ years, make, model, submodel, engine, position }: GivenVehicle): string {
  const said = (words: readonly string[], between: string) =>
    words.filter((word) => word.trim() !== '').join(between);
  return said([said([years, make, model, submodel], ' '), engine, position], ', ');
}

/** The first vehicle, and how many more there are. */
function vehiclesInShort([first, ...others]: readonly GivenVehicle[]): string {
  if (first === undefined) return '';
  const more = others.length === 0 ? '' : ` and ${others.length.toLocaleString('en')} more`;
  return `${vehicleWords(first)}${more}`;
}

function rowOf({ id, data }: StoredPart): PartRow {
  const further = data.texts.join(' · ');
  const named = data.given.map(vehicleWords).join(' ');
  return {
    id,
    part: data,
    further,
    vehicles: vehiclesInShort(data.given),
    haystack: `${data.part_number} ${data.description} ${further} ${named}`.toLowerCase(),
  };
}

const inOrder = new Intl.Collator('en', { numeric: true });

/**
 * Makes rows, those that were added last first, parts of one import by their numbers; those that have not changed since the
 * last time are the same objects.
 */
export function createRowMaker(): (parts: readonly StoredPart[]) => readonly PartRow[] {
  let before = new Map<string, PartRow>();
  return (parts) => {
    const rows = parts.map((stored) => {
      const known = before.get(stored.id);
      return known?.part === stored.data ? known : rowOf(stored);
    });
    before = new Map(rows.map((row) => [row.id, row]));
    return rows.toSorted(
      (a, b) =>
        b.part.created_at.getTime() - a.part.created_at.getTime() ||
        inOrder.compare(a.part.part_number, b.part.part_number),
    );
  };
}

/** The rows that have every word of the search somewhere. */
export function soughtRows(rows: readonly PartRow[], search: string): readonly PartRow[] {
  const words = search.toLowerCase().split(/\s+/u).filter(Boolean);
  if (words.length === 0) return rows;
  return rows.filter(({ haystack }) => words.every((word) => haystack.includes(word)));
}

/** "1 part", "1,200 parts". */
export function partsLabel(count: number): string {
  return count === 1 ? '1 part' : `${count.toLocaleString('en')} parts`;
}

/** What is selected of a list that is searched. */
export interface Chosen {
  /** In the order of the list; parts that are gone are not among them. */
  rows: readonly PartRow[];
  /** How many of them the search hides. */
  hidden: number;
  /** How many more the search shows. */
  unselected: number;
  /** Why no job can be made of them; null: it can. */
  block: string | null;
}

/** `shown` are those of the `rows` that the search finds. */
export function chosenOf(
  rows: readonly PartRow[],
  shown: readonly PartRow[],
  selected: ReadonlySet<string>,
): Chosen {
  const chosen = rows.filter(({ id }) => selected.has(id));
  const visible = shown.reduce((count, { id }) => count + Number(selected.has(id)), 0);
  return {
    rows: chosen,
    hidden: chosen.length - visible,
    unselected: shown.length - visible,
    block:
      chosen.length > LIMITS.partsPerJob
        ? `One job takes up to ${partsLabel(LIMITS.partsPerJob)}. Select fewer.`
        : null,
  };
}
