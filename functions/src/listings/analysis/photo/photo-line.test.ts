import { describe, expect, it } from 'vitest';
import { toPhotoLines } from './photo-line.ts';

const line = (text: string, height = 10, confidence = 0.9) => ({ words: [{ text, confidence }], height });

describe('the lines of a photo', () => {
  it('are those that can be trusted, in the order in which they stand on it', () => {
    const lines = toPhotoLines(
      [line('small', 5), line('blurred', 20, 0.5), line('…'), line('LARGE', 50)],
      100,
    );
    expect(lines).toEqual([
      { text: 'small', confidence: 0.9, height: 0.05 },
      { text: 'LARGE', confidence: 0.9, height: 0.5 },
    ]);
  });

  it('are no more than a document takes of twelve photos, however much is printed on them', () => {
    const page = [...Array.from({ length: 3_000 }, () => line('書'.repeat(5_000))), line('TITLE', 90)];
    const lines = toPhotoLines(page, 100);
    expect(lines.at(-1)?.text).toBe('TITLE');
    expect(12 * Buffer.byteLength(JSON.stringify(lines))).toBeLessThan(900_000);
  });

  it('end with a whole character', () => {
    const [cut] = toPhotoLines([line(`a${'👜'.repeat(500)}`)], 100);
    expect(cut?.text).toMatch(/^a👜+$/u);
  });
});
