/** Who calls a function, as their sign-in tells. */
import type { Invitee } from '@docket/model/members/invitation';
import { z } from 'zod';

/** What `onCall` knows of whoever is signed in. */
interface CallAuth {
  uid: string;
  token: object;
}

/** Who calls, and what was sent. */
export interface MembersCall {
  /** Undefined: nobody who is signed in. */
  auth: CallAuth | undefined;
  data: unknown;
}

/** Somebody signed in. */
export interface Caller extends Invitee {
  uid: string;
  /** For the list of members. */
  displayName: string;
}

const tokenSchema = z.object({
  email: z.string().catch(''),
  email_verified: z.boolean().catch(false),
  name: z.string().catch(''),
});

/** Null: nobody is signed in. */
export function callerOf(auth: CallAuth | undefined): Caller | null {
  if (auth === undefined) return null;
  const { email, email_verified: emailVerified, name } = tokenSchema.parse(auth.token);
  return { uid: auth.uid, email, emailVerified, displayName: name || email.split('@', 1)[0] || 'Member' };
}
