import { describe, expect, it } from 'vitest';
import { makeListing } from '../testing/make-listing.ts';
import { workspaceWords } from './use-workspace-words.ts';

const at = (ms: number) => new Date(ms);
const price = (currency: string) => ({ amount: 5, currency });

describe('what the other listings say', () => {
  it('are the categories that people have given, each once and by name', () => {
    const listings = [
      makeListing('a', { category: 'Tools', touched: ['category'] }),
      makeListing('b', { category: 'Bags ', touched: ['category'] }),
      makeListing('c', { category: 'Tools', touched: ['category'] }),
      makeListing('d', { category: 'Left over' }),
      makeListing('e', { category: ' ', touched: ['category'] }),
    ];
    expect(workspaceWords(listings).categories).toEqual(['Bags', 'Tools']);
  });

  it('is the currency of the latest price', () => {
    const listings = [
      makeListing('a', { price: price('CHF'), touched: ['price'], updated_at: at(2) }),
      makeListing('b', { price: price('SEK'), touched: ['price'], updated_at: at(1) }),
      makeListing('c', { price: price('USD'), updated_at: at(3) }),
    ];
    expect(workspaceWords(listings).currency).toBe('CHF');
    expect(workspaceWords([]).currency).toBe('EUR');
  });
});
