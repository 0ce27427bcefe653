/** Who is told of the end of a run: people by mail, other programs by signed webhooks, which can also be tested. */
import { z } from 'zod';
import { LIMITS } from './limits.ts';
import { pipelineSchema, subjectTypeSchema } from './pipelines.ts';
import { instant } from './time.ts';

/** What can be told. */
export const NOTIFICATION_EVENTS = ['job.completed', 'job.failed', 'job.cancelled'] as const;
export const notificationEventSchema = z.enum(NOTIFICATION_EVENTS);
export type NotificationEvent = z.infer<typeof notificationEventSchema>;

export const NOTIFICATION_EVENT_LABELS: Record<NotificationEvent, string> = {
  'job.completed': 'A run is completed',
  'job.failed': 'A run has failed',
  'job.cancelled': 'A run was cancelled',
};

/** `workspaces/{w}/members/{uid}/settings/notifications`: of which ends of their own runs a member wants mail. */
export const mailSettingsSchema = z.strictObject({ events: z.array(notificationEventSchema) });
export type MailSettings = z.infer<typeof mailSettingsSchema>;
export const NO_MAIL: MailSettings = { events: [] };

/** What a webhook is told besides ends of runs: a test, at the wish of an owner. */
export const PING_EVENT = 'ping';

/** What a delivery can be about. */
export const webhookEventSchema = z.enum([...NOTIFICATION_EVENTS, PING_EVENT]);
export type WebhookEvent = z.infer<typeof webhookEventSchema>;

export const WEBHOOK_EVENT_LABELS: Record<WebhookEvent, string> = {
  ...NOTIFICATION_EVENT_LABELS,
  ping: 'Test',
};

const DAY_MS = 24 * 60 * 60_000;

/** How long mails, and deliveries that have come to rest, are kept, in milliseconds. */
export const HISTORY_KEPT_MS = 30 * DAY_MS;

/** `mail/{id}`: what the Trigger Email extension (or any sender that watches `mail`) sends. */
export const mailSchema = z.object({
  to: z.array(z.string()),
  /** Headers of the mail, by their names. */
  headers: z.record(z.string(), z.string()),
  message: z.object({ subject: z.string(), text: z.string(), html: z.string() }),
  /** When the document is removed. */
  expires_at: instant,
});
export type Mail = z.infer<typeof mailSchema>;

/** Signs deliveries; made by the browser. */
const webhookSecretSchema = z.string().regex(/^[0-9a-f]{64}$/u);

/** For how long after a change of its secret a webhook's deliveries are signed with both, in milliseconds. */
export const SECRET_OVERLAP_MS = DAY_MS;

/** A webhook is switched off when this many deliveries in a row have failed, over this time in milliseconds at least. */
export const SWITCH_OFF = { deliveries: 20, afterMs: 5 * DAY_MS } as const;

/** `workspaces/{w}/webhooks/{webhook}`: seen and written by owners alone, since it holds the secret. */
export const webhookSchema = z.strictObject({
  url: z.url({ protocol: /^https?$/u }).max(LIMITS.urlCharacters),
  events: z.array(notificationEventSchema).min(1),
  active: z.boolean(),
  secret: webhookSecretSchema,
  /** The secret before the last change; null where it is not to be used any more. */
  previous_secret: webhookSecretSchema.nullable().default(null),
  secret_changed_at: instant.nullable().default(null),
  /** The deliveries that have failed since one arrived. On a webhook that is off: why it was switched off. */
  failing: z.object({ since: instant, deliveries: z.number().int().positive() }).nullable().default(null),
  created_by: z.string(),
  created_at: instant,
});
export type Webhook = z.infer<typeof webhookSchema>;

/** Until when deliveries are also signed with the secret before the last change; null: they are not. */
export function previousSecretUntil(
  { previous_secret: previous, secret_changed_at: changedAt }: Webhook,
  now: Date,
): Date | null {
  if (previous === null || changedAt === null) return null;
  const until = new Date(changedAt.getTime() + SECRET_OVERLAP_MS);
  return until.getTime() > now.getTime() ? until : null;
}

/** The end of a run. */
export const runPayloadSchema = z.object({
  event: notificationEventSchema,
  workspace_id: z.string(),
  job_id: z.string(),
  pipeline: pipelineSchema,
  subject: z.object({ type: subjectTypeSchema, id: z.string() }),
  run: z.number().int().positive(),
  /** ISO 8601. */
  started_at: z.string(),
  ended_at: z.string(),
  /** Null unless it failed. */
  error: z.object({ code: z.string(), message: z.string(), phase: z.string() }).nullable(),
});
export type RunPayload = z.infer<typeof runPayloadSchema>;

/** A test. */
export const pingPayloadSchema = z.object({
  event: z.literal(PING_EVENT),
  workspace_id: z.string(),
  webhook_id: z.string(),
});
export type PingPayload = z.infer<typeof pingPayloadSchema>;

/** What a delivery tells. The same on every attempt. */
export const webhookPayloadSchema = z.discriminatedUnion('event', [runPayloadSchema, pingPayloadSchema]);
export type WebhookPayload = z.infer<typeof webhookPayloadSchema>;

/** One try to deliver. */
export const deliveryAttemptSchema = z.object({
  at: instant,
  milliseconds: z.number().nonnegative(),
  /** HTTP status; null when there was no answer. */
  status: z.number().int().nullable(),
  /** For a person; null when it worked. */
  error: z.string().nullable(),
  /** At which wish of a person to send it again it was made; 0: by itself. */
  replay: z.number().int().nonnegative().default(0),
});
export type DeliveryAttempt = z.infer<typeof deliveryAttemptSchema>;

/** Where a delivery stands. */
export const DELIVERY_STATES = ['pending', 'delivered', 'failed'] as const;
export const deliveryStateSchema = z.enum(DELIVERY_STATES);
export type DeliveryState = z.infer<typeof deliveryStateSchema>;

/**
 * `workspaces/{w}/webhook_deliveries/{delivery}`: the id is made of job, end and webhook, so each is made once. A test has a
 * random one.
 */
export const webhookDeliverySchema = z.object({
  webhook_id: z.string(),
  url: z.string(),
  payload: webhookPayloadSchema,
  state: deliveryStateSchema,
  /** True while it is to be sent: the sweeper looks at these. */
  open: z.boolean(),
  next_attempt_at: instant.nullable(),
  /** Attempts that were begun since it became pending. Counted before sending, so that one that kills its sender counts. */
  tries: z.number().int().nonnegative().default(0),
  /** The latest `DELIVERY_ATTEMPTS_KEPT`, oldest first. */
  attempts: z.array(deliveryAttemptSchema),
  /** The last wish of an owner to send it again: the how many-th it is, whose, when. */
  replay: z
    .object({ number: z.number().int().positive(), by: z.string(), at: instant })
    .nullable()
    .default(null),
  created_at: instant,
  /** When the document is removed; null while it is pending. */
  expires_at: instant.nullable().default(null),
});
export type WebhookDelivery = z.infer<typeof webhookDeliverySchema>;

/** How many attempts a delivery remembers. */
export const DELIVERY_ATTEMPTS_KEPT = 20;

/** How often a delivery is tried by itself. */
export const DELIVERY_ATTEMPTS = 6;
