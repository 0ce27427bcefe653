/** The documents of images that the app reads, and the queries that find them. */
import { imageSchema, type Image, type ImageProcessingStatus } from '@docket/model/image';
import { imageBatchSchema } from '@docket/model/image-batch';
import { paths } from '@docket/model/paths';
import type { Query, StoredDocument } from './ports.ts';
import { createReader, type Stored } from './reader.ts';

export const imageReader = createReader(imageSchema);
export const imageBatchReader = createReader(imageBatchSchema);

export type StoredImage = Stored<Image>;

const companions = imageSchema.pick({ batch_id: true });

/** The batch with which an image came; null where that cannot be read. */
export function batchIdOf({ data }: StoredDocument): string | null {
  return companions.safeParse(data).data?.batch_id ?? null;
}

export const imageQueries = {
  /** The latest images of a workspace. */
  latest: (workspace: string, limit: number): Query => ({
    from: 'collection',
    path: paths.images(workspace),
    where: {},
    orderBy: { field: 'uploaded_at', direction: 'desc' },
    limit,
  }),
  /** The latest images in one state. */
  inState: (workspace: string, status: ImageProcessingStatus, limit: number): Query => ({
    from: 'collection',
    path: paths.images(workspace),
    where: { processing_status: status },
    orderBy: { field: 'uploaded_at', direction: 'desc' },
    limit,
  }),
} as const;
