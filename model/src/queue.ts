/** The processing queue of a workspace: what its administrators (owners) decide and ask. */
import { z } from 'zod';
import { errorCodeSchema } from './errors.ts';
import { WEIGHTS } from './pipelines.ts';
import { instant } from './time.ts';

/** `workspaces/{workspace}/settings/queue`, written by owners. While paused, no phase of any run begins. */
export const queueSettingsSchema = z.strictObject({ paused: z.boolean(), by: z.string(), at: instant });
export type QueueSettings = z.infer<typeof queueSettingsSchema>;

/**
 * `workspaces/{workspace}/admin_requests/{request}`: a wish of an owner, deleted by the functions when it has been dealt
 * with.
 */
export const adminRequestSchema = z.discriminatedUnion('action', [
  /** Retry every failed run and image; only those that failed with `cause`, unless that is null. */
  z.strictObject({
    action: z.literal('retry_all_failed'),
    cause: errorCodeSchema.nullable(),
    by: z.string(),
    at: instant,
  }),
  /** Find out what a backfill would do. */
  z.strictObject({ action: z.literal('preview_backfill'), by: z.string(), at: instant }),
  /** Do it. */
  z.strictObject({ action: z.literal('start_backfill'), by: z.string(), at: instant }),
  /** Create the locations that every workspace begins with, once. */
  z.strictObject({ action: z.literal('set_up_locations'), by: z.string(), at: instant }),
  /** Remove those of them that nothing uses. */
  z.strictObject({ action: z.literal('take_back_locations'), by: z.string(), at: instant }),
]);
export type AdminRequest = z.infer<typeof adminRequestSchema>;
export type AdminAction = AdminRequest['action'];

/** What the callable function `queueFigures` wants. */
export const queueFiguresRequestSchema = z.strictObject({
  workspace: z.string().regex(/^[A-Za-z0-9_-]{1,128}$/u),
});

/** How full a queue of Cloud Tasks is. */
export const queueFigureSchema = z.object({
  weight: z.enum(WEIGHTS),
  /** Tasks that wait or are being dispatched. */
  waiting: z.number().int().nonnegative(),
  /** Tasks that are being dispatched at this moment; null where that is not known. */
  running: z.number().int().nonnegative().nullable(),
  /** Tasks dispatched within the last minute; null where that is not known. */
  last_minute: z.number().int().nonnegative().nullable(),
  /** When the oldest one was to start; null where there is none, or that is not known. */
  oldest_at: z.iso.datetime().nullable(),
});
export type QueueFigure = z.infer<typeof queueFigureSchema>;

/** What `queueFigures` answers. `source` says whose figures they are. */
export const queueFiguresSchema = z.object({
  source: z.enum(['cloud_tasks', 'emulator']),
  figures: z.array(queueFigureSchema),
});
export type QueueFigures = z.infer<typeof queueFiguresSchema>;

/** The name of the callable function, as deployed. */
export const QUEUE_FIGURES_FUNCTION = 'queueFigures';
