/** Importing images from addresses. */
import { LIMITS } from '@docket/model/limits';
import { paths } from '@docket/model/paths';
import { useCallback } from 'react';
import { addImportedImage, startImageBatch } from '@docket/model/commands/image-commands';
import { existingOf } from '../../../data/exists.ts';
import { useClient } from '../../../data/hooks.ts';
import { useActor, useWorkspace } from '../../../data/workspace.ts';
import { useCommit } from '../../../ui/use-commit.tsx';
import { inPieces } from '../retry-plan.ts';
import { byHost, nameOfAddress } from '@docket/model/upload/address-list';
import { imageIdOfAddress } from './image-of-address.ts';

export interface Imported {
  /** Images that will be fetched. */
  added: number;
  /** Addresses whose images are there already. */
  known: number;
  /** Whether all went well; what did not is in a toast. */
  complete: boolean;
}

/** The returned function adds an image for each address that has none, and starts batches that fetch them. */
export function useImport(): (urls: readonly string[], background: string | null) => Promise<Imported> {
  const workspace = useWorkspace();
  const actor = useActor();
  const commit = useCommit();
  const { database } = useClient().backend;
  return useCallback(
    async (urls, background) => {
      const named = await Promise.all(
        urls.map(async (url) => ({
          url,
          imageId: await imageIdOfAddress(url),
        })),
      );
      const ids = named.map(({ imageId }) => imageId);
      const there = await existingOf(database, paths.images(workspace.id), ids);
      const fresh = named.filter(({ imageId }) => !there.has(imageId));
      let added = 0;
      for (const piece of byHost(fresh).flatMap((group) => inPieces(group, LIMITS.imagesPerBatch))) {
        const batchId = database.newId();
        const imageIds = piece.map(({ imageId }) => imageId);
        const writes = [
          ...piece.flatMap(({ url, imageId }) =>
            addImportedImage(actor, {
              url,
              imageId,
              fileName: nameOfAddress(url),
              flatten: background,
              batchId,
            }),
          ),
          ...startImageBatch(actor, { batchId, pipeline: 'image_import', source: 'import', imageIds }),
        ];
        if (!(await commit(writes, 'The import could not be started')))
          return { added, known: named.length - fresh.length, complete: false };
        added += piece.length;
      }
      return { added, known: named.length - fresh.length, complete: true };
    },
    [actor, commit, database, workspace.id],
  );
}
