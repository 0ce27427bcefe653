/** Who calls, and whether they may: by an ID token of a person, or by an API key of the workspace. */
import type { Needs } from '@docket/model/api/operation';
import { keySignature } from '@docket/model/api-key';
import { keyPrincipal } from '@docket/model/api-usage';
import { ApiProblem } from '@docket/model/api/problem';
import { type Capability, can } from '@docket/model/roles';
import type { Firestore } from 'firebase-admin/firestore';
import { memberRole } from '../services/member-role.ts';
import type { Caller } from './context.ts';

/** Whoever an ID token is of; null when it is no good: forged, expired, revoked, of another project. */
export type VerifyIdToken = (token: string) => Promise<{ uid: string; email: string | null } | null>;

/** What an API key allows in a workspace; null when it is no good there. */
export type VerifyKey = (
  workspaceId: string,
  key: string,
) => Promise<{ keyId: string; capabilities: readonly Capability[] } | null>;

export interface AuthenticationParts {
  db: Firestore;
  verifyIdToken: VerifyIdToken;
  verifyKey: VerifyKey;
}

/** How API keys begin. ID tokens, being JWTs, never do. */
export const KEY_PREFIX = 'docket_';

/** Longer ones are not looked at, in characters. */
const MOST_CHARACTERS = 8_000;

function bearerOf(header: string | null): string {
  const token = /^Bearer +(\S+)$/iu.exec(header ?? '')?.[1];
  if (token === undefined || token.length > MOST_CHARACTERS)
    throw new ApiProblem(
      'unauthenticated',
      'Send “Authorization: Bearer …” with an ID token, or with an API key of the workspace.',
    );
  return token;
}

/** Throws an ApiProblem unless the header names somebody. `workspaceId` is null for operations outside workspaces. */
export async function authenticate(
  { db, verifyIdToken, verifyKey }: AuthenticationParts,
  header: string | null,
  workspaceId: string | null,
): Promise<Caller> {
  const token = bearerOf(header);
  if (token.startsWith(KEY_PREFIX)) {
    const key = workspaceId === null ? null : await verifyKey(workspaceId, token);
    if (key === null)
      throw new ApiProblem(
        'unauthenticated',
        'This API key is not good here: it is wrong, expired, revoked, or of another workspace.',
      );
    return { kind: 'key', ...key };
  }
  const person = await verifyIdToken(token);
  if (person === null)
    throw new ApiProblem(
      'unauthenticated',
      'This ID token is not good: it is wrong, expired or revoked. Sign in again.',
    );
  const role = workspaceId === null ? null : await memberRole(db, workspaceId, person.uid);
  return { kind: 'person', ...person, role };
}

export function isAllowed(caller: Caller, capability: Capability): boolean {
  return caller.kind === 'key' ? caller.capabilities.includes(capability) : can(caller.role, capability);
}

/** Said of workspaces that are not there and of those of others alike. */
export function noSuchWorkspace(): ApiProblem {
  return new ApiProblem('not_found', 'There is no such workspace, or you are not a member of it.');
}

/** Throws an ApiProblem unless `caller` may. A workspace of others is as if it were not there. */
export function authorise(caller: Caller, needs: Needs): void {
  if (needs === 'signed-in') return;
  if (caller.kind === 'person' && caller.role === null) throw noSuchWorkspace();
  if (!isAllowed(caller, needs))
    throw new ApiProblem(
      'forbidden',
      `This needs the permission “${needs}”, which the caller does not have here.`,
    );
}

/** Names the caller where allowances are counted and idempotency keys are kept. */
export function principalOf(caller: Caller): string {
  return caller.kind === 'key' ? keyPrincipal(caller.keyId) : `user-${caller.uid}`;
}

/** Who signs what is written. */
export function signerOf(caller: Caller): string {
  return caller.kind === 'key' ? keySignature(caller.keyId) : caller.uid;
}
