/** The chosen collections with their files. Mounted only while somebody chooses: it watches the files of every one. */
import type { Collection } from '@docket/model/collection';
import { paths } from '@docket/model/paths';
import { useMemo } from 'react';
import { useStore } from 'zustand';
import { useClient, useQueries } from '../../../data/hooks.ts';
import { type Live, mapLive } from '../../../data/live.ts';
import type { Stored } from '../../../data/reader.ts';
import { documentReader, queries } from '../../../data/records.ts';
import { isUnderWay } from '../../../data/uploads/upload-state.ts';
import { useWorkspace } from '../../../data/workspace.ts';
import type { Candidate } from './batch-plan.ts';

/** In the order of `collections`. */
export function useCandidates(collections: readonly Stored<Collection>[]): Live<readonly Candidate[]> {
  const { id: workspace } = useWorkspace();
  const uploads = useStore(useClient().uploads.uploads);
  const wanted = useMemo(
    () => collections.map(({ id }) => queries.documents(workspace, id)),
    [collections, workspace],
  );
  const documents = useQueries(wanted, documentReader);
  return useMemo(
    () =>
      mapLive(documents, ({ records }) =>
        collections.map((collection) => {
          const prefix = `${paths.documents(workspace, collection.id)}/`;
          return {
            collection,
            files: records.filter(({ path }) => path.startsWith(prefix)),
            uploading: uploads.filter(
              ({ collectionId, state }) => collectionId === collection.id && isUnderWay(state),
            ).length,
          };
        }),
      ),
    [collections, documents, uploads, workspace],
  );
}
