import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { catalogueProducts } from '../catalogue.ts';
import { productLook } from '../product.ts';
import { drawGarment } from './garment.ts';
import { FULL_CANVAS, sceneSvg } from './scene.ts';

const surface = { from: '#f2efe9', to: '#e0dbd1' };
const frame = { width: 500, height: 600, ...FULL_CANVAS };
const scenes = catalogueProducts().map(({ product }) => ({
  sku: product.sku,
  svg: sceneSvg(drawGarment(product.garment), productLook(product), surface, frame),
}));

describe('the picture of a garment', () => {
  it.each(scenes)('of $sku is well-formed SVG without a stray number', async ({ svg }) => {
    expect(await sharp(Buffer.from(svg)).metadata()).toMatchObject({
      format: 'svg',
      width: 500,
      height: 600,
    });
    expect(svg).not.toMatch(/NaN|undefined|Infinity/);
  });

  it('is different for every style', () => {
    expect(new Set(scenes.map((scene) => scene.svg)).size).toBe(scenes.length);
  });
});
