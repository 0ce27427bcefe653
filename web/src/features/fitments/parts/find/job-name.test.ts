import { describe, expect, it } from 'vitest';
import { selectionName } from './job-name.ts';

const AT = new Date(2026, 10, 26, 9, 12);

describe('a job about parts that were selected', () => {
  it('is called by its part, or by how many there are, and when it was', () => {
    expect(selectionName(['BP-100'], AT)).toBe('BP-100, 26 Nov 2026, 09:12');
    expect(selectionName(['BP-100', 'OF-9'], AT)).toBe('2 parts, 26 Nov 2026, 09:12');
  });

  it('has a name that can be stored, however long the number is', () => {
    expect(selectionName(['x'.repeat(200)], AT).length).toBeLessThanOrEqual(120);
  });
});
