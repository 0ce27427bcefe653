/** Shirts and blouses of the sample collection. */
import { COLOURS as C } from '../brand.ts';
import { shirt } from '../drawing/garment.ts';
import { type SampleCategory, SIZES } from '../product.ts';
import { cloth, style } from './style.ts';

export const shirts: SampleCategory = {
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
