/** Colours of a deck: always readable, whatever a person has chosen. Colours are `#rrggbb`. */

export type Color = string;

const BLACK = '#000000';
const WHITE = '#ffffff';
/** Contrast that WCAG asks of text. */
const TEXT_CONTRAST = 4.5;

type Channels = readonly [number, number, number];

function channels(color: Color): Channels {
  const value = Number.parseInt(color.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

/** Relative luminance as WCAG 2 defines it. */
function luminance(color: Color): number {
  const [red, green, blue] = channels(color).map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
}

/** From 1 (the same) to 21 (black on white), as WCAG 2 defines it. */
export function contrast(one: Color, other: Color): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

/** `share` of `color`, the rest `other`. */
export function mix(color: Color, other: Color, share: number): Color {
  const from = channels(color);
  const to = channels(other);
  const mixed = from.map((channel, index) =>
    Math.round(channel * share + (to[index] ?? 0) * (1 - share))
      .toString(16)
      .padStart(2, '0'),
  );
  return `#${mixed.join('')}`;
}

/** `preferred` where it can be read on `background`; else black or white: one of them always can. */
export function readableOn(background: Color, preferred: Color): Color {
  if (contrast(preferred, background) >= TEXT_CONTRAST) return preferred;
  return contrast(BLACK, background) >= contrast(WHITE, background) ? BLACK : WHITE;
}

/** `color` drawn back towards `background` for what is said in a low voice, as far as it stays readable. */
export function muted(color: Color, background: Color): Color {
  const shares = [0.62, 0.7, 0.78, 0.86, 0.94];
  const quiet = shares.map((share) => mix(color, background, share));
  return quiet.find((candidate) => contrast(candidate, background) >= TEXT_CONTRAST) ?? color;
}
