/** Who is told of the end of runs, as the writes that settle it. */
import {
  type NotificationEvent,
  type PingPayload,
  PING_EVENT,
  type Webhook,
  type WebhookDelivery,
} from '../notifications.ts';
import { paths } from '../paths.ts';
import type { Actor, Write } from './write.ts';

/** Of which ends of their own runs the acting person wants mail. */
export function saveMailSettings(actor: Actor, events: readonly NotificationEvent[]): Write[] {
  return [{ kind: 'set', path: paths.mailSettings(actor.workspaceId, actor.uid), fields: { events } }];
}

/** A place that is to be told. `secret` are 64 hex digits; it signs the deliveries. */
export interface NewWebhook {
  url: string;
  events: readonly NotificationEvent[];
  secret: string;
}

export function addWebhook(actor: Actor, id: string, { url, events, secret }: NewWebhook): Write[] {
  return [
    {
      kind: 'create',
      path: paths.webhook(actor.workspaceId, id),
      fields: {
        url,
        events,
        active: true,
        secret,
        created_by: actor.uid,
        created_at: actor.serverTime,
      },
    },
  ];
}

/** Switches a webhook on or off. What is under way is not called back. Failures are counted anew. */
export function activateWebhook(workspaceId: string, id: string, active: boolean): Write[] {
  return [{ kind: 'update', path: paths.webhook(workspaceId, id), fields: { active, failing: null } }];
}

/** Gives the webhook `id`, as it is now, another secret. `keep`: deliveries are signed with the old one as well for a day. */
export function changeSecret(
  actor: Actor,
  id: string,
  { secret: old }: Pick<Webhook, 'secret'>,
  secret: string,
  keep: boolean,
): Write[] {
  return [
    {
      kind: 'update',
      path: paths.webhook(actor.workspaceId, id),
      fields: { secret, previous_secret: keep ? old : null, secret_changed_at: actor.serverTime },
    },
  ];
}

export function deleteWebhook(workspaceId: string, id: string): Write[] {
  return [{ kind: 'delete', path: paths.webhook(workspaceId, id) }];
}

/** Has a test sent to the webhook `id`, under the new id `deliveryId`. */
export function sendTest(
  actor: Actor,
  deliveryId: string,
  id: string,
  { url }: Pick<Webhook, 'url'>,
): Write[] {
  const payload: PingPayload = { event: PING_EVENT, workspace_id: actor.workspaceId, webhook_id: id };
  return [
    {
      kind: 'create',
      path: paths.webhookDelivery(actor.workspaceId, deliveryId),
      fields: {
        webhook_id: id,
        url,
        payload,
        state: 'pending',
        open: true,
        next_attempt_at: actor.serverTime,
        attempts: [],
        created_at: actor.serverTime,
      },
    },
  ];
}

/** Has a delivery that was given up, or has arrived, sent again at once: under the same id, so that a receiver recognises it. */
export function sendAgain(
  actor: Actor,
  deliveryId: string,
  { replay }: Pick<WebhookDelivery, 'replay'>,
): Write[] {
  return [
    {
      kind: 'update',
      path: paths.webhookDelivery(actor.workspaceId, deliveryId),
      fields: {
        state: 'pending',
        open: true,
        next_attempt_at: actor.serverTime,
        replay: { number: (replay?.number ?? 0) + 1, by: actor.uid, at: actor.serverTime },
        expires_at: null,
      },
    },
  ];
}
