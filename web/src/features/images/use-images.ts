/** The images of the workspace as tiles: as many as have been looked at so far, with what is on its way. */
import { useMemo, useState } from 'react';
import { useQueries } from '../../data/hooks.ts';
import { imageQueries, imageReader, type StoredImage } from '../../data/image-records.ts';
import type { Live } from '../../data/live.ts';
import type { Query } from '../../data/ports.ts';
import type { StoredList } from '../../data/reader.ts';
import { useImageWork } from '../../data/uploads/images/use-image-uploads.ts';
import { useOpenJobs, useWorkspace } from '../../data/workspace.ts';
import { useThrottledStore } from '../../ui/use-throttled-store.ts';
import { FIRST_IMAGES, isCut, STATE_LIMIT } from './how-many.ts';
import { imageRuns } from './image-runs.ts';
import type { TileFilter } from './tile-state.ts';
import { createTileMaker, type Tile } from './tiles.ts';

type Images = StoredList<StoredImage['data']>;

function queriesOf(workspace: string, filter: TileFilter, limit: number): Query[] {
  switch (filter) {
    case 'all':
      return [imageQueries.latest(workspace, limit)];
    case 'processing':
      return [
        imageQueries.inState(workspace, 'queued', STATE_LIMIT),
        imageQueries.inState(workspace, 'processing', STATE_LIMIT),
      ];
    case 'failed':
      return [
        imageQueries.inState(workspace, 'failed', STATE_LIMIT),
        imageQueries.inState(workspace, 'cancelled', STATE_LIMIT),
      ];
  }
}

/** What was there of the same filter stays while more of it is being read. */
function useSteady(live: Live<Images>, filter: TileFilter): Live<Images> {
  const [last, setLast] = useState({ live, filter });
  if (live.state !== 'loading' && (last.live !== live || last.filter !== filter)) setLast({ live, filter });
  return live.state === 'loading' && last.filter === filter ? last.live : live;
}

export interface Gallery {
  /** The records of the images. */
  images: Live<Images>;
  tiles: readonly Tile[];
  /** How many images were asked for. */
  limit: number;
  /** Reads so many images; null when all are there, or more are being read. */
  read: ((limit: number) => void) | null;
  /** Whether there are, or may be, images that have not been read. */
  partial: boolean;
}

const NO_IMAGES: readonly StoredImage[] = [];

export function useImages(filter: TileFilter): Gallery {
  const workspace = useWorkspace();
  const { uploads } = useImageWork();
  const [limit, setLimit] = useState(FIRST_IMAGES);
  const [make] = useState(createTileMaker);
  const live = useQueries(queriesOf(workspace.id, filter, limit), imageReader, 'calm');
  const images = useSteady(live, filter);
  const jobs = useOpenJobs();
  const all = useThrottledStore(uploads.uploads);
  const arrivals = useThrottledStore(uploads.arrivals);

  const runs = useMemo(() => imageRuns(jobs.state === 'ready' ? jobs.value.records : []), [jobs]);
  const own = useMemo(
    () => all.filter(({ workspaceId }) => workspaceId === workspace.id),
    [all, workspace.id],
  );
  const records = images.state === 'ready' ? images.value.records : NO_IMAGES;
  const tiles = useMemo(
    () => make({ images: records, uploads: own, arrivals, runs }),
    [make, records, own, arrivals, runs],
  );
  const found = images.state === 'ready' ? records.length + images.value.malformed.length : 0;
  const partial = filter === 'all' && found >= limit;
  const cut = useMemo(() => filter !== 'all' && isCut(records), [filter, records]);
  const reading = live.state === 'loading';
  return {
    images,
    tiles,
    limit,
    read: partial && !reading ? setLimit : null,
    partial: partial || cut || (filter === 'all' && reading),
  };
}
