/** What happens next to a delivery. Pure; deliveries.ts reads, sends and writes. */
import {
  DELIVERY_ATTEMPTS,
  DELIVERY_ATTEMPTS_KEPT,
  type DeliveryAttempt,
  HISTORY_KEPT_MS,
  PING_EVENT,
  previousSecretUntil,
  type Webhook,
  type WebhookDelivery,
} from '@docket/model/notifications';

/** How much longer each pause before another attempt is than the first: 30 s, 2 min, 10 min, 1 h, 6 h. */
const PAUSES = [1, 4, 20, 120, 720];

/** After this time, in milliseconds, whoever has begun an attempt counts as lost. Several times what an attempt may take. */
const CLAIM_MS = 60_000;

/** After this time since it was made, or sent again by a person, in milliseconds, a delivery is not put off any more. */
const PUT_OFF_WITHIN_MS = 24 * 60 * 60_000;

/** By how much the clocks of whoever has set a time and whoever finds it may differ, in milliseconds. */
const CLOCK_SKEW_MS = 1_000;

export type Beginning =
  /** It is not to be sent now: `reason` is for the log. */
  | { type: 'wait'; reason: string }
  /** It will never be sent. */
  | { type: 'give_up'; delivery: WebhookDelivery }
  /** It is to be sent to `delivery.url`, signed with each of `secrets`, once `delivery` is written. */
  | { type: 'send'; delivery: WebhookDelivery; secrets: readonly string[] };

/**
 * Whether an attempt is due, and the delivery while it is under way: claimed for a while, so that two workers do not send at
 * once. `webhook` is null when it was deleted. Its address may have been corrected since.
 */
export function begin(delivery: WebhookDelivery, webhook: Webhook | null, now: Date): Beginning {
  if (!delivery.open || delivery.state !== 'pending') return { type: 'wait', reason: 'nothing to send' };
  if (delivery.next_attempt_at !== null && delivery.next_attempt_at.getTime() > now.getTime() + CLOCK_SKEW_MS)
    return { type: 'wait', reason: 'not due yet' };
  if (webhook === null) return giveUp(delivery, 'The webhook was deleted, so nothing was sent.', now);
  if (!webhook.active) return giveUp(delivery, 'The webhook is switched off, so nothing was sent.', now);
  if (delivery.tries >= DELIVERY_ATTEMPTS)
    return giveUp(delivery, 'The last attempt was interrupted on our side.', now);
  const begun = {
    ...delivery,
    url: webhook.url,
    tries: delivery.tries + 1,
    next_attempt_at: new Date(now.getTime() + CLAIM_MS),
  };
  return { type: 'send', delivery: begun, secrets: secretsOf(webhook, now) };
}

/** The secrets to sign with at `now`, the newest first. */
function secretsOf(webhook: Webhook, now: Date): string[] {
  const { secret, previous_secret: previous } = webhook;
  return previous === null || previousSecretUntil(webhook, now) === null ? [secret] : [secret, previous];
}

/** What came of trying; which wish to send it again it belongs to is known of the delivery. */
export type Outcome = Omit<DeliveryAttempt, 'replay'>;

function giveUp(delivery: WebhookDelivery, error: string, now: Date): Beginning {
  return { type: 'give_up', delivery: failed(delivery, { at: now, milliseconds: 0, status: null, error }) };
}

function failed(delivery: WebhookDelivery, attempt: Outcome): WebhookDelivery {
  return { ...ended(delivery, attempt), state: 'failed' };
}

/** At rest, and removed when it has rested for long. A person may have it sent again: that is a fresh set of tries. */
function ended(delivery: WebhookDelivery, attempt: Outcome): WebhookDelivery {
  const expiresAt = new Date(attempt.at.getTime() + HISTORY_KEPT_MS);
  return {
    ...remembering(delivery, attempt),
    open: false,
    next_attempt_at: null,
    tries: 0,
    expires_at: expiresAt,
  };
}

function remembering(delivery: WebhookDelivery, attempt: Outcome): WebhookDelivery {
  const attempts = [...delivery.attempts, { ...attempt, replay: delivery.replay?.number ?? 0 }];
  return { ...delivery, attempts: attempts.slice(-DELIVERY_ATTEMPTS_KEPT) };
}

/**
 * The delivery after the attempt that `begin` began: delivered, failed for good, or to be tried again after a pause, which
 * is `firstPauseMs` after the first attempt and longer after each further one, a quarter more or less by `random` (0–1). A
 * test is not tried again: whoever has sent it is looking.
 */
export function settle(
  delivery: WebhookDelivery,
  attempt: Outcome,
  now: Date,
  firstPauseMs: number,
  random: number,
): WebhookDelivery {
  if (attempt.error === null) return { ...ended(delivery, attempt), state: 'delivered' };
  const factor = PAUSES[delivery.tries - 1];
  const isLast = delivery.tries >= DELIVERY_ATTEMPTS || delivery.payload.event === PING_EVENT;
  if (factor === undefined || isLast) return failed(delivery, attempt);
  const pause = factor * firstPauseMs * (0.75 + random / 2);
  return { ...remembering(delivery, attempt), next_attempt_at: new Date(now.getTime() + Math.round(pause)) };
}

/**
 * The delivery when its host is left alone until `until`: the attempt that `begin` began was not made, and does not count. After
 * a day it has failed.
 */
export function postpone(delivery: WebhookDelivery, until: Date, now: Date): WebhookDelivery {
  const since = delivery.replay?.at ?? delivery.created_at;
  if (now.getTime() - since.getTime() >= PUT_OFF_WITHIN_MS) {
    const error =
      'The host does not answer and is left alone for now. The delivery has waited for a day, so it was given up.';
    return failed(delivery, { at: now, milliseconds: 0, status: null, error });
  }
  return { ...delivery, tries: delivery.tries - 1, next_attempt_at: until };
}

/** What an answer with `status` says to a person; null when it accepts the delivery. */
export function complaintAbout(status: number): string | null {
  if (status >= 200 && status < 300) return null;
  return status >= 300 && status < 400
    ? `The endpoint answered with a redirect (${status}), which is not followed. Enter the address that it leads to.`
    : `The endpoint answered ${status}.`;
}
