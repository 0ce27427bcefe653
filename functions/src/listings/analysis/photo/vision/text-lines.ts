/** Lines of text out of the words that Cloud Vision has read. Pure. */
import type { VisionPage, VisionWord } from '../../../../services/vision/annotations.ts';
import type { ReadLine } from '../photo-line.ts';

/** How sure the service is taken to be where it does not say. */
const UNRATED = 0.8;

interface Token {
  text: string;
  confidence: number;
}

/** The lines of all paragraphs in the order in which they are read. */
export function textLines(pages: readonly VisionPage[]): ReadLine[] {
  const paragraphs = pages.flatMap(({ blocks }) => blocks.flatMap((block) => block.paragraphs));
  const rated = paragraphs.some(({ words }) => words.some(({ confidence }) => confidence > 0));
  return paragraphs.flatMap(({ words }) => {
    const lines = new Lines();
    for (const word of words) lines.add(rated ? word : { ...word, confidence: UNRATED });
    return lines.done();
  });
}

/** Puts the parts of words together: only blanks and ends of lines, which symbols carry, say where a word ends. */
class Lines {
  readonly #lines: ReadLine[] = [];
  #tokens: Token[] = [];
  #height = 0;
  #wordEnds = true;

  add(word: VisionWord): void {
    for (const { text, property } of word.symbols) {
      const { type, isPrefix } = property?.detectedBreak ?? { type: 'UNKNOWN', isPrefix: false };
      if (isPrefix === true) this.#break(type);
      this.#append(text, word);
      if (isPrefix !== true) this.#break(type);
    }
  }

  done(): ReadLine[] {
    this.#endLine();
    return this.#lines;
  }

  #append(text: string, word: VisionWord): void {
    const last = this.#tokens.at(-1);
    if (last === undefined || this.#wordEnds) this.#tokens.push({ text, confidence: word.confidence });
    else {
      last.text += text;
      last.confidence = Math.min(last.confidence, word.confidence);
    }
    this.#wordEnds = false;
    this.#height = Math.max(this.#height, heightOf(word));
  }

  #break(type: string): void {
    const last = this.#tokens.at(-1);
    switch (type) {
      case 'SPACE':
      case 'SURE_SPACE':
        this.#wordEnds = true;
        return;
      case 'HYPHEN':
        // A hyphen at the end of a line is no symbol.
        if (last !== undefined) last.text += '-';
        return this.#endLine();
      case 'EOL_SURE_SPACE':
      case 'LINE_BREAK':
        return this.#endLine();
    }
  }

  #endLine(): void {
    if (this.#tokens.length > 0) this.#lines.push({ words: this.#tokens, height: this.#height });
    this.#tokens = [];
    this.#height = 0;
    this.#wordEnds = true;
  }
}

/** From the upper to the lower left corner, also of text that stands on its side. */
function heightOf({ boundingBox }: VisionWord): number {
  const [upper, , , lower] = boundingBox?.vertices ?? [];
  return upper === undefined || lower === undefined ? 0 : Math.hypot(lower.x - upper.x, lower.y - upper.y);
}
