/**
 * The backfill that begins by itself, once after a deployment that changes what is made from images: one for each workspace
 * that has images. Whether they are up to date is for the backfill to find out, which may take its time.
 */
import { STARTED_BY_DEPLOYMENT } from '@docket/model/backfill';
import { CURRENT_BACKFILL } from '@docket/model/image-derivatives';
import { paths } from '@docket/model/paths';
import { instant } from '@docket/model/time';
import { FieldPath, type Firestore } from 'firebase-admin/firestore';
import { z } from 'zod';
import { queryPages } from '../../services/query-pages.ts';
import { startBackfill } from './start-backfill.ts';

/** Workspaces that are read at a time. */
const PAGE = 100;

/** What is written at `paths.deployment(CURRENT_BACKFILL)`. */
const deploymentSchema = z.object({
  /** The last workspace that has been dealt with. */
  after: z.string(),
  /** When all were; absent before that. */
  completed_at: instant.optional(),
});

export class DeploymentBackfill {
  readonly #db: Firestore;
  readonly #clock: () => Date;
  #isDone = false;

  constructor(db: Firestore, clock: () => Date) {
    this.#db = db;
    this.#clock = clock;
  }

  /**
   * Starts what is to be started, or goes on where somebody has been interrupted. Costs nothing once it is known that all
   * is done. May run several times at once: no workspace gets more than one.
   */
  async start(): Promise<void> {
    if (this.#isDone) return;
    const ref = this.#db.doc(paths.deployment(CURRENT_BACKFILL));
    const known = deploymentSchema.safeParse((await ref.get()).data()).data;
    if (known?.completed_at === undefined) {
      const all = this.#db.collection(paths.workspaces()).orderBy(FieldPath.documentId()).select();
      for await (const page of queryPages(known === undefined ? all : all.startAfter(known.after), PAGE)) {
        for (const { id: after } of page) {
          await this.#startIn(after);
          await ref.set({ after }, { merge: true });
        }
      }
      await ref.set({ completed_at: this.#clock() }, { merge: true });
    }
    this.#isDone = true;
  }

  async #startIn(workspaceId: string): Promise<void> {
    const images = this.#db.collection(paths.images(workspaceId)).select().limit(1);
    if ((await images.get()).empty) return;
    const wish = { by: STARTED_BY_DEPLOYMENT, at: this.#clock(), onlyFirst: true };
    await startBackfill(this.#db, workspaceId, wish);
  }
}
