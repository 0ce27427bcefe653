/** Colours that go together, for decks. */
import type { DeckSettings } from '@docket/model/deck';

export interface ColorPreset {
  name: string;
  colors: DeckSettings['colors'];
}

export const COLOR_PRESETS: readonly ColorPreset[] = [
  { name: 'Navy', colors: { accent: '#1f3a5f', background: '#ffffff', text: '#1b1e23' } },
  { name: 'Ink', colors: { accent: '#1d1c1a', background: '#ffffff', text: '#1d1c1a' } },
  { name: 'Moss', colors: { accent: '#4b5b3c', background: '#fbfaf6', text: '#23271d' } },
  { name: 'Clay', colors: { accent: '#a8502f', background: '#fdf9f5', text: '#2d211b' } },
  { name: 'Plum', colors: { accent: '#5d2f4e', background: '#fdfafc', text: '#281b25' } },
  { name: 'Sand', colors: { accent: '#c8b08a', background: '#fffdf9', text: '#2b2620' } },
  { name: 'Night', colors: { accent: '#d9b46a', background: '#15181d', text: '#f2efe9' } },
];

/** The preset that `colors` are; null for a choice of one's own. */
export function presetOf(colors: DeckSettings['colors']): ColorPreset | null {
  const same = ({ colors: preset }: ColorPreset) =>
    preset.accent === colors.accent && preset.background === colors.background && preset.text === colors.text;
  return COLOR_PRESETS.find(same) ?? null;
}

/** A colour as the settings keep it, `#rrggbb` in lower case; null for what is not (yet) one. */
export function hexColor(text: string): string | null {
  const color = text.trim().toLowerCase();
  const [, short] = /^#?([0-9a-f]{3})$/u.exec(color) ?? [];
  if (short !== undefined) return `#${short.replaceAll(/./gu, '$&$&')}`;
  const [, long] = /^#?([0-9a-f]{6})$/u.exec(color) ?? [];
  return long === undefined ? null : `#${long}`;
}
