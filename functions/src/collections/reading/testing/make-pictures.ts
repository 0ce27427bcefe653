/** Pictures for tests: deterministic, different from one another, and as busy as photos. */
import sharp from '../pictures/sharp.ts';

/** RGB pixels of a picture that no other seed makes. */
export function photoPixels(width: number, height: number, seed: number): Uint8Array {
  const pixels = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = (y * width + x) * 3;
      pixels[at] = 128 + 100 * Math.sin(x / (9 + seed) + seed);
      pixels[at + 1] = 128 + 100 * Math.sin(y / (7 + seed) + 2 * seed);
      pixels[at + 2] = 128 + 100 * Math.sin((x + y) / (11 + seed));
    }
  }
  return pixels;
}

export function photoJpeg(width: number, height: number, seed: number): Promise<Buffer> {
  return sharp(photoPixels(width, height, seed), { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 85 })
    .toBuffer();
}

export function photoPng(width: number, height: number, seed: number): Promise<Buffer> {
  return sharp(photoPixels(width, height, seed), { raw: { width, height, channels: 3 } })
    .png()
    .toBuffer();
}
