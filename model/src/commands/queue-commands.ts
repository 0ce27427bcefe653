/** What administrators decide about the processing queue and ask of it, as the writes that do it. */
import type { ErrorCode } from '../errors.ts';
import { paths } from '../paths.ts';
import type { Actor, Write } from './write.ts';

/** Pauses the queue, or lets it go on. */
export function pauseQueue(actor: Actor, paused: boolean): Write[] {
  return [
    {
      kind: 'set',
      path: paths.queueSettings(actor.workspaceId),
      fields: { paused, by: actor.uid, at: actor.serverTime },
    },
  ];
}

/** A wish of an administrator. `cause` null: whatever the failure was caused by. */
export type Wish =
  | { action: 'retry_all_failed'; cause: ErrorCode | null }
  | { action: 'preview_backfill' }
  | { action: 'start_backfill' }
  | { action: 'set_up_locations' }
  | { action: 'take_back_locations' };

/** Asks for something. The functions delete the request when they have dealt with it. */
export function askAdministration(actor: Actor, requestId: string, wish: Wish): Write[] {
  return [
    {
      kind: 'create',
      path: paths.adminRequest(actor.workspaceId, requestId),
      fields: { ...wish, by: actor.uid, at: actor.serverTime },
    },
  ];
}
