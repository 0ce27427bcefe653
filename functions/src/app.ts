/** Puts the parts together, once an instance and only when they are needed: a cold start loads no more than it must. */
import { randomUUID } from 'node:crypto';
import type { LabelsAnswer } from '@docket/model/inventory/labels';
import type { JoinAnswer } from '@docket/model/members/joining';
import type { ManageMembersAnswer } from '@docket/model/members/managing';
import type { QueueFigures } from '@docket/model/queue';
import { type AppOptions, getApps, initializeApp } from 'firebase-admin/app';
import { type Firestore, getFirestore } from 'firebase-admin/firestore';
import { getFunctions } from 'firebase-admin/functions';
import { getStorage } from 'firebase-admin/storage';
import * as logger from 'firebase-functions/logger';
import { z } from 'zod';
import type { Administration } from './admin/administration.ts';
import type { Router } from './api/serve.ts';
import type { FiguresCall } from './admin/answer-queue-figures.ts';
import { deckGeneration } from './collections/decks/pipeline.ts';
import { itemGeneration } from './collections/items/pipeline.ts';
import { documentProcessing } from './collections/pipeline.ts';
import { Breakers } from './engine/breaker/breakers.ts';
import { Engine } from './engine/engine.ts';
import { JobStore } from './engine/job-store.ts';
import { assertComplete } from './engine/pipeline-module.ts';
import { readSettings } from './engine/settings.ts';
import type { Log } from './engine/ports.ts';
import { fitmentGeneration } from './fitments/generation/pipeline.ts';
import { partsImport } from './fitments/parts-import/pipeline.ts';
import { vehicleImport } from './fitments/vehicle-import/pipeline.ts';
import { LeftOvers } from './images/left-overs.ts';
import { imageBackfill, imageImport, imageProcessing } from './images/pipeline.ts';
import { inventoryImport } from './inventory/import/pipeline.ts';
import type { LabelsCall } from './inventory/labels/answer-labels.ts';
import type { PhotoReader } from './listings/analysis/photo/photo-reader.ts';
import { listingAnalysis } from './listings/pipeline.ts';
import type { MembersCall } from './members/caller.ts';
import { FirestoreAnnouncer } from './notifications/announce.ts';
import type { Deliveries } from './notifications/deliveries.ts';
import { currentRegion } from './parameters.ts';
import type { RemoteImages } from './services/remote-image.ts';
import { faultPoint } from './services/fault-directory.ts';
import type { QueueFiguresSource } from './services/queue-figures.ts';
import { CloudTaskQueue } from './services/task-queue.ts';

const app = getApps()[0] ?? initializeApp(localOptions());

/**
 * On the local stack, the project's options with a service account that need not exist: without one, the SDK asks the
 * metadata server of a cloud machine for it at every first enqueue, which takes a second here and more elsewhere.
 * In production nothing: the SDK finds everything itself.
 */
function localOptions(): AppOptions | undefined {
  if (process.env['FUNCTIONS_EMULATOR'] !== 'true') return undefined;
  const config = z.looseObject({}).parse(JSON.parse(process.env['FIREBASE_CONFIG'] ?? '{}'));
  return { ...config, serviceAccountId: 'local@docket.example' };
}

/** The workspace data. */
export function database(): Firestore {
  return getFirestore(app);
}

/** The bucket of uploads and of what is made from them. */
export function bucket() {
  return getStorage(app).bucket();
}

/** Where people find the app (`DOCKET_PUBLIC_URL`), for links in mails; null: they go without. */
function publicUrl({ DOCKET_PUBLIC_URL }: Record<string, string | undefined>): string | null {
  const url = z.url().safeParse(DOCKET_PUBLIC_URL);
  return url.success ? url.data.replace(/\/+$/u, '') : null;
}

/** Where everything is logged. */
export const log: Log = {
  info: (data, message) => logger.info(message, data),
  error: (data, message) => logger.error(message, data),
};

let instance: Engine | undefined;

/** The engine of this instance. Throws at the first call when a pipeline has no handler for one of its phases. */
export function engine(): Engine {
  instance ??= createEngine();
  return instance;
}

function createEngine(): Engine {
  const modules = {
    document_processing: documentProcessing(database(), bucket()),
    item_generation: itemGeneration(database(), bucket()),
    deck_generation: deckGeneration(database(), bucket()),
    image_processing: imageProcessing(database(), bucket()),
    image_import: imageImport(database(), bucket(), remoteImages),
    image_backfill: imageBackfill(database()),
    inventory_import: inventoryImport(database(), bucket()),
    listing_analysis: listingAnalysis(database(), bucket(), photoReader),
    fitment_generation: fitmentGeneration(database(), bucket()),
    parts_import: partsImport(database(), bucket()),
    vehicle_import: vehicleImport(database(), bucket()),
  };
  assertComplete(modules);
  const settings = readSettings(process.env);
  return new Engine({
    db: database(),
    store: new JobStore(database(), settings, () => new Date(), randomUUID),
    breakers: new Breakers(database(), settings, () => new Date()),
    queue: new CloudTaskQueue(getFunctions(app), currentRegion(process.env)),
    modules,
    announcer: new FirestoreAnnouncer(database(), publicUrl(process.env), () => new Date()),
    settings,
    log,
    faults: faultPoint(process.env['DOCKET_FAULTS_DIR']),
    holder: randomUUID(),
  });
}

let administrator: Promise<Administration> | undefined;

/** What does what administrators ask. Loaded when it is needed, as few functions have to do with it. */
export async function administration(): Promise<Administration> {
  administrator ??= createAdministration();
  return await administrator;
}

async function createAdministration(): Promise<Administration> {
  const [{ Administration }, { DeploymentBackfill }] = await Promise.all([
    import('./admin/administration.ts'),
    import('./images/backfill/deployment-backfill.ts'),
  ]);
  const clock = () => new Date();
  return new Administration({
    db: database(),
    retryJob: async (key) => await engine().retryJob(key),
    deployment: new DeploymentBackfill(database(), clock),
    clock,
    log,
  });
}

let finder: LeftOvers | undefined;

/** What starts batches for images that nobody is at. It remembers how far it has looked. */
export function leftOvers(): LeftOvers {
  finder ??= new LeftOvers({ db: database(), log, newId: randomUUID });
  return finder;
}

let figures: QueueFiguresSource | undefined;

/** Answers the question of `call` how full the queues are. */
export async function queueFiguresFor(call: FiguresCall): Promise<QueueFigures> {
  const [{ answerQueueFigures }, { CloudTasksFigures, cloudTasksReader, EmulatorFigures }] =
    await Promise.all([import('./admin/answer-queue-figures.ts'), import('./services/queue-figures.ts')]);
  const emulator = process.env['CLOUD_TASKS_EMULATOR_HOST'];
  figures ??=
    emulator === undefined
      ? new CloudTasksFigures(currentRegion(process.env), cloudTasksReader)
      : new EmulatorFigures(emulator);
  return await answerQueueFigures({ db: database(), source: figures, log }, call);
}

/** Makes the labels that `call` wants. The fonts are loaded with it. */
export async function labelsFor(call: LabelsCall): Promise<LabelsAnswer> {
  const { answerLabels } = await import('./inventory/labels/answer-labels.ts');
  return await answerLabels({ db: database(), clock: () => new Date() }, call);
}

/** Looks at an invitation for `call`, or has them join by it. */
export async function joinFor(call: MembersCall): Promise<JoinAnswer> {
  const { answerJoin } = await import('./members/answer-join.ts');
  return await answerJoin({ db: database(), clock: () => new Date(), log }, call);
}

/** Does to a member what `call` wants. */
export async function manageMembersFor(call: MembersCall): Promise<ManageMembersAnswer> {
  const { answerManage } = await import('./members/answer-manage.ts');
  return await answerManage({ db: database(), log }, call);
}

let router: Promise<Router> | undefined;

/** What answers requests to the HTTP API. Loaded when it is needed: no other function has to do with it. */
export async function httpApi(): Promise<Router> {
  router ??= createHttpApi();
  return await router;
}

async function createHttpApi(): Promise<Router> {
  const [{ openApi }, { idTokenVerifier }] = await Promise.all([
    import('./api/open.ts'),
    import('./api/verify-id-token.ts'),
  ]);
  return openApi({
    db: database(),
    bucket: bucket(),
    verifyIdToken: idTokenVerifier(app),
    clock: () => new Date(),
    elapsed: () => performance.now(),
    environment: process.env,
    log,
  });
}

let sender: Promise<Deliveries> | undefined;

/** What calls webhooks. The HTTP client is loaded with it, since most functions never call anybody. */
export async function deliveries(): Promise<Deliveries> {
  sender ??= createDeliveries();
  return await sender;
}

async function createDeliveries(): Promise<Deliveries> {
  const [{ Deliveries, DELIVERY_TIMEOUT_MS }, { PublicFetch }] = await Promise.all([
    import('./notifications/deliveries.ts'),
    import('./services/public-fetch.ts'),
  ]);
  const settings = readSettings(process.env);
  return new Deliveries({
    db: database(),
    web: new PublicFetch({ allowLoopback: mayCallLoopback(process.env) }),
    breakers: new Breakers(database(), settings, () => new Date()),
    clock: () => new Date(),
    random: Math.random,
    firstPauseMs: settings.webhookRetryMs,
    timeoutMs: DELIVERY_TIMEOUT_MS,
    publicUrl: publicUrl(process.env),
    log,
  });
}

/** What looks at photos: see `openPhotoReader`. */
async function photoReader(): Promise<PhotoReader> {
  return await (await import('./listings/analysis/photo/open-reader.ts')).openPhotoReader(process.env);
}

let fetcher: Promise<RemoteImages> | undefined;

/** What fetches images. Loaded when it is needed, like what calls webhooks. */
async function remoteImages(): Promise<RemoteImages> {
  fetcher ??= createRemoteImages();
  return await fetcher;
}

async function createRemoteImages(): Promise<RemoteImages> {
  const [{ RemoteImages }, { PublicFetch }] = await Promise.all([
    import('./services/remote-image.ts'),
    import('./services/public-fetch.ts'),
  ]);
  return new RemoteImages(new PublicFetch({ allowLoopback: mayCallLoopback(process.env) }));
}

/** Whether addresses of this machine itself are called: only where tests say so. */
function mayCallLoopback({ DOCKET_ALLOW_LOOPBACK }: Record<string, string | undefined>): boolean {
  return DOCKET_ALLOW_LOOPBACK === 'true';
}
