/** Runs of pipelines, whatever they work on: to be followed, and to be cancelled, paused, retried. */
import { z } from 'zod';
import { REQUEST_ACTIONS } from '../job.ts';
import { pipelineSchema } from '../pipelines.ts';
import { READING, type Operation } from './operation.ts';
import {
  acceptedSchema,
  inWorkspace,
  noFields,
  pageOf,
  pageQuery,
  runIdSchema,
  runSchema,
} from './shared.ts';

const ofRun = inWorkspace.extend({ run_id: runIdSchema.meta({ description: 'The run.' }) });

export const runOperations = {
  listRuns: {
    ...READING,
    id: 'listRuns',
    route: '/workspaces/{workspace_id}/runs',
    tag: 'Runs',
    summary: 'List runs',
    description: 'The runs of the workspace, the latest first.',
    path: inWorkspace,
    query: pageQuery.extend({
      pipeline: pipelineSchema.optional().meta({ description: 'Those of this pipeline alone.' }),
    }),
    answer: { status: 200, description: 'A page of them.', schema: pageOf(runSchema, 'RunPage') },
    problems: [],
  },
  getRun: {
    ...READING,
    id: 'getRun',
    route: '/workspaces/{workspace_id}/runs/{run_id}',
    tag: 'Runs',
    summary: 'Get a run',
    description: 'How a run goes, with every try of every phase.',
    path: ofRun,
    query: noFields,
    answer: { status: 200, description: 'The run.', schema: runSchema },
    problems: [],
  },
  requestOfRun: {
    id: 'requestOfRun',
    method: 'post',
    route: '/workspaces/{workspace_id}/runs/{run_id}/requests',
    tag: 'Runs',
    summary: 'Cancel, pause, resume, retry or dismiss a run',
    description:
      'Cancelling stops the work and removes what it has made so far. Pausing takes effect between phases. A retry resumes at the phase that failed. Dismissing takes note of a failure.',
    needs: 'edit',
    weight: 'start',
    path: ofRun,
    query: noFields,
    carries: 'json',
    body: z.strictObject({ action: z.enum(REQUEST_ACTIONS) }).meta({ id: 'RunRequest' }),
    answer: { status: 202, description: 'The wish was taken.', schema: acceptedSchema },
    problems: ['conflict'],
  },
} as const satisfies Record<string, Operation>;
