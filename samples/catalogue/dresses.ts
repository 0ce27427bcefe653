/** Dresses and skirts of the sample collection. */
import { COLOURS as C } from '../brand.ts';
import { dress, skirt } from '../drawing/garment.ts';
import { type SampleCategory, SIZES } from '../product.ts';
import { cloth, hide, leather, rib, style } from './style.ts';

export const dresses: SampleCategory = {
  name: 'Dresses & Skirts',
  delivery: '15 Aug – 30 Sep 2026',
  note: 'Lined in cupro; all dresses with side pockets.',
  columns: 3,
  rows: 2,
  products: [
    style(5002, 'Isla Dot Dress', [89, 223], [C.navy, C.pine], SIZES.regular, ['100% viscose', 'Turkey'], {
      garment: dress({ waist: 158 }),
      weave: { kind: 'dots', color: C.ecru.hex },
      trim: cloth(C.navy),
    }),
    style(
      5006,
      'Heath Cord Shirt Dress',
      [94, 235],
      [C.rust, C.harbour],
      SIZES.regular,
      ['100% cotton corduroy', 'Lithuania'],
      {
        garment: dress({ neck: 'shirt', front: 'buttons', belt: true, sleeve: 'wide' }),
        weave: { kind: 'cord' },
        trim: cloth(C.bark),
        tag: 'New',
      },
    ),
    style(
      5010,
      'Rill Knit Dress',
      [97.5, 244],
      [C.sage, C.black],
      SIZES.three,
      ['100% merino wool', 'Italy'],
      {
        garment: dress({ neck: 'mock', waist: 166, hem: 216, bottom: 960 }),
        weave: { kind: 'rib', pitch: 14 },
        trim: rib(C.sage),
      },
    ),
    style(
      5015,
      'Glen Pleated Skirt',
      [76, 190],
      [C.slate, C.camel],
      SIZES.regular,
      ['55% wool, 45% polyester', 'Portugal'],
      {
        garment: skirt({ style: 'pleated' }),
        weave: { kind: 'check', color: '#394453', size: 80, accent: '#d9c7a0' },
        trim: cloth(C.graphite),
        tag: 'Core',
      },
    ),
    style(
      5019,
      'Saddler Leather Skirt',
      [168, 420],
      [C.tan, C.black],
      SIZES.short,
      ['100% lamb leather', 'Italy'],
      {
        garment: skirt({ style: 'buttoned', bottom: 860 }),
        weave: hide,
      },
    ),
    style(
      5023,
      'Rowan Wrap Skirt',
      [69, 173],
      [C.moss, C.brick],
      SIZES.regular,
      ['80% wool, 20% polyamide', 'Portugal'],
      {
        garment: skirt({ style: 'wrap', hem: 244 }),
        weave: { kind: 'herringbone' },
        trim: leather(C.bark),
      },
    ),
  ],
};
