/** How currencies are written in linesheets: ISO 4217 codes, symbols and abbreviations. */

/** Codes that are accepted as printed. A closed list, so that "TOP 250" or "SUN 40" is not money. */
export const CURRENCY_CODES: ReadonlySet<string> = new Set(
  (
    'AED ARS AUD BGN BRL CAD CHF CLP CNY COP CZK DKK EGP EUR GBP HKD HUF IDR ILS INR ISK JPY KRW KWD KZT MAD MXN ' +
    'MYR NOK NZD PEN PHP PKR PLN QAR RON RSD RUB SAR SEK SGD THB TRY TWD UAH USD VND ZAR'
  ).split(' '),
);

/** A sign and what it stands for. `shared` signs serve several currencies: a code elsewhere in the document decides. */
export interface CurrencySign {
  sign: string;
  code: string;
  shared: readonly string[];
}

/** Longest first, so that "CA$" is not read as "$". */
export const CURRENCY_SIGNS: readonly CurrencySign[] = [
  { sign: 'HK$', code: 'HKD', shared: [] },
  { sign: 'NZ$', code: 'NZD', shared: [] },
  { sign: 'MX$', code: 'MXN', shared: [] },
  { sign: 'NT$', code: 'TWD', shared: [] },
  { sign: 'US$', code: 'USD', shared: [] },
  { sign: 'CA$', code: 'CAD', shared: [] },
  { sign: 'AU$', code: 'AUD', shared: [] },
  { sign: 'C$', code: 'CAD', shared: [] },
  { sign: 'A$', code: 'AUD', shared: [] },
  { sign: 'S$', code: 'SGD', shared: [] },
  { sign: 'R$', code: 'BRL', shared: [] },
  { sign: 'RMB', code: 'CNY', shared: [] },
  { sign: 'Dhs', code: 'AED', shared: [] },
  { sign: 'руб', code: 'RUB', shared: [] },
  { sign: 'Rs', code: 'INR', shared: ['PKR'] },
  { sign: 'zł', code: 'PLN', shared: [] },
  { sign: 'Kč', code: 'CZK', shared: [] },
  { sign: 'kr', code: 'SEK', shared: ['NOK', 'DKK', 'ISK'] },
  { sign: 'Ft', code: 'HUF', shared: [] },
  { sign: '$', code: 'USD', shared: ['CAD', 'AUD', 'NZD', 'SGD', 'HKD', 'MXN', 'TWD', 'ARS', 'CLP', 'COP'] },
  { sign: '€', code: 'EUR', shared: [] },
  { sign: '£', code: 'GBP', shared: [] },
  { sign: '₹', code: 'INR', shared: [] },
  { sign: '₽', code: 'RUB', shared: [] },
  { sign: '¥', code: 'JPY', shared: ['CNY'] },
  { sign: '￥', code: 'JPY', shared: ['CNY'] },
  { sign: '円', code: 'JPY', shared: [] },
  { sign: '元', code: 'CNY', shared: [] },
  { sign: '₩', code: 'KRW', shared: [] },
  { sign: '₺', code: 'TRY', shared: [] },
  { sign: '₴', code: 'UAH', shared: [] },
  { sign: '₸', code: 'KZT', shared: [] },
  { sign: '฿', code: 'THB', shared: [] },
  { sign: '₪', code: 'ILS', shared: [] },
  { sign: '₫', code: 'VND', shared: [] },
];

/** Currencies in words, as in "Prices in US dollars". Folded. */
export const CURRENCY_NAMES: readonly (readonly [string, string])[] = [
  ['us dollar', 'USD'],
  ['canadian dollar', 'CAD'],
  ['australian dollar', 'AUD'],
  ['euro', 'EUR'],
  ['pounds sterling', 'GBP'],
  ['british pound', 'GBP'],
  ['swiss franc', 'CHF'],
  ['indian rupee', 'INR'],
  ['руб', 'RUB'],
  ['日本円', 'JPY'],
  ['人民币', 'CNY'],
];
