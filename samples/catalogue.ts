/** The sample collection: 39 styles in six categories. Linesheets, order and truth are all made from this list. */
import { COLOURS as C, type Colour } from './brand.ts';
import {
  accessory,
  coat,
  dress,
  type Garment,
  jacket,
  knit,
  shirt,
  skirt,
  trousers,
} from './drawing/garment.ts';
import type { ClothLook } from './drawing/scene.ts';
import type { Weave } from './drawing/weave.ts';
import { type SampleCategory, type SampleProduct, SIZES, type SizeRun } from './product.ts';

type Colours = readonly [Colour, ...Colour[]];

interface Drawn {
  garment: Garment;
  weave?: Weave;
  trim?: ClothLook;
  tag?: 'New' | 'Core';
}

function style(
  number: number,
  name: string,
  [wholesale, rrp]: readonly [number, number],
  colours: Colours,
  sizes: SizeRun,
  [composition, origin]: readonly [string, string],
  drawn: Drawn,
): SampleProduct {
  const { garment, weave = { kind: 'plain' }, trim = null, tag = null } = drawn;
  return {
    sku: `HV26-${number}`,
    name,
    wholesale,
    rrp,
    colours,
    sizes,
    composition,
    origin,
    garment,
    weave,
    trim,
    tag,
  };
}

const rib = (colour: Colour, pitch = 12): ClothLook => ({ color: colour.hex, weave: { kind: 'rib', pitch } });
const leather = (colour: Colour): ClothLook => ({ color: colour.hex, weave: { kind: 'leather' } });
const cloth = (colour: Colour, weave: Weave = { kind: 'plain' }): ClothLook => ({ color: colour.hex, weave });
const hide: Weave = { kind: 'leather' };

const outerwear: SampleCategory = {
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

const knitwear: SampleCategory = {
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

const shirts: SampleCategory = {
  name: 'Shirts & Blouses',
  delivery: '15 Jul – 30 Aug 2026',
  note: 'Single-needle seams, buttons of corozo and shell.',
  columns: 3,
  rows: 2,
  products: [
    style(
      3004,
      'Deckhand Oxford Shirt',
      [46, 115],
      [C.chalk, C.sky],
      SIZES.regular,
      ['100% organic cotton', 'Portugal'],
      {
        garment: shirt(),
        trim: cloth(C.ecru),
        tag: 'Core',
      },
    ),
    style(
      3009,
      'Lodge Flannel Shirt',
      [52, 130],
      [C.brick, C.pine],
      SIZES.regular,
      ['100% brushed cotton', 'Portugal'],
      {
        garment: shirt({ pockets: 'none' }),
        weave: { kind: 'check', color: '#23283a', size: 64, accent: '#f1e6d0' },
        trim: cloth(C.black),
      },
    ),
    style(
      3013,
      'Signal Pinstripe Shirt',
      [49.5, 124],
      [C.sky, C.ecru],
      SIZES.short,
      ['97% cotton, 3% elastane', 'Turkey'],
      {
        garment: shirt({ pockets: 'none', tails: true }),
        weave: { kind: 'pinstripe', color: '#ffffff', gap: 18 },
        trim: cloth(C.chalk),
      },
    ),
    style(
      3018,
      'Cord Overshirt',
      [68, 170],
      [C.rust, C.moss, C.navy],
      SIZES.regular,
      ['100% cotton corduroy', 'Lithuania'],
      {
        garment: shirt({ tails: false, pockets: 'flap', bottom: 880 }),
        weave: { kind: 'cord' },
        trim: cloth(C.bark),
        tag: 'New',
      },
    ),
    style(
      3022,
      'Willow Dot Blouse',
      [56, 140],
      [C.pine, C.claret],
      SIZES.regular,
      ['100% lyocell', 'Turkey'],
      {
        garment: shirt({
          neck: 'mock',
          front: 'placket',
          sleeve: 'wide',
          pockets: 'none',
          tails: false,
          bottom: 830,
        }),
        weave: { kind: 'dots', color: C.ecru.hex },
        trim: cloth(C.pine),
      },
    ),
    style(
      3026,
      'Chandler Denim Shirt',
      [58, 145],
      [C.harbour, C.graphite],
      SIZES.regular,
      ['100% cotton denim', 'Turkey'],
      {
        garment: shirt({ pockets: 'chest' }),
        weave: { kind: 'denim' },
        trim: cloth(C.chalk),
      },
    ),
  ],
};

const trouserStyles: SampleCategory = {
  name: 'Trousers & Denim',
  delivery: '1 Aug – 15 Sep 2026',
  note: 'Inseam 76 cm unless noted; shrinkage below 2 %.',
  columns: 3,
  rows: 2,
  products: [
    style(
      4003,
      'Rigger Straight Jean',
      [62, 155],
      [C.harbour, C.black],
      SIZES.waist,
      ['99% cotton, 1% elastane', 'Turkey'],
      {
        garment: trousers({ hemOuter: 204, hemInner: 70 }),
        weave: { kind: 'denim' },
        trim: cloth(C.ochre),
        tag: 'Core',
      },
    ),
    style(
      4007,
      'Pier Pleated Trouser',
      [68, 170],
      [C.oat, C.graphite],
      SIZES.waist,
      ['98% cotton, 2% elastane', 'Portugal'],
      {
        garment: trousers({ front: 'pleated', turnUp: true }),
        weave: { kind: 'twill' },
        trim: cloth(C.bark),
      },
    ),
    style(
      4011,
      'Cove Cord Pull-On',
      [54, 135],
      [C.graphite, C.ochre, C.pine],
      SIZES.regular,
      ['100% cotton corduroy', 'Lithuania'],
      {
        garment: trousers({ waistband: 'elastic', hemOuter: 180, hemInner: 62 }),
        weave: { kind: 'cord' },
        trim: rib(C.graphite, 10),
      },
    ),
    style(
      4016,
      'Warden Wool Trouser',
      [86, 215],
      [C.slate, C.black],
      SIZES.waist,
      ['100% virgin wool', 'Italy'],
      {
        garment: trousers({ front: 'pleated', hemOuter: 196, hemInner: 66 }),
        weave: { kind: 'herringbone' },
        trim: cloth(C.black),
      },
    ),
    style(
      4020,
      'Salt Wide-Leg Trouser',
      [72, 180],
      [C.claret, C.navy],
      SIZES.regular,
      ['64% viscose, 36% wool', 'Turkey'],
      {
        garment: trousers({ hip: 222, hemOuter: 256, hemInner: 44, front: 'pleated' }),
        weave: { kind: 'plain' },
        trim: cloth(C.bark),
        tag: 'New',
      },
    ),
    style(
      4025,
      'Harrow Check Trouser',
      [78, 195],
      [C.fog, C.camel],
      SIZES.waist,
      ['70% wool, 30% polyamide', 'Portugal'],
      {
        garment: trousers({ hemOuter: 188, hemInner: 64, turnUp: true }),
        weave: { kind: 'check', color: '#5c5d5f', size: 44, accent: C.claret.hex },
        trim: cloth(C.graphite),
      },
    ),
  ],
};

const dresses: SampleCategory = {
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

const accessories: SampleCategory = {
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

/** The categories in the order in which the linesheet prints them. */
export const CATALOGUE: readonly SampleCategory[] = [
  outerwear,
  knitwear,
  shirts,
  trouserStyles,
  dresses,
  accessories,
];

/** Every product with the category it is printed under. */
export function catalogueProducts(): { category: SampleCategory; product: SampleProduct }[] {
  return CATALOGUE.flatMap((category) => category.products.map((product) => ({ category, product })));
}
