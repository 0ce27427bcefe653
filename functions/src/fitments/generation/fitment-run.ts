/**
 * What the phases of one run of a fitment job work on: its parts, in portions, and what has been made of each portion so far.
 * Each phase hands a value over for each portion; what has gone is made again from what comes before it.
 */
import { DocketError } from '@docket/model/errors';
import { type FitmentJob, fitmentJobSchema } from '@docket/model/fitment/fitment-job';
import { paths, storagePaths } from '@docket/model/paths';
import type { Firestore } from 'firebase-admin/firestore';
import { z } from 'zod';
import type { Bucket } from '../../collections/remove.ts';
import type { PhaseContext } from '../../engine/pipeline-module.ts';
import { RunWork } from '../run-work.ts';
import type { Claims } from '../understanding/claims.ts';
import { match, type Match } from '../understanding/match.ts';
import { score, type Scored } from '../understanding/score.ts';
import { understand } from '../understanding/understand.ts';
import type { VehicleIndex } from '../vehicles/vehicle-index.ts';
import { currentTable, loadVehicles, type Vehicles } from '../vehicles/workspace-vehicles.ts';
import { eachInTurn } from './each-in-turn.ts';
import { ClaimsForm } from './hand-over/claims-form.ts';
import { partPortionSchema, portionName, type ReadPart } from './hand-over/part-portion.ts';
import { type MadeGroup, madeGroupSchema, makeGroups } from './make-groups.ts';
import { openParts, type PartSource } from './part-source.ts';

const planSchema = z.strictObject({
  /** How many parts are in each portion; parts of a selection that were deleted count. */
  portions: z.array(z.number().int().positive()),
  /** Rows of the file that no part was made of; null for a selection. */
  failed_rows: z.number().int().nonnegative().nullable(),
  /** Where the table of vehicles is that the whole run goes by; null: the starter table. */
  vehicles: z.string().nullable(),
});
/** What a run is about, laid down once at its beginning. */
export type RunPlan = z.infer<typeof planSchema>;

const groupsSchema = z.array(madeGroupSchema);

export interface FitmentRunParts {
  db: Firestore;
  bucket: Bucket;
  context: PhaseContext;
}

export class FitmentRun {
  readonly #parts: FitmentRunParts;
  readonly work: RunWork;
  #plan: Promise<RunPlan> | undefined;
  #source: Promise<PartSource> | undefined;
  #vehicles: Promise<{ vehicles: Vehicles; form: ClaimsForm }> | undefined;

  constructor(parts: FitmentRunParts) {
    const { workspaceId, jobId, job } = parts.context;
    const place = [workspaceId, job.subject.id, jobId] as const;
    this.#parts = parts;
    this.work = new RunWork(parts.bucket, storagePaths.fitmentJobRun(...place), (name) =>
      storagePaths.fitmentJobWork(...place, name),
    );
  }

  /** Throws the errors of the file, or of the selection. */
  async plan(): Promise<RunPlan> {
    this.#plan ??= this.#stored('plan', planSchema, async () => {
      const { portions, failedRows } = await (await this.#opened()).layOut();
      const vehicles = await currentTable(this.#parts.db, this.#parts.context.workspaceId);
      return { portions, failed_rows: failedRows, vehicles };
    });
    return await this.#plan;
  }

  /** 1. */
  async parts(portion: number): Promise<ReadPart[]> {
    return await this.#stored(portionName('parts', portion), partPortionSchema, async () =>
      (await this.#opened()).read(portion),
    );
  }

  /** 2. What the texts of the parts claim. */
  async claims(portion: number): Promise<Claims[]> {
    const { vehicles, form } = await this.#tables();
    const name = portionName('claims', portion);
    return await this.#made(
      name,
      form.claims,
      (claims) => form.ofClaims(claims),
      async () => {
        const parts = await this.parts(portion);
        return await this.#each(parts, (part) => claimsOf(part, vehicles.index));
      },
    );
  }

  /** 3. Which vehicles that are. */
  async matches(portion: number): Promise<Match[]> {
    const { vehicles, form } = await this.#tables();
    const name = portionName('matches', portion);
    return await this.#made(
      name,
      form.matches,
      (matches) => form.ofMatches(matches),
      async () => this.#each(await this.claims(portion), (claims) => match(claims, vehicles.index)),
    );
  }

  /** 4. The fitments with their confidence, as people decide on them. */
  async groups(portion: number): Promise<MadeGroup[]> {
    return await this.#stored(portionName('groups', portion), groupsSchema, async () => {
      const scored = await this.#each(await this.matches(portion), (found): Scored => score(found));
      return makeGroups(await this.parts(portion), scored);
    });
  }

  async #opened(): Promise<PartSource> {
    this.#source ??= this.#record().then((record) => openParts(this.#parts, record));
    return await this.#source;
  }

  async #record(): Promise<FitmentJob> {
    const { workspaceId, job } = this.#parts.context;
    const snapshot = await this.#parts.db.doc(paths.fitmentJob(workspaceId, job.subject.id)).get();
    if (!snapshot.exists) throw new DocketError('subject_missing');
    return fitmentJobSchema.parse(snapshot.data());
  }

  async #tables(): Promise<{ vehicles: Vehicles; form: ClaimsForm }> {
    this.#vehicles ??= this.plan().then(async ({ vehicles: path }) => {
      const vehicles = await loadVehicles(this.#parts.bucket, path);
      return { vehicles, form: new ClaimsForm(vehicles) };
    });
    return await this.#vehicles;
  }

  async #stored<T>(name: string, schema: z.ZodType<T>, make: () => Promise<T>): Promise<T> {
    return await this.#made(name, schema, (value) => value, make);
  }

  /** What was handed over as `name`, or `make` makes, kept in the form that `schema` reads. */
  async #made<T>(
    name: string,
    schema: z.ZodType<T>,
    write: (value: T) => unknown,
    make: () => Promise<T>,
  ): Promise<T> {
    const kept = await this.work.kept(name, schema);
    if (kept !== null) return kept;
    const made = await make();
    this.#parts.context.signal.throwIfAborted();
    await this.work.keep(name, write(made));
    return made;
  }

  async #each<T, R>(all: readonly T[], work: (one: T) => R): Promise<R[]> {
    return await eachInTurn(all, work, this.#parts.context.signal);
  }
}

/** A part that cannot be understood is one without vehicles, with a reason: it must not keep the others from having theirs. */
function claimsOf(part: ReadPart, vehicles: VehicleIndex): Claims {
  if (part.problem !== null) return unread(part.problem);
  try {
    return understand(part, vehicles);
  } catch {
    return unread('Something went wrong on our side while this part was read. Nothing was taken from it.');
  }
}

/** A part of which nothing can be read. */
function unread(problem: string): Claims {
  return {
    vehicles: [],
    exclusions: [],
    exceptions: [{ code: 'no_vehicle', words: '', reasoning: problem }],
  };
}
