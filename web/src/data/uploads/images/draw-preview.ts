/** Draws small pictures of files in a worker, so that decoding a large photo holds up nothing on the page. */

/** Longest edge of a preview in pixels: a tile on a dense screen. */
export const PREVIEW_EDGE = 480;

/** What the worker is asked, and what it answers: null where the file cannot be drawn. */
export interface PreviewQuestion {
  id: number;
  file: Blob;
}
export interface PreviewAnswer {
  id: number;
  preview: Blob | null;
}

/** Draws one file; null where the browser cannot. */
export type DrawPreview = (file: Blob) => Promise<Blob | null>;

/** Milliseconds after which a worker that nobody asks anything is let go. */
const IDLE_MS = 20_000;

/** Starts the worker with the first file, and another one after a while without any. */
export function createPreviewWorker(): DrawPreview {
  let worker: Worker | null = null;
  let ids = 0;
  let idle: ReturnType<typeof setTimeout> | undefined;
  const waiting = new Map<number, (preview: Blob | null) => void>();

  const stop = () => {
    worker?.terminate();
    worker = null;
    for (const answer of waiting.values()) answer(null);
    waiting.clear();
  };

  const open = () => {
    const opened = new Worker(new URL('./preview-worker.ts', import.meta.url), { type: 'module' });
    opened.addEventListener('message', ({ data }: MessageEvent<PreviewAnswer>) => {
      waiting.get(data.id)?.(data.preview);
      waiting.delete(data.id);
    });
    opened.addEventListener('error', stop);
    return opened;
  };

  return (file) => {
    worker ??= open();
    clearTimeout(idle);
    idle = setTimeout(stop, IDLE_MS);
    ids += 1;
    const question: PreviewQuestion = { id: ids, file };
    const answered = new Promise<Blob | null>((resolve) => waiting.set(question.id, resolve));
    worker.postMessage(question, { transfer: [] });
    return answered;
  };
}
