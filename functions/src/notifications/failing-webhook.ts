/** What the ends of its deliveries say about a webhook. Pure. */
import { SWITCH_OFF, type Webhook } from '@docket/model/notifications';

/** The webhook after another delivery that has failed, at `now`: switched off when none has arrived for very long. */
export function afterFailure(webhook: Webhook, now: Date): Webhook {
  const since = webhook.failing?.since ?? now;
  const deliveries = (webhook.failing?.deliveries ?? 0) + 1;
  const isDead = deliveries >= SWITCH_OFF.deliveries && now.getTime() - since.getTime() >= SWITCH_OFF.afterMs;
  return { ...webhook, failing: { since, deliveries }, active: webhook.active && !isDead };
}
