/** All that has failed and waits for somebody, runs and images alike, by what it failed of. Pure. */
import { type ErrorCode, errorMessage } from './errors.ts';
import type { Image } from './image.ts';
import { isActive, type Job } from './job.ts';
import { PIPELINES, type Pipeline, type PipelineOn } from './pipelines.ts';

/** A run. */
interface FoundJob {
  id: string;
  data: Job;
}

/** An image. */
interface FoundImage {
  id: string;
  data: Image;
}

interface Common {
  id: string;
  code: ErrorCode;
  /** The sentence for a person. */
  message: string;
  /** A technical line for support. */
  details: string;
  at: Date;
  attempts: number;
}

/** One run or image that has failed. */
export type Failure =
  | (Common & {
      kind: 'run';
      pipeline: Pipeline;
      subject: Job['subject'];
      images: number | null;
      phase: string;
    })
  | (Common & { kind: 'image'; pipeline: PipelineOn<'image_batch'>; fileName: string });

/** What has failed for one reason. */
export interface FailureGroup {
  code: ErrorCode;
  /** What the reason means, without naming a file. */
  message: string;
  runs: number;
  images: number;
  latest: Date;
  pipelines: readonly Pipeline[];
  /** The latest first. */
  failures: readonly Failure[];
}

function failedRun({ id, data }: FoundJob): Failure {
  const { error, pipeline, subject, input } = data;
  const code = error?.code ?? 'internal';
  return {
    kind: 'run',
    id,
    pipeline,
    subject,
    images: input.image_ids?.length ?? null,
    code,
    message: error?.message ?? errorMessage(code),
    details: error?.details ?? '',
    phase: error?.phase ?? '',
    at: data.completed_at ?? data.updated_at ?? data.created_at,
    attempts: data.attempt,
  };
}

function failedImage({ id, data }: FoundImage): Failure {
  const { processing_error: error, source, storage_path: path } = data;
  const code = error?.code ?? 'internal';
  return {
    kind: 'image',
    id,
    // What could not be fetched failed in the import; what was fetched, in the processing.
    pipeline: source.kind === 'url' && path === null ? 'image_import' : 'image_processing',
    fileName: data.file_name,
    code,
    message: error?.message ?? errorMessage(code),
    details: error?.details ?? '',
    at: data.processing_completed_at ?? data.processing_started_at ?? data.uploaded_at,
    attempts: data.processing_attempts,
  };
}

function groupOf(code: ErrorCode, failures: readonly Failure[]): FailureGroup {
  const sorted = failures.toSorted((a, b) => b.at.getTime() - a.at.getTime());
  return {
    code,
    message: errorMessage(code),
    runs: failures.filter(({ kind }) => kind === 'run').length,
    images: failures.filter(({ kind }) => kind === 'image').length,
    latest: sorted[0]?.at ?? new Date(0),
    pipelines: PIPELINES.filter((pipeline) => failures.some((failure) => failure.pipeline === pipeline)),
    failures: sorted,
  };
}

/** When each image of an open batch was last put into one. */
function takenUp(open: readonly FoundJob[]): ReadonlyMap<string, Date> {
  const times = new Map<string, Date>();
  for (const { data } of open) {
    const at = data.started_at ?? data.created_at;
    for (const image of isActive(data.status) ? (data.input.image_ids ?? []) : []) {
      const known = times.get(image);
      if (known === undefined || known < at) times.set(image, at);
    }
  }
  return times;
}

/**
 * Failed runs that nobody has retried or dismissed, and failed images that no open batch has taken up since: the most
 * frequent cause first.
 */
export function groupFailures(
  jobs: readonly FoundJob[],
  images: readonly FoundImage[],
  open: readonly FoundJob[],
): FailureGroup[] {
  const waiting = jobs.filter(({ data }) => data.status === 'failed');
  const again = takenUp(open);
  const left = images.map(failedImage).filter(({ id, at }) => (again.get(id) ?? at) <= at);
  const failures = [...waiting.map(failedRun), ...left];
  return [...Map.groupBy(failures, ({ code }) => code)]
    .map(([code, own]) => groupOf(code, own))
    .toSorted((a, b) => b.failures.length - a.failures.length || b.latest.getTime() - a.latest.getTime());
}
