/** Necks and collars of upper-body garments. */
import type { Layer } from './scene.ts';
import { closed, curve, line, mirrored, open, pair, type Shape, symmetric } from './shape.ts';
import type { TopCut } from './top.ts';

/** How far the front of the neck lies below the point where neck and shoulder meet. */
export function neckOpening(neck: TopCut['neck']): number {
  switch (neck) {
    case 'lapel':
      return 250;
    case 'vee':
      return 170;
    case 'hood':
      return 120;
    case 'crew':
      return 62;
    case 'shirt':
      return 74;
    case 'boat':
      return 34;
    case 'roll':
    case 'mock':
    case 'stand':
      return 44;
  }
}

/** A band that follows the neck line at a constant width. */
function band(cut: TopCut, width: number): Shape {
  const low = cut.top + neckOpening(cut.neck);
  const half = cut.neckWidth;
  const bend = cut.neck === 'vee' ? 0.3 : 0.62;
  return symmetric(
    [0, low - 4],
    curve(half * bend, low - 8, half * 0.9, cut.top + 36, half - 8, cut.top - 8),
    line(half + width - 8, cut.top + 8),
    curve(half + width - 14, cut.top + 56, half * bend + width * 0.5, low + width - 4, 0, low + width),
  );
}

function tube(cut: TopCut, height: number): Layer[] {
  const half = cut.neckWidth;
  const shape = symmetric(
    [0, cut.top - height],
    curve(half * 0.6, cut.top - height, half * 0.95, cut.top - height - 2, half - 4, cut.top - height + 14),
    curve(half + 6, cut.top - 30, half + 4, cut.top - 8, half + 10, cut.top + 12),
    curve(half * 0.8, cut.top + 54, half * 0.4, cut.top + 60, 0, cut.top + 60),
  );
  const crease = open(
    [-half, cut.top - 4],
    curve(-half * 0.5, cut.top + 20, half * 0.5, cut.top + 20, half, cut.top - 4),
  );
  return [{ kind: 'piece', shape, cloth: 'trim', folds: height > 50 ? [crease] : [] }];
}

function shirtCollar(cut: TopCut): Layer[] {
  const { top, neckWidth: half } = cut;
  const back = symmetric(
    [0, top - 30],
    curve(half * 0.5, top - 32, half * 0.8, top - 26, half - 4, top - 6),
    line(half - 14, top + 20),
    curve(half * 0.5, top + 10, 20, top + 12, 0, top + 12),
  );
  const leaf = closed(
    [4, top + 66],
    curve(half * 0.4, top + 50, half * 0.8, top + 20, half - 6, top - 22),
    curve(half + 6, top - 12, half + 12, top, half + 14, top + 12),
    curve(half + 6, top + 60, half - 6, top + 90, half - 16, top + 118),
    curve(half * 0.5, top + 104, half * 0.2, top + 88, 4, top + 66),
  );
  const edge = open(
    [16, top + 70],
    curve(half * 0.3, top + 88, half * 0.5, top + 96, half - 22, top + 106),
    line(half + 4, top + 18),
  );
  return [
    { kind: 'piece', shape: back, cloth: 'main', grain: 90 },
    ...pair(leaf).map(
      (shape, index): Layer => ({ kind: 'piece', shape, cloth: 'main', grain: index === 0 ? 40 : -40 }),
    ),
    ...pair(edge).map((shape): Layer => ({ kind: 'stitch', shape })),
  ];
}

function lapels(cut: TopCut): Layer[] {
  const { top, neckWidth: half } = cut;
  const low = top + neckOpening('lapel');
  const lapel = closed(
    [0, low + 6],
    curve(half * 0.5, low - 80, half * 0.86, top + 90, half - 2, top + 10),
    line(half + 34, top + 52),
    line(half + 66, top + 92),
    curve(half + 60, top + 150, half * 0.7, low - 60, 0, low + 6),
  );
  const collar = closed(
    [half - 30, top - 40],
    curve(half - 6, top - 34, half + 20, top - 4, half + 24, top + 22),
    line(half + 46, top + 66),
    line(half - 6, top + 84),
    curve(half - 16, top + 50, half - 24, top + 10, half - 30, top - 40),
  );
  const back = symmetric(
    [0, top - 46],
    curve(half * 0.4, top - 48, half * 0.6, top - 46, half - 24, top - 40),
    line(half - 24, top + 6),
    curve(half * 0.4, top + 12, 20, top + 12, 0, top + 12),
  );
  return [
    { kind: 'piece', shape: back, cloth: 'trim', grain: 90 },
    { kind: 'piece', shape: lapel, cloth: 'main', grain: 16 },
    { kind: 'piece', shape: mirrored(lapel), cloth: 'main', grain: -16 },
    { kind: 'piece', shape: collar, cloth: 'trim', grain: 30 },
    { kind: 'piece', shape: mirrored(collar), cloth: 'trim', grain: -30 },
  ];
}

function hoodBehind(cut: TopCut): Layer[] {
  const { top, neckWidth: half } = cut;
  const outer = symmetric(
    [0, top - 136],
    curve(half * 0.9, top - 140, half + 40, top - 80, half + 34, top + 30),
    line(half - 30, top + 70),
    line(0, top + 60),
  );
  const inner = symmetric(
    [0, top - 104],
    curve(half * 0.7, top - 106, half + 4, top - 60, half - 2, top + 20),
    line(half * 0.5, top + 100),
    line(0, top + 118),
  );
  return [
    {
      kind: 'piece',
      shape: outer,
      cloth: 'main',
      folds: [open([-half, top - 60], curve(-half * 0.4, top - 120, half * 0.4, top - 120, half, top - 60))],
    },
    { kind: 'piece', shape: inner, cloth: 'inside' },
  ];
}

function hoodBefore(cut: TopCut): Layer[] {
  const { top, neckWidth: half } = cut;
  const low = top + neckOpening('hood');
  const edge = closed(
    [0, low + 16],
    curve(half * 0.4, low - 10, half * 0.84, top + 70, half - 8, top - 26),
    line(half + 34, top + 4),
    curve(half + 22, top + 80, half * 0.6, low + 26, 0, low + 44),
  );
  return pair(edge).map(
    (shape, index): Layer => ({ kind: 'piece', shape, cloth: 'main', grain: index === 0 ? 30 : -30 }),
  );
}

/** The layers of the neck that lie behind the body, or on top of it. */
export function necklineLayers(cut: TopCut, side: 'behind' | 'before'): Layer[] {
  if (side === 'behind') return cut.neck === 'hood' ? hoodBehind(cut) : [];
  switch (cut.neck) {
    case 'crew':
    case 'vee':
      return [{ kind: 'piece', shape: band(cut, 24), cloth: 'trim' }];
    case 'boat':
      return [{ kind: 'piece', shape: band(cut, 16), cloth: 'trim' }];
    case 'roll':
      return tube(cut, 74);
    case 'mock':
      return tube(cut, 34);
    case 'stand':
      return tube(cut, 44);
    case 'shirt':
      return shirtCollar(cut);
    case 'lapel':
      return lapels(cut);
    case 'hood':
      return hoodBefore(cut);
  }
}
