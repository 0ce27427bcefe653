/** Pictures for tests, made when they are needed. */
import sharp from 'sharp';

/** Noise, so that its size does not depend on how well a format packs; always the same. */
function noise(edge: number) {
  const channels = 3;
  const data = new Uint8Array(edge * edge * channels);
  let state = 1;
  for (let at = 0; at < data.length; at += 1) {
    state = (state * 48_271) % 2_147_483_647;
    data[at] = state % 256;
  }
  return sharp(data, { raw: { width: edge, height: edge, channels } });
}

/** A picture in each format that is read: some kilobytes. */
export const PICTURES = {
  'image/jpeg': noise(100).jpeg(),
  'image/png': noise(60).png(),
  'image/webp': noise(100).webp(),
  'image/avif': noise(100).avif({ effort: 0 }),
  'image/gif': noise(100).gif(),
  'image/tiff': noise(60).tiff(),
};
