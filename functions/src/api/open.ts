/** Puts the HTTP API together, once an instance. */
import { ApiProblem } from '@docket/model/api/problem';
import { downloadAddress } from '@docket/model/download-address';
import type { Hono } from 'hono';
import { createApi } from './app.ts';
import type { VerifyIdToken, VerifyKey } from './authenticate.ts';
import type { ApiServices } from './context.ts';
import { HANDLERS } from './handlers.ts';
import { verifyApiKey } from './keys/verify-key.ts';
import { readRateLimits } from './rate-limit/limits.ts';
import { RateLimiter } from './rate-limit/rate-limiter.ts';
import { RefusalGuard } from './rate-limit/refusal-guard.ts';
import { FirestoreUsageStore } from './rate-limit/usage-store.ts';

export interface OpenApiParts extends Omit<ApiServices, 'download'> {
  verifyIdToken: VerifyIdToken;
  /** A clock that only goes forward, in milliseconds. */
  elapsed: () => number;
  environment: Record<string, string | undefined>;
}

/** The version of the API's description. */
const VERSION = '1.0.0';

export function openApi(parts: OpenApiParts): Hono {
  const { db, bucket, clock, log, elapsed, environment } = parts;
  const limits = readRateLimits(environment);
  const limiter = new RateLimiter({ usage: new FirestoreUsageStore(db), limits, elapsed, log });
  const guard = new RefusalGuard({ limit: limits.refusals, elapsed });
  const verifyKey: VerifyKey = async (workspaceId, key) => {
    const verdict = await verifyApiKey({ db, clock }, workspaceId, key);
    return verdict.type === 'valid' ? verdict.principal : null;
  };
  const store = { bucket: bucket.name, emulator: environment['FIREBASE_STORAGE_EMULATOR_HOST'] ?? null };
  return createApi({
    ...parts,
    download: (path, token) => downloadAddress(store, path, token),
    verifyKey,
    handlers: HANDLERS,
    version: VERSION,
    hear: (address, credential) => {
      const hearing = guard.hear(address, credential);
      if (hearing.allowed) return;
      throw new ApiProblem(
        'too_many_requests',
        'Too many tokens and keys from here were refused. Wait a little.',
        {
          retryAfterSeconds: hearing.retryAfterSeconds,
        },
      );
    },
    accepted: (credential) => guard.accepted(credential),
    refused: (address, credential) => guard.refused(address, credential),
    allowance: async ({ workspaceId, principal, weight }) => {
      const bucket = weight === 'start' ? 'starts' : 'requests';
      const taken = await limiter.take({ workspaceId, principal, bucket });
      return { headers: taken.headers, retryAfterSeconds: taken.allowed ? null : taken.retryAfterSeconds };
    },
  });
}
