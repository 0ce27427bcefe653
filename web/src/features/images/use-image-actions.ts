/** What can be done with images, each with a toast when it is refused. */
import { LIMITS } from '@docket/model/limits';
import { settledRuns } from '@docket/model/settled-runs';
import { notifications } from '@mantine/notifications';
import { useCallback, useMemo } from 'react';
import { deleteImages, setBackground, startImageBatch } from '@docket/model/commands/image-commands';
import { requestJob } from '@docket/model/commands/job-commands';
import { useClient, useQuery } from '../../data/hooks.ts';
import { imageQueries, imageReader, type StoredImage } from '../../data/image-records.ts';
import type { Write } from '@docket/model/commands/write';
import { jobReader, queries } from '../../data/records.ts';
import { useActor, useCan, useWorkspace } from '../../data/workspace.ts';
import { useCommit } from '../../ui/use-commit.tsx';
import { isCut, STATE_LIMIT } from './how-many.ts';
import { counted } from './image-words.ts';
import { inPieces, retryBatches } from './retry-plan.ts';

/** Writes that are made together. */
const WRITES_AT_ONCE = 400;

const NONE: readonly StoredImage[] = [];

/** Images that have failed. */
export interface FailedImages {
  images: readonly StoredImage[];
  /** Whether there may be more than are looked at. */
  cut: boolean;
}

/** For those who can do something about them; nobody else pays for knowing. */
export function useFailedImages(): FailedImages {
  const workspace = useWorkspace();
  const mayEdit = useCan('edit');
  const query = mayEdit ? imageQueries.inState(workspace.id, 'failed', STATE_LIMIT) : null;
  const failed = useQuery(query, imageReader);
  const images = failed.state === 'ready' ? failed.value.records : NONE;
  return useMemo(() => ({ images, cut: isCut(images) }), [images]);
}

export interface ImageActions {
  /** Processes images again. With a `background` they get that first. */
  retry: (images: readonly StoredImage[], background?: string | null) => Promise<void>;
  remove: (images: readonly StoredImage[]) => Promise<void>;
}

export function useImageActions(): ImageActions {
  const workspace = useWorkspace();
  const actor = useActor();
  const commit = useCommit();
  const { database } = useClient().backend;
  const { images: failedImages } = useFailedImages();
  const failedRuns = useQuery(queries.failedJobs(workspace.id), jobReader);

  const retry = useCallback(
    async (images: readonly StoredImage[], background?: string | null) => {
      const runs = failedRuns.state === 'ready' ? failedRuns.value.records : [];
      const settled = settledRuns(runs, failedImages, images);
      for (const { pipeline, imageIds } of retryBatches(images)) {
        const writes: Write[] = [
          ...(background === undefined
            ? []
            : imageIds.flatMap((id) => setBackground(workspace.id, id, background))),
          ...startImageBatch(actor, { batchId: database.newId(), pipeline, source: 'retry', imageIds }),
        ];
        const what = counted(imageIds.length, 'image', 'images');
        if (!(await commit(writes, `${what} could not be processed again`))) return;
      }
      const notes = settled.flatMap((job) => requestJob(actor, database.newId(), job, 'dismiss'));
      for (const piece of inPieces(notes, LIMITS.imagesPerBatch))
        await commit(piece, 'The failed runs could not be dismissed');
    },
    [actor, commit, database, failedImages, failedRuns, workspace.id],
  );

  const remove = useCallback(
    async (images: readonly StoredImage[]) => {
      const ids = images.map(({ id }) => id);
      for (const piece of inPieces(ids, WRITES_AT_ONCE)) {
        const what = counted(piece.length, 'image', 'images');
        if (!(await commit(deleteImages(workspace.id, piece), `${what} could not be deleted`))) return;
      }
      notifications.show({ title: `${counted(ids.length, 'image', 'images')} deleted`, message: '' });
    },
    [commit, workspace.id],
  );

  return useMemo(() => ({ retry, remove }), [retry, remove]);
}
