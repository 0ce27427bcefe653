/** What an order says for all of its tables: the currency, and the style, season and dates of its head. Pure. */
import { CurrencyTally } from '../understanding/values/currency.ts';
import { headValuesOf } from './lines/head-values.ts';
import type { DocumentContext } from './lines/read-table.ts';
import type { OrderTable } from './tables/order-table.ts';

/** Rows of a table in which currencies are looked for. */
const MOST_ROWS = 200;

/** The context of a table's lines: what stands above the first table of its sheet, or of the document. */
export function contextOf(tables: readonly OrderTable[], table: OrderTable): DocumentContext {
  const first = tables.find(({ sheet }) => sheet === table.sheet) ?? table;
  return { currency: currencyOf(tables), head: headValuesOf(first.parts[0]?.facts ?? []) };
}

/** The currency that the document prints; null when it prints none. "¥" is the yen where there are kana, else the yuan. */
export function currencyOf(tables: readonly OrderTable[]): string | null {
  const tally = new CurrencyTally();
  const scripts = { han: false, kana: false };
  const add = (text: string): void => {
    tally.add(text);
    scripts.han ||= /\p{Script=Han}/u.test(text);
    scripts.kana ||= /[\p{Script=Hiragana}\p{Script=Katakana}円]/u.test(text);
  };
  for (const { columns, parts, rows } of tables) {
    for (const { header, group } of columns) add(`${group} ${header}`);
    for (const { facts } of parts) for (const { label, value } of facts) add(`${label} ${value}`);
    for (const row of rows.slice(0, MOST_ROWS))
      for (const { text } of row.values()) if (text.length <= 60) add(text);
  }
  const currency = tally.consensus();
  return currency === 'JPY' && scripts.han && !scripts.kana ? 'CNY' : currency;
}
