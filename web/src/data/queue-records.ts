/** The documents of the processing queue that administrators read, and the queries that find them. */
import { backfillSchema } from '@docket/model/backfill';
import { type Breaker, breakerSchema } from '@docket/model/breaker';
import type { ImageProcessingStatus } from '@docket/model/image';
import { paths } from '@docket/model/paths';
import { type AdminRequest, adminRequestSchema, queueSettingsSchema } from '@docket/model/queue';
import type { Query } from './ports.ts';
import { createReader, type Stored } from './reader.ts';

export const adminRequestReader = createReader(adminRequestSchema);
export const backfillReader = createReader(backfillSchema);
export const breakerReader = createReader(breakerSchema);
export const queueSettingsReader = createReader(queueSettingsSchema);

export type StoredAdminRequest = Stored<AdminRequest>;
export type StoredBreaker = Stored<Breaker>;

/** As many failed images as are gone through one by one. Where there are more, their number is counted. */
export const FAILED_IMAGES_READ = 500;

const all = (path: string, where: Query['where'] = {}, limit: number | null = null): Query => ({
  from: 'collection',
  path,
  where,
  limit,
});

export const queueQueries = {
  /** What administrators have asked and is not dealt with yet. */
  adminRequests: (workspace: string) => all(paths.adminRequests(workspace)),
  /** The circuit breakers of all services that have ever failed. */
  breakers: (workspace: string) => all(paths.breakers(workspace)),
  /** Failed images, in no particular order. */
  failedImages: (workspace: string) =>
    all(paths.images(workspace), { processing_status: 'failed' }, FAILED_IMAGES_READ),
  /** All images in one state: to be counted. */
  imagesInState: (workspace: string, status: ImageProcessingStatus) =>
    all(paths.images(workspace), { processing_status: status }),
  /** The batches that a backfill has started. */
  batchesOf: (workspace: string, backfill: string) =>
    all(paths.imageBatches(workspace), { backfill_id: backfill }),
} as const;
