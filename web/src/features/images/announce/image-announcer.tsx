/** One toast for all batches of images that somebody has started: how far they are, and what has become of them. */
import { paths } from '@docket/model/paths';
import { notifications } from '@mantine/notifications';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { useStore } from 'zustand';
import { useDocument, useQuery } from '../../../data/hooks.ts';
import { imageBatchReader, imageQueries, imageReader } from '../../../data/image-records.ts';
import { valueOr } from '../../../data/live.ts';
import { jobReader, type StoredJob } from '../../../data/records.ts';
import { useImageWork } from '../../../data/uploads/images/use-image-uploads.ts';
import { isUnderWay } from '../../../data/uploads/upload-state.ts';
import { useWorkspace } from '../../../data/workspace.ts';
import { ToastLink } from '../../../ui/toast-link.tsx';
import { urls } from '../../../urls.ts';
import { FIRST_IMAGES } from '../how-many.ts';
import { type BatchNews, batchNews, isTold, waitingNote, type WaveToast, waveToast } from './wave-words.ts';

/** A batch that is watched from its start to the end of all. */
interface Watched {
  jobId: string;
  batchId: string;
  imageIds: readonly string[];
}

const TOAST = 'image-wave';
/** Milliseconds without news before the end is told: a last batch may be just about to start. */
const QUIET_MS = 1200;
const SHOWN_MS = { green: 8000, blue: 8000, ink: 8000, red: 12_000 } as const;

const LINKS = {
  images: { label: 'Open Images', url: urls.images },
  failed: { label: 'Show which', url: urls.failedImages },
} as const;

/** Looks up how a batch has ended. While its job is open that is followed with all open ones, at no further cost. */
function EndWatch({ batch, onNews }: { batch: Watched; onNews: (id: string, news: BatchNews) => void }) {
  const workspace = useWorkspace();
  const job = valueOr(useDocument(paths.job(workspace.id, batch.jobId), jobReader), null);
  const record = valueOr(useDocument(paths.imageBatch(workspace.id, batch.batchId), imageBatchReader), null);
  useEffect(() => {
    if (job !== null) onNews(batch.jobId, batchNews(job.data, record?.data ?? null));
  }, [job, record, batch.jobId, onNews]);
  return null;
}

/** How many of the watched images have thumbnails, as far as they are among the latest. Of one alone nobody is told. */
function useThumbnails(watched: readonly Watched[]): number {
  const workspace = useWorkspace();
  const ids = useMemo(() => new Set(watched.flatMap(({ imageIds }) => imageIds)), [watched]);
  const query = ids.size <= 1 ? null : imageQueries.latest(workspace.id, FIRST_IMAGES);
  const latest = useQuery(query, imageReader);
  return useMemo(() => {
    if (latest.state !== 'ready') return 0;
    return latest.value.records.filter(({ id, data }) => ids.has(id) && data.thumbnail_status === 'completed')
      .length;
  }, [latest, ids]);
}

function useShow(): (toast: WaveToast, first: boolean) => void {
  const workspace = useWorkspace();
  const navigate = useNavigate();
  return ({ color, title, message, live, link }, first) => {
    const to = link === null ? null : LINKS[link].url(workspace.id);
    const content = {
      id: TOAST,
      color,
      title,
      message:
        link === null || to === null ? (
          message
        ) : (
          <>
            {message}{' '}
            <ToastLink
              to={to}
              label={LINKS[link].label}
              onFollow={() => {
                notifications.hide(TOAST);
                void navigate(to);
              }}
            />
          </>
        ),
      loading: live,
      autoClose: live ? false : SHOWN_MS[color],
    } as const;
    // Whoever has closed the toast is told of the end, and of nothing before.
    if (live && !first) notifications.update(content);
    else {
      notifications.hide(TOAST);
      notifications.show(content);
    }
  };
}

const NOTHING: readonly Watched[] = [];

/** `jobs` are the open ones of this person. */
export default function ImageAnnouncer({ jobs: open }: { jobs: readonly StoredJob[] }) {
  const workspace = useWorkspace();
  const { uploads } = useImageWork();
  const jobs = open.filter(({ data }) =>
    isTold(data.input.image_ids ?? [], (id) => uploads.isShownElsewhere(id)),
  );
  const uploading = useStore(
    uploads.uploads,
    (list) =>
      list.filter(
        ({ workspaceId, state, shownElsewhere }) =>
          workspaceId === workspace.id && isUnderWay(state) && shownElsewhere !== true,
      ).length,
  );
  const [watched, setWatched] = useState(NOTHING);
  const [news, setNews] = useState<Readonly<Record<string, BatchNews>>>({});
  const fresh = jobs.filter(({ id }) => !watched.some(({ jobId }) => jobId === id));
  if (fresh.length > 0) {
    setWatched([
      ...watched,
      ...fresh.map(({ id, data }) => ({
        jobId: id,
        batchId: data.subject.id,
        imageIds: data.input.image_ids ?? [],
      })),
    ]);
  }
  const thumbnails = useThumbnails(watched);
  const show = useShow();
  const live = useRef(false);
  const said = useRef('');

  const underWay = new Map(open.map(({ id, data }) => [id, batchNews(data, null)]));
  const known = watched.map(
    ({ jobId, imageIds }): BatchNews =>
      underWay.get(jobId) ?? news[jobId] ?? { of: imageIds.length, done: imageIds.length, ends: null },
  );
  const toast =
    watched.length === 0
      ? null
      : waveToast(known, uploading, thumbnails, waitingNote(jobs.map(({ data }) => data)));
  const words = JSON.stringify(toast);
  const over = watched.length > 0 && uploading === 0 && known.every(({ ends }) => ends !== null);

  useEffect(() => {
    if (toast === null || !toast.live || words === said.current) return;
    said.current = words;
    show(toast, !live.current);
    live.current = true;
  }, [toast, words, show]);

  const finish = useRef(() => undefined);
  useEffect(() => {
    finish.current = () => {
      notifications.hide(TOAST);
      if (toast !== null && !toast.live) show(toast, true);
      live.current = false;
      said.current = '';
      setWatched(NOTHING);
      setNews({});
      return undefined;
    };
  });
  useEffect(() => {
    if (!over) return undefined;
    const timer = setTimeout(() => finish.current(), QUIET_MS);
    return () => clearTimeout(timer);
  }, [over]);

  const [onNews] = useState(
    () => (id: string, next: BatchNews) => setNews((before) => ({ ...before, [id]: next })),
  );
  return watched
    .filter(({ jobId }) => !underWay.has(jobId))
    .map((batch) => <EndWatch key={batch.jobId} batch={batch} onNews={onNews} />);
}
