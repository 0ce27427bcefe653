/** The addresses of the app's pages. Nobody else spells one. */
import type { Pipeline } from '@docket/model/pipelines';
import type { CollectionTab } from '@docket/model/tabs';

/** In the query of a collection's address: its history is open. */
export const HISTORY_PARAMETER = 'history';

/** In the query of the address of the images: which of them are shown. */
export const IMAGE_FILTER_PARAMETER = 'show';

/** In the query of the address of the parts: which import of parts is looked at, over their list. */
export const IMPORT_PARAMETER = 'import';

/** In the query of the address of a fitment job: which part of it is looked at, and fitments of which status. */
export const JOB_SECTION_PARAMETER = 'section';
export const REVIEW_STATUS_PARAMETER = 'status';

/** In the query of the addresses of activity and analytics: which pipeline is looked at, which outcome, how many days. */
export const PIPELINE_PARAMETER = 'pipeline';
export const OUTCOME_PARAMETER = 'outcome';
export const DAYS_PARAMETER = 'days';

export const urls = {
  home: () => '/',
  newWorkspace: () => '/new-workspace',
  collections: (workspace: string) => `/w/${workspace}/collections`,
  collection: (workspace: string, collection: string, tab: CollectionTab = 'info') =>
    `/w/${workspace}/collections/${collection}/${tab}`,
  /** The runs of a collection, over the tab. */
  collectionHistory: (workspace: string, collection: string, tab: CollectionTab = 'info') =>
    `/w/${workspace}/collections/${collection}/${tab}?${HISTORY_PARAMETER}`,
  images: (workspace: string) => `/w/${workspace}/images`,
  /** Those that have failed, or were cancelled. */
  failedImages: (workspace: string) => `/w/${workspace}/images?${IMAGE_FILTER_PARAMETER}=failed`,
  /** One image of the library, over its list. */
  image: (workspace: string, image: string) => `/w/${workspace}/images/${image}`,
  inventory: (workspace: string) => `/w/${workspace}/inventory`,
  /** One item of the inventory, over its list. */
  inventoryItem: (workspace: string, item: string) => `/w/${workspace}/inventory/items/${item}`,
  locations: (workspace: string) => `/w/${workspace}/inventory/locations`,
  suppliers: (workspace: string) => `/w/${workspace}/inventory/suppliers`,
  /** What is low, and what is on order. */
  reorders: (workspace: string) => `/w/${workspace}/inventory/reorders`,
  /** The listings of the workspace, "My Items". */
  listings: (workspace: string) => `/w/${workspace}/listings`,
  /** Those that are not saved as items yet. */
  draftListings: (workspace: string) => `/w/${workspace}/listings/drafts`,
  /** A new one, step 1: its photos. */
  newListing: (workspace: string) => `/w/${workspace}/listings/new`,
  /** One of them, to be filled in or changed: step 2. */
  listing: (workspace: string, listing: string) => `/w/${workspace}/listings/${listing}`,
  /** What vehicles parts fit: its first page. */
  fitments: (workspace: string) => `/w/${workspace}/fitments`,
  /** The parts whose vehicles are wanted. */
  parts: (workspace: string) => `/w/${workspace}/fitments/parts`,
  /** One import of parts: its progress, and how its file was read. */
  partsImport: (workspace: string, id: string) => `/w/${workspace}/fitments/parts?${IMPORT_PARAMETER}=${id}`,
  /** One part, over their list. */
  part: (workspace: string, part: string) => `/w/${workspace}/fitments/parts/${part}`,
  /** "AI Jobs & Progress". */
  fitmentJobs: (workspace: string) => `/w/${workspace}/fitments/jobs`,
  /** One of them: its progress, then what it has found, for review. */
  fitmentJob: (workspace: string, job: string) => `/w/${workspace}/fitments/jobs/${job}`,
  /** The approved fitments of all jobs. */
  fitmentResults: (workspace: string) => `/w/${workspace}/fitments/results`,
  /** The vehicle table. */
  vehicles: (workspace: string) => `/w/${workspace}/fitments/vehicles`,
  /** The processing queue: for administrators. */
  queue: (workspace: string) => `/w/${workspace}/admin/processing`,
  activity: (workspace: string) => `/w/${workspace}/activity`,
  /** The failed runs of a pipeline. */
  failedRuns: (workspace: string, pipeline: Pipeline) =>
    `/w/${workspace}/activity?${PIPELINE_PARAMETER}=${pipeline}&${OUTCOME_PARAMETER}=failed`,
  /** How runs went, in charts. */
  analytics: (workspace: string) => `/w/${workspace}/analytics`,
  /** Who works in the workspace, and who is invited. */
  members: (workspace: string) => `/w/${workspace}/settings/members`,
  /** Where an invitation is accepted; its secret follows behind a #. */
  join: (workspace: string, invitation: string) => `/join/${workspace}/${invitation}`,
  /** The keys with which programs use the workspace: for owners. */
  apiKeys: (workspace: string) => `/w/${workspace}/settings/api-keys`,
  /** What the HTTP API says of itself. */
  apiReference: () => '/api-reference',
  notifications: (workspace: string) => `/w/${workspace}/settings/notifications`,
} as const;
