/** The colours of an item: a histogram over the colours that people have names for. */
import type { ColourKind } from './colour-kind.ts';
import { colourKind } from './colour-kind.ts';
import type { FoundItem, ItemPixel } from './find-item.ts';
import type { PhotoColour, Rgb } from './photo-facts.ts';

/** Colours with a smaller share are details. */
const NOTICEABLE = 0.12;
const MOST = 3;

/** At most three, the one with the largest share first. Each is the mean of its pixels. */
export function dominantColours({ pixels }: FoundItem): PhotoColour[] {
  const groups = new Map<ColourKind, ItemPixel[]>();
  for (const pixel of pixels) {
    const kind = colourKind(pixel.rgb);
    const group = groups.get(kind);
    if (group === undefined) groups.set(kind, [pixel]);
    else group.push(pixel);
  }
  const total = weightOf(pixels);
  if (total === 0) return [];
  return [...groups]
    .map(([kind, group]) => ({ rgb: typical(kind, group), share: Math.min(1, weightOf(group) / total) }))
    .filter(({ share }) => share >= NOTICEABLE)
    .sort((one, other) => other.share - one.share)
    .slice(0, MOST);
}

function weightOf(pixels: readonly ItemPixel[]): number {
  return pixels.reduce((sum, { weight }) => sum + weight, 0);
}

/** The mean of a group; the first pixel where the mean of two ends of a colour is called otherwise. */
function typical(kind: ColourKind, group: readonly ItemPixel[]): Rgb {
  const mean = (index: 0 | 1 | 2) =>
    Math.round(group.reduce((sum, { rgb }) => sum + rgb[index], 0) / Math.max(1, group.length));
  const rgb: Rgb = [mean(0), mean(1), mean(2)];
  return colourKind(rgb) === kind ? rgb : (group[0]?.rgb ?? rgb);
}
