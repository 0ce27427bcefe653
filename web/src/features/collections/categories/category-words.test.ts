import { phaseNumber } from '@docket/model/pipelines';
import { describe, expect, it } from 'vitest';
import { mayHintHelp, nameRefusal, placeSentence } from './category-words.ts';

const category = (name: string, found = name) => ({
  id: found.toLowerCase(),
  name,
  found_as: [found],
  product_count: 1,
  confidence: 1,
  reason: '',
});
const coats = category('Outerwear', 'Coats');
const tops = category('Tops');

describe('a new name for a category', () => {
  it('may be any that no other has', () => {
    expect(nameRefusal('Jackets', coats, [coats, tops])).toBeNull();
    expect(nameRefusal('outerwear', coats, [coats, tops])).toBeNull();
    expect(nameRefusal('', coats, [coats, tops])).toBeNull();
  });

  it('is not that of another one, in whatever case', () => {
    const refused = 'There is “Tops” already. Select both to merge them.';
    expect(nameRefusal(' TOPS', coats, [coats, tops])).toBe(refused);
  });

  it('is not given back when another has taken it meanwhile', () => {
    const taken = category('Coats', 'Jackets');
    expect(nameRefusal('', coats, [coats, taken])).toContain('There is “Coats” already');
  });
});

describe('a move', () => {
  it('is told with the place that people count', () => {
    expect(placeSentence('Tops', 1, 6)).toBe('“Tops” is number 2 of 6 now.');
  });
});

describe('a hint', () => {
  it('may help where categories and products are made', () => {
    expect(mayHintHelp(phaseNumber('document_processing', 'generate_categories'))).toBe(true);
    expect(mayHintHelp(phaseNumber('document_processing', 'extract_products'))).toBe(true);
    expect(mayHintHelp(phaseNumber('document_processing', 'extract_text'))).toBe(false);
  });
});
