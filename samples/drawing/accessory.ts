/** Bags, hats, scarves and boots. */
import type { Drawing, Layer } from './scene.ts';
import { closed, curve, line, open, pair, placed, rectangle, type Shape, symmetric } from './shape.ts';

export type Accessory = 'tote' | 'crossbody' | 'beanie' | 'scarf' | 'chelsea-boot' | 'lace-boot';

function tote(): Drawing {
  const body = symmetric(
    [0, 400],
    line(258, 396),
    curve(266, 600, 284, 800, 290, 920),
    curve(290, 956, 270, 962, 240, 964),
    line(0, 966),
  );
  const handle = (top: number) =>
    open([-130, 430], curve(-136, 240, -110, top, 0, top), curve(110, top, 136, 240, 130, 430));
  const tab = rectangle(112, 396, 40, 110, 8);
  return [
    { kind: 'cord', shape: handle(120), cloth: 'trim', width: 24 },
    {
      kind: 'piece',
      shape: body,
      cloth: 'main',
      folds: [
        open([-200, 960], curve(-180, 800, -230, 700, -200, 560)),
        open([150, 960], curve(120, 840, 180, 760, 160, 640)),
      ],
    },
    {
      kind: 'piece',
      shape: symmetric(
        [0, 858],
        line(284, 858),
        line(290, 930),
        curve(290, 956, 270, 962, 240, 964),
        line(0, 966),
      ),
      cloth: 'trim',
    },
    { kind: 'stitch', shape: open([-256, 420], line(256, 420)) },
    { kind: 'cord', shape: handle(176), cloth: 'trim', width: 24 },
    ...pair(tab).map((shape): Layer => ({ kind: 'piece', shape, cloth: 'trim' })),
  ];
}

function crossbody(): Drawing {
  const body = symmetric(
    [0, 500],
    line(236, 496),
    curve(256, 500, 262, 520, 262, 560),
    line(258, 820),
    curve(250, 880, 220, 890, 170, 892),
    line(0, 894),
  );
  const flap = symmetric(
    [0, 488],
    line(240, 486),
    curve(258, 492, 264, 520, 262, 566),
    curve(250, 690, 170, 736, 0, 742),
  );
  const strap = open([-236, 520], curve(-330, 300, -180, 90, 20, 130), curve(200, 166, 300, 320, 238, 520));
  return [
    { kind: 'cord', shape: strap, cloth: 'trim', width: 22 },
    {
      kind: 'piece',
      shape: body,
      cloth: 'main',
      folds: [open([-180, 888], curve(-100, 850, 100, 850, 190, 886))],
    },
    {
      kind: 'piece',
      shape: flap,
      cloth: 'main',
      folds: [open([-200, 520], curve(-80, 560, 80, 560, 200, 520))],
    },
    {
      kind: 'stitch',
      shape: open([-246, 570], curve(-234, 680, -150, 722, 0, 728), curve(150, 722, 234, 680, 246, 570)),
    },
    { kind: 'piece', shape: rectangle(-26, 690, 52, 74, 12), cloth: 'metal' },
    ...pair(rectangle(222, 492, 34, 44, 8)).map((shape): Layer => ({ kind: 'piece', shape, cloth: 'metal' })),
  ];
}

function beanie(): Drawing {
  const crown = symmetric([0, 240], curve(170, 244, 268, 400, 282, 660), line(282, 740), line(0, 752));
  const brim = symmetric(
    [0, 664],
    curve(150, 664, 240, 658, 300, 640),
    curve(312, 700, 312, 780, 300, 838),
    curve(200, 868, 100, 872, 0, 872),
  );
  const pompom = symmetric([0, 136], curve(60, 132, 86, 176, 84, 206), curve(86, 252, 50, 282, 0, 282));
  return [
    { kind: 'piece', shape: pompom, cloth: 'trim' },
    {
      kind: 'piece',
      shape: crown,
      cloth: 'main',
      folds: [...pair(open([150, 660], curve(140, 500, 90, 380, 30, 270))), open([0, 660], line(0, 290))],
    },
    {
      kind: 'piece',
      shape: brim,
      cloth: 'main',
      folds: [open([-290, 846], curve(-100, 872, 100, 872, 290, 846))],
    },
    { kind: 'piece', shape: rectangle(170, 730, 66, 56, 3), cloth: 'sole' },
  ];
}

function scarf(): Drawing {
  const fringe = (left: number, y: number): Layer[] =>
    Array.from(
      { length: 14 },
      (_, index): Layer => ({
        kind: 'cord',
        shape: open(
          [left + 9 + index * 13.6, y],
          curve(
            left + 6 + index * 13.6,
            y + 20,
            left + 13 + index * 13.6,
            y + 36,
            left + 7 + index * 13.8,
            y + 62,
          ),
        ),
        cloth: 'main',
        width: 6,
      }),
    );
  const under = closed(
    [40, 190],
    line(232, 236),
    curve(214, 480, 208, 700, 214, 930),
    line(22, 930),
    curve(20, 700, 10, 420, 40, 190),
  );
  const over = closed(
    [-232, 150],
    curve(-140, 110, 160, 110, 240, 220),
    curve(210, 300, 40, 330, -30, 350),
    curve(-40, 480, -36, 640, -30, 850),
    line(-222, 850),
    curve(-226, 600, -240, 380, -232, 150),
  );
  return [
    ...fringe(22, 928),
    {
      kind: 'piece',
      shape: under,
      cloth: 'main',
      grain: 2,
      folds: [open([120, 930], curve(130, 700, 110, 500, 130, 300))],
    },
    ...fringe(-222, 848),
    {
      kind: 'piece',
      shape: over,
      cloth: 'main',
      grain: -3,
      folds: [
        open([-130, 850], curve(-120, 650, -140, 450, -110, 300)),
        open([-210, 250], curve(-100, 200, 100, 190, 220, 240)),
        open([-200, 330], curve(-100, 300, 0, 290, 120, 290)),
      ],
    },
  ];
}

interface BootParts {
  upper: Shape;
  sole: Shape;
  gusset: Shape;
  loop: Shape;
}

function bootParts(height: number): BootParts {
  return {
    upper: closed(
      [-170, -height],
      curve(-110, -height - 16, -30, -height - 14, 24, -height),
      curve(34, -300, 40, -230, 90, -190),
      curve(190, -150, 330, -130, 356, -60),
      curve(362, -36, 360, -16, 352, 0),
      line(-186, 0),
      curve(-206, -90, -176, -220, -170, -height),
    ),
    sole: closed(
      [-192, -14],
      line(358, -14),
      curve(372, 14, 366, 38, 340, 40),
      line(20, 40),
      line(4, 62),
      line(-180, 62),
      curve(-196, 40, -196, 10, -192, -14),
    ),
    gusset: closed(
      [-96, -height + 6],
      line(-26, -height + 6),
      curve(-32, -300, -30, -240, -46, -200),
      line(-80, -200),
      curve(-92, -260, -92, -330, -96, -height + 6),
    ),
    loop: rectangle(-166, -height - 34, 24, 62, 8),
  };
}

function boot(laced: boolean, at: { dx: number; dy: number; scale: number; degrees: number }): Layer[] {
  const height = laced ? 470 : 420;
  const parts = bootParts(height);
  const put = (shape: Shape) => placed(shape, at);
  const toe = open([180, -6], curve(176, -70, 200, -120, 250, -142));
  const heel = open([-120, -4], curve(-130, -70, -140, -110, -178, -130));
  const lacing = Array.from({ length: 6 }, (_, row) => {
    const y = -height + 60 + row * 46;
    const x = 20 + Math.max(0, row - 3) * 20;
    return open([x - 66, y + 10], curve(x - 40, y - 12, x - 10, y - 12, x + 10, y + 4));
  });
  return [
    { kind: 'piece', shape: put(parts.loop), cloth: 'trim' },
    {
      kind: 'piece',
      shape: put(parts.upper),
      cloth: 'main',
      folds: [
        put(open([40, -210], curve(10, -180, -40, -170, -90, -190))),
        put(open([100, -186], curve(140, -150, 150, -100, 140, -40))),
        put(open([-170, -150], curve(-120, -130, -80, -140, -40, -120))),
      ],
    },
    { kind: 'seam', shape: put(toe) },
    { kind: 'stitch', shape: put(placed(toe, { dx: -9, dy: 0 })) },
    { kind: 'seam', shape: put(heel) },
    ...(laced
      ? lacing.map((shape): Layer => ({ kind: 'cord', shape: put(shape), cloth: 'trim', width: 8 }))
      : [{ kind: 'piece' as const, shape: put(parts.gusset), cloth: 'trim' as const }]),
    { kind: 'piece', shape: put(parts.sole), cloth: 'sole' },
    { kind: 'stitch', shape: put(open([-184, 4], line(352, 4))) },
  ];
}

function boots(laced: boolean): Drawing {
  return [
    ...boot(laced, { dx: -40, dy: 600, scale: 0.92, degrees: -3 }),
    ...boot(laced, { dx: -110, dy: 912, scale: 1, degrees: 2 }),
  ];
}

export function drawAccessory(accessory: Accessory): Drawing {
  switch (accessory) {
    case 'tote':
      return tote();
    case 'crossbody':
      return crossbody();
    case 'beanie':
      return beanie();
    case 'scarf':
      return scarf();
    case 'chelsea-boot':
      return boots(false);
    case 'lace-boot':
      return boots(true);
  }
}
