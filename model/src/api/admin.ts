/** The processing queue of a workspace, for those who administer it. */
import { z } from 'zod';
import { BREAKER_STATES, serviceSchema } from '../breaker.ts';
import { ERROR_CODES, errorCodeSchema } from '../errors.ts';
import { IMAGE_PROCESSING_STATUSES } from '../image.ts';
import { pipelineSchema, SUBJECT_TYPES } from '../pipelines.ts';
import { QUEUE_STATES } from '../queue-state.ts';
import { noBody, type Operation } from './operation.ts';
import { inWorkspace, noFields, runIdSchema, timestamp } from './shared.ts';

/** Open runs, failed runs and failed images that are looked at one by one; all of them are counted. */
export const QUEUE_READ = { openRuns: 200, failedRuns: 200, failedImages: 500 } as const;

const count = z.number().int().nonnegative();

function countOfEach<Name extends string>(names: readonly Name[], description: string) {
  return z.record(z.enum(names), count).meta({ description });
}

const queuedRun = z
  .object({
    run_id: runIdSchema,
    pipeline: pipelineSchema,
    subject: z.object({ type: z.enum(SUBJECT_TYPES), id: z.string() }),
    state: z.enum(QUEUE_STATES).meta({
      description:
        '`waiting`: for a service that does not answer. `held`: the queue is paused. `paused`: somebody has paused the run.',
    }),
    phase: z.string().meta({ examples: ['Generating thumbnails'] }),
    attempt: count.meta({ description: 'Tries of this phase so far.' }),
    percentage: z.number().min(0).max(100),
    since: timestamp.meta({ description: 'Since when it is in this state.' }),
    age_seconds: z.number().nonnegative().meta({ description: 'How long that is.' }),
    images: z
      .object({ count, finished: count })
      .nullable()
      .meta({ description: 'Of a batch of images; null for other runs.' }),
  })
  .meta({ id: 'QueuedRun' });

const failureGroup = z
  .object({
    cause: errorCodeSchema.meta({ examples: ['host_unavailable'] }),
    message: z.string(),
    runs: count,
    images: count,
    latest_at: timestamp,
  })
  .meta({ id: 'FailureGroup', description: 'What has failed for one reason and waits for somebody.' });

const breakerView = z
  .object({
    service: serviceSchema,
    state: z.enum(BREAKER_STATES),
    recent_failures: count.meta({ description: 'Within the last hour.' }),
    last_error: z.string().nullable(),
    retry_at: timestamp.nullable().meta({ description: 'When it is asked again.' }),
  })
  .meta({ id: 'Breaker', description: 'A service that has given trouble lately.' });

export const processingQueueView = z
  .object({
    paused: z.boolean(),
    open_runs: count.meta({ description: 'All runs that have not ended.' }),
    runs: countOfEach(QUEUE_STATES, `Of the ${QUEUE_READ.openRuns} oldest open runs.`),
    images: countOfEach(IMAGE_PROCESSING_STATUSES, 'All images of the library, by how far they are.'),
    failed_runs: count.meta({ description: 'Those that nobody has retried or dismissed.' }),
    oldest_waiting: queuedRun.nullable().meta({ description: 'What has waited longest for its turn.' }),
    queue: z.array(queuedRun).meta({ description: `The ${QUEUE_READ.openRuns} oldest open runs.` }),
    failures: z.array(failureGroup).meta({
      description: `Grouped by cause, the most frequent first: of ${QUEUE_READ.failedRuns} runs and ${QUEUE_READ.failedImages} images at most.`,
    }),
    breakers: z.array(breakerView),
  })
  .meta({ id: 'ProcessingQueue' });

const pausedView = z.object({ paused: z.boolean() }).meta({ id: 'QueuePause' });

const wishTaken = z
  .object({
    request_id: z.string(),
    status_url: z.string().meta({ description: 'Where to see what becomes of it, also in `Location`.' }),
  })
  .meta({ id: 'WishTaken' });

export const adminOperations = {
  getProcessingQueue: {
    id: 'getProcessingQueue',
    method: 'get',
    route: '/workspaces/{workspace_id}/admin/processing-queue',
    tag: 'Administration',
    summary: 'Get the processing queue',
    description:
      'What is under way, what waits and for how long, what has failed and of what, and which services do not answer.',
    needs: 'administer',
    weight: 'read',
    path: inWorkspace,
    query: noFields,
    carries: 'nothing',
    body: noBody,
    answer: { status: 200, description: 'The queue at this moment.', schema: processingQueueView },
    problems: [],
  },
  retryAllFailed: {
    id: 'retryAllFailed',
    method: 'post',
    route: '/workspaces/{workspace_id}/admin/retry-all-failed',
    tag: 'Administration',
    summary: 'Retry all that has failed',
    description:
      'Retries every run and every image that has failed and waits for somebody, or those of one cause. What fails after this request is not meant.',
    needs: 'administer',
    weight: 'start',
    path: inWorkspace,
    query: noFields,
    carries: 'json',
    body: z
      .strictObject({
        cause: z
          .enum(ERROR_CODES)
          .nullable()
          .default(null)
          .meta({ description: 'Only what has failed of this. Absent or null: whatever it was.' }),
      })
      .meta({ id: 'RetryAllFailed', examples: [{}, { cause: 'host_unavailable' }] }),
    answer: { status: 202, description: 'The wish was taken.', schema: wishTaken },
    problems: [],
  },
  pauseQueue: {
    id: 'pauseQueue',
    method: 'post',
    route: '/workspaces/{workspace_id}/admin/processing-queue/pause',
    tag: 'Administration',
    summary: 'Pause the queue',
    description:
      'No phase of any run begins from now on; those that are under way come to their end. Runs can be started and wait.',
    needs: 'administer',
    weight: 'read',
    path: inWorkspace,
    query: noFields,
    carries: 'nothing',
    body: noBody,
    answer: { status: 200, description: 'The queue is paused.', schema: pausedView },
    problems: [],
  },
  resumeQueue: {
    id: 'resumeQueue',
    method: 'post',
    route: '/workspaces/{workspace_id}/admin/processing-queue/resume',
    tag: 'Administration',
    summary: 'Let the queue go on',
    description: 'Runs go on where they were held.',
    needs: 'administer',
    weight: 'read',
    path: inWorkspace,
    query: noFields,
    carries: 'nothing',
    body: noBody,
    answer: { status: 200, description: 'The queue goes on.', schema: pausedView },
    problems: [],
  },
} as const satisfies Record<string, Operation>;
