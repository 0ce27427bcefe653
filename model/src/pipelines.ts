/** The pipelines: which phases a job runs through, on what kind of subject, and how heavy they are. */
import { z } from 'zod';

export const PIPELINES = [
  'document_processing',
  'item_generation',
  'deck_generation',
  'image_processing',
  'image_import',
  'image_backfill',
  'inventory_import',
  'listing_analysis',
  'fitment_generation',
  'parts_import',
  'vehicle_import',
] as const;
export const pipelineSchema = z.enum(PIPELINES);
export type Pipeline = z.infer<typeof pipelineSchema>;

/** The kinds of records that a job can run on. */
export const SUBJECT_TYPES = [
  'collection',
  'image_batch',
  'backfill',
  'inventory_import',
  'listing',
  'fitment_job',
  'parts_import',
  'vehicle_import',
] as const;
export const subjectTypeSchema = z.enum(SUBJECT_TYPES);
export type SubjectType = z.infer<typeof subjectTypeSchema>;

/** The task function that runs a pipeline's phases: one a weight, so that its instances stay warm. */
export const WEIGHTS = ['documents', 'images'] as const;
export type Weight = (typeof WEIGHTS)[number];

/** One step of a pipeline. `key` names it in code and in stored history, `label` on screen. */
export interface PhaseDefinition {
  key: string;
  label: string;
}

/** A named list of phases that run in order, each as a dispatch of its own. */
export interface PipelineDefinition {
  /** What a person calls the run: "Process Documents". */
  label: string;
  /** What one step is called on screen. */
  stepWord: 'Phase' | 'Step';
  subject: SubjectType;
  weight: Weight;
  /** Whether mails and webhooks tell of its ends. Batches of images are too many for that. */
  announced: boolean;
  /** Whether a completed run makes what earlier ones have made useless, so that it must be removed. */
  supersedes: boolean;
  /** Whether a failed run leaves records behind that must be told that they will not be finished. */
  abandons: boolean;
  phases: readonly PhaseDefinition[];
}

export const PIPELINE_DEFINITIONS = {
  document_processing: {
    label: 'Process Documents',
    stepWord: 'Phase',
    subject: 'collection',
    weight: 'documents',
    announced: true,
    supersedes: true,
    abandons: false,
    phases: [
      { key: 'extract_images', label: 'Extracting images from documents' },
      { key: 'extract_text', label: 'Extracting text with positions' },
      { key: 'filter_images', label: 'Filtering product images' },
      { key: 'generate_categories', label: 'Generating categories' },
      { key: 'extract_products', label: 'Extracting structured products' },
      { key: 'match_images', label: 'Matching images to products' },
    ],
  },
  item_generation: {
    label: 'Generate Items',
    stepWord: 'Step',
    subject: 'collection',
    weight: 'documents',
    announced: true,
    supersedes: true,
    abandons: false,
    phases: [
      { key: 'fetch_order', label: 'Fetching purchase order' },
      { key: 'parse_order', label: 'Parsing purchase order' },
      { key: 'identify_columns', label: 'Identifying columns' },
      { key: 'extract_lines', label: 'Extracting SKU data' },
      { key: 'enrich_lines', label: 'Enriching from linesheet' },
      { key: 'build_items', label: 'Generating item objects' },
      { key: 'save_items', label: 'Saving' },
    ],
  },
  deck_generation: {
    label: 'Generate Deck',
    stepWord: 'Phase',
    subject: 'collection',
    weight: 'documents',
    announced: true,
    supersedes: true,
    abandons: false,
    phases: [
      { key: 'collect_items', label: 'Collecting items' },
      { key: 'prepare_pictures', label: 'Preparing pictures' },
      { key: 'write_presentation', label: 'Writing PowerPoint' },
      { key: 'write_pdf', label: 'Writing PDF' },
    ],
  },
  image_processing: {
    label: 'Process Images',
    stepWord: 'Phase',
    subject: 'image_batch',
    weight: 'images',
    announced: false,
    supersedes: false,
    abandons: true,
    phases: [{ key: 'derive_images', label: 'Making thumbnails and variants' }],
  },
  image_import: {
    label: 'Import Images',
    stepWord: 'Phase',
    subject: 'image_batch',
    weight: 'images',
    announced: false,
    supersedes: false,
    abandons: true,
    phases: [
      { key: 'fetch_images', label: 'Fetching images' },
      { key: 'derive_imported', label: 'Making thumbnails and variants' },
    ],
  },
  image_backfill: {
    label: 'Backfill Images',
    stepWord: 'Phase',
    subject: 'backfill',
    weight: 'images',
    announced: true,
    supersedes: false,
    abandons: false,
    phases: [
      { key: 'find_images', label: 'Finding images without derivatives' },
      { key: 'start_batches', label: 'Starting batches' },
    ],
  },
  inventory_import: {
    label: 'Import Inventory',
    stepWord: 'Step',
    subject: 'inventory_import',
    weight: 'documents',
    announced: true,
    // What the phases hand to each other is useless when it is over.
    supersedes: true,
    // Items whose images have not been started.
    abandons: true,
    phases: [
      { key: 'read_rows', label: 'Reading rows' },
      { key: 'save_items', label: 'Saving items' },
      { key: 'start_images', label: 'Starting to fetch images' },
    ],
  },
  listing_analysis: {
    label: 'Analyse Photos',
    stepWord: 'Phase',
    subject: 'listing',
    weight: 'documents',
    // Whoever waits for the suggestions is looking at the form.
    announced: false,
    // What the phases hand to each other is useless when it is over. What was seen in a photo is kept for the next run.
    supersedes: true,
    abandons: false,
    phases: [
      { key: 'prepare_photos', label: 'Preparing photos' },
      { key: 'read_text', label: 'Reading text' },
      { key: 'find_attributes', label: 'Finding attributes' },
      { key: 'judge_quality', label: 'Judging photo quality' },
      { key: 'suggest_fields', label: 'Suggesting fields' },
    ],
  },
  fitment_generation: {
    label: 'Generate Fitments',
    stepWord: 'Phase',
    subject: 'fitment_job',
    weight: 'documents',
    announced: true,
    // What the phases hand to each other is useless when it is over.
    supersedes: true,
    // A retry goes on with what is there.
    abandons: false,
    phases: [
      { key: 'read_parts', label: 'Reading parts' },
      { key: 'understand', label: 'Understanding descriptions' },
      { key: 'match', label: 'Matching vehicles' },
      { key: 'score', label: 'Scoring' },
      { key: 'save', label: 'Saving for review' },
    ],
  },
  parts_import: {
    label: 'Import Parts',
    stepWord: 'Step',
    subject: 'parts_import',
    weight: 'documents',
    announced: true,
    supersedes: true,
    abandons: false,
    phases: [
      { key: 'read_parts', label: 'Reading parts' },
      { key: 'save_parts', label: 'Saving parts' },
    ],
  },
  vehicle_import: {
    label: 'Import Vehicles',
    stepWord: 'Step',
    subject: 'vehicle_import',
    weight: 'documents',
    announced: true,
    supersedes: true,
    abandons: false,
    phases: [
      { key: 'read_vehicles', label: 'Reading vehicles' },
      { key: 'check_vehicles', label: 'Checking vehicles' },
      { key: 'save_vehicles', label: 'Saving the vehicle table' },
    ],
  },
} as const satisfies Record<Pipeline, PipelineDefinition>;

/** The key of a phase of `P`, e.g. `'extract_text'`. */
export type PhaseKey<P extends Pipeline> = (typeof PIPELINE_DEFINITIONS)[P]['phases'][number]['key'];

/** The pipelines that run on a kind of record. */
export type PipelineOn<S extends SubjectType> = {
  [P in Pipeline]: (typeof PIPELINE_DEFINITIONS)[P]['subject'] extends S ? P : never;
}[Pipeline];

/** Those that a person starts on a collection. */
export const COLLECTION_PIPELINES = [
  'document_processing',
  'item_generation',
  'deck_generation',
] as const satisfies readonly PipelineOn<'collection'>[];

/** How a pipeline is declared. */
export function pipelineDefinition(pipeline: Pipeline): PipelineDefinition {
  return PIPELINE_DEFINITIONS[pipeline];
}

/** The 1-based number of the phase `key`. Throws a RangeError for a key that the pipeline does not have. */
export function phaseNumber<P extends Pipeline>(pipeline: P, key: PhaseKey<P>): number {
  const index = pipelineDefinition(pipeline).phases.findIndex((phase) => phase.key === key);
  if (index < 0) throw new RangeError(`${pipeline} has no phase ${key}`);
  return index + 1;
}

/** How many phases a run of `pipeline` has. */
export function phaseCount(pipeline: Pipeline): number {
  return pipelineDefinition(pipeline).phases.length;
}

/** The phase with the 1-based `number`. Throws a RangeError for a number that the pipeline does not have. */
export function phaseAt(pipeline: Pipeline, number: number): PhaseDefinition {
  const phase = pipelineDefinition(pipeline).phases[number - 1];
  if (phase === undefined) throw new RangeError(`${pipeline} has no phase ${number}`);
  return phase;
}
