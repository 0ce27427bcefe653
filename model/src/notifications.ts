/** Who is told of the end of a run: people by mail, other programs by signed webhooks. */
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

/** `mail/{id}`: what the Trigger Email extension (or any sender that watches `mail`) sends. */
export const mailSchema = z.object({
  to: z.array(z.string()),
  message: z.object({ subject: z.string(), text: z.string(), html: z.string() }),
});
export type Mail = z.infer<typeof mailSchema>;

/** `workspaces/{w}/webhooks/{webhook}`: seen and written by owners alone, since it holds the secret. */
export const webhookSchema = z.strictObject({
  url: z.url({ protocol: /^https?$/u }).max(LIMITS.urlCharacters),
  events: z.array(notificationEventSchema).min(1),
  active: z.boolean(),
  /** Signs deliveries; made by the browser, 64 hex digits. */
  secret: z.string().regex(/^[0-9a-f]{64}$/u),
  created_by: z.string(),
  created_at: instant,
});
export type Webhook = z.infer<typeof webhookSchema>;

/** What a delivery tells. The same on every attempt. */
export const webhookPayloadSchema = z.object({
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
export type WebhookPayload = z.infer<typeof webhookPayloadSchema>;

/** One try to deliver. */
export const deliveryAttemptSchema = z.object({
  at: instant,
  milliseconds: z.number().nonnegative(),
  /** HTTP status; null when there was no answer. */
  status: z.number().int().nullable(),
  /** For a person; null when it worked. */
  error: z.string().nullable(),
});
export type DeliveryAttempt = z.infer<typeof deliveryAttemptSchema>;

/** `workspaces/{w}/webhook_deliveries/{delivery}`: the id is made of job, end and webhook, so each is made once. */
export const webhookDeliverySchema = z.object({
  webhook_id: z.string(),
  url: z.string(),
  payload: webhookPayloadSchema,
  state: z.enum(['pending', 'delivered', 'failed']),
  /** True while it is to be sent: the sweeper looks at these. */
  open: z.boolean(),
  next_attempt_at: instant.nullable(),
  /** Attempts that were begun since it became pending. Counted before sending, so that one that kills its sender counts. */
  tries: z.number().int().nonnegative().default(0),
  /** The latest `DELIVERY_ATTEMPTS_KEPT`, oldest first. */
  attempts: z.array(deliveryAttemptSchema),
  created_at: instant,
});
export type WebhookDelivery = z.infer<typeof webhookDeliverySchema>;

/** How many attempts a delivery remembers. */
export const DELIVERY_ATTEMPTS_KEPT = 20;

/** How often a delivery is tried by itself. */
export const DELIVERY_ATTEMPTS = 6;
