/** Whoever an ID token of Firebase Auth is of. */
import { type Auth, getAuth } from 'firebase-admin/auth';
import type { App } from 'firebase-admin/app';
import { z } from 'zod';
import type { VerifyIdToken } from './authenticate.ts';

/** What Auth says of tokens that are no good, as opposed to what it says when it cannot look. */
const REFUSED = new Set([
  'auth/argument-error',
  'auth/invalid-argument',
  'auth/invalid-id-token',
  'auth/id-token-expired',
  'auth/id-token-revoked',
  'auth/user-disabled',
  'auth/user-not-found',
  'auth/invalid-user-token',
  'auth/tenant-id-mismatch',
  'auth/mismatching-tenant-id',
  'auth/invalid-uid',
]);

const refusalSchema = z.object({ code: z.string() });

/**
 * Asks for every token whether it was revoked, so that somebody who is signed out everywhere, or disabled, is out at once: one
 * call of Auth a request. Throws when Auth does not answer.
 */
export function idTokenVerifier(app: App, auth: Pick<Auth, 'verifyIdToken'> = getAuth(app)): VerifyIdToken {
  return async (token) => {
    try {
      const { uid, email } = await auth.verifyIdToken(token, true);
      return { uid, email: email ?? null };
    } catch (error) {
      const code = refusalSchema.safeParse(error).data?.code;
      if (code !== undefined && REFUSED.has(code)) return null;
      throw error;
    }
  };
}
