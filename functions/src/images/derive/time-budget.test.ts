import { describe, expect, it } from 'vitest';
import { decodingError } from './image-errors.ts';
import { TimeBudget } from './time-budget.ts';

describe('the time for one image', () => {
  it('is shared by all that is made from it, and does not run between', async () => {
    let now = 0;
    const budget = new TimeBudget('map.tif', () => now);
    const seconds: number[] = [];
    const work = (ms: number) => async (left: number) => {
      seconds.push(left);
      now += ms;
    };
    await budget.spend(work(30_000));
    now += 1_000_000;
    await budget.spend(work(59_500));
    await budget.spend(work(1000));
    expect(seconds).toEqual([90, 60, 1]);
    await expect(budget.spend(work(1))).rejects.toMatchObject({
      code: 'image_too_slow',
      userMessage:
        '“map.tif” takes too long to decode and was set aside. Save it again, as a JPEG for example.',
    });
  });

  it('counts what has failed as well', async () => {
    let now = 0;
    const budget = new TimeBudget('map.tif', () => now);
    const failing = async () => {
      now += 91_000;
      throw new Error('broken');
    };
    await expect(budget.spend(failing)).rejects.toThrow('broken');
    await expect(budget.spend(async () => 1)).rejects.toMatchObject({ code: 'image_too_slow' });
  });
});

describe('what stopped a decoder', () => {
  it.each([
    ['timeout: 42% complete', 'image_too_slow'],
    ['Input image exceeds pixel limit', 'image_too_many_pixels'],
    ['VipsJpeg: premature end of JPEG image', 'file_corrupt'],
  ])('%s is told as %s', (message, code) => {
    expect(decodingError(new Error(message), 'a.jpg')).toMatchObject({ code });
  });

  it('is passed on when it has been named already', () => {
    const named = decodingError(new Error('timeout: 1% complete'), 'a.jpg');
    expect(decodingError(named, 'b.jpg')).toBe(named);
  });
});
