/** Reads single rows by what the columns of their table hold. */
import { LIMITS } from '@docket/model/limits';
import type { GivenVehicle } from '@docket/model/fitment/part-text';
import type { PartColumn, PartLayout, PartRole } from '@docket/model/fitment/part-tables';
import { cutText } from '@docket/model/cut-text';
import type { SheetCell, SheetRow } from '../../../collections/ordering/tables/sheet-rows.ts';
import { squeeze } from '../../../collections/understanding/vocabulary/fold.ts';
import { isLeftOver, isNoNumber, numbersIn } from '../columns/code-likeness.ts';
import type { SheetPartTable } from '../tables/part-table.ts';
import { positionIn } from '../words/position-words.ts';
import { type DividedHeader, dividedHeader, dividedVehicle, namedVehicles } from './named-values.ts';
import type { Said } from './part-gatherer.ts';
import { vehicleOfRow, yearsOf } from './vehicle-of-row.ts';

/** Texts that say that a column does not matter for the part. */
const ANY = /^(?:all|any|universal|n\/?a|none|alle|tous|toutes?|todos|todas|-+)$/iu;

/** A table with what its columns hold. */
export interface ReadableTable extends SheetPartTable {
  /** Its place among the tables of the file. */
  position: number;
  layout: PartLayout;
  roles: readonly PartColumn[];
}

/** A part number with the column that it stands in. */
export interface FoundNumber {
  number: string;
  column: PartColumn;
}

/** Reads rows by the columns of their table. */
export class RowReader {
  readonly #table: ReadableTable;
  readonly #byRole: ReadonlyMap<PartRole, readonly PartColumn[]>;
  readonly #divided: ReadonlyMap<number, DividedHeader>;

  constructor(table: ReadableTable) {
    this.#table = table;
    this.#byRole = Map.groupBy(table.roles, ({ role }) => role);
    const vehicles = this.#columns('vehicle').flatMap(({ index }) => {
      const divided = dividedHeader(table.columns[index]?.header ?? '');
      return divided === null ? [] : [[index, divided] as const];
    });
    this.#divided = new Map(vehicles);
  }

  /** The part numbers of a row with their columns. Leftovers of formulas are none. */
  numbers(row: SheetRow): FoundNumber[] {
    return this.#columns('part_number').flatMap((column) => {
      const text = numberText(row.cells.get(column.index));
      return isNoNumber(text) ? [] : numbersIn(text).map((number) => ({ number: squeeze(number), column }));
    });
  }

  /** A row that only adds vehicles to the part above it: everything that tells parts apart is empty. */
  continues(row: SheetRow): boolean {
    const columns = [...this.#columns('part_number'), ...this.#columns('description')];
    return this.#table.layout === 'rows' && columns.every(({ index }) => this.#text(row, index) === '');
  }

  hasContent(row: SheetRow): boolean {
    return this.#table.roles.some(({ index, role }) => role !== 'ignored' && this.#text(row, index) !== '');
  }

  whyWithout(row: SheetRow): string {
    const held = this.#columns('part_number').flatMap(({ index }) => row.cells.get(index)?.text ?? []);
    const [text] = held.filter((one) => one.trim() !== '');
    if (text !== undefined) return `“${cutText(squeeze(text), 40)}” is no part number`;
    return this.#table.layout === 'matrix' ? 'No part numbers in this row' : 'No part number in this row';
  }

  /** The vehicles that the row names in columns of their own or spells out in one. */
  vehicles(row: SheetRow, position = ''): GivenVehicle[] {
    const own = this.#yearsOfText(row) === '' ? vehicleOfRow((role) => this.#first(row, role)) : null;
    const spelt = this.#columns('vehicle', 'notes').flatMap(({ index }) => this.#speltOut(row, index));
    const all = own === null ? spelt : [own, ...spelt];
    if (position === '') return all;
    return all.map((vehicle) => ({ ...vehicle, position: joined(position, vehicle.position) }));
  }

  /** What the row says of the part in one of its columns of numbers. */
  said(row: SheetRow, column: PartColumn): Said {
    const isMatrix = this.#table.layout === 'matrix';
    const position = isMatrix ? positionIn(column.header) : '';
    const given = this.vehicles(row, position);
    const title = this.#first(row, 'description');
    const heading = isMatrix ? squeeze(column.header) : '';
    const years = this.#yearsOfText(row);
    const texts = this.#columns('notes', 'vehicle').flatMap(({ index, role }) => {
      const text = this.#text(row, index);
      if (text === '' || this.#speltOut(row, index).length > 0) return [];
      return [role === 'vehicle' && years !== '' ? `${years} ${text}` : text];
    });
    const lone = given.length > 0 ? [] : this.#loneTexts(row);
    if (heading === '') return { description: title, texts: [...texts, ...lone], given };
    return { description: heading, texts: [...(title === '' ? [] : [title]), ...texts, ...lone], given };
  }

  /** The years of a column of their own that belong to a vehicle in words, such as "Ford Focus"; '' where they do not. */
  #yearsOfText(row: SheetRow): string {
    const text = this.#first(row, 'vehicle');
    const isWhole = text === '' || this.#first(row, 'make') !== '' || this.#first(row, 'model') !== '';
    if (isWhole || /(?:19|20)\d{2}/u.test(text) || /[=|]/u.test(text)) return '';
    return yearsOf(this.#first(row, 'years'), this.#first(row, 'year_from'), this.#first(row, 'year_to'));
  }

  /** Without a vehicle, its engine and position are texts like any other. */
  #loneTexts(row: SheetRow): string[] {
    return this.#columns('submodel', 'engine', 'position')
      .map(({ index }) => this.#text(row, index))
      .filter((text) => text !== '' && !ANY.test(text));
  }

  #speltOut(row: SheetRow, column: number): GivenVehicle[] {
    const text = row.cells.get(column)?.text ?? '';
    if (text === '') return [];
    const divided = this.#divided.get(column);
    if (divided === undefined) return /[=:]/u.test(text) ? namedVehicles(text) : [];
    return text.split('\n').flatMap((line) => dividedVehicle(line, divided) ?? []);
  }

  #columns(...roles: readonly PartRole[]): PartColumn[] {
    return roles.flatMap((role) => this.#byRole.get(role) ?? []);
  }

  /** The first filled column of a role. */
  #first(row: SheetRow, role: PartRole): string {
    for (const { index } of this.#columns(role)) {
      const text = this.#text(row, index);
      if (text !== '') return text;
    }
    return '';
  }

  #text(row: SheetRow, column: number): string {
    const text = row.cells.get(column)?.text ?? '';
    if (text === '' || isEmpty(text)) return '';
    return cutText(squeeze(withoutMarkup(text)), LIMITS.partTextCharacters);
  }
}

const isEmpty = (text: string): boolean =>
  isLeftOver(text) && !/[\p{L}\p{N}]/u.test(text.replace(/^#.*/u, ''));

/** Shops keep texts as web pages: "<p>Fits Kia Rio</p>". */
function withoutMarkup(text: string): string {
  if (!/<\/?[a-z]/iu.test(text)) return text;
  return text
    .replaceAll(/<\/?[a-z][^<>]{0,500}>|&nbsp;/giu, ' ')
    .replaceAll(/&amp;/giu, '&')
    .replaceAll(/&quot;/giu, '"');
}

const joined = (one: string, other: string): string =>
  other === '' || other.toLowerCase() === one.toLowerCase() ? one : `${one} ${other}`;

/** A long number keeps its digits, whatever signs its format puts between them. */
function numberText(cell: SheetCell | undefined): string {
  if (cell === undefined) return '';
  const { text, number } = cell;
  const isGrouped =
    number !== null && Number.isSafeInteger(number) && /^\d{1,3}(?:[.,' \u00a0]\d{3})+$/u.test(text);
  return isGrouped ? String(number) : text;
}
