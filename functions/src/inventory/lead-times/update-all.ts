/** Repairs lead times, whatever has kept them from being right: a lost event, or a link that came after its reorders. */
import { collectionGroups } from '@docket/model/paths';
import type { Firestore } from 'firebase-admin/firestore';
import { errorText } from '../../engine/error-text.ts';
import type { Log } from '../../engine/ports.ts';
import { queryPages } from '../../services/query-pages.ts';
import { updateLeadTime } from './update-lead-time.ts';

/** Links that are read at a time, and of these, how many are worked on at a time. */
const PAGE = 200;
const AT_A_TIME = 10;

/** Brings the lead times of all links of all workspaces up to date. One that cannot be is logged, and the others go on. */
export async function updateAllLeadTimes(db: Firestore, clock: () => Date, log: Log): Promise<void> {
  const links = db.collectionGroup(collectionGroups.itemSuppliers).select();
  for await (const page of queryPages(links, PAGE)) {
    for (let first = 0; first < page.length; first += AT_A_TIME) {
      await Promise.all(
        page.slice(first, first + AT_A_TIME).map(async ({ ref }) => {
          const workspaceId = ref.parent.parent?.id;
          if (workspaceId === undefined) return;
          try {
            await updateLeadTime(db, workspaceId, ref, clock);
          } catch (error) {
            log.error({ link: ref.path, error: errorText(error) }, 'a lead time was left as it is');
          }
        }),
      );
    }
  }
}
