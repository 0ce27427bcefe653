/** Links of invitations: their secret is made here, and stands where browsers do not send it to servers. */
import { sha256 } from '../../data/hash.ts';
import { urls } from '../../urls.ts';
import { newSecret } from '../notifications/webhook-draft.ts';

/** What a link names. */
export interface InvitationLink {
  workspace: string;
  invitation: string;
  secret: string;
}

/** A secret, and what of it is stored. */
export async function newInvitationSecret(): Promise<{ secret: string; hash: string }> {
  const secret = newSecret();
  return { secret, hash: await sha256(new TextEncoder().encode(secret)) };
}

/** The address that opens an invitation. `origin` is where the app is: `https://docket.example`. */
export function linkAddress(origin: string, { workspace, invitation, secret }: InvitationLink): string {
  return `${origin}${urls.join(workspace, invitation)}#${secret}`;
}

/** The secret in the part of an address behind the #, as it stands there. */
export function secretIn(hash: string): string {
  return hash.replace(/^#/u, '').trim();
}
