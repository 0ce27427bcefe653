/** Reads the cells of one row of a file of inventory items, and says what is wrong with them. Pure. */
import { LIMITS } from '../limits.ts';
import { type DecimalMark, readDecimal, withoutCurrency } from './decimal-text.ts';
import { type AddressFault, readImageAddress } from '../upload/image-address.ts';
import { normalSku } from './generate-sku.ts';
import { IMPORT_FIELD_NAMES } from './import-field-names.ts';
import type { ImportField } from './inventory-import.ts';

const SKU_RULE =
  'does not fit: up to 40 letters from A to Z, digits, “.”, “_” and “-”, a letter or digit first';

const ADDRESS_FAULTS: Record<Exclude<AddressFault, 'too_long'>, string> = {
  no_scheme: 'does not begin with http:// or https://',
  not_an_address: 'is not an address',
  password: 'has a name or password in it; such addresses are not fetched',
};

/** Every method answers null where there is nothing, and also where it cannot read what there is: then it adds to `problems`. */
export class RowReader {
  /** What is wrong so far, in words for people. */
  readonly problems: string[] = [];
  readonly #texts: ReadonlyMap<ImportField, string>;
  readonly #marks: ReadonlyMap<ImportField, DecimalMark>;

  /** `texts` are not empty and have no blanks around them; `marks` are the decimal marks of columns that show theirs. */
  constructor(texts: ReadonlyMap<ImportField, string>, marks: ReadonlyMap<ImportField, DecimalMark>) {
    this.#texts = texts;
    this.#marks = marks;
  }

  /** Of at most `most` characters. */
  text(field: ImportField, most: number): string | null {
    const text = this.#texts.get(field) ?? null;
    return text === null || text.length <= most ? text : this.#tooLong(field, most);
  }

  /** Unlike the others it has to be there. */
  name(): string {
    if (!this.#texts.has('name')) this.problems.push('There is no name');
    return this.text('name', LIMITS.nameCharacters) ?? '';
  }

  /** In the spelling that is stored. */
  sku(): string | null {
    const text = this.#texts.get('sku');
    if (text === undefined) return null;
    return normalSku(text) ?? this.#wrong('sku', SKU_RULE);
  }

  /** A whole number from 0. */
  pieces(field: ImportField): number | null {
    const text = this.#texts.get(field);
    if (text === undefined) return null;
    const value = readDecimal(text, this.#marks.get(field) ?? null);
    if (value === null || !Number.isInteger(value)) return this.#wrong(field, 'is not a whole number');
    if (value < 0) return this.#wrong(field, 'is less than 0');
    if (value > LIMITS.stockPieces)
      return this.#wrong(field, `is more than ${formatCount(LIMITS.stockPieces)}`);
    return value;
  }

  /** An amount from 0. The sign or code of a currency beside it does not count. */
  price(): number | null {
    const text = this.#texts.get('price');
    if (text === undefined) return null;
    const value = readDecimal(withoutCurrency(text), this.#marks.get('price') ?? null);
    if (value === null || !Number.isFinite(value)) return this.#wrong('price', 'is not an amount');
    if (value < 0) return this.#wrong('price', 'is less than 0');
    if (value > LIMITS.price) return this.#wrong('price', `is more than ${formatCount(LIMITS.price)}`);
    return value;
  }

  /** Of a picture on the web, as browsers spell it. */
  address(): string | null {
    const text = this.#texts.get('image_url');
    if (text === undefined) return null;
    const address = readImageAddress(text);
    if (address.ok) return address.url;
    return address.fault === 'too_long'
      ? this.#tooLong('image_url', LIMITS.urlCharacters)
      : this.#wrong('image_url', ADDRESS_FAULTS[address.fault]);
  }

  #wrong(field: ImportField, problem: string): null {
    this.problems.push(`${IMPORT_FIELD_NAMES[field]} ${quoted(this.#texts.get(field) ?? '')} ${problem}`);
    return null;
  }

  #tooLong(field: ImportField, most: number): null {
    this.problems.push(`${IMPORT_FIELD_NAMES[field]} has more than ${formatCount(most)} characters`);
    return null;
  }
}

/** Characters of a cell that a reason repeats. */
const QUOTED_CHARACTERS = 40;

function quoted(text: string): string {
  return `“${text.length > QUOTED_CHARACTERS ? `${text.slice(0, QUOTED_CHARACTERS)}…` : text}”`;
}

function formatCount(count: number): string {
  return count.toLocaleString('en');
}
