import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerSchema } from '../../../../services/vision/annotations.ts';
import { type Part, textOf } from '../../../../services/vision/testing/answers.ts';
import { toPhotoLines } from '../photo-line.ts';
import { textLines } from './text-lines.ts';

const BOX = { x: 0, y: 0, width: 50, height: 20 };

function linesOf(...paragraphs: Part[][]) {
  const { fullTextAnnotation } = answerSchema.parse({ responses: [textOf(...paragraphs)] });
  return textLines(fullTextAnnotation?.pages ?? []);
}

const textsOf = (...paragraphs: Part[][]) =>
  linesOf(...paragraphs).map(({ words }) => words.map(({ text }) => text).join(' '));

describe('lines of text', () => {
  it('end where the service says so, and with their paragraph', () => {
    const texts = textsOf(
      [
        { text: 'Made', end: 'SPACE' },
        { text: 'in', end: 'SURE_SPACE' },
        { text: 'Porto', end: 'EOL_SURE_SPACE' },
        { text: 'Cotton', end: 'LINE_BREAK' },
        { text: 'Size' },
      ],
      [{ text: 'XL' }],
    );
    expect(texts).toEqual(['Made in Porto', 'Cotton', 'Size', 'XL']);
  });

  it('have words whole that come in parts, as sure as the least certain part', () => {
    const [line] = linesOf([
      { text: 'WH', confidence: 0.9 },
      { text: '-', confidence: 0.75 },
      { text: '1000XM4', confidence: 0.95, end: 'SPACE' },
      { text: 'black', confidence: 0.99, end: 'LINE_BREAK' },
    ]);
    expect(line?.words).toEqual([
      { text: 'WH-1000XM4', confidence: 0.75 },
      { text: 'black', confidence: 0.99 },
    ]);
  });

  it('keep the hyphen at their end', () => {
    expect(textsOf([{ text: 'water', end: 'HYPHEN' }, { text: 'proof' }])).toEqual(['water-', 'proof']);
  });

  it('break before a symbol where the break belongs before it', () => {
    const word = (text: string, isPrefix: boolean) => ({
      symbols: [{ text, property: { detectedBreak: { type: 'LINE_BREAK', isPrefix } } }],
    });
    const answer = {
      pages: [{ blocks: [{ paragraphs: [{ words: [word('A', false), word('B', true)] }] }] }],
    };
    const { fullTextAnnotation } = answerSchema.parse({ responses: [{ fullTextAnnotation: answer }] });
    expect(textLines(fullTextAnnotation?.pages ?? [])).toHaveLength(2);
  });

  it('are as high as their highest word, also when they stand on their side', () => {
    const [line] = linesOf([
      { text: '-', box: { ...BOX, height: 4 } },
      { text: 'Ag', box: BOX },
    ]);
    expect(line?.height).toBe(20);
    const onItsSide = [
      { x: 30, y: 10 },
      { x: 30, y: 60 },
      { x: 12, y: 60 },
      { x: 12, y: 10 },
    ];
    const words = [{ symbols: [{ text: 'Ag' }], boundingBox: { vertices: onItsSide } }];
    const { fullTextAnnotation } = answerSchema.parse({
      responses: [{ fullTextAnnotation: { pages: [{ blocks: [{ paragraphs: [{ words }] }] }] } }],
    });
    expect(textLines(fullTextAnnotation?.pages ?? [])[0]?.height).toBe(18);
  });

  it('count although the service does not say how sure it is, unless it says so of others', () => {
    const unrated = linesOf([{ text: 'NORDLICHT', end: 'LINE_BREAK' }, { text: 'Porto' }]);
    expect(toPhotoLines(unrated, 100).map(({ text }) => text)).toEqual(['NORDLICHT', 'Porto']);
    const rated = linesOf([
      { text: 'NORDLICHT', end: 'LINE_BREAK' },
      { text: 'Porto', confidence: 0.9 },
    ]);
    expect(toPhotoLines(rated, 100).map(({ text }) => text)).toEqual(['Porto']);
  });

  it('lose no letter and make up none, whatever the breaks', () => {
    const part = fc.record({
      text: fc.stringMatching(/^[a-z]{1,6}$/u),
      confidence: fc.double({ min: 0.1, max: 1, noNaN: true }),
      end: fc.constantFrom(undefined, 'SPACE', 'SURE_SPACE', 'EOL_SURE_SPACE', 'LINE_BREAK'),
    });
    fc.assert(
      fc.property(fc.array(fc.array(part)), (paragraphs) => {
        const read = textsOf(...paragraphs)
          .join('')
          .replaceAll(' ', '');
        expect(read).toBe(paragraphs.flatMap((parts) => parts.map(({ text }) => text)).join(''));
      }),
    );
  });
});
