import { describe, expect, it } from 'vitest';
import { CurrencyTally, currenciesNamed, currencyOfHeader } from './currency.ts';

function currencyConsensus(texts: readonly string[]): string | null {
  const tally = new CurrencyTally();
  for (const text of texts) tally.add(text);
  return tally.consensus();
}

describe('the currency of a column', () => {
  it.each([
    ['SGD RRP', 'SGD'],
    ['Price (INR)', 'INR'],
    ['Wholesale (€)', 'EUR'],
    ['RRP £', 'GBP'],
    ['Цена, руб', 'RUB'],
  ])('is read from its header %s', (header, currency) => {
    expect(currencyOfHeader(header)).toBe(currency);
  });

  it('is not guessed from a header that names none', () => {
    expect(currencyOfHeader('Wholesale')).toBeNull();
  });
});

describe('the currency of a document', () => {
  it('is the one most prices carry', () => {
    expect(currencyConsensus(['€48.00 €120.00', '€12', '$5'])).toBe('EUR');
  });

  it('is named once in words when prices are bare', () => {
    expect(currencyConsensus(['Prices in US dollars', '48.00', '120.00'])).toBe('USD');
  });

  it('follows a code of the dollar family when prices only show "$"', () => {
    expect(currencyConsensus(['$48.00', '$120.00', 'All prices in CAD'])).toBe('CAD');
    expect(currencyConsensus(['kr 480', 'Priser i NOK'])).toBe('NOK');
  });

  it('is null when none is printed', () => {
    expect(currencyConsensus(['48.00', 'Measuring cup'])).toBeNull();
  });

  it('does not take any three capitals for a code', () => {
    expect(currenciesNamed('NEW TOP SUN')).toEqual([]);
  });
});
