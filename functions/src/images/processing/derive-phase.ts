/** The phase that makes thumbnails and variants of the images of a batch, several at a time. */
import os from 'node:os';
import type { ImageError, OriginalFacts } from '@docket/model/image';
import type { Firestore } from 'firebase-admin/firestore';
import type { Bucket } from '../../collections/remove.ts';
import { LeaseLostError } from '../../engine/job-store.ts';
import type { PhaseContext, PhaseHandler } from '../../engine/pipeline-module.ts';
import { deriveOne, type DeriveDesk } from './derive-one.ts';
import { eachOf } from './each-of.ts';
import { failed, queued } from './image-fields.ts';
import { imageErrorOf, isFinal, unfinished } from './image-faults.ts';
import type { ImageMaker } from './image-maker.ts';
import { ImageSaver, queueAgain } from './image-saver.ts';
import { planBatch } from './plan-batch.ts';
import { Progress } from './progress.ts';
import { Slots } from './slots.ts';
import { readImages, type StoredImage } from './stored-image.ts';

/** What a phase may use of its machine. */
export interface DeriveLimits {
  /** Images whose files are being made at a time. */
  computing: number;
  /** Images that are being downloaded or uploaded meanwhile. */
  moving: number;
  /** Bytes that decoding and encoding may take together; an image that takes more runs alone. */
  memory: number;
}

/** As many as there are processors, for a picture occupies one. Originals of up to 50 MB wait in memory for their turn. */
export function defaultLimits(): DeriveLimits {
  return { computing: Math.min(4, os.availableParallelism()), moving: 2, memory: 360_000_000 };
}

export interface DeriveParts<Opened extends { facts: OriginalFacts }> {
  db: Firestore;
  bucket: Bucket;
  maker: ImageMaker<Opened>;
  limits: DeriveLimits;
  clock: () => Date;
}

/**
 * Makes thumbnails and variants of the images of a batch. One that cannot be processed is a failed image, and the others go on;
 * one that could not be this time is left for the next try. Publishes what has become of them as `outcome`.
 */
export function deriveImagesPhase<Opened extends { facts: OriginalFacts }>(
  parts: DeriveParts<Opened>,
): PhaseHandler {
  return async (context) => {
    const {
      toDo,
      suspects,
      upToDate,
      failed: hopeless,
    } = planBatch(await readImages(parts.db, context), context.job);
    const batch = new DerivedBatch(parts, context, {
      completed: upToDate.length,
      failed: hopeless.length,
      toDo: toDo.length + suspects.length,
    });
    await batch.queue(toDo);
    const { computing, moving } = parts.limits;
    await eachOf(toDo, computing + moving, async (image) => await batch.process(image));
    await eachOf(suspects, 1, async (image) => await batch.process(image));
    return { outcome: batch.outcome() };
  };
}

/** What has become of the images of a batch so far. */
class DerivedBatch<Opened extends { facts: OriginalFacts }> {
  readonly #desk: DeriveDesk<Opened>;
  readonly #progress: Progress;
  readonly #left: ImageError[] = [];
  #completed: number;
  #failed: number;

  constructor(
    { bucket, maker, limits, clock }: DeriveParts<Opened>,
    context: PhaseContext,
    before: { completed: number; failed: number; toDo: number },
  ) {
    const { computing, memory } = limits;
    this.#desk = {
      bucket,
      context,
      maker,
      clock,
      saver: new ImageSaver(context),
      slots: new Slots(memory),
      weigh: (cost) => Math.max(cost, Math.ceil(memory / computing)),
    };
    this.#completed = before.completed;
    this.#failed = before.failed;
    this.#progress = new Progress(context, before.completed + before.failed, before.toDo);
  }

  /** Says of those that a person wants tried again that they will be. */
  async queue(images: readonly StoredImage[]): Promise<void> {
    await queueAgain(this.#desk.saver, images);
  }

  /** Processes one image. Throws only when the whole phase must stop. */
  async process(stored: StoredImage): Promise<void> {
    const { context } = this.#desk;
    context.signal.throwIfAborted();
    try {
      if ((await deriveOne(this.#desk, stored)) === 'completed') this.#completed += 1;
    } catch (error) {
      context.signal.throwIfAborted();
      if (error instanceof LeaseLostError) throw error;
      await this.#stumble(stored, error);
    }
    this.#progress.advance();
  }

  /** How many have been completed and have failed. Throws `images_unfinished` when some are left for another try. */
  outcome(): { completed: number; failed: number } {
    if (this.#left.length > 0) throw unfinished(this.#left);
    return { completed: this.#completed, failed: this.#failed };
  }

  /** An image could not be processed: it fails, or is left for the next try. */
  async #stumble(stored: StoredImage, cause: unknown): Promise<void> {
    const { saver, context, clock } = this.#desk;
    const error = imageErrorOf(cause);
    const final = isFinal(error, context.job);
    const { type } = await saver.save(stored, (current) =>
      final ? failed(current, error, clock()) : queued(current),
    );
    if (type === 'done') this.#completed += 1;
    if (type !== 'saved') return;
    if (final) this.#failed += 1;
    else this.#left.push(error);
  }
}
