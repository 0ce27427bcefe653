/** Mixing of `#rrggbb` colours for shading. */

function channels(color: string): [number, number, number] {
  const value = Number.parseInt(color.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

/** `amount` 0 gives `color`, 1 gives `other`. */
function mix(color: string, other: string, amount: number): string {
  const target = channels(other);
  const mixed = channels(color).map((value, index) =>
    Math.round(value + ((target[index] ?? value) - value) * amount)
      .toString(16)
      .padStart(2, '0'),
  );
  return `#${mixed.join('')}`;
}

export const darker = (color: string, amount: number) => mix(color, '#0b0d12', amount);
export const lighter = (color: string, amount: number) => mix(color, '#ffffff', amount);

/** Perceived brightness, 0–1 (Rec. 709 weights on the sRGB values). */
export function brightness(color: string): number {
  const [red, green, blue] = channels(color);
  return (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255;
}
