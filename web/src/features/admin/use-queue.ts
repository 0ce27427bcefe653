/** All that the queue's page shows of runs and failures, as live values. */
import { useMemo } from 'react';
import { imageReader } from '../../data/image-records.ts';
import { useQuery } from '../../data/hooks.ts';
import { allLive, type Live } from '../../data/live.ts';
import {
  adminRequestReader,
  FAILED_IMAGES_READ,
  queueQueries,
  type StoredAdminRequest,
} from '../../data/queue-records.ts';
import type { Stored, StoredList } from '../../data/reader.ts';
import { jobReader, pipelineStatsReader, queries } from '../../data/records.ts';
import { useJobRequests, useOpenJobs, useWorkspace } from '../../data/workspace.ts';
import type { FailureGroup } from '@docket/model/failure-groups';
import { failureGroups } from './failure-groups.ts';
import { type QueueView, queueView } from './queue-view.ts';
import type { Counted } from './throughput.ts';
import { PIPELINES } from '@docket/model/pipelines';
import { useCount } from './use-count.ts';

const NONE: readonly never[] = [];

function recordsOf<T>(live: Live<StoredList<T>>): readonly Stored<T>[] {
  return live.state === 'ready' ? live.value.records : NONE;
}

export interface Queue {
  view: QueueView;
  groups: readonly FailureGroup[];
  /** Failed runs and images; the latter may be more than are in the groups. */
  failed: { runs: number; images: number };
  /** All that were ever finished; null while they are not counted. */
  done: { runs: number; images: number | null };
  /** What was asked by administrators and is not dealt with yet. */
  asked: readonly StoredAdminRequest['data'][];
  /** What the engine has counted minute by minute. */
  counted: readonly Counted[];
  /** Records that could not be read and are missing from all figures. */
  unreadable: number;
}

/** Asks for everything: only for those who may see it. */
export function useQueue(): Live<Queue> {
  const { id } = useWorkspace();
  const open = useOpenJobs();
  const failed = useQuery(queries.failedJobs(id), jobReader);
  const wishes = useJobRequests();
  const images = useQuery(queueQueries.failedImages(id), imageReader);
  const requests = useQuery(queueQueries.adminRequests(id), adminRequestReader);
  const stats = useQuery(queries.pipelineStats(id), pipelineStatsReader);

  const asked = useMemo(() => recordsOf(requests).map(({ data }) => data), [requests]);
  const jobWishes = useMemo(() => recordsOf(wishes).map(({ data }) => data), [wishes]);
  const view = useMemo(
    () => queueView(recordsOf(open), recordsOf(failed), jobWishes),
    [open, failed, jobWishes],
  );
  const groups = useMemo(
    () => failureGroups(recordsOf(failed), recordsOf(images), recordsOf(open), jobWishes),
    [failed, images, open, jobWishes],
  );
  const counted = useMemo(
    () =>
      PIPELINES.flatMap((pipeline) => {
        const record = recordsOf(stats).find((found) => found.id === pipeline);
        return record === undefined ? [] : [{ pipeline, minutes: record.data.minutes }];
      }),
    [stats],
  );
  const runsDone = recordsOf(stats).reduce((sum, { data }) => sum + data.completed, 0);

  // Images end with their runs and with what is reported of these; then they are counted anew.
  const failedRead = recordsOf(images).length;
  const news = [runsDone, view.images.processing, view.images.waiting, failedRead].join(' ');
  const completedImages = useMemo(() => queueQueries.imagesInState(id, 'completed'), [id]);
  const moreFailed = useMemo(
    () => (failedRead < FAILED_IMAGES_READ ? null : queueQueries.imagesInState(id, 'failed')),
    [id, failedRead],
  );
  const imagesDone = useCount(completedImages, news);
  const failedCounted = useCount(moreFailed, news);

  const all = useMemo(
    () => allLive<StoredList<unknown>>([open, failed, wishes, images, requests, stats]),
    [open, failed, wishes, images, requests, stats],
  );
  if (all.state !== 'ready') return all;
  const runsFailed = groups.reduce((sum, group) => sum + group.runs, 0);
  const imagesFailed = groups.reduce((sum, group) => sum + group.images, 0);
  return {
    state: 'ready',
    value: {
      view,
      groups,
      failed: { runs: runsFailed, images: failedCounted ?? imagesFailed },
      done: { runs: runsDone, images: imagesDone },
      asked,
      counted,
      unreadable: all.value.reduce((sum, { malformed }) => sum + malformed.length, 0),
    },
  };
}
