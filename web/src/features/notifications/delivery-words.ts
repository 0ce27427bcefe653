/** How a delivery and its attempts are put into words. Pure. */
import type { DeliveryAttempt, DeliveryState, Webhook, WebhookDelivery } from '@docket/model/notifications';
import { when } from '../collections/history/history-words.ts';

export const DELIVERY_LOOKS: Record<DeliveryState, { label: string; color: string; live: boolean }> = {
  pending: { label: 'To be sent', color: 'blue', live: true },
  delivered: { label: 'Delivered', color: 'green', live: false },
  failed: { label: 'Given up', color: 'red', live: false },
};

/** What came of an attempt: "Status 200 after 84 ms", "No answer after 10,000 ms. The host …". */
export function attemptOutcome({
  status,
  milliseconds,
  error,
}: Omit<DeliveryAttempt, 'at' | 'replay'>): string {
  const answer = status === null ? 'No answer' : `Status ${status}`;
  const took = `after ${milliseconds.toLocaleString('en')} ms`;
  return error === null ? `${answer} ${took}` : `${answer} ${took}. ${error}`;
}

/** Why a delivery cannot be sent again now, or null. `webhook` is the one that it is for, null when that is gone. */
export function whyNotAgain(
  { state }: Pick<WebhookDelivery, 'state'>,
  webhook: Pick<Webhook, 'active'> | null,
): string | null {
  if (state === 'pending') return 'It is still to be sent.';
  if (webhook === null) return 'Its webhook was deleted, so it cannot be sent again.';
  return webhook.active ? null : 'Its webhook is switched off. Switch it on to send this again.';
}

type Test = Pick<WebhookDelivery, 'state' | 'attempts' | 'tries' | 'next_attempt_at' | 'created_at'>;

/** By how much the time of an attempt that is to be made at once may differ from when it was wished, in milliseconds. */
const AT_ONCE_MS = 5_000;

/** What has become of a test that was just sent. */
export function testOutcome({
  state,
  attempts,
  tries,
  next_attempt_at: next,
  created_at: wished,
}: Test): string {
  const last = attempts.at(-1);
  if (state === 'pending' || last === undefined)
    return tries === 0 && next !== null && next.getTime() - wished.getTime() > AT_ONCE_MS
      ? `The host has failed so often that it is left alone for now. The test will be sent on ${when(next)}.`
      : 'The test is on its way.';
  return state === 'delivered'
    ? `The test has arrived. ${attemptOutcome(last)}.`
    : `The test has not arrived. ${attemptOutcome(last)}`;
}
