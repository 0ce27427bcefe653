/** What the owners of a workspace ask of its queue: done, then the request is deleted. Everything may be done twice. */
import { CURRENT_BACKFILL } from '@docket/model/image-derivatives';
import { collectionGroups, paths } from '@docket/model/paths';
import { type AdminRequest, adminRequestSchema } from '@docket/model/queue';
import type { Firestore } from 'firebase-admin/firestore';
import { errorText } from '../engine/error-text.ts';
import type { JobKey } from '../engine/job-store.ts';
import type { Log } from '../engine/ports.ts';
import type { DeploymentBackfill } from '../images/backfill/deployment-backfill.ts';
import { findImages } from '../images/backfill/scan-images.ts';
import { startBackfill } from '../images/backfill/start-backfill.ts';
import { setUpLocations } from '../inventory/locations/set-up.ts';
import { takeBackLocations } from '../inventory/locations/take-back.ts';
import { queryPages } from '../services/query-pages.ts';
import { TASK_TIMEOUT_SECONDS } from '../services/task-queue.ts';
import { maySignWishes } from './administrators.ts';
import { retryAllFailed } from './retry-all-failed.ts';

export interface AdministrationParts {
  db: Firestore;
  /** See `RetryParts`. */
  retryJob: (key: JobKey) => Promise<void>;
  deployment: DeploymentBackfill;
  clock: () => Date;
  log: Log;
}

/** A request of this age, in milliseconds, has been lost: nobody may take that long over it. */
const LOST_AFTER_MS = (TASK_TIMEOUT_SECONDS + 60) * 1_000;

/** Requests that a sweep reads at a time. */
const SWEEP_PAGE = 50;

export class Administration {
  readonly #parts: AdministrationParts;

  constructor(parts: AdministrationParts) {
    this.#parts = parts;
  }

  /** Deals with a request. The rules let owners alone write one; it is asked again whether whoever signs it still may. */
  async requested(workspaceId: string, requestId: string): Promise<void> {
    const { db, log, clock } = this.#parts;
    const ref = db.doc(paths.adminRequest(workspaceId, requestId));
    const snapshot = await ref.get();
    if (!snapshot.exists) return;
    const request = adminRequestSchema.safeParse(snapshot.data());
    if (request.success && (await maySignWishes(db, workspaceId, request.data.by, clock())))
      await this.#perform(workspaceId, requestId, request.data);
    else log.error({ workspaceId, requestId }, 'a request that nobody may make was dropped');
    await ref.delete();
  }

  /** Deals with requests that were lost, and with what is to be done once after a deployment. */
  async sweep(): Promise<void> {
    const { db, deployment, clock } = this.#parts;
    await this.#guarded({}, async () => await deployment.start());
    for await (const page of queryPages(db.collectionGroup(collectionGroups.adminRequests), SWEEP_PAGE)) {
      for (const { id: requestId, ref, createTime } of page) {
        const workspaceId = ref.parent.parent?.id;
        const age = clock().getTime() - createTime.toMillis();
        if (workspaceId === undefined || age < LOST_AFTER_MS) continue;
        const about = { workspaceId, requestId };
        await this.#guarded(about, async () => await this.requested(workspaceId, requestId));
      }
    }
  }

  async #perform(workspaceId: string, requestId: string, request: AdminRequest): Promise<void> {
    const { db, clock } = this.#parts;
    switch (request.action) {
      case 'retry_all_failed':
        return await retryAllFailed(this.#parts, workspaceId, requestId, request);
      case 'preview_backfill': {
        const preview = await findImages(db, workspaceId, clock);
        await db.doc(paths.backfill(workspaceId, CURRENT_BACKFILL)).set({ preview }, { merge: true });
        return;
      }
      case 'start_backfill': {
        const wish = { by: request.by, at: request.at, onlyFirst: false };
        return await startBackfill(db, workspaceId, wish);
      }
      case 'set_up_locations':
        return await setUpLocations(db, workspaceId, request.by, clock);
      case 'take_back_locations':
        return await takeBackLocations(db, workspaceId, clock);
    }
  }

  /** What `work` throws is logged, and tried again by the next sweep. */
  async #guarded(about: object, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.#parts.log.error({ ...about, error: errorText(error) }, 'left to the next sweep');
    }
  }
}
