/** What jobs have found, and what people and programs decide on it. */
import { READING, type Operation } from '../operation.ts';
import { inWorkspace, noFields, pageOf, pageQuery } from '../shared.ts';
import {
  approvedFitmentView,
  exceptionView,
  fitmentFilter,
  fitmentPage,
  ofFitmentJob,
  reviewAnswer,
  reviewWish,
} from './schemas.ts';

/** What the operations that decide have in common. */
const DECIDING = {
  method: 'post',
  needs: 'review',
  weight: 'read',
  path: ofFitmentJob,
  query: noFields,
  carries: 'json',
  body: reviewWish,
  answer: { status: 200, description: 'How many it were.', schema: reviewAnswer },
  problems: ['conflict', 'unprocessable'],
} as const;

export const fitmentReviewOperations = {
  listFitments: {
    ...READING,
    id: 'listFitments',
    route: '/workspaces/{workspace_id}/fitment-jobs/{fitment_job_id}/fitments',
    tag: 'Fitments',
    summary: 'List what a job has found',
    description:
      'The fitments of a job, part by part, in an order that decisions do not change: what is decided while you go through them neither shifts nor doubles anything. A page may hold fewer than you asked for; go on until `next_cursor` is null.',
    path: ofFitmentJob,
    query: pageQuery.extend(fitmentFilter.shape),
    answer: { status: 200, description: 'A page of them, and the counts of the job.', schema: fitmentPage },
    problems: [],
  },
  listFitmentExceptions: {
    ...READING,
    id: 'listFitmentExceptions',
    route: '/workspaces/{workspace_id}/fitment-jobs/{fitment_job_id}/exceptions',
    tag: 'Fitments',
    summary: 'List what a job could not tell',
    description:
      'What the texts of parts say that is not known or cannot be, part by part. A page may hold fewer than you asked for; go on until `next_cursor` is null.',
    path: ofFitmentJob,
    query: pageQuery,
    answer: {
      status: 200,
      description: 'A page of them.',
      schema: pageOf(exceptionView, 'FitmentExceptionPage'),
    },
    problems: [],
  },
  bulkApproveFitments: {
    ...DECIDING,
    id: 'bulkApproveFitments',
    route: '/workspaces/{workspace_id}/fitment-jobs/{fitment_job_id}/bulk-approve',
    tag: 'Fitments',
    summary: 'Approve fitments',
    description:
      'Approves the fitments that are named, or all that nobody has decided on yet. An unknown id refuses the whole request. People who review at the same time see it at once.',
  },
  bulkRejectFitments: {
    ...DECIDING,
    id: 'bulkRejectFitments',
    route: '/workspaces/{workspace_id}/fitment-jobs/{fitment_job_id}/bulk-reject',
    tag: 'Fitments',
    summary: 'Reject fitments',
    description:
      'Rejects the fitments that are named, or all that nobody has decided on yet. An unknown id refuses the whole request.',
  },
  bulkResetFitments: {
    ...DECIDING,
    id: 'bulkResetFitments',
    route: '/workspaces/{workspace_id}/fitment-jobs/{fitment_job_id}/bulk-reset',
    tag: 'Fitments',
    summary: 'Take decisions back',
    description:
      'Makes the fitments that are named pending again, or all that somebody has decided on. An unknown id refuses the whole request.',
  },
  listApprovedFitments: {
    ...READING,
    id: 'listApprovedFitments',
    route: '/workspaces/{workspace_id}/fitments/approved',
    tag: 'Fitments',
    summary: 'List approved fitments',
    description:
      'What was approved in all jobs, job by job: the same vehicle may come from several. A page may hold fewer than you asked for; go on until `next_cursor` is null.',
    path: inWorkspace,
    query: pageQuery,
    answer: {
      status: 200,
      description: 'A page of them.',
      schema: pageOf(approvedFitmentView, 'ApprovedFitmentPage'),
    },
    problems: [],
  },
} as const satisfies Record<string, Operation>;
