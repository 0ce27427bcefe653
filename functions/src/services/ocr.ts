/**
 * Text recognition with Tesseract, offline: its program and language data are packages, nothing is fetched. Runs on a
 * thread of its own, so that the event loop stays free.
 */
import { DocketError } from '@docket/model/errors';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { OEM, PSM, createWorker } from 'tesseract.js';
import { z } from 'zod';

export interface RecognisedWord {
  text: string;
  /** In pixels of the picture. */
  box: { x: number; y: number; width: number; height: number };
  /** 0–1. */
  confidence: number;
}

/** Words of one line from left to right. */
export interface RecognisedLine {
  words: RecognisedWord[];
  /** Height of the line's letters with ascenders and descenders, in pixels. */
  height: number;
}

/** Reads pictures one after another. */
export interface TextRecogniser {
  /** `picture` is a PNG or JPEG file. Rejects with the signal's reason when aborted; the recogniser is closed then. */
  recognise: (picture: Uint8Array, signal: AbortSignal) => Promise<RecognisedLine[]>;
  close: () => Promise<void>;
}

const boxSchema = z.object({ x0: z.number(), y0: z.number(), x1: z.number(), y1: z.number() });
const lineSchema = z.object({
  words: z.array(z.object({ text: z.string(), confidence: z.number(), bbox: boxSchema })),
  bbox: boxSchema,
  rowAttributes: z.object({ rowHeight: z.number().positive() }).optional().catch(undefined),
});
const blocksSchema = z.array(z.object({ paragraphs: z.array(z.object({ lines: z.array(lineSchema) })) }));

/** Whether a picture shows a page, with its paragraphs and columns, or things with words here and there on them. */
export type TextLayout = 'page' | 'scattered';
const SEGMENTATION = { page: PSM.AUTO, scattered: PSM.SPARSE_TEXT } as const;

/** Starts a recogniser for Latin script. It holds about 100 MB until it is closed. */
export async function openTextRecogniser(layout: TextLayout = 'page'): Promise<TextRecogniser> {
  const worker = await createWorker('eng', OEM.LSTM_ONLY, {
    langPath: languageFolder(),
    cacheMethod: 'none',
    gzip: true,
    // Failures reject the call that caused them; without a handler they would also be thrown where nobody catches.
    errorHandler: () => undefined,
  });
  // Without a resolution Tesseract guesses one and says so on the console.
  await worker.setParameters({ tessedit_pageseg_mode: SEGMENTATION[layout], user_defined_dpi: '200' });
  const close = async () => {
    await worker.terminate();
  };
  return {
    close,
    recognise: async (picture, signal) => {
      signal.throwIfAborted();
      const answer = worker.recognize(Buffer.from(picture), {}, { blocks: true, text: false });
      const page = await endedBy(signal, answer, close);
      return toLines(page.data.blocks);
    },
  };
}

/** The smaller of the two models: half the time of the other and as good on print. */
function languageFolder(): string {
  const manifest = createRequire(import.meta.url).resolve('@tesseract.js-data/eng/package.json');
  return join(dirname(manifest), '4.0.0_best_int');
}

/** Work on another thread does not notice a signal: it is stopped from here. */
async function endedBy<T>(signal: AbortSignal, work: Promise<T>, stop: () => Promise<void>): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>();
  const abort = () => {
    reject(signal.reason);
    // The request may be on its way: stopping the thread before it has arrived would fail where nobody catches.
    setImmediate(() => void stop());
  };
  signal.addEventListener('abort', abort, { once: true });
  try {
    return await Promise.race([work, promise]);
  } catch (error) {
    signal.throwIfAborted();
    const reason = error instanceof Error ? error.message : String(error);
    throw new DocketError('internal', {}, `tesseract: ${reason}`, { cause: error });
  } finally {
    signal.removeEventListener('abort', abort);
  }
}

function toLines(blocks: unknown): RecognisedLine[] {
  const lines = blocksSchema
    .parse(blocks ?? [])
    .flatMap((block) => block.paragraphs.flatMap((paragraph) => paragraph.lines));
  return lines.map(({ words, bbox, rowAttributes }) => ({
    height: rowAttributes?.rowHeight ?? bbox.y1 - bbox.y0,
    words: words.map((word) => ({
      text: word.text,
      confidence: Math.min(1, Math.max(0, word.confidence / 100)),
      box: {
        x: word.bbox.x0,
        y: word.bbox.y0,
        width: word.bbox.x1 - word.bbox.x0,
        height: word.bbox.y1 - word.bbox.y0,
      },
    })),
  }));
}
