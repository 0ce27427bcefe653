/**
 * What a feature gives the engine: one handler a phase, loaded only when it is needed, and a way to remove what a run
 * has made.
 */
import type { Service } from '@docket/model/breaker';
import type { CleanupScope, Job } from '@docket/model/job';
import {
  PIPELINE_DEFINITIONS,
  type Pipeline,
  pipelineDefinition,
  pipelineSchema,
  type PhaseKey,
} from '@docket/model/pipelines';
import type { DocumentReference, DocumentSnapshot, Transaction } from 'firebase-admin/firestore';
import type { SubjectPatch } from './events.ts';

/** A document to be written under a deterministic id: whole, or only the named top-level fields of it. */
export interface ResultWrite {
  ref: DocumentReference;
  data: Record<string, unknown>;
  /** Names every key of `data`, each replaced whole; other fields of the document stay, such as what people edit. */
  fields?: readonly string[];
}

/** What becomes of a document that may change, or be deleted, while a phase works on it. */
export interface DocumentChange {
  ref: DocumentReference;
  /**
   * The top-level fields to replace, given the document as it is at this moment; null leaves it alone, as does a document
   * that does not exist. Called again when the transaction has to be repeated: the last call counts.
   */
  change: (current: DocumentSnapshot) => Record<string, unknown> | null;
}

/** The run that a phase works for. */
export interface RunInfo {
  workspaceId: string;
  jobId: string;
  job: Job;
  /** See `run_token` of the job. */
  token: string;
}

/** What a phase may use. */
export interface PhaseContext extends RunInfo {
  /** Fires when the job is cancelled, the lease is lost, or the phase takes too long. */
  signal: AbortSignal;
  /**
   * Says how far the phase is: `report(7, 40, 'Page')`. Cheap; written about once a second. `part` says which part of the
   * phase's material (`index` from 0) these units belong to, when they are not all of it.
   */
  report: (done: number, of: number, unit: string, part?: { index: number; count: number }) => void;
  /**
   * Calls an external service by `work`, unless its circuit breaker is open. A DocketError of kind `dependency` that `work`
   * throws counts against the service and is thrown on. Throws a ServiceWaitError while the service is left alone, also
   * instead of the failure with which that begins: a phase that throws it in turn waits until then and is run again,
   * without a try being counted.
   */
  call: <T>(service: Service, work: () => Promise<T>) => Promise<T>;
  /** Saves results. Refused when another worker has taken over, so that nobody writes behind its back. */
  save: (writes: readonly ResultWrite[]) => Promise<void>;
  /** As `save`, for documents that exist: each is read and changed in one transaction. */
  change: (changes: readonly DocumentChange[]) => Promise<void>;
  /**
   * As `save`, for documents that must agree with each other, or exist only once: `work` reads and writes them in one
   * transaction. Called again when the transaction has to be repeated: the last call counts.
   */
  transact: <T>(work: (transaction: Transaction) => Promise<T>) => Promise<T>;
}

/**
 * Does the work of one phase. May run more than once for the same job, also at the same time as a worker that is
 * believed dead: everything it writes must have ids that depend on the job and the material alone.
 * Returns the fields of the subject to publish together with the end of the phase.
 */
export type PhaseHandler = (context: PhaseContext) => Promise<SubjectPatch>;

/** A pipeline's code. `phases` has a loader for every phase that the model declares: a missing one does not compile. */
export interface PipelineModule<P extends Pipeline> {
  phases: Record<PhaseKey<P>, () => Promise<PhaseHandler>>;
  /** Removes data that has become useless; must be repeatable. `scope` is explained at `cleanupSchema`. */
  clean(run: RunInfo, scope: CleanupScope): Promise<void>;
}

export type PipelineModules = { [P in Pipeline]: PipelineModule<P> };

/** Loads the handler of the phase with the 1-based `number`. Throws for a phase without one. */
export async function loadPhase(
  modules: PipelineModules,
  pipeline: Pipeline,
  number: number,
): Promise<PhaseHandler> {
  const key = pipelineDefinition(pipeline).phases[number - 1]?.key;
  const loaders = new Map<string, () => Promise<PhaseHandler>>(Object.entries(modules[pipeline].phases));
  const load = key === undefined ? undefined : loaders.get(key);
  if (load === undefined)
    throw new Error(`Phase ${number} of ${pipeline} has no handler; add it to its module`);
  return await load();
}

/** Start-up check: every declared phase has exactly one handler. Throws an error that names what is missing. */
export function assertComplete(modules: PipelineModules): void {
  for (const [pipeline, definition] of Object.entries(PIPELINE_DEFINITIONS)) {
    const handlers = Object.keys(modules[pipelineSchema.parse(pipeline)].phases);
    const declared: string[] = definition.phases.map((phase) => phase.key);
    const missing = declared.filter((key) => !handlers.includes(key));
    const unknown = handlers.filter((key) => !declared.includes(key));
    if (missing.length + unknown.length > 0) {
      throw new Error(
        `${pipeline}: no handler for [${missing.join(', ')}], no phase for [${unknown.join(', ')}]`,
      );
    }
  }
}
