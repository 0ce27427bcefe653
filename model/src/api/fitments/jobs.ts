/** The jobs that look for the vehicles that parts fit. */
import { z } from 'zod';
import { LIMITS } from '../../limits.ts';
import { READING, noBody, type Operation } from '../operation.ts';
import { deletedSchema, fileField, idSchema, inWorkspace, noFields, pageOf, pageQuery } from '../shared.ts';
import { fitmentJobProgress, fitmentJobStarted, fitmentJobView, ofFitmentJob } from './schemas.ts';

const jobName = z
  .string()
  .trim()
  .min(1)
  .max(LIMITS.nameCharacters)
  .optional()
  .meta({ description: 'What people know it by. Absent: it is called by its parts, or by its file.' });

const selectionBody = z
  .strictObject({
    type: z.literal('selection').default('selection'),
    part_ids: z
      .array(idSchema)
      .min(1)
      .max(LIMITS.partsPerJob)
      .refine((ids) => new Set(ids).size === ids.length, 'Name each part once.')
      .meta({ description: 'Parts of the workspace, each once.' }),
    name: jobName,
  })
  .meta({
    id: 'NewFitmentJob',
    examples: [{ type: 'selection', part_ids: ['part-0f3c…'], name: 'Brake pads, spring' }],
  });

const uploadBody = z.strictObject({
  file: fileField.meta({
    description: `A CSV, XLSX or XLS file with part numbers and texts, of ${LIMITS.apiBodyBytes / 1_000_000} MB at most. Its columns are recognised.`,
  }),
  name: jobName,
});

export const fitmentJobOperations = {
  createFitmentJob: {
    id: 'createFitmentJob',
    method: 'post',
    route: '/workspaces/{workspace_id}/fitment-jobs',
    tag: 'Fitments',
    summary: 'Find the vehicles of parts',
    description:
      'Has the texts of chosen parts read for the vehicles that they name. What is found waits for somebody to approve or reject it.',
    needs: 'edit',
    weight: 'start',
    path: inWorkspace,
    query: noFields,
    carries: 'json',
    body: selectionBody,
    answer: { status: 202, description: 'The job was taken on.', schema: fitmentJobStarted },
    problems: ['unprocessable', 'conflict'],
  },
  uploadFitmentJob: {
    id: 'uploadFitmentJob',
    method: 'post',
    route: '/workspaces/{workspace_id}/fitment-jobs/upload',
    tag: 'Fitments',
    summary: 'Find the vehicles of the parts of a file',
    description:
      'As for chosen parts, of a file that need not be in the catalogue. Which column holds what is recognised; people can look at that on the page of the job.',
    needs: 'edit',
    weight: 'start',
    path: inWorkspace,
    query: noFields,
    carries: 'form',
    body: uploadBody,
    answer: {
      status: 202,
      description: 'The file is there, and the job was taken on.',
      schema: fitmentJobStarted,
    },
    problems: ['unprocessable', 'conflict'],
  },
  listFitmentJobs: {
    ...READING,
    id: 'listFitmentJobs',
    route: '/workspaces/{workspace_id}/fitment-jobs',
    tag: 'Fitments',
    summary: 'List fitment jobs',
    description: 'All jobs, the latest first.',
    path: inWorkspace,
    query: pageQuery,
    answer: { status: 200, description: 'A page of them.', schema: pageOf(fitmentJobView, 'FitmentJobPage') },
    problems: [],
  },
  getFitmentJob: {
    ...READING,
    id: 'getFitmentJob',
    route: '/workspaces/{workspace_id}/fitment-jobs/{fitment_job_id}',
    tag: 'Fitments',
    summary: 'Get a fitment job',
    description: 'A job, with how many vehicles were found and what was decided on them.',
    path: ofFitmentJob,
    query: noFields,
    answer: { status: 200, description: 'The job.', schema: fitmentJobView },
    problems: [],
  },
  getFitmentJobProgress: {
    ...READING,
    id: 'getFitmentJobProgress',
    route: '/workspaces/{workspace_id}/fitment-jobs/{fitment_job_id}/progress',
    tag: 'Fitments',
    summary: 'Ask how a fitment job goes',
    description: 'The job together with how far its run is. Ask about once a second while it runs.',
    path: ofFitmentJob,
    query: noFields,
    answer: { status: 200, description: 'The job and its run.', schema: fitmentJobProgress },
    problems: [],
  },
  deleteFitmentJob: {
    id: 'deleteFitmentJob',
    method: 'delete',
    route: '/workspaces/{workspace_id}/fitment-jobs/{fitment_job_id}',
    tag: 'Fitments',
    summary: 'Delete a fitment job',
    description:
      'Deletes a job that has come to its end, with all that it has found and all that was decided on it. A job that runs is cancelled first.',
    needs: 'edit',
    weight: 'read',
    path: ofFitmentJob,
    query: noFields,
    carries: 'nothing',
    body: noBody,
    answer: { status: 200, description: 'It is gone.', schema: deletedSchema },
    problems: ['already_running'],
  },
} as const satisfies Record<string, Operation>;
