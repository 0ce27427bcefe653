/** Colours as the eye compares them. Pure. */
import type { Rgb } from './photo-facts.ts';

/** CIE L*a*b*, D65: lightness 0–100, green to red, blue to yellow. */
export type Lab = readonly [lightness: number, a: number, b: number];

const linear = (value: number) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
const LINEAR = Float64Array.from({ length: 256 }, (_, value) => linear(value / 255));
const curve = (value: number) =>
  value > 216 / 24389 ? Math.cbrt(value) : (24389 / 27 / 116) * value + 16 / 116;

/** sRGB (IEC 61966-2-1) to CIE L*a*b*. */
export function toLab([red, green, blue]: Rgb): Lab {
  const [r, g, b] = [LINEAR[red] ?? 0, LINEAR[green] ?? 0, LINEAR[blue] ?? 0];
  const x = curve((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505);
  const y = curve(0.2126 * r + 0.7152 * g + 0.0722 * b);
  const z = curve((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

/** CIE76: 2.3 is a just noticeable difference. */
export function colourDifference(one: Lab, other: Lab): number {
  return Math.hypot(one[0] - other[0], one[1] - other[1], one[2] - other[2]);
}
