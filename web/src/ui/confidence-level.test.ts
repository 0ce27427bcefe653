import { describe, expect, it } from 'vitest';
import { confidenceLevel } from './confidence-level.ts';

describe('a confidence', () => {
  it.each([
    [1, 'High'],
    [0.85, 'High'],
    [0.84, 'Medium'],
    [0.6, 'Medium'],
    [0.59, 'Low'],
    [0, 'Low'],
  ])('of %d is called %s', (value, label) => {
    expect(confidenceLevel(value).label).toBe(label);
  });
});
