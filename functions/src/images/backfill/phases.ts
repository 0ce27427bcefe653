/** The phases of a backfill. */
import { LIMITS } from '@docket/model/limits';
import { paths } from '@docket/model/paths';
import type { Firestore } from 'firebase-admin/firestore';
import type { PhaseHandler } from '../../engine/pipeline-module.ts';
import { PutOffError } from '../../engine/put-off.ts';
import { batchesOf } from '../new-batch.ts';
import { findImages, type FoundImage, scanImages } from './scan-images.ts';
import { BatchStarter, IMAGES_PER_STEP } from './start-batches.ts';

/** How long a backfill leaves the batches that it has started alone before it looks again, in milliseconds. */
const LOOKS_AGAIN_MS = 10_000;

/** Finds the images that are not up to date. */
export function findImagesPhase(db: Firestore, clock: () => Date): PhaseHandler {
  return async ({ workspaceId, signal, report }) => {
    const count = await db.collection(paths.images(workspaceId)).count().get();
    const of = count.data().count;
    const findings = await findImages(db, workspaceId, clock, (looked) => {
      signal.throwIfAborted();
      report(Math.min(looked, of), of, 'Image');
    });
    return { findings };
  };
}

/**
 * Starts batches for them. They are found once more, in the order of their ids, so that neither a long list of them is
 * kept nor one that has meanwhile been dealt with is processed again. While enough batches are open, the rest is put off.
 */
export function startBatchesPhase(db: Firestore, clock: () => Date): PhaseHandler {
  return async (context) => {
    const { workspaceId, signal, report } = context;
    const starter = new BatchStarter(db, context, clock);
    const { missing, ...start } = await starter.place();
    let place = start;
    let found: FoundImage[] = [];
    let last = place.after;
    const makeSureOfRoom = async (batches: number) => {
      if (!(await starter.hasRoomFor(batches)))
        throw new PutOffError(new Date(clock().getTime() + LOOKS_AGAIN_MS));
    };
    const tell = () => report(Math.min(place.batches * LIMITS.imagesPerBatch, missing), missing, 'Image');
    tell();
    // Asked before all the looking, which would be for nothing.
    await makeSureOfRoom(IMAGES_PER_STEP / LIMITS.imagesPerBatch);
    const go = async () => {
      await makeSureOfRoom(batchesOf(found).length);
      place = await starter.go(place, found, last);
      found = [];
      tell();
    };
    for await (const page of scanImages(db, workspaceId, clock, place.after)) {
      signal.throwIfAborted();
      last = page.last;
      found.push(...page.images.filter(({ judgement }) => judgement === 'missing'));
      if (found.length >= IMAGES_PER_STEP) await go();
    }
    if (found.length > 0) await go();
    return {};
  };
}
