import { describe, expect, it } from 'vitest';
import { type GreyPicture, findPhotoRegions } from './photo-regions.ts';

const WIDTH = 700;
const HEIGHT = 1000;

function paper(shade = 250): GreyPicture {
  return { width: WIDTH, height: HEIGHT, pixels: new Uint8Array(WIDTH * HEIGHT).fill(shade) };
}

function paint(page: GreyPicture, x: number, y: number, width: number, height: number, shade = 90): void {
  for (let row = y; row < y + height; row += 1) {
    page.pixels.fill(shade, row * WIDTH + x, row * WIDTH + x + width);
  }
}

/** Letters of a line: small blocks with gaps. */
function letters(page: GreyPicture, x: number, y: number, count: number): void {
  for (let index = 0; index < count; index += 1) paint(page, x + index * 9, y, 6, 9, 20);
}

const inPixels = (page: GreyPicture) =>
  findPhotoRegions(page).map(({ left, top, width, height }) => [
    Math.round(left * WIDTH),
    Math.round(top * HEIGHT),
    Math.round(width * WIDTH),
    Math.round(height * HEIGHT),
  ]);

describe('the photos of a scanned page', () => {
  it('are its large regions, in reading order', () => {
    const page = paper();
    paint(page, 400, 100, 200, 150);
    paint(page, 50, 100, 200, 150);
    paint(page, 50, 500, 200, 150);
    expect(inPixels(page)).toEqual([
      [50, 100, 200, 150],
      [400, 100, 200, 150],
      [50, 500, 200, 150],
    ]);
  });

  it('are not its text, rules and table frames', () => {
    const page = paper();
    for (let line = 0; line < 20; line += 1) letters(page, 50, 100 + 20 * line, 60);
    paint(page, 50, 600, 600, 3);
    for (const y of [650, 700, 750]) paint(page, 50, y, 600, 2);
    for (const x of [50, 350, 648]) paint(page, x, 650, 2, 102);
    expect(inPixels(page)).toEqual([]);
  });

  it('are found on grey paper too', () => {
    const page = paper(215);
    paint(page, 50, 100, 200, 150);
    expect(inPixels(page)).toEqual([[50, 100, 200, 150]]);
  });

  it('are whole although parts of them are as light as paper', () => {
    const page = paper();
    paint(page, 50, 100, 200, 70);
    paint(page, 50, 174, 200, 76);
    expect(inPixels(page)).toEqual([[50, 100, 200, 150]]);
  });

  it('lose the caption that touches them', () => {
    const page = paper();
    paint(page, 50, 100, 200, 150);
    for (let x = 60; x < 160; x += 9) paint(page, x, 250, 6, 9, 20);
    expect(inPixels(page)).toEqual([[50, 100, 200, 150]]);
  });

  it('are none when the page is dark all over', () => {
    const page = paper();
    paint(page, 0, 0, WIDTH, HEIGHT);
    expect(inPixels(page)).toEqual([]);
  });
});
