/** Which of the colours that people have names for a colour is. Pure. */
import { type Lab, toLab } from './lab.ts';
import type { Rgb } from './photo-facts.ts';

export const COLOUR_KINDS = [
  'black',
  'grey',
  'white',
  'beige',
  'brown',
  'red',
  'orange',
  'yellow',
  'green',
  'turquoise',
  'blue',
  'navy',
  'purple',
  'pink',
] as const;
export type ColourKind = (typeof COLOUR_KINDS)[number];

/** Below this chroma there is no hue. */
const GREY_CHROMA = 9;

/** Names a colour by its lightness, chroma and hue in CIE L*C*h. */
export function colourKind(rgb: Rgb): ColourKind {
  return kindOf(toLab(rgb));
}

function kindOf([lightness, a, b]: Lab): ColourKind {
  const chroma = Math.hypot(a, b);
  if (lightness < 12 || (lightness < 22 && chroma < 14)) return 'black';
  if (chroma < GREY_CHROMA) {
    if (lightness > 88) return 'white';
    return lightness < 25 ? 'black' : 'grey';
  }
  const hue = ((Math.atan2(b, a) * 180) / Math.PI + 360) % 360;
  return chromatic(lightness, chroma, hue);
}

/** Where one hue ends and the next begins, in degrees: red 40, yellow 100, green 136, cyan 196, blue 306 in sRGB. */
function chromatic(lightness: number, chroma: number, hue: number): ColourKind {
  if (hue >= 340 || hue < 48) return reddish(lightness, chroma, hue);
  if (hue < 82) return earthy(lightness, chroma, 'orange');
  if (hue < 108) return earthy(lightness, chroma, 'yellow');
  if (hue < 168) return 'green';
  if (hue < 222) return 'turquoise';
  if (hue < 308) return lightness < 27 ? 'navy' : 'blue';
  return lightness > 65 ? 'pink' : 'purple';
}

function reddish(lightness: number, chroma: number, hue: number): ColourKind {
  if (hue >= 30 && hue < 48 && chroma < 45 && lightness < 55) return 'brown';
  if (lightness > 62 || (hue >= 340 && lightness > 48))
    return chroma < 18 && hue > 30 && hue < 48 ? 'beige' : 'pink';
  return 'red';
}

function earthy(lightness: number, chroma: number, vivid: 'orange' | 'yellow'): ColourKind {
  if (chroma < 34 && lightness >= 62) return 'beige';
  if (vivid === 'yellow' && lightness < 55) return chroma < 30 ? 'brown' : 'green';
  return lightness < 58 || chroma < 34 ? 'brown' : vivid;
}
