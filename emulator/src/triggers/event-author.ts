/** Who caused an event, in the words of the CloudEvents that carry it. */
import type { Caller } from '../access/caller.ts';
import type { EventAuthor } from '../store/outbox.ts';

/**
 * The author of what a caller does. Firestore has no type for users of the app: they are `unknown`, with their uid.
 * The owner is given the service account that the Admin SDK has by default.
 *
 * @see https://firebase.google.com/docs/reference/functions/2nd-gen/node/firebase-functions.firestore#firestoreauthtype
 */
export function authorOf(caller: Caller, project: string): EventAuthor {
  if (caller.kind === 'owner') {
    return { type: 'service_account', id: `firebase-adminsdk@${project}.iam.gserviceaccount.com` };
  }
  return caller.auth ? { type: 'unknown', id: caller.auth.uid } : { type: 'unauthenticated' };
}
