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

/**
 * The currency most prices of a document carry. A shared sign ("$") gives way to a code of its family that the
 * document prints elsewhere. Null when no price carries a sign and no text names a currency.
 */
export function currencyConsensus(texts: Iterable<string>): string | null {
  const signs = new Map<string, number>();
  const named = new Map<string, number>();
  for (const text of texts) {
    for (const { currency } of findPrices(text)) {
      if (currency !== null) signs.set(currency, (signs.get(currency) ?? 0) + 1);
    }
    for (const code of currenciesNamed(text)) named.set(code, (named.get(code) ?? 0) + 1);
  }
  const bySign = mostFrequent(signs);
  const byName = mostFrequent(named);
  if (bySign === null) return byName;
  const shared =
    CURRENCY_SIGNS.find(({ code, shared }) => code === bySign && shared.length > 0)?.shared ?? [];
  const explicit = [...named.keys()].find((code) => shared.includes(code));
  return explicit !== undefined && !named.has(bySign) ? explicit : bySign;
}

function mostFrequent(counts: ReadonlyMap<string, number>): string | null {
  let best: string | null = null;
  let top = 0;
  for (const [key, count] of counts) {
    if (count > top) [best, top] = [key, count];
  }
  return best;
}
