/** How parts, fitment jobs and fitments are shown, and how they are named. */
import { z } from 'zod';
import { exceptionCodeSchema } from '../../fitment/fitment.ts';
import { givenVehicleSchema } from '../../fitment/part-text.ts';
import { LIMITS } from '../../limits.ts';
import { PROCESSING_STATUSES } from '../../processing-status.ts';
import { acceptedSchema, idSchema, inWorkspace, runStatusSchema, timestamp } from '../shared.ts';

/** Of a fitment: which group of the job it stands in, and which one it is there. */
export const fitmentRefSchema = z
  .string()
  .regex(/^(?!__.*__\.)[A-Za-z0-9_-]{1,128}\.[A-Za-z0-9_-]{1,64}$/u)
  .meta({ description: 'The id of a fitment, as lists give it.', examples: ['g00000.f0'] });

export const ofFitmentJob = inWorkspace.extend({
  fitment_job_id: idSchema.meta({ description: 'The fitment job.' }),
});

export const partSchema = z
  .object({
    id: idSchema,
    part_number: z.string().meta({ examples: ['BP-1042'] }),
    description: z.string().meta({ examples: ['Front brake pads, ceramic, Ford F-150 2005-2010'] }),
    texts: z.array(z.string()).meta({ description: 'Further texts that vehicles are read from.' }),
    vehicles: z
      .array(givenVehicleSchema)
      .meta({ description: 'Vehicles that were said in fields of their own, as they were written.' }),
    created_by: z.string(),
    created_at: timestamp,
    updated_at: timestamp,
  })
  .meta({ id: 'Part', description: 'A part of the catalogue whose vehicles are wanted.' });

/** The states of a fitment job. `idle` is none of them. */
export const FITMENT_JOB_STATUSES = PROCESSING_STATUSES.filter((status) => status !== 'idle');

const count = z.number().int().nonnegative();

export const reviewCountsView = z
  .object({
    total: count,
    pending: count.meta({ description: 'Nobody has decided on them.' }),
    approved: count,
    rejected: count,
  })
  .meta({ id: 'FitmentCounts', description: 'How many fitments of a job are in which state.' });

export const fitmentJobView = z
  .object({
    id: idSchema,
    type: z.enum(['selection', 'upload']).meta({
      description: '`selection`: about parts of the workspace. `upload`: about the parts of a file.',
    }),
    name: z.string(),
    status: z.enum(FITMENT_JOB_STATUSES).meta({
      description:
        '`review_required`: vehicles were found, and somebody has yet to decide on some of them. `completed`: everything is decided on.',
    }),
    part_count: count
      .nullable()
      .meta({ description: 'Parts that it is about; null while a file has not been read.' }),
    exception_count: count.meta({
      description: 'What was said of parts and could not become a fitment; see the exceptions.',
    }),
    fitments: reviewCountsView,
    file_name: z.string().nullable().meta({ description: 'The file of an upload.' }),
    failed_rows: count.meta({ description: 'Rows of the file that no part could be made of.' }),
    run_id: z.string().nullable().meta({ description: 'Its run; null until it was taken on.' }),
    error_message: z.string().nullable().meta({ description: 'Why it has failed.' }),
    created_by: z.string(),
    created_at: timestamp,
    started_at: timestamp.nullable(),
    completed_at: timestamp.nullable(),
  })
  .meta({ id: 'FitmentJob', description: 'The search for the vehicles that parts fit.' });

export const fitmentJobStarted = acceptedSchema
  .extend({ fitment_job: fitmentJobView })
  .meta({ id: 'FitmentJobStarted', description: 'The job, and the run that works on it.' });

export const fitmentJobProgress = z
  .object({ fitment_job: fitmentJobView, run: runStatusSchema })
  .meta({ id: 'FitmentJobProgress' });

/** What can be decided on a fitment, and that nothing is. */
export const FITMENT_STATUSES = ['pending', 'approved', 'rejected'] as const;

const ofPart = {
  part_id: z
    .string()
    .meta({ description: 'The id of the part of the workspace; of an upload, the number in the file.' }),
  part_number: z.string(),
  part_description: z.string(),
};

export const fitmentView = z
  .object({
    id: fitmentRefSchema,
    ...ofPart,
    make: z.string().meta({ examples: ['Ford'] }),
    model: z.string().meta({ examples: ['F-150'] }),
    submodel: z.string().meta({ description: 'Empty where every one is meant.' }),
    year_from: z
      .number()
      .int()
      .meta({ description: 'First model year.', examples: [2005] }),
    year_to: z
      .number()
      .int()
      .meta({ description: 'Last model year, which belongs to it.', examples: [2010] }),
    qualifiers: z
      .array(z.string())
      .meta({ description: 'What else limits it, such as the engine.', examples: [['5.4L V8']] }),
    confidence: z.number().min(0).max(1).meta({ description: 'From 0 to 1.' }),
    reasoning: z.string().meta({ description: 'What in the texts of the part has led to it.' }),
    status: z.enum(FITMENT_STATUSES),
  })
  .meta({ id: 'Fitment', description: 'A part fits these vehicles.' });
export type FitmentView = z.input<typeof fitmentView>;

export const fitmentPage = z
  .object({
    data: z.array(fitmentView),
    next_cursor: z.string().nullable().meta({
      description: 'For the next page; null at the end. A page may hold fewer than were asked for.',
    }),
    counts: reviewCountsView,
  })
  .meta({ id: 'FitmentPage' });

export const exceptionView = z
  .object({
    ...ofPart,
    code: exceptionCodeSchema,
    words: z.string().meta({ description: 'What the text says, as it stands there.' }),
    reasoning: z.string(),
  })
  .meta({ id: 'FitmentException', description: 'What a text says that did not become a fitment.' });
export type ExceptionView = z.input<typeof exceptionView>;

export const approvedFitmentView = fitmentView
  .omit({ status: true })
  .extend({ fitment_job_id: idSchema })
  .meta({ id: 'ApprovedFitment' });
export type ApprovedFitmentView = z.input<typeof approvedFitmentView>;

const confidence = z.number().min(0).max(1);
const vehicleWish = {
  min_confidence: confidence,
  part_id: z.string().min(1).max(LIMITS.partNumberCharacters),
  make: z.string().min(1).max(LIMITS.nameCharacters),
};

/** Which fitments are wanted of a list. */
export const fitmentFilter = z.object({
  status: z.enum(FITMENT_STATUSES).optional().meta({ description: 'Those in this state alone.' }),
  min_confidence: z.coerce
    .number()
    .min(0)
    .max(1)
    .optional()
    .meta({ description: 'Those of at least this confidence.' }),
  part_id: vehicleWish.part_id.optional().meta({ description: 'Those of this part.' }),
  make: vehicleWish.make.optional().meta({ description: 'Those of this make, in whatever case.' }),
});

/** Which fitments are to be decided on. */
export const reviewWish = z
  .union([
    z.strictObject({
      fitment_ids: z
        .array(fitmentRefSchema)
        .min(1)
        .max(LIMITS.fitmentsPerRequest)
        .meta({ description: 'These, whatever was decided on them before.' }),
    }),
    z.strictObject({
      all: z.literal(true).meta({
        description: 'All that nobody has decided on yet; when taking back, all that somebody has.',
      }),
      min_confidence: vehicleWish.min_confidence.optional(),
      part_id: vehicleWish.part_id.optional(),
      make: vehicleWish.make.optional(),
    }),
  ])
  .meta({
    id: 'FitmentReview',
    examples: [{ fitment_ids: ['g00000.f0', 'g00000.f1'] }, { all: true, min_confidence: 0.9 }],
  });
export type ReviewWish = z.output<typeof reviewWish>;

export const reviewAnswer = z
  .object({
    decided: count.meta({ description: 'Fitments on which it was decided now.' }),
    already: count.meta({ description: 'Those of which it was decided so before; nothing was written.' }),
    counts: reviewCountsView,
  })
  .meta({ id: 'FitmentReviewAnswer' });
