/** Hosts of webhooks as services that may fail: what an attempt says about them. */
import type { Service } from '@docket/model/breaker';
import type { Report } from '../engine/breaker/breakers.ts';
import { firstLine } from '../engine/error-text.ts';
import { PublicFetchError } from '../services/public-fetch.ts';

/** The host that `url` is served by. */
export function hostOf(url: string): Service {
  return { kind: 'webhook_host', name: URL.parse(url)?.host ?? url };
}

/** A host that cannot answer properly, or not so often, has failed; one that does not like what it is told has not. */
export function reportOnAnswer(status: number): Report {
  return status >= 500 || status === 429
    ? { type: 'failed', error: `HTTP status ${status}` }
    : { type: 'succeeded' };
}

/** What it says about a host that there was no answer. */
export function reportOnError(error: unknown): Report {
  if (!(error instanceof PublicFetchError)) return { type: 'silent' };
  switch (error.reason) {
    case 'refused':
      return { type: 'silent' };
    case 'too_large':
      return { type: 'succeeded' };
    case 'unknown_host':
    case 'unreachable':
    case 'timed_out':
      return { type: 'failed', error: firstLine(error) };
  }
}
