/** Currencies to choose among: those of the trade first. */

const CODES = [
  'EUR',
  'USD',
  'GBP',
  'CHF',
  'SEK',
  'NOK',
  'DKK',
  'PLN',
  'CZK',
  'JPY',
  'CNY',
  'HKD',
  'KRW',
  'CAD',
  'AUD',
  'NZD',
  'SGD',
  'INR',
  'AED',
  'TRY',
  'ZAR',
  'BRL',
  'MXN',
] as const;

const names = new Intl.DisplayNames('en', { type: 'currency' });

/** The choices with their names; `chosen` is among them, whatever it is. */
export function currencyChoices(chosen: string | null): { value: string; label: string }[] {
  const codes: readonly string[] = chosen === null ? CODES : [...new Set([...CODES, chosen])];
  return codes.map((code) => ({ value: code, label: `${code} · ${nameOf(code)}` }));
}

/** A code that no list knows stands for itself. */
function nameOf(code: string): string {
  try {
    return names.of(code) ?? code;
  } catch {
    return code;
  }
}
