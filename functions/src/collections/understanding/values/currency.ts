/** Decides which currency a document prices in. Pure. */
import { CURRENCY_CODES, CURRENCY_NAMES, CURRENCY_SIGNS } from '../vocabulary/currency-words.ts';
import { fold } from '../vocabulary/fold.ts';
import { currencyOfMark, findPrices } from './price.ts';

/** Currency codes and names in running text and column headers: "SGD RRP", "Price (INR)", "Prices in US dollars". */
export function currenciesNamed(text: string): string[] {
  const codes = (text.match(/(?<![\p{L}\p{N}])[A-Z]{3}(?![\p{L}\p{N}])/gu) ?? []).filter((code) =>
    CURRENCY_CODES.has(code),
  );
  const folded = fold(text);
  const named = CURRENCY_NAMES.filter(([words]) => folded.includes(words)).map(([, code]) => code);
  return [...codes, ...named];
}

/** The currency that a column header names by code, name or sign: "Wholesale (€)"; null when it names none. */
export function currencyOfHeader(text: string): string | null {
  const named = currenciesNamed(text)[0];
  if (named !== undefined) return named;
  const sign = /[$€£₹₽¥￥₩₺₴₸฿₪₫]/u.exec(text)?.[0];
  return sign === undefined ? null : currencyOfMark(sign).currency;
}

/** How often currencies are printed beside prices and named in words. */
export class CurrencyTally {
  readonly #signs = new Map<string, number>();
  readonly #names = new Map<string, number>();

  /** Counts the currencies of a text. */
  add(text: string): void {
    for (const { currency } of findPrices(text)) {
      if (currency !== null) this.#signs.set(currency, (this.#signs.get(currency) ?? 0) + 1);
    }
    for (const code of currenciesNamed(text)) this.#names.set(code, (this.#names.get(code) ?? 0) + 1);
  }

  /**
   * The currency most prices carry. A shared sign ("$") gives way to a code of its family that the document prints
   * elsewhere. Null when no price carries a sign and no text names a currency.
   */
  consensus(): string | null {
    const bySign = mostFrequent(this.#signs);
    if (bySign === null) return mostFrequent(this.#names);
    const shared =
      CURRENCY_SIGNS.find((sign) => sign.code === bySign && sign.shared.length > 0)?.shared ?? [];
    const explicit = [...this.#names.keys()].find((code) => shared.includes(code));
    return explicit !== undefined && !this.#names.has(bySign) ? explicit : bySign;
  }
}

function mostFrequent(counts: ReadonlyMap<string, number>): string | null {
  let best: string | null = null;
  let top = 0;
  for (const [key, count] of counts) {
    if (count > top) [best, top] = [key, count];
  }
  return best;
}
