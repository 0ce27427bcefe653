/** The documents that the app reads: a reader for each kind, and the queries that find them. */
import { collectionSchema } from '@docket/model/collection';
import { deckSchema, deckSettingsSchema } from '@docket/model/deck';
import { type CollectionDocument, documentSchema } from '@docket/model/document';
import { itemSchema } from '@docket/model/item';
import { type Job, jobRequestSchema, jobSchema, type JobStatus } from '@docket/model/job';
import { invitationSchema } from '@docket/model/members/invitation';
import {
  type DeliveryState,
  mailSettingsSchema,
  webhookDeliverySchema,
  webhookSchema,
} from '@docket/model/notifications';
import { columnMappingSchema, orderTableSchema } from '@docket/model/order';
import { collectionGroups, paths } from '@docket/model/paths';
import { pipelineAnalyticsSchema } from '@docket/model/pipeline-analytics';
import { pipelineStatsSchema } from '@docket/model/pipeline-stats';
import type { Pipeline } from '@docket/model/pipelines';
import { productSchema } from '@docket/model/product';
import { memberSchema, workspaceSchema } from '@docket/model/workspace';
import type { Query } from './ports.ts';
import { createReader, type Stored } from './reader.ts';

export const collectionReader = createReader(collectionSchema);
export const columnMappingReader = createReader(columnMappingSchema);
export const deckReader = createReader(deckSchema);
export const deckSettingsReader = createReader(deckSettingsSchema);
export const documentReader = createReader(documentSchema);
export const invitationReader = createReader(invitationSchema);
export const itemReader = createReader(itemSchema);
export const jobReader = createReader(jobSchema);
export const jobRequestReader = createReader(jobRequestSchema);
export const mailSettingsReader = createReader(mailSettingsSchema);
export const memberReader = createReader(memberSchema);
export const orderTableReader = createReader(orderTableSchema);
export const pipelineAnalyticsReader = createReader(pipelineAnalyticsSchema);
export const pipelineStatsReader = createReader(pipelineStatsSchema);
export const productReader = createReader(productSchema);
export const webhookDeliveryReader = createReader(webhookDeliverySchema);
export const webhookReader = createReader(webhookSchema);
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
  /** Everybody in a workspace. */
  members: (workspace: string) => everything(paths.members(workspace)),
  /** Invitations that nobody has used or taken back; some may have expired. */
  openInvitations: (workspace: string): Query => ({
    from: 'collection',
    path: paths.invitations(workspace),
    where: { 'state.kind': 'open' },
    limit: null,
  }),
  collections: (workspace: string) => everything(paths.collections(workspace)),
  documents: (workspace: string, collection: string) => everything(paths.documents(workspace, collection)),
  items: (workspace: string, collection: string) => everything(paths.items(workspace, collection)),
  /** The tables of a purchase order, as one run has read them. */
  orderTables: (workspace: string, collection: string, document: string, job: string): Query => ({
    from: 'collection',
    path: paths.orderTables(workspace, collection, document),
    where: { job_id: job },
    limit: null,
  }),
  /** What people have said about the columns of orders; few, one for each kind of header. */
  columnMappings: (workspace: string) => everything(paths.columnMappings(workspace)),
  decks: (workspace: string, collection: string) => everything(paths.decks(workspace, collection)),
  /** Every run on one collection. */
  jobsOf: (workspace: string, collection: string): Query => ({
    from: 'collection',
    path: paths.jobs(workspace),
    where: { 'subject.id': collection },
    limit: null,
  }),
  /** The latest runs of a workspace, of one pipeline and status where these are given. */
  latestJobs: (
    workspace: string,
    { pipeline, status }: { pipeline: Pipeline | null; status: JobStatus | null },
    limit: number,
  ): Query => ({
    from: 'collection',
    path: paths.jobs(workspace),
    where: { ...(pipeline !== null && { pipeline }), ...(status !== null && { status }) },
    orderBy: { field: 'created_at', direction: 'desc' },
    limit,
  }),
  /** Failed runs that nobody has retried or dismissed. */
  failedJobs: (workspace: string): Query => ({
    from: 'collection',
    path: paths.jobs(workspace),
    where: { needs_attention: true },
    limit: null,
  }),
  /** What has been counted of each pipeline; the id is the pipeline. */
  pipelineStats: (workspace: string) => everything(paths.pipelineStats(workspace)),
  /** What has been counted of each pipeline day by day; the id is the pipeline. */
  analytics: (workspace: string) => everything(paths.analytics(workspace)),
  webhooks: (workspace: string) => everything(paths.webhooks(workspace)),
  /** The latest deliveries, of one webhook or in one state if these are given. */
  webhookDeliveries: (
    workspace: string,
    { webhook, state }: { webhook: string | null; state: DeliveryState | null },
    limit: number,
  ): Query => ({
    from: 'collection',
    path: paths.webhookDeliveries(workspace),
    where: {
      ...(webhook === null ? {} : { webhook_id: webhook }),
      ...(state === null ? {} : { state }),
    },
    orderBy: { field: 'created_at', direction: 'desc' },
    limit,
  }),
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
