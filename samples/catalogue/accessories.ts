/** Bags, hats, scarves and boots of the sample collection. */
import { COLOURS as C } from '../brand.ts';
import { accessory } from '../drawing/garment.ts';
import { type SampleCategory, SIZES } from '../product.ts';
import { cloth, hide, leather, rib, style } from './style.ts';

export const accessories: SampleCategory = {
  name: 'Accessories & Footwear',
  delivery: '1 Sep – 15 Oct 2026',
  note: 'Leather vegetable tanned; footwear Blake stitched.',
  columns: 3,
  rows: 2,
  products: [
    style(
      6001,
      'Ferry Canvas Tote',
      [42, 105],
      [C.ecru, C.navy],
      SIZES.one,
      ['100% cotton canvas, leather trim', 'Portugal'],
      {
        garment: accessory('tote'),
        weave: { kind: 'twill' },
        trim: leather(C.tan),
        tag: 'Core',
      },
    ),
    style(
      6005,
      'Purser Crossbody Bag',
      [98, 245],
      [C.claret, C.black, C.tan],
      SIZES.one,
      ['100% cow leather', 'Spain'],
      {
        garment: accessory('crossbody'),
        weave: hide,
      },
    ),
    style(
      6010,
      'Bobble Rib Beanie',
      [19.5, 49],
      [C.ochre, C.navy, C.fog],
      SIZES.one,
      ['100% lambswool', 'Scotland'],
      {
        garment: accessory('beanie'),
        weave: { kind: 'rib', pitch: 20 },
        trim: cloth(C.ecru, { kind: 'boucle' }),
      },
    ),
    style(
      6014,
      'Estate Check Scarf',
      [34, 85],
      [C.slate, C.camel],
      SIZES.one,
      ['100% merino wool', 'Scotland'],
      {
        garment: accessory('scarf'),
        weave: { kind: 'check', color: '#2d3644', size: 110, accent: '#c9452f' },
        trim: cloth(C.navy),
      },
    ),
    style(
      6020,
      'Bollard Chelsea Boot',
      [112, 280],
      [C.bark, C.black],
      SIZES.shoe,
      ['100% cow leather, rubber sole', 'Spain'],
      {
        garment: accessory('chelsea-boot'),
        weave: hide,
        trim: rib(C.black, 8),
        tag: 'Core',
      },
    ),
    style(
      6024,
      'Trawler Lace Boot',
      [124, 310],
      [C.tan, C.graphite],
      SIZES.shoe,
      ['100% nubuck leather, rubber sole', 'Spain'],
      {
        garment: accessory('lace-boot'),
        weave: hide,
        trim: leather(C.bark),
        tag: 'New',
      },
    ),
  ],
};
