/** report.json of `docket images`: what has become of each file, with what was made from it. */
import type { Derivative, Image } from '@docket/model/image';
import { derivativeFileName } from '@docket/model/image-derivatives';
import path from 'node:path';
import type { ImageFile } from './image-files.ts';
import type { ImageOutcome } from './send-images.ts';

/** A derivative as a file: `file` is its path below the folder of the report, with slashes. */
interface ReportedFile {
  name: string;
  file: string;
  width: number;
  height: number;
  bytes: number;
  content_type: string;
}

export interface ReportRow {
  /** Path below the folder that was read, with slashes. */
  file: string;
  /** `refused`: it is no image that can be read, and was not uploaded. */
  status: Image['processing_status'] | 'refused';
  /** Milliseconds since its upload was begun; null for what was not uploaded. */
  visible_ms: number | null;
  done_ms: number | null;
  /** A sentence. */
  error: string | null;
  image: string | null;
  /** It was in the workspace before, and nothing was made anew. */
  already_there: boolean;
  /** The earlier file with the same bytes. */
  duplicate_of: string | null;
  thumbnails: ReportedFile[];
  variants: ReportedFile[];
}

/** A file to be written beside the report. */
export interface Download {
  file: string;
  /** In Storage. */
  path: string;
}

/** The rows of the report, one a file, in their order, and the files that they name. */
export function reportOn(
  files: readonly ImageFile[],
  outcomes: readonly ImageOutcome[],
): { rows: ReportRow[]; downloads: Download[] } {
  const byId = new Map(outcomes.map((outcome) => [outcome.imageId, outcome]));
  const nameOf = new Map(
    files.flatMap((file) => (file.kind === 'image' ? [[file.image.imageId, file.file]] : [])),
  );
  const rows = files.map((file): ReportRow => {
    if (file.kind === 'refused')
      return { ...NOTHING, file: file.file, status: 'refused', error: file.reason };
    const imageId = file.kind === 'image' ? file.image.imageId : file.imageId;
    const outcome = byId.get(imageId);
    if (outcome === undefined) throw new RangeError(`Nothing is known of ${file.file}`);
    const { image, known, visibleMs, doneMs, error } = outcome;
    const isFirst = file.kind === 'image';
    const reported = (made: Derivative) => reportedFile(nameOf.get(imageId) ?? file.file, made);
    return {
      file: file.file,
      status: image?.processing_status ?? 'failed',
      visible_ms: isFirst ? rounded(visibleMs) : null,
      done_ms: isFirst ? rounded(doneMs) : null,
      error: error ?? image?.processing_error?.message ?? null,
      image: imageId,
      already_there: known,
      duplicate_of: file.kind === 'duplicate' ? file.of : null,
      thumbnails: image?.thumbnails.map(reported) ?? [],
      variants: image?.variants.map(reported) ?? [],
    };
  });
  const downloads = outcomes.flatMap(({ imageId, image }) =>
    [...(image?.thumbnails ?? []), ...(image?.variants ?? [])].map((made) => ({
      file: reportedFile(nameOf.get(imageId) ?? imageId, made).file,
      path: made.path,
    })),
  );
  return { rows, downloads };
}

const NOTHING = {
  visible_ms: null,
  done_ms: null,
  image: null,
  already_there: false,
  duplicate_of: null,
  thumbnails: [],
  variants: [],
} satisfies Partial<ReportRow>;

const rounded = (ms: number | null) => (ms === null ? null : Math.round(ms));

function reportedFile(of: string, { name, width, height, bytes, content_type }: Derivative): ReportedFile {
  return {
    name,
    file: path.posix.join('images', of, derivativeFileName(name)),
    width,
    height,
    bytes,
    content_type,
  };
}

/** What a person reads at the end; `out` is the folder that was written. */
export function summaryOf(rows: readonly ReportRow[], out: string): string {
  const images = rows.filter(({ status, duplicate_of }) => status !== 'refused' && duplicate_of === null);
  const there = images.filter(({ already_there }) => already_there).length;
  const failed = images.filter(({ status }) => status !== 'completed');
  const refused = rows.filter(({ status }) => status === 'refused');
  const duplicates = rows.flatMap(({ file, duplicate_of }) =>
    duplicate_of === null ? [] : [{ file, duplicate_of }],
  );
  const again =
    there === 0 ? '' : `; ${there === images.length ? 'all' : there} there already, and not made again`;
  return [
    `${counted(images.length - failed.length, 'image')} written to ${out}${again}`,
    ...failed.map(({ file, status, error }) => `✖ ${file}: ${error ?? `It was ${status}.`}`),
    ...refused.map(({ file, error }) => `– ${file}: ${error}`),
    ...duplicates.map(({ file, duplicate_of }) => `= ${file}: the same as ${duplicate_of}`),
  ].join('\n');
}

const counted = (count: number, what: string) => `${count} ${what}${count === 1 ? '' : 's'}`;
