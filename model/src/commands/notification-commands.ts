/** Who is told of the end of runs, as the writes that settle it. */
import type { NotificationEvent } from '../notifications.ts';
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

/** Switches a webhook on or off. What is under way is not called back. */
export function activateWebhook(workspaceId: string, id: string, active: boolean): Write[] {
  return [{ kind: 'update', path: paths.webhook(workspaceId, id), fields: { active } }];
}

export function deleteWebhook(workspaceId: string, id: string): Write[] {
  return [{ kind: 'delete', path: paths.webhook(workspaceId, id) }];
}

/** Has a delivery that was given up tried again at once. */
export function sendAgain(actor: Actor, deliveryId: string): Write[] {
  return [
    {
      kind: 'update',
      path: paths.webhookDelivery(actor.workspaceId, deliveryId),
      fields: { state: 'pending', open: true, next_attempt_at: actor.serverTime },
    },
  ];
}
