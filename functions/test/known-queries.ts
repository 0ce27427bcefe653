/**
 * Every query in the source of the product that asks for more than documents by name or whole collections: the calls that
 * build it, as they are written there, and the queries that come of them, each shape once. Whoever changes the calls says
 * here what becomes of the queries; `query-indexes.test.ts` asks them of a database with the indexes of the project.
 */
import { collectionGroups, paths } from '@docket/model/paths';
import { FieldPath, type Firestore } from 'firebase-admin/firestore';

/** A query or an aggregation. */
interface Askable {
  get(): Promise<unknown>;
}

export interface KnownQueries {
  calls: readonly string[];
  queries: (db: Firestore) => Askable[];
}

const W = 'w';
const C = 'c';
const D = 'd';
const jobsOf = (db: Firestore) => db.collection(paths.jobs(W));
const imagesOf = (db: Firestore) => db.collection(paths.images(W));
const reordersOf = (db: Firestore) => db.collection(paths.reorders(W));

export const knownQueries: Readonly<Record<string, KnownQueries>> = {
  'functions/src/admin/administration.ts': {
    calls: ['collectionGroup(collectionGroups.adminRequests)'],
    queries: (db) => [db.collectionGroup(collectionGroups.adminRequests)],
  },
  'functions/src/admin/retry-all-failed.ts': {
    calls: [
      'collection(paths.jobs(this.#workspaceId))',
      "where('needs_attention', '==', true)",
      'orderBy(FieldPath.documentId())',
      'collection(paths.images(this.#workspaceId))',
      "where('processing_status', '==', 'failed')",
      "where('processing_error.code', '==', this.#wish.cause)",
      'orderBy(FieldPath.documentId())',
    ],
    queries: (db) => {
      const failed = imagesOf(db).where('processing_status', '==', 'failed');
      return [
        jobsOf(db).where('needs_attention', '==', true).orderBy(FieldPath.documentId()),
        failed.orderBy(FieldPath.documentId()),
        failed.where('processing_error.code', '==', 'x').orderBy(FieldPath.documentId()),
      ];
    },
  },
  'functions/src/api/keys/keys-made-by.ts': {
    calls: [
      'collection(paths.apiKeys(workspaceId))',
      "where('created_by', '==', uid)",
      "where('revoked_at', '==', null)",
    ],
    queries: (db) => [
      db.collection(paths.apiKeys(W)).where('created_by', '==', 'x').where('revoked_at', '==', null),
    ],
  },
  'functions/src/api/admin.ts': {
    calls: [
      'collection(paths.jobs(workspaceId))',
      'collection(paths.images(workspaceId))',
      "where('open', '==', true)",
      "where('needs_attention', '==', true)",
      "where('processing_status', '==', status)",
      "orderBy('created_at')",
      'collection(paths.breakers(workspaceId))',
    ],
    queries: (db) => {
      const open = jobsOf(db).where('open', '==', true);
      const failed = jobsOf(db).where('needs_attention', '==', true);
      const images = imagesOf(db).where('processing_status', '==', 'x');
      return [open.orderBy('created_at'), open.count(), failed, failed.count(), images, images.count()];
    },
  },
  'functions/src/api/collections/collections.ts': {
    calls: ['collection(paths.collections(workspaceId))', "orderBy('created_at', 'desc')"],
    queries: (db) => [db.collection(paths.collections(W)).orderBy('created_at', 'desc')],
  },
  'functions/src/api/collections/products.ts': {
    calls: [
      'collection(paths.products(workspaceId, collectionId, documentId))',
      "where('job_id', '==', results.job_id)",
      "orderBy('position')",
    ],
    queries: (db) => [
      db
        .collection(paths.products(W, C, D))
        .where('job_id', '==', 'x')
        .orderBy('position'),
    ],
  },
  'functions/src/api/collections/results.ts': {
    calls: [
      'collection(paths.items(workspaceId, id))',
      "orderBy('position')",
      'collection(paths.decks(workspaceId, id))',
      "orderBy('created_at', 'desc')",
    ],
    queries: (db) => [
      db.collection(paths.items(W, C)).orderBy('position'),
      db.collection(paths.decks(W, C)).orderBy('created_at', 'desc'),
    ],
  },
  'functions/src/api/fitments/jobs.ts': {
    calls: ['collection(paths.fitmentJobs(workspaceId))', "orderBy('created_at', 'desc')"],
    queries: (db) => [db.collection(paths.fitmentJobs(W)).orderBy('created_at', 'desc')],
  },
  'functions/src/api/fitments/parts.ts': {
    calls: ['collection(paths.parts(workspaceId))', "orderBy('part_number')"],
    queries: (db) => [db.collection(paths.parts(W)).orderBy('part_number')],
  },
  'functions/src/api/fitments/reviews.ts': {
    calls: ['collection(paths.fitmentJobs(workspaceId))', 'orderBy(FieldPath.documentId())'],
    queries: (db) => [db.collection(paths.fitmentJobs(W)).orderBy(FieldPath.documentId())],
  },
  'functions/src/api/fitments/scan-groups.ts': {
    calls: [
      'collection(paths.fitmentGroups(workspaceId, fitmentJobId))',
      "orderBy('index')",
      "where('index', '>=', index)",
    ],
    queries: (db) => [db.collection(paths.fitmentGroups(W, 'j')).orderBy('index').where('index', '>=', 1)],
  },
  'functions/src/api/inventory.ts': {
    calls: [
      'collection(paths.locations(workspaceId))',
      "orderBy('name')",
      'collection(paths.inventoryItems(workspaceId))',
      "orderBy('name')",
    ],
    queries: (db) => [
      db.collection(paths.locations(W)).orderBy('name'),
      db.collection(paths.inventoryItems(W)).orderBy('name'),
    ],
  },
  'functions/src/api/listings.ts': {
    calls: [
      'collection(paths.listings(workspaceId))',
      "orderBy('created_at', 'desc')",
      "where('published_at', '==', null)",
      "orderBy('created_at', 'desc')",
      "where('published_at', '!=', null)",
      "orderBy('published_at', 'desc')",
    ],
    queries: (db) => {
      const listings = db.collection(paths.listings(W));
      return [
        listings.orderBy('created_at', 'desc'),
        listings.where('published_at', '==', null).orderBy('created_at', 'desc'),
        listings.where('published_at', '!=', null).orderBy('published_at', 'desc'),
      ];
    },
  },
  'functions/src/api/images/handlers.ts': {
    calls: [
      'collection(paths.images(workspaceId))',
      "where('processing_status', '==', status)",
      "orderBy('uploaded_at', 'desc')",
    ],
    queries: (db) => [
      imagesOf(db).orderBy('uploaded_at', 'desc'),
      imagesOf(db).where('processing_status', '==', 'x').orderBy('uploaded_at', 'desc'),
    ],
  },
  'functions/src/api/low-stock.ts': {
    calls: [
      'collection(paths.inventoryItems(workspaceId))',
      "where('reorder_level', '>=', 0)",
      "orderBy('reorder_level')",
      'collection(path)',
      "where('item_id', 'in', group)",
      "where('status', 'in', ['requested', 'ordered'])",
      "where('at', '>=', since)",
      "orderBy('at', 'desc')",
    ],
    queries: (db) => {
      const of = (path: string) => db.collection(path).where('item_id', 'in', ['x', 'y']);
      return [
        db.collection(paths.inventoryItems(W)).where('reorder_level', '>=', 0).orderBy('reorder_level'),
        of(paths.itemSuppliers(W)),
        of(paths.reorders(W)).where('status', 'in', ['requested', 'ordered']),
        of(paths.stockAdjustments(W)).where('at', '>=', new Date()).orderBy('at', 'desc'),
      ];
    },
  },
  'functions/src/api/images/retry-image.ts': {
    calls: ['collection(paths.jobs(workspaceId))', "where('needs_attention', '==', true)"],
    queries: (db) => [jobsOf(db).where('needs_attention', '==', true)],
  },
  'functions/src/api/runs.ts': {
    calls: [
      'collection(paths.jobs(workspaceId))',
      "where('pipeline', '==', pipeline)",
      "orderBy('created_at', 'desc')",
    ],
    queries: (db) => [
      jobsOf(db).orderBy('created_at', 'desc'),
      jobsOf(db).where('pipeline', '==', 'x').orderBy('created_at', 'desc'),
    ],
  },
  'functions/src/api/workspaces.ts': {
    calls: ['collectionGroup(collectionGroups.members)', "where('uid', '==', caller.uid)"],
    queries: (db) => [db.collectionGroup(collectionGroups.members).where('uid', '==', 'x')],
  },
  'functions/src/collections/clean.ts': {
    calls: [
      'collection(paths.documents(run.workspaceId, run.job.subject.id))',
      'collection(paths.products(run.workspaceId, run.job.subject.id, documentId))',
      "where('job_id', '==', only)",
    ],
    queries: (db) => [db.collection(paths.products(W, C, D)).where('job_id', '==', 'x')],
  },
  'functions/src/collections/items/clean.ts': {
    calls: [
      'collection(paths.items(workspaceId, job.subject.id))',
      "where('run', '==', job.run)",
      'collection(paths.documents(workspaceId, job.subject.id))',
      'collection(paths.orderTables(workspaceId, job.subject.id, document))',
    ],
    queries: (db) => [db.collection(paths.items(W, C)).where('run', '==', 1)],
  },
  'functions/src/collections/items/order-hand-over.ts': {
    calls: [
      'collection(paths.documents(workspaceId, job.subject.id))',
      "where('kind', '==', documentKindSchema.enum.linesheet)",
      'collection(paths.products(workspaceId, job.subject.id, linesheet.id))',
      "where('job_id', '==', jobId)",
      "orderBy('position')",
    ],
    queries: (db) => [
      db.collection(paths.documents(W, C)).where('kind', '==', 'linesheet'),
      db
        .collection(paths.products(W, C, D))
        .where('job_id', '==', 'x')
        .orderBy('position'),
    ],
  },
  'functions/src/engine/lease-keeper.ts': {
    calls: ['collection(paths.jobRequests(this.#key.workspaceId))', "where('job_id', '==', this.#key.jobId)"],
    queries: (db) => [db.collection(paths.jobRequests(W)).where('job_id', '==', 'x')],
  },
  'functions/src/engine/sweeper.ts': {
    calls: [
      'collectionGroup(collectionGroups.jobs)',
      "where('open', '==', true)",
      'collectionGroup(collectionGroups.jobRequests)',
      'collection(paths.jobs(workspaceId))',
      "where('open', '==', true)",
      "where('activity.kind', '==', 'held')",
      'collection(paths.jobs(workspaceId))',
      "where('subject.id', '==', subjectId)",
      "where(field, '==', true)",
    ],
    queries: (db) => {
      const ofSubject = jobsOf(db).where('subject.id', '==', 'x');
      return [
        db.collectionGroup(collectionGroups.jobs).where('open', '==', true),
        db.collectionGroup(collectionGroups.jobRequests),
        jobsOf(db).where('open', '==', true).where('activity.kind', '==', 'held'),
        ofSubject.where('open', '==', true),
        ofSubject.where('needs_attention', '==', true),
      ];
    },
  },
  'functions/src/fitments/generation/save-groups.ts': {
    calls: [
      'collection(paths.fitmentGroups(context.workspaceId, context.job.subject.id))',
      "where('index', '>=', count)",
    ],
    queries: (db) => [db.collection(paths.fitmentGroups(W, 'j')).where('index', '>=', 1)],
  },
  'functions/src/images/backfill/deployment-backfill.ts': {
    calls: [
      'collection(paths.workspaces())',
      'orderBy(FieldPath.documentId())',
      'collection(paths.images(workspaceId))',
    ],
    queries: (db) => [db.collection(paths.workspaces()).orderBy(FieldPath.documentId())],
  },
  'functions/src/images/backfill/scan-images.ts': {
    calls: ['collection(paths.images(workspaceId))', 'orderBy(FieldPath.documentId())'],
    queries: (db) => [imagesOf(db).orderBy(FieldPath.documentId())],
  },
  'functions/src/images/backfill/start-batches.ts': {
    calls: [
      'collection(paths.jobs(workspaceId))',
      "where('open', '==', true)",
      // oxlint-disable-next-line no-template-curly-in-string -- as it is written
      "where(FieldPath.documentId(), '>=', `${job.subject.id}-0`)",
      // oxlint-disable-next-line no-template-curly-in-string -- as it is written
      "where(FieldPath.documentId(), '<', `${job.subject.id}-:`)",
    ],
    queries: (db) => [
      jobsOf(db)
        .where('open', '==', true)
        .where(FieldPath.documentId(), '>=', 'x-0')
        .where(FieldPath.documentId(), '<', 'x-:')
        .count(),
    ],
  },
  'functions/src/images/left-overs.ts': {
    calls: [
      'collectionGroup(collectionGroups.images)',
      "where('processing_status', '==', status)",
      "where(since, '<', new Date(now.getTime() - forMs))",
      'orderBy(since)',
    ],
    queries: (db) =>
      ['uploaded_at', 'processing_started_at'].map((since) =>
        db
          .collectionGroup(collectionGroups.images)
          .where('processing_status', '==', 'x')
          .where(since, '<', new Date())
          .orderBy(since),
      ),
  },
  'functions/src/images/open-runs.ts': {
    calls: [
      'collection(paths.jobs(workspaceId))',
      "where('open', '==', true)",
      "where('input.image_ids', 'array-contains-any', group)",
      'collection(paths.jobs(workspaceId))',
      "where('open', '==', true)",
      'orderBy(FieldPath.documentId())',
    ],
    queries: (db) => {
      const open = jobsOf(db).where('open', '==', true);
      return [
        open.where('input.image_ids', 'array-contains-any', ['x']),
        open.orderBy(FieldPath.documentId()),
      ];
    },
  },
  'functions/src/inventory/import/clean.ts': {
    calls: ['collection(paths.inventoryItems(workspaceId))', "where('import_id', '==', job.subject.id)"],
    queries: (db) => [db.collection(paths.inventoryItems(W)).where('import_id', '==', 'x')],
  },
  'functions/src/inventory/import/group-reads.ts': {
    calls: ['collection(paths.itemSuppliers(this.#run.workspaceId))', "where('item_id', 'in', group)"],
    queries: (db) => [db.collection(paths.itemSuppliers(W)).where('item_id', 'in', ['x', 'y'])],
  },
  'functions/src/inventory/lead-times/update-all.ts': {
    calls: ['collectionGroup(collectionGroups.itemSuppliers)'],
    queries: (db) => [db.collectionGroup(collectionGroups.itemSuppliers)],
  },
  'functions/src/inventory/lead-times/update-lead-time.ts': {
    calls: [
      'collection(paths.reorders(workspaceId))',
      "where('item_id', '==', written.item_id)",
      "where('supplier_id', '==', written.supplier_id)",
      "where('status', '==', 'received' satisfies Reorder['status'])",
    ],
    queries: (db) => [
      reordersOf(db)
        .where('item_id', '==', 'x')
        .where('supplier_id', '==', 'x')
        .where('status', '==', 'received'),
    ],
  },
  'functions/src/inventory/locations/take-back.ts': {
    calls: [
      'collection(paths.locations(workspaceId))',
      "where('is_default', '==', true)",
      'collection(collection)',
      "where('location_id', '==', locationId)",
      "where('status', 'in', OPEN_REORDERS)",
    ],
    queries: (db) => [
      db.collection(paths.locations(W)).where('is_default', '==', true),
      db.collection(paths.inventoryItems(W)).where('location_id', '==', 'x'),
      db.collection(paths.itemSuppliers(W)).where('location_id', '==', 'x'),
      reordersOf(db).where('location_id', '==', 'x').where('status', 'in', ['requested', 'ordered']),
    ],
  },
  'functions/src/inventory/removal/remove-item-data.ts': {
    calls: [
      'collection(collection)',
      "where('item_id', '==', itemId)",
      "where('status', 'in', OPEN_REORDERS)",
    ],
    queries: (db) => [
      reordersOf(db).where('item_id', '==', 'x').where('status', 'in', ['requested', 'ordered']),
      db.collection(paths.stockAdjustments(W)).where('item_id', '==', 'x'),
      db.collection(paths.itemSuppliers(W)).where('item_id', '==', 'x'),
    ],
  },
  'functions/src/listings/removal/remove-unused-photos.ts': {
    calls: [
      'collection(paths.listings(workspaceId))',
      "where('photos', 'array-contains', id)",
      'collection(paths.inventoryItems(workspaceId))',
      "where('image_id', '==', id)",
    ],
    queries: (db) => [
      db.collection(paths.listings(W)).where('photos', 'array-contains', 'x'),
      db.collection(paths.inventoryItems(W)).where('image_id', '==', 'x'),
    ],
  },
  'functions/src/listings/similar-items.ts': {
    calls: [
      'collection(paths.listings(workspaceId))',
      "where('published_at', '>', new Date(0))",
      "orderBy('published_at', 'desc')",
    ],
    queries: (db) => [
      db
        .collection(paths.listings(W))
        .where('published_at', '>', new Date(0))
        .orderBy('published_at', 'desc'),
    ],
  },
  'functions/src/members/member-documents.ts': {
    calls: ['collection(paths.members(workspaceId))', "where('role', '==', 'owner')"],
    queries: (db) => [db.collection(paths.members(W)).where('role', '==', 'owner')],
  },
  'functions/src/notifications/announce.ts': {
    calls: ['collection(paths.webhooks(workspaceId))', "where('active', '==', true)"],
    queries: (db) => [db.collection(paths.webhooks(W)).where('active', '==', true)],
  },
  'functions/src/notifications/deliveries.ts': {
    calls: [
      'collectionGroup(collectionGroups.webhookDeliveries)',
      "where('open', '==', true)",
      "where('next_attempt_at', '<=', clock())",
      "orderBy('next_attempt_at')",
    ],
    queries: (db) => [
      db
        .collectionGroup(collectionGroups.webhookDeliveries)
        .where('open', '==', true)
        .where('next_attempt_at', '<=', new Date())
        .orderBy('next_attempt_at'),
    ],
  },
  'scripts/docket/fitments.ts': {
    calls: ['collection(db, paths.fitmentGroups(workspace, id))', "orderBy('index')"],
    queries: (db) => [db.collection(paths.fitmentGroups(W, 'j')).orderBy('index')],
  },
  'scripts/docket/image-service.ts': {
    calls: [
      'collection(db, paths.imageBatches(workspace))',
      'collection(db, paths.images(workspace))',
      "where(documentId(), 'in', imageIds)",
    ],
    queries: (db) => [imagesOf(db).where(FieldPath.documentId(), 'in', ['x', 'y'])],
  },
  'scripts/docket/item-results.ts': {
    calls: [
      'collection(client.db, paths.orderTables(client.workspace, collectionId, id))',
      "where('job_id', '==', jobId)",
      'collection(client.db, paths.items(client.workspace, collectionId))',
    ],
    queries: (db) => [db.collection(paths.orderTables(W, C, D)).where('job_id', '==', 'x')],
  },
  'scripts/docket/results.ts': {
    calls: [
      'collection(client.db, paths.products(client.workspace, collectionId, documentId))',
      "where('job_id', '==', jobId)",
      "orderBy('position')",
    ],
    queries: (db) => [
      db
        .collection(paths.products(W, C, D))
        .where('job_id', '==', 'x')
        .orderBy('position'),
    ],
  },
  'scripts/local-stack/checkpoint.ts': {
    calls: ["collectionGroup('jobs')", "where('open', '==', false)", "collectionGroup('documents')"],
    queries: (db) => [db.collectionGroup('jobs').where('open', '==', false), db.collectionGroup('documents')],
  },
  'web/src/data/firebase/database.ts': {
    calls: [
      'collectionGroup(firestore, path)',
      'collection(firestore, path)',
      "where(field, '==', value)",
      'orderBy(order.field, order.direction)',
      'collection(firestore, path)',
      "where(documentId(), 'in', ids)",
      "collection(firestore, 'ids')",
    ],
    queries: (db) => [imagesOf(db).where(FieldPath.documentId(), 'in', ['x', 'y']).count()],
  },
};
