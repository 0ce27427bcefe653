/** What every reader takes: the bytes of one file, and how to report and stop. */
import type { FileKind } from '@docket/model/file-kind';
import { setImmediate } from 'node:timers/promises';
import type { ExtractedImage } from '../content.ts';

/** A file in memory. Readers never see where it is stored. */
export interface SourceFile {
  bytes: Uint8Array;
  /** As the person named it, for messages. */
  name: string;
  /** What `recogniseFile` found. */
  kind: FileKind;
}

/** What is counted while a file is read. */
export type ProgressUnit = 'Page' | 'Picture' | 'Sheet';

export interface ReadOptions {
  /** Checked between pages, pictures and sheets; reading then rejects with the signal's reason. */
  signal: AbortSignal;
  /** Called after each unit with 1 ≤ done ≤ of. */
  onProgress: (done: number, of: number, unit: ProgressUnit) => void;
  /** Rows that sheets may have, all together; `LIMITS.sheetRows` where nothing is said. */
  mostRows?: number;
}

/** The files made from one distinct picture. */
export interface PictureFiles {
  image_id: ExtractedImage['image_id'];
  /** WebP whose longest edge is at most `IMAGE_EDGES.full`, never enlarged. */
  full: Uint8Array;
  /** WebP whose longest edge is at most `IMAGE_EDGES.thumbnail`. */
  thumbnail: Uint8Array;
}

/** Lets timers, network answers and cancellation in between two units of work, then stops if reading was aborted. */
export async function breathe(signal: AbortSignal): Promise<void> {
  await setImmediate();
  signal.throwIfAborted();
}
