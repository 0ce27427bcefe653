import { describe, expect, it } from 'vitest';
import { changeLabel, deltaLabel, planChange } from './stock-change.ts';

describe('a change of stock', () => {
  it('takes out, adds, or leads to what was counted', () => {
    expect(planChange('take', 3, 5)).toEqual({ ok: true, delta: -3 });
    expect(planChange('add', '3', 5)).toEqual({ ok: true, delta: 3 });
    expect(planChange('count', 3, 5)).toEqual({ ok: true, delta: -2 });
    expect(planChange('count', 0, 5)).toEqual({ ok: true, delta: -5 });
  });

  it('does not take out more than there is', () => {
    expect(planChange('take', 6, 5)).toEqual({ ok: false, problem: 'There are only 5 pieces.' });
    expect(planChange('take', 2, 1)).toEqual({ ok: false, problem: 'There is only 1 piece.' });
  });

  it('is something', () => {
    expect(planChange('add', 0, 5)).toMatchObject({ ok: false });
    expect(planChange('count', 5, 5)).toMatchObject({ ok: false });
    expect(planChange('add', '', 5)).toMatchObject({ ok: false });
    expect(planChange('add', '1.5', 5)).toMatchObject({ ok: false });
    expect(planChange('count', '-', 5)).toMatchObject({ ok: false });
  });
});

describe('the words for a change', () => {
  it('say which way it went', () => {
    expect(deltaLabel(1200)).toBe('+1,200');
    expect(deltaLabel(-3)).toBe('−3');
    expect(changeLabel(-1)).toBe('1 piece taken out');
    expect(changeLabel(20)).toBe('20 pieces added');
  });
});
