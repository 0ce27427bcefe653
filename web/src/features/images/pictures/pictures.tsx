/** What is known of the pictures of all items, found out once for the whole page. */
import { createContext, type ReactNode, use, useMemo } from 'react';
import { paths } from '@docket/model/paths';
import { useDocument } from '../../../data/hooks.ts';
import { imageReader, type StoredImage } from '../../../data/image-records.ts';
import type { Arrival, ImageUpload } from '../../../data/uploads/images/image-uploads.ts';
import { useImageWork } from '../../../data/uploads/images/use-image-uploads.ts';
import { useActor, useOpenJobs, useWorkspace } from '../../../data/workspace.ts';
import { useThrottledStore } from '../../../ui/use-throttled-store.ts';
import { imageOfAddress } from '../import/image-of-address.ts';
import { type ImageRun, imageRuns } from '../image-runs.ts';
import type { Tile } from '../tiles.ts';
import { useImageActions } from '../use-image-actions.ts';
import { imageIdOfFile } from './read-picture.ts';
import { type PictureState, pictureState } from './picture-state.ts';

interface PictureNews {
  runs: ReadonlyMap<string, ImageRun>;
  /** By the image that they become. */
  uploads: ReadonlyMap<string, ImageUpload>;
  arrivals: ReadonlyMap<string, Arrival>;
  /** Images that are about to be fetched, by their paths. */
  asked: ReadonlySet<string>;
  fetchImage: (url: string) => void;
  retryImage: (image: StoredImage) => void;
  retryUpload: (uploadId: string) => void;
}

const NewsContext = createContext<PictureNews | null>(null);

/** A file that is still being checked may have been read before. */
function uploadsByImage(uploads: readonly ImageUpload[]): ReadonlyMap<string, ImageUpload> {
  return new Map(
    uploads.flatMap((upload) => {
      const imageId = upload.imageId ?? imageIdOfFile(upload.file);
      return imageId === null ? [] : [[imageId, upload] as const];
    }),
  );
}

/** Above everything that shows pictures of items. */
export function PictureNewsProvider({ children }: { children: ReactNode }) {
  const { uploads, fetches } = useImageWork();
  const actor = useActor();
  const jobs = useOpenJobs();
  const { retry } = useImageActions();
  const all = useThrottledStore(uploads.uploads);
  const arrivals = useThrottledStore(uploads.arrivals);
  const asked = useThrottledStore(fetches.waiting);
  const runs = useMemo(() => imageRuns(jobs.state === 'ready' ? jobs.value.records : []), [jobs]);
  const news = useMemo(
    (): PictureNews => ({
      runs,
      uploads: uploadsByImage(all),
      arrivals,
      asked,
      fetchImage: (url) => void imageOfAddress(url).then((image) => fetches.ask(actor, image)),
      retryImage: (image) => void retry([image]),
      retryUpload: (uploadId) => uploads.retry(uploadId),
    }),
    [runs, all, arrivals, asked, actor, retry, uploads, fetches],
  );
  return <NewsContext value={news}>{children}</NewsContext>;
}

/** A picture, how far it is, and the way to try again; null where there is nothing to try again. */
export interface ItemPicture {
  tile: Pick<Tile, 'key' | 'file' | 'image'>;
  state: PictureState;
  retry: (() => void) | null;
}

/** The picture that is the image with this id; null: there is none. `address`: where it can be fetched from. */
export function useItemPicture(imageId: string | null, address: string | null = null): ItemPicture {
  const workspace = useWorkspace();
  const news = use(NewsContext);
  if (news === null) throw new Error('useItemPicture needs a PictureNewsProvider above it');
  const live = useDocument(imageId === null ? null : paths.image(workspace.id, imageId), imageReader);
  const image = live.state === 'ready' ? live.value : null;
  const key = imageId ?? 'none';
  const upload = news.uploads.get(key) ?? null;
  const arrival = news.arrivals.get(key);
  const state = pictureState({
    wanted: imageId !== null,
    live,
    run: news.runs.get(key) ?? null,
    upload: upload?.state ?? null,
    asked: news.asked.has(paths.image(workspace.id, key)),
    fetchable: address !== null,
  });
  const wayToRetry = () => {
    if (image !== null && (state.kind === 'failed' || state.kind === 'cancelled'))
      return () => news.retryImage(image);
    if (upload !== null && state.kind === 'not_uploaded') return () => news.retryUpload(upload.id);
    return address !== null && state.kind === 'gone' ? () => news.fetchImage(address) : null;
  };
  return {
    tile: { key: arrival?.uploadId ?? upload?.id ?? key, file: arrival?.file ?? upload?.file ?? null, image },
    state,
    retry: wayToRetry(),
  };
}
