/** How a delivery and its attempts are put into words. Pure. */
import type { DeliveryAttempt, DeliveryState, Webhook, WebhookDelivery } from '@docket/model/notifications';

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

/** What has become of a test that was just sent. */
export function testOutcome({ state, attempts }: Pick<WebhookDelivery, 'state' | 'attempts'>): string {
  const last = attempts.at(-1);
  if (state === 'pending' || last === undefined) return 'The test is on its way.';
  return `The test has ${state === 'delivered' ? '' : 'not '}arrived. ${attemptOutcome(last)}${state === 'delivered' ? '.' : ''}`;
}
