/** Garments for the lower body: trousers, shorts and skirts. */
import type { Drawing, Layer } from './scene.ts';
import { curve, line, open, pair, rectangle, symmetric } from './shape.ts';

export interface TrouserCut {
  waist: number;
  hip: number;
  /** Half width from the middle line to the outer edge of the hem, and to its inner edge. */
  hemOuter: number;
  hemInner: number;
  bottom: number;
  waistband: 'buttoned' | 'elastic';
  front: 'flat' | 'pleated';
  turnUp: boolean;
}

const WAIST = 110;

export function drawTrousers(cut: TrouserCut): Drawing {
  const { waist, hip, hemOuter, hemInner, bottom } = cut;
  const crotch = WAIST + 330;
  const legs = symmetric(
    [0, WAIST + 40],
    curve(waist * 0.5, WAIST + 40, waist * 0.8, WAIST + 36, waist, WAIST + 30),
    curve(waist + 20, WAIST + 110, hip, WAIST + 200, hip, WAIST + 270),
    curve(hip + 2, crotch + 200, hemOuter + 4, bottom - 240, hemOuter, bottom),
    curve(hemOuter - 40, bottom + 12, hemInner + 30, bottom + 14, hemInner, bottom + 4),
    curve(hemInner - 6, bottom - 260, 30, crotch + 180, 6, crotch + 10),
    line(0, crotch),
  );
  const crease = open(
    [(hemOuter + hemInner) / 2, bottom - 8],
    curve(hip * 0.62, bottom - 300, hip * 0.6, crotch, waist * 0.58, WAIST + 60),
  );
  const knee = open(
    [hip - 6, crotch + 190],
    curve(hip * 0.8, crotch + 180, hip * 0.6, crotch + 210, hip * 0.42, crotch + 190),
  );
  const fork = open([2, crotch], curve(40, crotch - 10, 90, crotch - 40, 140, crotch - 50));
  const band = symmetric(
    [0, WAIST],
    curve(waist * 0.5, WAIST, waist * 0.8, WAIST - 4, waist + 2, WAIST - 8),
    line(waist + 4, WAIST + 36),
    curve(waist * 0.8, WAIST + 44, waist * 0.5, WAIST + 48, 0, WAIST + 48),
  );
  const pocket = open(
    [waist * 0.62, WAIST + 48],
    curve(waist * 0.78, WAIST + 110, waist + 4, WAIST + 150, hip - 8, WAIST + 170),
  );
  const hems = cut.turnUp
    ? pair(rectangle(hemInner - 4, bottom - 46, hemOuter - hemInner + 8, 56, 6)).map(
        (shape): Layer => ({ kind: 'piece', shape, cloth: 'main' }),
      )
    : pair(open([hemInner, bottom - 22], line(hemOuter, bottom - 24))).map(
        (shape): Layer => ({ kind: 'stitch', shape }),
      );
  return [
    { kind: 'piece', shape: legs, cloth: 'main', folds: [...pair(crease), ...pair(knee), ...pair(fork)] },
    ...hems,
    { kind: 'seam', shape: open([0, WAIST + 48], line(0, crotch)) },
    {
      kind: 'stitch',
      shape: open([14, WAIST + 50], curve(40, WAIST + 160, 36, WAIST + 220, 4, WAIST + 250)),
    },
    ...pair(pocket).map((shape): Layer => ({ kind: 'seam', shape })),
    ...(cut.front === 'pleated'
      ? [0.3, 0.48]
          .flatMap((share) => pair(open([waist * share, WAIST + 48], line(waist * share + 10, WAIST + 170))))
          .map((shape): Layer => ({ kind: 'seam', shape }))
      : []),
    { kind: 'piece', shape: band, cloth: cut.waistband === 'elastic' ? 'trim' : 'main', grain: 90 },
    ...waistLayers(cut),
  ];
}

function waistLayers(cut: TrouserCut): Layer[] {
  if (cut.waistband === 'elastic') {
    return [
      open([-14, WAIST + 24], curve(-40, WAIST + 90, -30, WAIST + 140, -44, WAIST + 180)),
      open([14, WAIST + 24], curve(40, WAIST + 80, 26, WAIST + 130, 36, WAIST + 166)),
    ].map((shape): Layer => ({ kind: 'cord', shape, cloth: 'trim', width: 8 }));
  }
  const loops = [0.35, 0.78].flatMap((share) => pair(rectangle(cut.waist * share, WAIST - 8, 14, 62, 3)));
  return [
    ...loops.map((shape): Layer => ({ kind: 'piece', shape, cloth: 'main' })),
    { kind: 'button', at: [0, WAIST + 24], radius: 11 },
  ];
}

export interface SkirtCut {
  waist: number;
  hip: number;
  hem: number;
  bottom: number;
  style: 'plain' | 'pleated' | 'buttoned' | 'wrap';
}

export function drawSkirt(cut: SkirtCut): Drawing {
  const { waist, hip, hem, bottom } = cut;
  const top = 170;
  const body = symmetric(
    [0, top + 40],
    curve(waist * 0.5, top + 40, waist * 0.8, top + 38, waist, top + 34),
    curve(waist + 24, top + 120, hip, top + 210, hip + 4, top + 280),
    curve(hip + 16, bottom - 200, hem - 6, bottom - 60, hem, bottom - 20),
    curve(hem * 0.7, bottom + 14, hem * 0.3, bottom + 22, 0, bottom + 22),
  );
  const falls = [0.12, 0.38, 0.66].flatMap((share) =>
    pair(
      open(
        [hem * share, bottom + 14],
        curve(hem * share, bottom - 200, hip * share, top + 300, waist * share + 6, top + 120),
      ),
    ),
  );
  const band = symmetric(
    [0, top],
    curve(waist * 0.5, top, waist * 0.8, top - 2, waist + 2, top - 6),
    line(waist + 4, top + 40),
    curve(waist * 0.8, top + 48, waist * 0.5, top + 50, 0, top + 50),
  );
  return [
    { kind: 'piece', shape: body, cloth: 'main', folds: falls },
    ...skirtDetails(cut, top),
    {
      kind: 'stitch',
      shape: open(
        [-hem + 4, bottom - 40],
        curve(-hem * 0.5, bottom - 6, hem * 0.5, bottom - 6, hem - 4, bottom - 40),
      ),
    },
    { kind: 'piece', shape: band, cloth: 'trim', grain: 90 },
  ];
}

function skirtDetails(cut: SkirtCut, top: number): Layer[] {
  const { waist, hem, bottom } = cut;
  switch (cut.style) {
    case 'plain':
      return [
        { kind: 'seam', shape: open([-waist * 0.5, top + 50], line(-waist * 0.56, top + 160)) },
        { kind: 'seam', shape: open([waist * 0.5, top + 50], line(waist * 0.56, top + 160)) },
      ];
    case 'pleated':
      return Array.from({ length: 13 }, (_, index) => (index - 6) / 6.6).map(
        (share): Layer => ({
          kind: 'seam',
          shape: open(
            [waist * share, top + 46],
            curve(
              waist * share * 1.2,
              top + 250,
              hem * share,
              bottom - 200,
              hem * share,
              bottom + 16 - Math.abs(share) * 36,
            ),
          ),
        }),
      );
    case 'buttoned':
      return [
        { kind: 'seam', shape: open([26, top + 48], line(30, bottom + 18)) },
        ...Array.from(
          { length: 7 },
          (_, index): Layer => ({
            kind: 'button',
            at: [0, top + 90 + (index * (bottom - top - 140)) / 6],
            radius: 12,
          }),
        ),
      ];
    case 'wrap':
      return [
        {
          kind: 'seam',
          shape: open(
            [waist * 0.5, top + 48],
            curve(waist * 0.8, top + 300, hem * 0.3, bottom - 160, hem * 0.26, bottom + 18),
          ),
        },
        {
          kind: 'cord',
          shape: open(
            [waist * 0.55, top + 24],
            curve(waist * 0.9, top + 90, waist * 0.66, top + 150, waist * 0.8, top + 230),
          ),
          cloth: 'trim',
          width: 13,
        },
      ];
  }
}
