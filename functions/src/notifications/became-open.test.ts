import { describe, expect, it } from 'vitest';
import { becameOpen } from './became-open.ts';

const holding = (open: boolean | null) => ({ get: (field: string) => (field === 'open' ? open : undefined) });
/** A document that is not there has no fields. */
const absent = { get: () => undefined };

describe('a delivery is sent at once', () => {
  it('when it was made, and when it is sent again', () => {
    expect(becameOpen({ before: absent, after: holding(true) })).toBe(true);
    expect(becameOpen({ before: holding(false), after: holding(true) })).toBe(true);
  });

  it('but not when an attempt is written down, nor when it is removed', () => {
    expect(becameOpen({ before: holding(true), after: holding(true) })).toBe(false);
    expect(becameOpen({ before: holding(true), after: holding(false) })).toBe(false);
    expect(becameOpen({ before: holding(true), after: absent })).toBe(false);
    expect(becameOpen(undefined)).toBe(false);
  });
});
