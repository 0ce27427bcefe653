import { describe, expect, it } from 'vitest';
import { languageFor } from './languages.ts';

describe('the language of suggestions', () => {
  it.each([
    [['de-AT', 'en'], 'de'],
    [['FR'], 'fr'],
    [['pt-BR', 'es-419', 'en'], 'es'],
    [['pt-BR'], 'en'],
    [[], 'en'],
  ] as const)('is for %j %s', (preferred, language) => {
    expect(languageFor(preferred)).toBe(language);
  });
});
