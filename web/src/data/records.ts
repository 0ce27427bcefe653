/** The documents that the app reads: a reader for each kind, and the queries that find them. */
import { collectionSchema } from '@docket/model/collection';
import { type CollectionDocument, documentSchema } from '@docket/model/document';
import { type Job, jobRequestSchema, jobSchema } from '@docket/model/job';
import { collectionGroups, paths } from '@docket/model/paths';
import { productSchema } from '@docket/model/product';
import { memberSchema, workspaceSchema } from '@docket/model/workspace';
import type { Query } from './ports.ts';
import { createReader, type Stored } from './reader.ts';

export const collectionReader = createReader(collectionSchema);
export const documentReader = createReader(documentSchema);
export const jobReader = createReader(jobSchema);
export const jobRequestReader = createReader(jobRequestSchema);
export const memberReader = createReader(memberSchema);
export const productReader = createReader(productSchema);
export const workspaceReader = createReader(workspaceSchema);

export type StoredFile = Stored<CollectionDocument>;
export type StoredJob = Stored<Job>;

const everything = (path: string): Query => ({ from: 'collection', path, where: {}, limit: null });

export const queries = {
  /** The memberships of a person, in whatever workspace. */
  memberships: (uid: string): Query => ({
    from: 'group',
    path: collectionGroups.members,
    where: { uid },
    limit: null,
  }),
  collections: (workspace: string) => everything(paths.collections(workspace)),
  documents: (workspace: string, collection: string) => everything(paths.documents(workspace, collection)),
  /** The jobs that the engine has something to do for. */
  openJobs: (workspace: string): Query => ({
    from: 'collection',
    path: paths.jobs(workspace),
    where: { open: true },
    limit: null,
  }),
  /** What people have asked of jobs and the engine has not dealt with yet. */
  jobRequests: (workspace: string) => everything(paths.jobRequests(workspace)),
  /** What one run read from one document, in no particular order. */
  products: (
    workspace: string,
    collection: string,
    document: string,
    job: string,
    limit: number | null = null,
  ): Query => ({
    from: 'collection',
    path: paths.products(workspace, collection, document),
    where: { job_id: job },
    limit,
  }),
} as const;
