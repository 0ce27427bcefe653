/** Sweaters, cardigans and vests of the sample collection. */
import { COLOURS as C } from '../brand.ts';
import { knit } from '../drawing/garment.ts';
import { type SampleCategory, SIZES } from '../product.ts';
import { cloth, rib, style } from './style.ts';

export const knitwear: SampleCategory = {
  name: 'Knitwear',
  delivery: '1 Aug – 15 Sep 2026',
  note: 'Mulesing-free wool, knitted to shape and linked by hand.',
  columns: 3,
  rows: 3,
  products: [
    style(
      2005,
      'Fisher Cable Crew',
      [72, 180],
      [C.ecru, C.harbour, C.moss],
      SIZES.regular,
      ['100% lambswool', 'Scotland'],
      {
        garment: knit(),
        weave: { kind: 'cable' },
        trim: rib(C.ecru),
        tag: 'Core',
      },
    ),
    style(
      2008,
      'Tidal Roll Neck',
      [64, 160],
      [C.brick, C.navy, C.fog],
      SIZES.regular,
      ['100% merino wool', 'Italy'],
      {
        garment: knit({ neck: 'roll' }),
        weave: { kind: 'rib', pitch: 16 },
        trim: rib(C.brick),
      },
    ),
    style(
      2012,
      'Breton Boat Neck',
      [48.5, 122],
      [C.chalk, C.navy],
      SIZES.regular,
      ['100% organic cotton', 'Portugal'],
      {
        garment: knit({ neck: 'boat', ribbed: false }),
        weave: { kind: 'stripe', color: C.navy.hex, width: 14, gap: 34 },
        trim: cloth(C.chalk),
        tag: 'Core',
      },
    ),
    style(
      2016,
      'Vale Button Cardigan',
      [79, 198],
      [C.moss, C.oat, C.claret],
      SIZES.regular,
      ['90% wool, 10% cashmere', 'Scotland'],
      {
        garment: knit({ neck: 'vee', front: 'buttons', pockets: 'patch' }),
        weave: { kind: 'knit' },
        trim: rib(C.moss),
      },
    ),
    style(
      2023,
      'Lantern Fair Isle Crew',
      [84, 210],
      [C.harbour, C.pine],
      SIZES.short,
      ['100% Shetland wool', 'Scotland'],
      {
        garment: knit(),
        weave: { kind: 'fairisle', color: C.ecru.hex, accent: C.rust.hex },
        trim: rib(C.harbour),
        tag: 'New',
      },
    ),
    style(
      2027,
      'Drift Mock Neck',
      [58, 145],
      [C.heather, C.black],
      SIZES.regular,
      ['70% viscose, 30% merino wool', 'Italy'],
      {
        garment: knit({ neck: 'mock', waist: 196, hem: 196 }),
        weave: { kind: 'rib', pitch: 9 },
        trim: rib(C.heather, 9),
      },
    ),
    style(
      2031,
      'Mooring Zip Cardigan',
      [92, 230],
      [C.navy, C.graphite],
      SIZES.short,
      ['100% lambswool', 'Scotland'],
      {
        garment: knit({ neck: 'stand', front: 'zip', pockets: 'welt' }),
        weave: { kind: 'knit' },
        trim: rib(C.navy),
      },
    ),
    style(
      2036,
      'Skerry Boucle Vest',
      [54, 135],
      [C.ochre, C.ecru],
      SIZES.three,
      ['60% alpaca, 40% polyamide', 'Portugal'],
      {
        garment: knit({ sleeve: 'none', neck: 'vee', shoulder: 176, bottom: 800 }),
        weave: { kind: 'boucle' },
        trim: rib(C.ochre),
        tag: 'New',
      },
    ),
    style(
      2040,
      'Anchor Striped Crew',
      [66, 165],
      [C.slate, C.rust],
      SIZES.regular,
      ['100% merino wool', 'Italy'],
      {
        garment: knit(),
        weave: { kind: 'stripe', color: C.ecru.hex, width: 44, gap: 60 },
        trim: rib(C.slate),
      },
    ),
  ],
};
