import { describe, expect, it } from 'vitest';
import { listingName, priceLabel } from './listing-words.ts';

const AT = new Date(0);

describe('what a listing is called', () => {
  it('is its title, or Untitled while it has none', () => {
    const named = { title: ' Oak chair ', touched: ['title' as const], published_at: null };
    expect(listingName(named)).toBe('Oak chair');
    expect(listingName({ ...named, title: '  ' })).toBe('Untitled');
    expect(listingName({ ...named, touched: [], published_at: AT })).toBe('Oak chair');
  });

  it('is not what nobody has typed in or accepted', () => {
    expect(listingName({ title: 'Chair', touched: ['brand'], published_at: null })).toBe('Untitled');
  });
});

describe('a price', () => {
  it('is said in its own currency', () => {
    expect(priceLabel({ amount: 45, currency: 'EUR' })).toBe('€45.00');
  });
});
