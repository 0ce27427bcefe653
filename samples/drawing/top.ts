/** Garments for the upper body, from a tee to a long coat or a dress: body, sleeves, hem. */
import { frontLayers } from './front.ts';
import { necklineLayers, neckOpening } from './neckline.ts';
import type { Drawing, Layer } from './scene.ts';
import { closed, curve, line, mirrored, open, pair, type Shape, symmetric } from './shape.ts';

/** How a garment is cut. Widths are half widths from the middle line; all lengths are drawing units. */
export interface TopCut {
  /** Height on the canvas of the point where neck and shoulder meet. */
  top: number;
  /** Height on the canvas of the hem. */
  bottom: number;
  neckWidth: number;
  shoulder: number;
  chest: number;
  waist: number;
  hem: number;
  sleeve: 'none' | 'short' | 'long' | 'wide';
  neck: 'crew' | 'vee' | 'roll' | 'mock' | 'shirt' | 'lapel' | 'stand' | 'hood' | 'boat';
  front: 'plain' | 'buttons' | 'double' | 'zip' | 'placket' | 'toggles';
  pockets: 'none' | 'patch' | 'flap' | 'chest' | 'welt' | 'kangaroo';
  /** Ribbed cuffs and hem. */
  ribbed: boolean;
  belt: boolean;
  /** Rounded shirt tails instead of a straight hem. */
  tails: boolean;
}

/** How far the armhole reaches below the shoulder. */
const ARMHOLE = 215;
const SHOULDER_DROP = 46;
const RIB = 46;

function bodyShape(cut: TopCut): Shape {
  const { top, bottom, shoulder, chest, waist, hem, neckWidth } = cut;
  const shoulderY = top + SHOULDER_DROP;
  const armpit = shoulderY + ARMHOLE;
  const waistY = Math.min(top + 430, armpit + (bottom - armpit) * 0.55);
  const side = cut.tails ? bottom - 70 : bottom - 6;
  return symmetric(
    [0, top + neckOpening(cut.neck)],
    curve(neckWidth * 0.62, top + neckOpening(cut.neck), neckWidth * 0.94, top + 40, neckWidth, top),
    line(shoulder, shoulderY),
    curve(shoulder - 26, shoulderY + 90, shoulder - 16, armpit - 50, chest, armpit),
    curve(chest - 2, armpit + 70, waist, waistY - 90, waist, waistY),
    curve(waist, waistY + 80, hem - 2, side - 120, hem, side),
    cut.tails
      ? curve(hem - 40, side + 4, hem * 0.7, bottom + 4, 0, bottom + 6)
      : curve(hem * 0.6, bottom + 10, hem * 0.3, bottom + 12, 0, bottom + 12),
  );
}

/** The right sleeve, lying a little away from the body, and the line of its cuff. */
function sleeve(cut: TopCut): { shape: Shape; cuff: Shape; folds: Shape[] } {
  const x = cut.shoulder;
  const y = cut.top + SHOULDER_DROP;
  const armpit: [number, number] = [cut.chest - 4, y + ARMHOLE];
  if (cut.sleeve === 'short') {
    const shape = closed(
      [x - 8, y - 2],
      curve(x + 50, y + 26, x + 88, y + 100, x + 122, y + 190),
      line(x + 26, y + 240),
      curve(x + 10, y + 226, armpit[0] + 10, armpit[1] - 2, ...armpit),
      curve(x - 40, armpit[1] - 60, x - 30, y + 80, x - 8, y - 2),
    );
    const cuff = open([x + 115, y + 174], line(x + 21, y + 223));
    return {
      shape,
      cuff,
      folds: [open([x + 24, y + 210], curve(x + 30, y + 170, x + 50, y + 130, x + 40, y + 80))],
    };
  }
  const flare = cut.sleeve === 'wide' ? 30 : 0;
  const end = y + 560;
  const shape = closed(
    [x - 8, y - 2],
    curve(x + 34, y + 22, x + 62, y + 90, x + 86, y + 190),
    curve(x + 116, y + 310, x + 140 + flare, y + 430, x + 152 + flare, end - 6),
    curve(x + 126, end + 14, x + 100 - flare, end + 18, x + 68 - flare, end + 10),
    curve(x + 56 - flare, end - 110, x + 34, y + 350, armpit[0] + 4, armpit[1] + 22),
    line(armpit[0] - 20, armpit[1]),
    curve(x - 46, armpit[1] - 70, x - 40, y + 80, x - 8, y - 2),
  );
  const cuff = closed(
    [x + 144, end - RIB],
    curve(x + 150, end - 24, x + 150, end - 6, x + 148, end),
    curve(x + 124, end + 18, x + 100, end + 20, x + 72, end + 12),
    curve(x + 64, end - 6, x + 60, end - 24, x + 60, end - RIB + 8),
    curve(x + 90, end - RIB + 14, x + 118, end - RIB + 10, x + 144, end - RIB),
  );
  const folds = [
    open([x + 104, y + 270], curve(x + 80, y + 296, x + 60, y + 306, x + 36, y + 296)),
    open([x + 122, y + 350], curve(x + 100, y + 362, x + 76, y + 356, x + 56, y + 380)),
    open([x + 14, y + 50], curve(x + 40, y + 140, x + 56, y + 230, x + 74, y + 300)),
  ];
  return { shape, cuff, folds };
}

function sleeveLayers(cut: TopCut): Layer[] {
  if (cut.sleeve === 'none') return [];
  const right = sleeve(cut);
  return [-1, 1].flatMap((side): Layer[] => {
    const turn = (shape: Shape) => (side > 0 ? shape : mirrored(shape));
    const piece: Layer = {
      kind: 'piece',
      shape: turn(right.shape),
      cloth: 'main',
      grain: side * (cut.sleeve === 'short' ? -28 : -9),
      folds: right.folds.map(turn),
    };
    if (cut.sleeve === 'short') return [piece, { kind: 'stitch', shape: turn(right.cuff) }];
    if (cut.sleeve === 'wide') return [piece];
    const cuff: Layer = {
      kind: 'piece',
      shape: turn(right.cuff),
      cloth: cut.ribbed ? 'trim' : 'main',
      grain: side * -4,
    };
    return [piece, cuff];
  });
}

function hemLayers(cut: TopCut): Layer[] {
  if (!cut.ribbed) {
    const y = cut.bottom - 16;
    return cut.tails
      ? []
      : [
          {
            kind: 'stitch',
            shape: open([-cut.hem + 4, y - 4], curve(-90, y + 10, 90, y + 10, cut.hem - 4, y - 4)),
          },
        ];
  }
  const y = cut.bottom - RIB;
  const shape = symmetric(
    [0, y + 12],
    curve(cut.hem * 0.4, y + 12, cut.hem * 0.7, y + 8, cut.hem + 1, y - 2),
    curve(cut.hem, y + 20, cut.hem - 12, y + RIB, cut.hem - 14, y + RIB),
    curve(cut.hem * 0.6, y + RIB + 12, cut.hem * 0.3, y + RIB + 14, 0, y + RIB + 14),
  );
  return [{ kind: 'piece', shape, cloth: 'trim' }];
}

function beltLayers(cut: TopCut): Layer[] {
  if (!cut.belt) return [];
  const y = cut.top + 410;
  const half = cut.waist + 3;
  const band = symmetric(
    [0, y],
    line(half, y - 4),
    line(half, y + 40),
    curve(half / 2, y + 48, 10, y + 48, 0, y + 48),
  );
  const tail = closed(
    [10, y + 26],
    curve(40, y + 80, 30, y + 150, 52, y + 230),
    line(20, y + 238),
    curve(4, y + 150, 6, y + 90, -14, y + 40),
  );
  const knot = closed(
    [-24, y - 2],
    line(22, y - 4),
    curve(30, y + 20, 30, y + 34, 22, y + 50),
    line(-22, y + 52),
    curve(-32, y + 30, -30, y + 14, -24, y - 2),
  );
  return [
    { kind: 'piece', shape: band, cloth: 'main', grain: 90 },
    { kind: 'piece', shape: tail, cloth: 'main', grain: 8 },
    { kind: 'piece', shape: knot, cloth: 'main', grain: 70 },
  ];
}

function bodyFolds(cut: TopCut): Shape[] {
  const armpit = cut.top + SHOULDER_DROP + ARMHOLE;
  const low = cut.bottom;
  const drape = open(
    [cut.chest - 6, armpit + 6],
    curve(cut.chest * 0.8, armpit + 40, cut.chest * 0.62, armpit + 70, cut.chest * 0.5, armpit + 130),
  );
  const side = open(
    [cut.waist - 8, armpit + 190],
    curve(cut.waist * 0.8, armpit + 210, cut.waist * 0.7, armpit + 200, cut.waist * 0.52, armpit + 240),
  );
  const fall = open(
    [cut.hem * 0.5, low],
    curve(cut.hem * 0.5, low - 90, cut.waist * 0.46, low - 170, cut.waist * 0.42, low - 260),
  );
  const middle = open(
    [-cut.hem * 0.18, low],
    curve(-cut.hem * 0.2, low - 70, -cut.waist * 0.1, low - 150, -cut.waist * 0.14, low - 220),
  );
  return [...pair(drape), side, ...pair(fall), middle];
}

/** Draws the garment from back to front: lining, sleeves, body, hem, closure, belt, collar. */
export function drawTop(cut: TopCut): Drawing {
  const lining = symmetric(
    [0, cut.top + 8],
    curve(cut.neckWidth * 0.6, cut.top + 8, cut.neckWidth * 0.9, cut.top + 4, cut.neckWidth + 2, cut.top),
    line(cut.neckWidth - 2, cut.top + 40),
    line(cut.neckWidth * 0.7, cut.top + neckOpening(cut.neck) + 14),
    line(0, cut.top + neckOpening(cut.neck) + 20),
  );
  return [
    ...necklineLayers(cut, 'behind'),
    ...sleeveLayers(cut),
    { kind: 'piece', shape: lining, cloth: 'inside' },
    { kind: 'piece', shape: bodyShape(cut), cloth: 'main', folds: bodyFolds(cut) },
    ...hemLayers(cut),
    ...frontLayers(cut),
    ...beltLayers(cut),
    ...necklineLayers(cut, 'before'),
  ];
}
