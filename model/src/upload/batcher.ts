/** Groups the images that one client adds to one workspace into batches, after `decideBatch`. */
import { decideBatch } from './batch-policy.ts';

/** The place of an image in a batch: it is saved with `batchId`, and says what has become of that. */
export interface Seat {
  batchId: string;
  saved(): void;
  /** The image could not be saved: the batch goes without it. */
  gone(): void;
}

interface Batch {
  id: string;
  promised: number;
  imageIds: string[];
  firstSavedAt: number | null;
}

export interface BatcherPorts {
  newId(): string;
  /** Milliseconds. */
  now(): number;
  /** Runs `task` after `ms`; the returned function prevents it. */
  schedule(task: () => void, ms: number): () => void;
  /** Whether further images of this workspace are on their way. */
  othersUnderWay(): boolean;
  start(batchId: string, imageIds: readonly string[]): void;
}

export interface Batcher {
  /** For an image that has arrived and is about to be saved. */
  seat(imageId: string): Seat;
  /** To be called when the uploads under way have changed. */
  reconsider(): void;
  /** Forgets what has not been started. */
  stop(): void;
}

export function createBatcher(ports: BatcherPorts): Batcher {
  let forming: Batch | null = null;
  let cancelTimer: (() => void) | null = null;
  let earlier = 0;

  /** A closed batch starts when nothing is promised any more. */
  const startIfComplete = (batch: Batch) => {
    if (batch !== forming && batch.promised === 0 && batch.imageIds.length > 0)
      ports.start(batch.id, batch.imageIds);
  };

  const reconsider = () => {
    cancelTimer?.();
    cancelTimer = null;
    const others = ports.othersUnderWay();
    if (!others) earlier = 0;
    if (forming === null) return;
    const batch = forming;
    const { promised, imageIds, firstSavedAt } = batch;
    const decision = decideBatch(
      { promised, saved: imageIds.length, firstSavedAt, earlier },
      others,
      ports.now(),
    );
    if (decision.kind === 'close') {
      forming = null;
      earlier += 1;
      startIfComplete(batch);
    } else if (decision.ms !== null) cancelTimer = ports.schedule(reconsider, decision.ms);
  };

  return {
    seat(imageId) {
      forming ??= { id: ports.newId(), promised: 0, imageIds: [], firstSavedAt: null };
      const batch = forming;
      batch.promised += 1;
      reconsider();
      const settled = (change: () => void) => {
        batch.promised -= 1;
        change();
        if (batch === forming) reconsider();
        else startIfComplete(batch);
      };
      return {
        batchId: batch.id,
        saved: () =>
          settled(() => {
            batch.imageIds.push(imageId);
            batch.firstSavedAt ??= ports.now();
          }),
        gone: () => settled(() => undefined),
      };
    },
    reconsider,
    stop() {
      cancelTimer?.();
      forming = null;
    },
  };
}
