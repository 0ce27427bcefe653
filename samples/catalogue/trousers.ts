/** Trousers and jeans of the sample collection. */
import { COLOURS as C } from '../brand.ts';
import { trousers } from '../drawing/garment.ts';
import { type SampleCategory, SIZES } from '../product.ts';
import { cloth, rib, style } from './style.ts';

export const trouserStyles: SampleCategory = {
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
