import { defaultDeckSettings } from '@docket/model/deck';
import { layOutDeck } from '@docket/model/deck/lay-out';
import { plainItem } from '@docket/model/deck/testing/arbitraries';
import { describe, expect, it } from 'vitest';
import sharp from '../reading/pictures/sharp.ts';
import { planPictures } from './picture-plan.ts';
import { preparePicture } from './prepare-picture.ts';

const settings = { ...defaultDeckSettings({ name: 'D', season: '' }), layout: 9 as const };

/** A deck of `count` items, each with a picture of its own. */
function deckOf(count: number, change: { layout?: 1 | 9; edge?: number } = {}) {
  const { layout = 9, edge = 1600 } = change;
  const items = Array.from({ length: count }, (_, index) =>
    plainItem(String(index), { image: { image_id: `p${index}`, width: edge, height: edge } }),
  );
  return layOutDeck({ settings: { ...settings, layout }, items, categories: [] });
}

describe('the pixels that a deck asks for', () => {
  it('are 200 an inch in the largest place in which a picture is shown', () => {
    const [onCover] = planPictures(deckOf(1));
    const shown = deckOf(1).slides.flatMap(({ elements }) =>
      elements.flatMap((element) =>
        element.kind === 'picture' ? [element.box.width / element.crop.width] : [],
      ),
    );
    expect(shown.length).toBe(2);
    expect(onCover?.width).toBe(Math.ceil((Math.max(...shown) / 72) * 200));
  });

  it('are those of every picture once', () => {
    const items = ['1', '2', '3'].map((id) =>
      plainItem(id, { image: { image_id: 'same', width: 400, height: 500 } }),
    );
    expect(planPictures(layOutDeck({ settings, items, categories: [] }))).toHaveLength(1);
  });

  it('are fewer where there are very many pictures, but never too few for a screen', () => {
    const widest = (count: number) =>
      Math.min(...planPictures(deckOf(count, { layout: 1 })).map(({ width }) => width));
    expect(widest(200)).toBeLessThan(widest(20));
    expect(widest(1000)).toBe(widest(900));
    expect(widest(1000)).toBeGreaterThanOrEqual(Math.floor((396 / 72) * 96));
  });
});

describe('a prepared picture', () => {
  const plan = { source: { kind: 'item', image_id: 'p' }, width: 300, height: 300 } as const;
  const surface = (width: number, height: number, alpha = 1) =>
    sharp({ create: { width, height, channels: 4, background: { r: 200, g: 0, b: 0, alpha } } });

  it('is a JPEG in its own proportions, no larger than planned', async () => {
    const prepared = await preparePicture(await surface(1600, 800).webp().toBuffer(), plan);
    expect(prepared).toMatchObject({ width: 1600, height: 800 });
    expect(await sharp(prepared?.bytes).metadata()).toMatchObject({
      format: 'jpeg',
      width: 300,
      height: 150,
    });
  });

  it('is never enlarged', async () => {
    const prepared = await preparePicture(await surface(90, 120).png().toBuffer(), plan);
    expect(await sharp(prepared?.bytes).metadata()).toMatchObject({ width: 90, height: 120 });
  });

  it('is white where it was transparent; a logo stays transparent', async () => {
    const bytes = await surface(50, 50, 0).png().toBuffer();
    const picture = await preparePicture(bytes, plan);
    const logo = await preparePicture(bytes, { ...plan, source: { kind: 'logo' } });
    const { dominant } = await sharp(picture?.bytes).stats();
    expect(Math.min(dominant.r, dominant.g, dominant.b)).toBeGreaterThan(245);
    expect(await sharp(logo?.bytes).metadata()).toMatchObject({ format: 'png', hasAlpha: true });
  });

  it('stands upright when the camera was turned', async () => {
    const turned = await surface(400, 200).jpeg().withMetadata({ orientation: 6 }).toBuffer();
    expect(await preparePicture(turned, plan)).toMatchObject({ width: 200, height: 400 });
  });

  it('is none of a drawing that calls itself a picture', async () => {
    const drawing =
      '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><rect width="40" height="40"/></svg>';
    const logo = { ...plan, source: { kind: 'logo' } } as const;
    expect(await preparePicture(new TextEncoder().encode(drawing), logo)).toBeNull();
  });

  it('is none when the bytes are no picture, or only half of one', async () => {
    expect(await preparePicture(new TextEncoder().encode('no picture'), plan)).toBeNull();
    const half = (await surface(400, 200).jpeg().toBuffer()).subarray(0, 400);
    expect(await preparePicture(half, plan)).toBeNull();
  });
});
