/** Short forms in which the styles of the sample collection are written down. */
import type { Colour } from '../brand.ts';
import type { Garment } from '../drawing/garment.ts';
import type { ClothLook } from '../drawing/scene.ts';
import type { Weave } from '../drawing/weave.ts';
import type { SampleProduct, SizeRun } from '../product.ts';

type Colours = readonly [Colour, ...Colour[]];

/** How a style is drawn; the defaults are plain cloth all over and no tag. */
interface Drawn {
  garment: Garment;
  weave?: Weave;
  trim?: ClothLook;
  tag?: 'New' | 'Core';
}

/** One style: `HV26-` + number, name, [wholesale, RRP] in euros, colourways, sizes, [composition, origin], drawing. */
export function style(
  number: number,
  name: string,
  [wholesale, rrp]: readonly [number, number],
  colours: Colours,
  sizes: SizeRun,
  [composition, origin]: readonly [string, string],
  drawn: Drawn,
): SampleProduct {
  const { garment, weave = { kind: 'plain' }, trim = null, tag = null } = drawn;
  return {
    sku: `HV26-${number}`,
    name,
    wholesale,
    rrp,
    colours,
    sizes,
    composition,
    origin,
    garment,
    weave,
    trim,
    tag,
  };
}

export const rib = (colour: Colour, pitch = 12): ClothLook => ({
  color: colour.hex,
  weave: { kind: 'rib', pitch },
});
export const leather = (colour: Colour): ClothLook => ({ color: colour.hex, weave: { kind: 'leather' } });
export const cloth = (colour: Colour, weave: Weave = { kind: 'plain' }): ClothLook => ({
  color: colour.hex,
  weave,
});
export const hide: Weave = { kind: 'leather' };
