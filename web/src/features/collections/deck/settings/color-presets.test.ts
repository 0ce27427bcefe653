import { deckSettingsSchema, defaultDeckSettings } from '@docket/model/deck';
import { contrast } from '@docket/model/deck/colors';
import { describe, expect, it } from 'vitest';
import { COLOR_PRESETS, hexColor, presetOf } from './color-presets.ts';

const defaults = defaultDeckSettings({ name: 'AW26', season: '' });

describe('the presets of colours', () => {
  it.each(COLOR_PRESETS)('$name can be saved, and read on screen', ({ colors }) => {
    expect(deckSettingsSchema.parse({ ...defaults, colors }).colors).toEqual(colors);
    expect(contrast(colors.text, colors.background)).toBeGreaterThanOrEqual(7);
  });

  it('include the colours of a new deck', () => {
    expect(presetOf(defaults.colors)?.name).toBe('Navy');
    expect(presetOf({ ...defaults.colors, accent: '#123456' })).toBeNull();
  });
});

describe('a colour as typed', () => {
  it.each([
    ['#1F3A5F', '#1f3a5f'],
    [' 1f3a5f ', '#1f3a5f'],
    ['#fff', '#ffffff'],
    ['#1f3a5', null],
    ['tomato', null],
    ['', null],
  ])('%j is %s', (text, color) => {
    expect(hexColor(text)).toBe(color);
  });
});
