/** Answers of images:annotate as the service sends them: what is 0 or empty is left out, and more is there than is asked. */

/** A box in pixels. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Letters of one word, or a part of one, with what comes after them. */
export interface Part {
  text: string;
  confidence?: number;
  box?: Box;
  end?: 'SPACE' | 'SURE_SPACE' | 'EOL_SURE_SPACE' | 'HYPHEN' | 'LINE_BREAK' | undefined;
}

/** The text of a picture: parts by paragraphs, each in a block of its own. */
export function textOf(...paragraphs: Part[][]) {
  return {
    fullTextAnnotation: {
      pages: [
        {
          property: { detectedLanguages: [{ languageCode: 'en', confidence: 0.8 }] },
          width: 1200,
          height: 900,
          blocks: paragraphs.map((parts) => ({
            blockType: 'TEXT',
            paragraphs: [{ words: parts.map(word), confidence: 0.9 }],
          })),
        },
      ],
      text: paragraphs.map((parts) => parts.map(({ text }) => text).join(' ')).join('\n'),
    },
  };
}

function word({ text, confidence, box, end }: Part) {
  return {
    ...(confidence !== undefined && { confidence }),
    ...(box !== undefined && { boundingBox: { vertices: corners(box) } }),
    symbols: Array.from(text).map((letter, index, { length }) => ({
      text: letter,
      ...(end !== undefined && index === length - 1 && { property: { detectedBreak: { type: end } } }),
    })),
  };
}

function corners({ x, y, width, height }: Box) {
  const corner = (atX: number, atY: number) => ({
    ...(atX !== 0 && { x: atX }),
    ...(atY !== 0 && { y: atY }),
  });
  return [corner(x, y), corner(x + width, y), corner(x + width, y + height), corner(x, y + height)];
}

/** A thing with its box in shares of the picture. */
export function thing(name: string, score: number, box: Box) {
  return { mid: '/m/0hnnb', name, score, boundingPoly: { normalizedVertices: corners(box) } };
}

/** A colour with its share of the picture. */
export function colour([red, green, blue]: [number, number, number], pixelFraction: number) {
  return {
    color: { ...(red !== 0 && { red }), ...(green !== 0 && { green }), ...(blue !== 0 && { blue }) },
    score: pixelFraction / 2,
    pixelFraction,
  };
}

/** A red bag on a table, as a whole. */
export const FULL_ANSWER = {
  labelAnnotations: [
    { mid: '/m/n5m6', description: 'Handbag', score: 0.94, topicality: 0.4 },
    { mid: '/m/04lbp', description: 'Leather', score: 0.81, topicality: 0.2 },
  ],
  localizedObjectAnnotations: [thing('Handbag', 0.88, { x: 0.25, y: 0.25, width: 0.5, height: 0.5 })],
  textAnnotations: [{ locale: 'en', description: 'NORDLICHT\nKX-4410' }, { description: 'NORDLICHT' }],
  ...textOf([
    {
      text: 'NORDLICHT',
      confidence: 0.99,
      box: { x: 100, y: 90, width: 400, height: 90 },
      end: 'LINE_BREAK',
    },
    { text: 'KX', confidence: 0.97, box: { x: 100, y: 200, width: 60, height: 45 } },
    { text: '-', confidence: 0.9, box: { x: 160, y: 220, width: 20, height: 8 } },
    { text: '4410', confidence: 0.95, box: { x: 180, y: 200, width: 90, height: 45 }, end: 'LINE_BREAK' },
  ]),
  imagePropertiesAnnotation: {
    dominantColors: { colors: [colour([200, 30, 40], 0.3), colour([120, 90, 60], 0.6)] },
  },
  safeSearchAnnotation: {
    adult: 'VERY_UNLIKELY',
    spoof: 'UNLIKELY',
    medical: 'VERY_UNLIKELY',
    violence: 'UNLIKELY',
    racy: 'POSSIBLE',
  },
  cropHintsAnnotation: { cropHints: [{ confidence: 0.3 }] },
};
