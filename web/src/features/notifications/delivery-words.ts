/** How a delivery and its attempts are put into words. Pure. */
import type { DeliveryAttempt, WebhookDelivery } from '@docket/model/notifications';

export const DELIVERY_LOOKS: Record<
  WebhookDelivery['state'],
  { label: string; color: string; live: boolean }
> = {
  pending: { label: 'To be sent', color: 'blue', live: true },
  delivered: { label: 'Delivered', color: 'green', live: false },
  failed: { label: 'Given up', color: 'red', live: false },
};

/** What came of an attempt: "200 in 84 ms", "500: The receiver answered …", "No answer: …". */
export function attemptOutcome({ status, milliseconds, error }: DeliveryAttempt): string {
  const answer = status === null ? 'No answer' : `Status ${status}`;
  const took = `after ${milliseconds.toLocaleString('en')} ms`;
  return error === null ? `${answer} ${took}` : `${answer} ${took}. ${error}`;
}
