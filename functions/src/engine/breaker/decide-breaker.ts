/**
 * The mind of a circuit breaker: who may call the service, and what a call's outcome means for those to come. Pure; the
 * caller keeps the breaker.
 *
 * After Michael Nygard, "Release It!" (2nd edition, 2018), "Circuit Breaker". While closed, failures within a window are
 * counted whatever succeeds between them; the pause doubles with each opening in a row.
 */
import { type Breaker, BREAKER_FAILURES, BREAKER_WINDOW_MS, type Service } from '@docket/model/breaker';
import type { EngineSettings } from '../settings.ts';

/** How long breakers wait. */
export type BreakerTimes = Pick<EngineSettings, 'breakerCooldownMs' | 'breakerCeilingMs' | 'breakerProbeMs'>;

/** With what right a service is called. A probe is the only one of its time and is known by its end. */
export type Permit = { type: 'allowed' } | { type: 'probe'; until: Date };

export type Answer =
  | { type: 'allowed' }
  /** Somebody has to try, under `permit`, once `breaker` is written. */
  | { type: 'probe'; permit: Permit; breaker: Breaker }
  /** Nobody is to call before then. */
  | { type: 'wait'; until: Date };

/** The breaker of a service that has not failed, or answers again: one that need not be kept. */
export function closedBreaker(service: Service, now: Date): Breaker {
  return {
    service,
    state: 'closed',
    failures: [],
    last_error: null,
    opened_at: null,
    retry_at: null,
    openings: 0,
    probe_until: null,
    updated_at: now,
  };
}

/**
 * Whether the service may be called. Whoever comes while somebody else tries is told to come back when that one's time is
 * over, or after the shortest pause: a service that works again should not be left alone for longer.
 */
export function ask(breaker: Breaker, now: Date, times: BreakerTimes): Answer {
  switch (breaker.state) {
    case 'closed':
      return { type: 'allowed' };
    case 'open':
      return isAhead(breaker.retry_at, now)
        ? { type: 'wait', until: breaker.retry_at }
        : probe(breaker, now, times);
    case 'half_open':
      return isAhead(breaker.probe_until, now)
        ? { type: 'wait', until: earlier(breaker.probe_until, after(now, times.breakerCooldownMs)) }
        : probe(breaker, now, times);
  }
}

/** The service has answered. What changes nothing returns `breaker` itself. */
export function succeeded(breaker: Breaker, permit: Permit, now: Date): Breaker {
  if (!isCurrent(breaker, permit)) return breaker;
  return closedBreaker(breaker.service, now);
}

/** Whether nothing is held against the service, so that `breaker` says no more than none would. */
export function isClean({ state, failures }: Breaker): boolean {
  return state === 'closed' && failures.length === 0;
}

/**
 * The service has failed with `error`, a technical line. Calls that began before the breaker opened say nothing new when
 * they fail after it. What changes nothing returns `breaker` itself.
 */
export function failed(
  breaker: Breaker,
  permit: Permit,
  error: string,
  now: Date,
  times: BreakerTimes,
): Breaker {
  const counted = { ...breaker, failures: withFailure(breaker, now), last_error: error, updated_at: now };
  if (isCurrent(breaker, permit)) return opened(counted, now, times);
  if (breaker.state !== 'closed') return breaker;
  return counted.failures.length < BREAKER_FAILURES ? counted : opened(counted, now, times);
}

/** The call was broken off on our side, which says nothing about the service: somebody else may try at once. */
export function released(breaker: Breaker, permit: Permit, now: Date): Breaker {
  return isCurrent(breaker, permit) ? { ...breaker, probe_until: now, updated_at: now } : breaker;
}

/** Milliseconds that a breaker stays open the `openings`-th time in a row. */
export function cooldown(openings: number, times: BreakerTimes): number {
  return Math.min(times.breakerCooldownMs * 2 ** Math.max(0, openings - 1), times.breakerCeilingMs);
}

function opened(breaker: Breaker, now: Date, times: BreakerTimes): Breaker {
  const openings = breaker.openings + 1;
  return {
    ...breaker,
    state: 'open',
    opened_at: breaker.opened_at ?? now,
    retry_at: after(now, cooldown(openings, times)),
    openings,
    probe_until: null,
  };
}

function probe(breaker: Breaker, now: Date, times: BreakerTimes): Answer {
  const until = after(now, times.breakerProbeMs);
  return {
    type: 'probe',
    permit: { type: 'probe', until },
    breaker: { ...breaker, state: 'half_open', probe_until: until, updated_at: now },
  };
}

/** Whether whoever has `permit` is the one that tries now. */
function isCurrent({ state, probe_until }: Breaker, permit: Permit): boolean {
  return (
    state === 'half_open' && permit.type === 'probe' && permit.until.getTime() === probe_until?.getTime()
  );
}

/** The failures that still count, with one more. */
function withFailure({ failures }: Breaker, now: Date): Date[] {
  const recent = failures.filter((failure) => now.getTime() - failure.getTime() < BREAKER_WINDOW_MS);
  return [...recent, now].slice(-BREAKER_FAILURES);
}

function isAhead(moment: Date | null, now: Date): moment is Date {
  return moment !== null && moment > now;
}

function after(now: Date, milliseconds: number): Date {
  return new Date(now.getTime() + milliseconds);
}

function earlier(a: Date, b: Date): Date {
  return a < b ? a : b;
}
