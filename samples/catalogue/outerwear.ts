/** Coats and jackets of the sample collection. */
import { COLOURS as C } from '../brand.ts';
import { coat, jacket } from '../drawing/garment.ts';
import { type SampleCategory, SIZES } from '../product.ts';
import { cloth, leather, style } from './style.ts';

export const outerwear: SampleCategory = {
  name: 'Outerwear',
  delivery: '15 Jul – 30 Aug 2026',
  note: 'Wool cloth woven in Yorkshire weights; shells with recycled wadding.',
  columns: 3,
  rows: 2,
  products: [
    style(
      1010,
      'Pilot Duffle Coat',
      [164, 410],
      [C.camel, C.navy],
      SIZES.regular,
      ['80% wool, 20% polyamide', 'Portugal'],
      {
        garment: coat({ top: 190, bottom: 1010, neck: 'hood', front: 'toggles', pockets: 'patch' }),
        weave: { kind: 'boucle' },
        trim: leather(C.bark),
        tag: 'New',
      },
    ),
    style(
      1014,
      'Quay Car Coat',
      [148, 370],
      [C.navy, C.graphite, C.oat],
      SIZES.regular,
      ['70% wool, 30% recycled polyester', 'Portugal'],
      {
        garment: coat({ bottom: 930 }),
        weave: { kind: 'twill' },
        tag: 'Core',
      },
    ),
    style(
      1021,
      'Estuary Belted Coat',
      [189.5, 475],
      [C.fog, C.black],
      SIZES.regular,
      ['100% virgin wool', 'Italy'],
      {
        garment: coat({ belt: true, front: 'double', pockets: 'welt' }),
        weave: { kind: 'herringbone' },
      },
    ),
    style(
      1032,
      'Marsh Quilted Jacket',
      [98, 245],
      [C.moss, C.navy, C.rust],
      SIZES.regular,
      ['100% recycled polyamide', 'Lithuania'],
      {
        garment: jacket({ pockets: 'patch' }),
        weave: { kind: 'quilt' },
        trim: cloth(C.bark, { kind: 'cord' }),
        tag: 'Core',
      },
    ),
    style(
      1037,
      'Keel Pea Coat',
      [156, 390],
      [C.black, C.harbour],
      SIZES.short,
      ['75% wool, 25% polyamide', 'Portugal'],
      {
        garment: coat({ front: 'double', pockets: 'welt', bottom: 850, hem: 222 }),
        weave: { kind: 'twill' },
        trim: cloth(C.black, { kind: 'cord' }),
      },
    ),
    style(
      1043,
      'Slipway Field Jacket',
      [119, 298],
      [C.oat, C.moss],
      SIZES.short,
      ['100% waxed cotton', 'Lithuania'],
      {
        garment: jacket({ neck: 'shirt', front: 'buttons', pockets: 'flap', bottom: 880 }),
        weave: { kind: 'twill' },
        trim: cloth(C.bark, { kind: 'cord' }),
        tag: 'New',
      },
    ),
  ],
};
