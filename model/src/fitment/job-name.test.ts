import { describe, expect, it } from 'vitest';
import { uploadName } from './job-name.ts';

describe('a job about a file', () => {
  it.each([
    ['Brake parts 2026.xlsx', 'Brake parts 2026'],
    ['parts.v2.csv', 'parts.v2'],
    ['parts', 'parts'],
    ['.csv', '.csv'],
    [`${'a'.repeat(119)}😀.csv`, 'a'.repeat(119)],
  ])('is called by its name: %s', (file, name) => {
    expect(uploadName(file)).toBe(name);
  });
});
