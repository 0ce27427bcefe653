/** Every kind of garment that can be drawn, with the cuts that the catalogue chooses from. */
import { type Accessory, drawAccessory } from './accessory.ts';
import { drawSkirt, drawTrousers, type SkirtCut, type TrouserCut } from './bottom.ts';
import type { Drawing } from './scene.ts';
import { drawTop, type TopCut } from './top.ts';

export type Garment =
  | { kind: 'top'; cut: TopCut }
  | { kind: 'trousers'; cut: TrouserCut }
  | { kind: 'skirt'; cut: SkirtCut }
  | { kind: 'accessory'; item: Accessory };

const KNIT: TopCut = {
  top: 190,
  bottom: 850,
  neckWidth: 78,
  shoulder: 200,
  chest: 214,
  waist: 210,
  hem: 202,
  sleeve: 'long',
  neck: 'crew',
  front: 'plain',
  pockets: 'none',
  ribbed: true,
  belt: false,
  tails: false,
};
const SHIRT: TopCut = {
  ...KNIT,
  neck: 'shirt',
  front: 'buttons',
  ribbed: false,
  tails: true,
  bottom: 900,
  shoulder: 192,
  hem: 206,
  pockets: 'chest',
  neckWidth: 72,
};
const COAT: TopCut = {
  ...KNIT,
  top: 120,
  bottom: 1000,
  neck: 'lapel',
  front: 'buttons',
  ribbed: false,
  pockets: 'flap',
  shoulder: 196,
  chest: 214,
  waist: 212,
  hem: 236,
  neckWidth: 80,
};
const JACKET: TopCut = {
  ...KNIT,
  neck: 'stand',
  front: 'zip',
  ribbed: false,
  pockets: 'welt',
  bottom: 840,
  hem: 214,
};
const DRESS: TopCut = {
  ...KNIT,
  top: 100,
  bottom: 1010,
  ribbed: false,
  shoulder: 168,
  chest: 176,
  waist: 152,
  hem: 262,
  neckWidth: 70,
  sleeve: 'long',
};
const TROUSERS: TrouserCut = {
  waist: 168,
  hip: 214,
  hemOuter: 216,
  hemInner: 74,
  bottom: 1000,
  waistband: 'buttoned',
  front: 'flat',
  turnUp: false,
};
const SKIRT: SkirtCut = { waist: 140, hip: 196, hem: 260, bottom: 900, style: 'plain' };

export const knit = (cut: Partial<TopCut> = {}): Garment => ({ kind: 'top', cut: { ...KNIT, ...cut } });
export const shirt = (cut: Partial<TopCut> = {}): Garment => ({ kind: 'top', cut: { ...SHIRT, ...cut } });
export const coat = (cut: Partial<TopCut> = {}): Garment => ({ kind: 'top', cut: { ...COAT, ...cut } });
export const jacket = (cut: Partial<TopCut> = {}): Garment => ({ kind: 'top', cut: { ...JACKET, ...cut } });
export const dress = (cut: Partial<TopCut> = {}): Garment => ({ kind: 'top', cut: { ...DRESS, ...cut } });
export const trousers = (cut: Partial<TrouserCut> = {}): Garment => ({
  kind: 'trousers',
  cut: { ...TROUSERS, ...cut },
});
export const skirt = (cut: Partial<SkirtCut> = {}): Garment => ({ kind: 'skirt', cut: { ...SKIRT, ...cut } });
export const accessory = (item: Accessory): Garment => ({ kind: 'accessory', item });

export function drawGarment(garment: Garment): Drawing {
  switch (garment.kind) {
    case 'top':
      return drawTop(garment.cut);
    case 'trousers':
      return drawTrousers(garment.cut);
    case 'skirt':
      return drawSkirt(garment.cut);
    case 'accessory':
      return drawAccessory(garment.item);
  }
}
