/** Where everything is kept: Firestore documents and Storage objects. Nobody else spells a path. */
import type { Pipeline, SubjectType } from './pipelines.ts';

/** Firestore. Even numbers of segments name documents, odd ones collections. */
export const paths = {
  user: (uid: string) => `users/${uid}`,
  workspaces: () => 'workspaces',
  workspace: (workspace: string) => `workspaces/${workspace}`,
  members: (workspace: string) => `workspaces/${workspace}/members`,
  member: (workspace: string, uid: string) => `workspaces/${workspace}/members/${uid}`,
  invitations: (workspace: string) => `workspaces/${workspace}/invitations`,
  invitation: (workspace: string, invitation: string) => `workspaces/${workspace}/invitations/${invitation}`,
  collections: (workspace: string) => `workspaces/${workspace}/collections`,
  collection: (workspace: string, collection: string) => `workspaces/${workspace}/collections/${collection}`,
  documents: (workspace: string, collection: string) =>
    `workspaces/${workspace}/collections/${collection}/documents`,
  document: (workspace: string, collection: string, document: string) =>
    `workspaces/${workspace}/collections/${collection}/documents/${document}`,
  products: (workspace: string, collection: string, document: string) =>
    `workspaces/${workspace}/collections/${collection}/documents/${document}/products`,
  product: (workspace: string, collection: string, document: string, product: string) =>
    `workspaces/${workspace}/collections/${collection}/documents/${document}/products/${product}`,
  orderTables: (workspace: string, collection: string, document: string) =>
    `workspaces/${workspace}/collections/${collection}/documents/${document}/order_tables`,
  orderTable: (workspace: string, collection: string, document: string, table: string) =>
    `workspaces/${workspace}/collections/${collection}/documents/${document}/order_tables/${table}`,
  items: (workspace: string, collection: string) => `workspaces/${workspace}/collections/${collection}/items`,
  item: (workspace: string, collection: string, item: string) =>
    `workspaces/${workspace}/collections/${collection}/items/${item}`,
  deckSettings: (workspace: string, collection: string) =>
    `workspaces/${workspace}/collections/${collection}/settings/deck`,
  decks: (workspace: string, collection: string) => `workspaces/${workspace}/collections/${collection}/decks`,
  deck: (workspace: string, collection: string, deck: string) =>
    `workspaces/${workspace}/collections/${collection}/decks/${deck}`,
  columnMappings: (workspace: string) => `workspaces/${workspace}/column_mappings`,
  columnMapping: (workspace: string, fingerprint: string) =>
    `workspaces/${workspace}/column_mappings/${fingerprint}`,
  images: (workspace: string) => `workspaces/${workspace}/images`,
  image: (workspace: string, image: string) => `workspaces/${workspace}/images/${image}`,
  imageBatches: (workspace: string) => `workspaces/${workspace}/image_batches`,
  imageBatch: (workspace: string, batch: string) => `workspaces/${workspace}/image_batches/${batch}`,
  backfills: (workspace: string) => `workspaces/${workspace}/backfills`,
  backfill: (workspace: string, backfill: string) => `workspaces/${workspace}/backfills/${backfill}`,
  breakers: (workspace: string) => `workspaces/${workspace}/breakers`,
  breaker: (workspace: string, breaker: string) => `workspaces/${workspace}/breakers/${breaker}`,
  queueSettings: (workspace: string) => `workspaces/${workspace}/settings/queue`,
  adminRequests: (workspace: string) => `workspaces/${workspace}/admin_requests`,
  adminRequest: (workspace: string, request: string) => `workspaces/${workspace}/admin_requests/${request}`,
  inventoryItems: (workspace: string) => `workspaces/${workspace}/inventory_items`,
  inventoryItem: (workspace: string, item: string) => `workspaces/${workspace}/inventory_items/${item}`,
  sku: (workspace: string, sku: string) => `workspaces/${workspace}/skus/${sku}`,
  stockAdjustments: (workspace: string) => `workspaces/${workspace}/stock_adjustments`,
  stockAdjustment: (workspace: string, adjustment: string) =>
    `workspaces/${workspace}/stock_adjustments/${adjustment}`,
  locations: (workspace: string) => `workspaces/${workspace}/locations`,
  location: (workspace: string, location: string) => `workspaces/${workspace}/locations/${location}`,
  inventorySettings: (workspace: string) => `workspaces/${workspace}/settings/inventory`,
  inventorySetup: (workspace: string) => `workspaces/${workspace}/settings/inventory_setup`,
  suppliers: (workspace: string) => `workspaces/${workspace}/suppliers`,
  supplier: (workspace: string, supplier: string) => `workspaces/${workspace}/suppliers/${supplier}`,
  itemSuppliers: (workspace: string) => `workspaces/${workspace}/item_suppliers`,
  itemSupplier: (workspace: string, link: string) => `workspaces/${workspace}/item_suppliers/${link}`,
  reorders: (workspace: string) => `workspaces/${workspace}/reorders`,
  reorder: (workspace: string, reorder: string) => `workspaces/${workspace}/reorders/${reorder}`,
  inventoryImports: (workspace: string) => `workspaces/${workspace}/inventory_imports`,
  inventoryImport: (workspace: string, id: string) => `workspaces/${workspace}/inventory_imports/${id}`,
  listings: (workspace: string) => `workspaces/${workspace}/listings`,
  listing: (workspace: string, listing: string) => `workspaces/${workspace}/listings/${listing}`,
  /** What the analysis of its photos has found. */
  listingAnalysis: (workspace: string, listing: string) =>
    `workspaces/${workspace}/listings/${listing}/analysis/current`,
  parts: (workspace: string) => `workspaces/${workspace}/parts`,
  part: (workspace: string, part: string) => `workspaces/${workspace}/parts/${part}`,
  partsImports: (workspace: string) => `workspaces/${workspace}/parts_imports`,
  partsImport: (workspace: string, id: string) => `workspaces/${workspace}/parts_imports/${id}`,
  /** How the tables of its file were read. */
  partsImportTables: (workspace: string, id: string) => `workspaces/${workspace}/parts_imports/${id}/tables`,
  partsImportTable: (workspace: string, id: string, table: string) =>
    `workspaces/${workspace}/parts_imports/${id}/tables/${table}`,
  fitmentJobs: (workspace: string) => `workspaces/${workspace}/fitment_jobs`,
  fitmentJob: (workspace: string, job: string) => `workspaces/${workspace}/fitment_jobs/${job}`,
  /** The parts of a job of type `selection`. */
  fitmentSelection: (workspace: string, job: string) =>
    `workspaces/${workspace}/fitment_jobs/${job}/selection/parts`,
  /** How the tables of the file of a job of type `upload` were read. */
  fitmentTables: (workspace: string, job: string) => `workspaces/${workspace}/fitment_jobs/${job}/tables`,
  fitmentTable: (workspace: string, job: string, table: string) =>
    `workspaces/${workspace}/fitment_jobs/${job}/tables/${table}`,
  fitmentGroups: (workspace: string, job: string) => `workspaces/${workspace}/fitment_jobs/${job}/groups`,
  fitmentGroup: (workspace: string, job: string, group: string) =>
    `workspaces/${workspace}/fitment_jobs/${job}/groups/${group}`,
  fitmentReviews: (workspace: string, job: string) => `workspaces/${workspace}/fitment_jobs/${job}/reviews`,
  fitmentReview: (workspace: string, job: string, review: string) =>
    `workspaces/${workspace}/fitment_jobs/${job}/reviews/${review}`,
  vehicleImports: (workspace: string) => `workspaces/${workspace}/vehicle_imports`,
  vehicleImport: (workspace: string, id: string) => `workspaces/${workspace}/vehicle_imports/${id}`,
  /** The table of vehicles of the workspace's own. */
  vehicleTable: (workspace: string) => `workspaces/${workspace}/vehicle_tables/current`,
  /** What a deployment has done once for all workspaces, such as starting a backfill. */
  deployment: (step: string) => `deployments/${step}`,
  /** All that a member has settled for themselves. */
  memberSettings: (workspace: string, uid: string) => `workspaces/${workspace}/members/${uid}/settings`,
  mailSettings: (workspace: string, uid: string) =>
    `workspaces/${workspace}/members/${uid}/settings/notifications`,
  mail: (id: string) => `mail/${id}`,
  webhooks: (workspace: string) => `workspaces/${workspace}/webhooks`,
  webhook: (workspace: string, webhook: string) => `workspaces/${workspace}/webhooks/${webhook}`,
  webhookDeliveries: (workspace: string) => `workspaces/${workspace}/webhook_deliveries`,
  webhookDelivery: (workspace: string, delivery: string) =>
    `workspaces/${workspace}/webhook_deliveries/${delivery}`,
  apiKeys: (workspace: string) => `workspaces/${workspace}/api_keys`,
  apiKey: (workspace: string, key: string) => `workspaces/${workspace}/api_keys/${key}`,
  /** What users and keys have used of the HTTP API. */
  apiUsages: (workspace: string) => `workspaces/${workspace}/api_usage`,
  apiUsage: (workspace: string, principal: string) => `workspaces/${workspace}/api_usage/${principal}`,
  /** What the HTTP API has answered to a request that may come again. */
  idempotencyKey: (workspace: string, key: string) => `workspaces/${workspace}/idempotency_keys/${key}`,
  pipelineStats: (workspace: string) => `workspaces/${workspace}/pipeline_stats`,
  pipelineStat: (workspace: string, pipeline: Pipeline) =>
    `workspaces/${workspace}/pipeline_stats/${pipeline}`,
  /** What the analytics page shows. */
  analytics: (workspace: string) => `workspaces/${workspace}/analytics`,
  pipelineAnalytics: (workspace: string, pipeline: Pipeline) =>
    `workspaces/${workspace}/analytics/${pipeline}`,
  jobs: (workspace: string) => `workspaces/${workspace}/jobs`,
  job: (workspace: string, job: string) => `workspaces/${workspace}/jobs/${job}`,
  jobRequests: (workspace: string) => `workspaces/${workspace}/job_requests`,
  jobRequest: (workspace: string, request: string) => `workspaces/${workspace}/job_requests/${request}`,
} as const;

/** The document that a job of a workspace runs on. */
export function subjectPath(workspace: string, subject: { type: SubjectType; id: string }): string {
  switch (subject.type) {
    case 'collection':
      return paths.collection(workspace, subject.id);
    case 'image_batch':
      return paths.imageBatch(workspace, subject.id);
    case 'backfill':
      return paths.backfill(workspace, subject.id);
    case 'inventory_import':
      return paths.inventoryImport(workspace, subject.id);
    case 'listing':
      return paths.listing(workspace, subject.id);
    case 'fitment_job':
      return paths.fitmentJob(workspace, subject.id);
    case 'parts_import':
      return paths.partsImport(workspace, subject.id);
    case 'vehicle_import':
      return paths.vehicleImport(workspace, subject.id);
  }
}

/** Names of collections that are also asked for as collection groups. */
export const collectionGroups = {
  members: 'members',
  jobs: 'jobs',
  images: 'images',
  jobRequests: 'job_requests',
  itemSuppliers: 'item_suppliers',
  adminRequests: 'admin_requests',
  webhookDeliveries: 'webhook_deliveries',
} as const;

/** Storage. Originals and everything made from them live under different prefixes. */
export const storagePaths = {
  /** All that belongs to a collection. */
  collection: (workspace: string, collection: string) => `workspaces/${workspace}/collections/${collection}/`,
  /** What the phases of all runs of items and decks hand to each other. */
  collectionRuns: (workspace: string, collection: string) =>
    `workspaces/${workspace}/collections/${collection}/runs/`,
  /** What the phases of one run of items or decks hand to each other. */
  collectionWork: (workspace: string, collection: string, job: string, name: string) =>
    `workspaces/${workspace}/collections/${collection}/runs/${job}/${name}`,
  /** The items' own pictures, named by their content. */
  itemImages: (workspace: string, collection: string) =>
    `workspaces/${workspace}/collections/${collection}/items/`,
  itemImage: (workspace: string, collection: string, image: string) =>
    `workspaces/${workspace}/collections/${collection}/items/images/${image}.webp`,
  itemThumbnail: (workspace: string, collection: string, image: string) =>
    `workspaces/${workspace}/collections/${collection}/items/thumbnails/${image}.webp`,
  /** A logo for decks: written by clients, each once. */
  logo: (workspace: string, collection: string, fileName: string) =>
    `workspaces/${workspace}/collections/${collection}/logo/${fileName}`,
  /** The files of all decks. */
  decks: (workspace: string, collection: string) =>
    `workspaces/${workspace}/collections/${collection}/decks/`,
  /** The files of one deck; `job` made it. */
  deck: (workspace: string, collection: string, job: string) =>
    `workspaces/${workspace}/collections/${collection}/decks/${job}/`,
  deckFile: (workspace: string, collection: string, job: string, fileName: string) =>
    `workspaces/${workspace}/collections/${collection}/decks/${job}/${fileName}`,
  /** All that belongs to the documents of a collection. */
  documents: (workspace: string, collection: string) =>
    `workspaces/${workspace}/collections/${collection}/documents/`,
  /** All that belongs to one document of a collection. */
  document: (workspace: string, collection: string, document: string) =>
    `workspaces/${workspace}/collections/${collection}/documents/${document}/`,
  /** The uploaded file, byte for byte. Written by clients, once. */
  original: (workspace: string, collection: string, document: string, fileName: string) =>
    `workspaces/${workspace}/collections/${collection}/documents/${document}/original/${fileName}`,
  /** All that every run has made from one document. */
  runs: (workspace: string, collection: string, document: string) =>
    `workspaces/${workspace}/collections/${collection}/documents/${document}/runs/`,
  /** All that one run has made from one document. */
  run: (workspace: string, collection: string, document: string, job: string) =>
    `workspaces/${workspace}/collections/${collection}/documents/${document}/runs/${job}/`,
  /** What one phase of a run hands to the next. */
  work: (workspace: string, collection: string, document: string, job: string, name: string) =>
    `workspaces/${workspace}/collections/${collection}/documents/${document}/runs/${job}/work/${name}.json`,
  image: (workspace: string, collection: string, document: string, job: string, image: string) =>
    `workspaces/${workspace}/collections/${collection}/documents/${document}/runs/${job}/images/${image}.webp`,
  /** All that belongs to one image of the library. */
  libraryImage: (workspace: string, image: string) => `workspaces/${workspace}/images/${image}/`,
  /** The image as it came, byte for byte. Written once, by a client or by the import, and never changed. */
  libraryOriginal: (workspace: string, image: string, fileName: string) =>
    `workspaces/${workspace}/images/${image}/original/${fileName}`,
  /** All that was made from an image. */
  libraryDerivatives: (workspace: string, image: string) =>
    `workspaces/${workspace}/images/${image}/derived/`,
  /**
   * One file made from an image. `content` names the bytes it was made from and `recipe` how, so that the same address
   * never shows anything else and may be kept for ever.
   */
  libraryDerivative: (workspace: string, image: string, content: string, recipe: string, fileName: string) =>
    `workspaces/${workspace}/images/${image}/derived/${content}-${recipe}/${fileName}`,
  /** All that belongs to an import of inventory items. */
  inventoryImport: (workspace: string, id: string) => `workspaces/${workspace}/inventory_imports/${id}/`,
  /** The file of one. Written by clients, once. */
  inventoryImportFile: (workspace: string, id: string, fileName: string) =>
    `workspaces/${workspace}/inventory_imports/${id}/original/${fileName}`,
  /** All that the phases of one run of an import hand to each other. */
  inventoryImportRun: (workspace: string, id: string, job: string) =>
    `workspaces/${workspace}/inventory_imports/${id}/runs/${job}/`,
  /** What they hand to each other. */
  inventoryImportWork: (workspace: string, id: string, job: string, name: string) =>
    `workspaces/${workspace}/inventory_imports/${id}/runs/${job}/${name}.json`,
  /** All that was made for a listing; its photos are images of the library. */
  listing: (workspace: string, listing: string) => `workspaces/${workspace}/listings/${listing}/`,
  /** All that the phases of the runs of its analysis hand to each other. */
  listingRuns: (workspace: string, listing: string) => `workspaces/${workspace}/listings/${listing}/runs/`,
  /** What they hand to each other. */
  listingWork: (workspace: string, listing: string, job: string, name: string) =>
    `workspaces/${workspace}/listings/${listing}/runs/${job}/${name}.json`,
  /** One of its photos as those phases look at it. */
  listingPicture: (workspace: string, listing: string, job: string, image: string) =>
    `workspaces/${workspace}/listings/${listing}/runs/${job}/${image}.png`,
  /** How the names of all that readers have seen in one of its photos begin. */
  listingReadings: (workspace: string, listing: string, image: string) =>
    `workspaces/${workspace}/listings/${listing}/readings/${image}-`,
  /** What `reader` has seen in one of its photos. */
  listingReading: (workspace: string, listing: string, image: string, reader: string) =>
    `workspaces/${workspace}/listings/${listing}/readings/${image}-${reader}.json`,
  /** The file of an import of parts. Written by clients, once. */
  partsImportFile: (workspace: string, id: string, fileName: string) =>
    `workspaces/${workspace}/parts_imports/${id}/original/${fileName}`,
  /** All that the phases of one run of an import of parts hand to each other. */
  partsImportRun: (workspace: string, id: string, job: string) =>
    `workspaces/${workspace}/parts_imports/${id}/runs/${job}/`,
  /** What they hand to each other. */
  partsImportWork: (workspace: string, id: string, job: string, name: string) =>
    `workspaces/${workspace}/parts_imports/${id}/runs/${job}/${name}.json`,
  /** All files of a fitment job. */
  fitmentJob: (workspace: string, id: string) => `workspaces/${workspace}/fitment_jobs/${id}/`,
  /** The file whose parts a fitment job is about. Written by clients, once. */
  fitmentJobFile: (workspace: string, id: string, fileName: string) =>
    `workspaces/${workspace}/fitment_jobs/${id}/original/${fileName}`,
  /** All that the phases of one run of a fitment job hand to each other. */
  fitmentJobRun: (workspace: string, id: string, job: string) =>
    `workspaces/${workspace}/fitment_jobs/${id}/runs/${job}/`,
  /** What they hand to each other. */
  fitmentJobWork: (workspace: string, id: string, job: string, name: string) =>
    `workspaces/${workspace}/fitment_jobs/${id}/runs/${job}/${name}.json`,
  /** The file of an import of vehicles. Written by clients, once. */
  vehicleImportFile: (workspace: string, id: string, fileName: string) =>
    `workspaces/${workspace}/vehicle_imports/${id}/original/${fileName}`,
  /** All that the phases of one run of an import of vehicles hand to each other. */
  vehicleImportRun: (workspace: string, id: string, job: string) =>
    `workspaces/${workspace}/vehicle_imports/${id}/runs/${job}/`,
  /** What they hand to each other. */
  vehicleImportWork: (workspace: string, id: string, job: string, name: string) =>
    `workspaces/${workspace}/vehicle_imports/${id}/runs/${job}/${name}.json`,
  /** The table of vehicles that an import has made: each once, so that a run reads the same one throughout. */
  vehicleTable: (workspace: string, importId: string) =>
    `workspaces/${workspace}/vehicle_tables/${importId}.json`,
  thumbnail: (workspace: string, collection: string, document: string, job: string, image: string) =>
    `workspaces/${workspace}/collections/${collection}/documents/${document}/runs/${job}/thumbnails/${image}.webp`,
} as const;

/**
 * The id of the `run`-th job of a pipeline on a subject. It is the idempotency key of a start: of any number of
 * simultaneous starts exactly one can create this document. Letters, digits, `-` and `_` only, as task ids require.
 */
export function jobId(subjectId: string, pipeline: Pipeline, run: number): string {
  return `${subjectId}-${pipeline}-${run}`;
}

/** The run number in a job's id, or null when `id` is not of this subject and pipeline. */
export function runOfJobId(id: string, subjectId: string, pipeline: Pipeline): number | null {
  const prefix = `${subjectId}-${pipeline}-`;
  const run = id.startsWith(prefix) ? Number(id.slice(prefix.length)) : Number.NaN;
  return Number.isInteger(run) && run > 0 ? run : null;
}
