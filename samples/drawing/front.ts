/** Closures and pockets of upper-body garments. */
import { neckOpening } from './neckline.ts';
import type { Layer } from './scene.ts';
import { curve, line, mirrored, open, pair, rectangle, type Shape } from './shape.ts';
import type { TopCut } from './top.ts';

function buttonsAlong(x: number, from: number, to: number, count: number, radius: number): Layer[] {
  const gap = count > 1 ? (to - from) / (count - 1) : 0;
  return Array.from(
    { length: count },
    (_, index): Layer => ({ kind: 'button', at: [x, from + gap * index], radius }),
  );
}

function toggle(y: number): Layer[] {
  const loop = open([-70, y], curve(-30, y - 14, 10, y - 12, 22, y), curve(10, y + 12, -30, y + 14, -70, y));
  return [
    { kind: 'cord', shape: loop, cloth: 'sole', width: 5 },
    { kind: 'cord', shape: open([26, y], line(76, y)), cloth: 'sole', width: 5 },
    { kind: 'piece', shape: rectangle(-16, y - 11, 58, 22, 11), cloth: 'metal' },
  ];
}

function closureLayers(cut: TopCut): Layer[] {
  const from = cut.top + neckOpening(cut.neck);
  const to = cut.bottom;
  const edge = (x: number): Layer => ({
    kind: 'seam',
    shape: open([x, from + 4], line(x, to + (cut.tails ? 4 : 8))),
  });
  switch (cut.front) {
    case 'plain':
      return [];
    case 'buttons': {
      const count = Math.max(3, Math.round((to - from) / (cut.neck === 'shirt' ? 95 : 125)));
      const stitches = [-24, 24].map(
        (x): Layer => ({ kind: 'stitch', shape: open([x, from + 14], line(x, to)) }),
      );
      return [
        edge(28),
        ...stitches,
        ...buttonsAlong(2, from + 40, to - 60, count, cut.neck === 'shirt' ? 9 : 13),
      ];
    }
    case 'double':
      return [
        edge(62),
        ...buttonsAlong(36, from + 30, Math.min(to - 180, from + 330), 4, 15),
        ...buttonsAlong(-56, from + 30, Math.min(to - 180, from + 330), 4, 15),
      ];
    case 'zip':
      return [
        { kind: 'piece', shape: rectangle(-15, from - 6, 30, to - from + 14), cloth: 'trim' },
        { kind: 'cord', shape: open([0, from], line(0, to)), cloth: 'metal', width: 7 },
        { kind: 'piece', shape: rectangle(-6, from + 8, 12, 44, 6), cloth: 'metal' },
      ];
    case 'placket':
      return [
        { kind: 'piece', shape: rectangle(-22, from - 8, 44, 190, 4), cloth: 'main' },
        ...buttonsAlong(0, from + 28, from + 150, 3, 9),
      ];
    case 'toggles':
      return [edge(40), ...[0, 1, 2, 3].flatMap((index) => toggle(from + 50 + index * 125))];
  }
}

function patch(x: number, y: number, width: number, height: number): Layer[] {
  const shape = rectangle(x, y, width, height, 14);
  const top = open([x + 6, y + 18], line(x + width - 6, y + 18));
  return [
    { kind: 'piece', shape, cloth: 'main' },
    { kind: 'stitch', shape: top },
  ];
}

function both(layers: readonly Layer[]): Layer[] {
  const flipped = layers.map(
    (layer): Layer => ('shape' in layer ? { ...layer, shape: mirrored(layer.shape) } : layer),
  );
  return [...layers, ...flipped];
}

function pocketLayers(cut: TopCut): Layer[] {
  const low = Math.min(cut.bottom - 210, cut.top + 500);
  const x = cut.waist * 0.36;
  const width = cut.waist * 0.52;
  switch (cut.pockets) {
    case 'none':
      return [];
    case 'patch':
      return both(patch(x, low, width, 140));
    case 'flap':
      return both([
        ...patch(x, low, width, 130),
        { kind: 'piece', shape: rectangle(x - 4, low - 6, width + 8, 46, 10), cloth: 'main' },
      ]);
    case 'chest':
      return patch(cut.chest * 0.3, cut.top + 210, cut.chest * 0.42, 110);
    case 'welt': {
      const slit: Shape = open([x + width * 0.2, low + 90], line(x + width, low));
      return pair(slit).map((shape): Layer => ({ kind: 'cord', shape, cloth: 'inside', width: 11 }));
    }
    case 'kangaroo': {
      const y = cut.bottom - 240;
      const shape = rectangle(-150, y, 300, 180, 36);
      return [
        { kind: 'piece', shape, cloth: 'main' },
        { kind: 'stitch', shape: open([-140, y + 20], line(140, y + 20)) },
      ];
    }
  }
}

export function frontLayers(cut: TopCut): Layer[] {
  return [...pocketLayers(cut), ...closureLayers(cut)];
}
