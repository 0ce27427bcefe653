/** Parts, the jobs that find vehicles for them, and imports of parts and vehicles, as the writes that make them. */
import type { DescribedPart } from '../fitment/part.ts';
import type { PartsFile } from '../fitment/parts-file.ts';
import type { VehicleColumns, VehicleImportMode } from '../fitment/vehicle-import.ts';
import { jobId, paths } from '../paths.ts';
import { pipelineDefinition, type PipelineOn } from '../pipelines.ts';
import type { Actor, Write } from './write.ts';
import { sameValue } from './item-commands.ts';

/** Firestore takes 500 writes in a commit. */
const WRITES_PER_COMMIT = 400;

const created = ({ uid, serverTime }: Actor) => ({ created_by: uid, created_at: serverTime });

/** A part under the id that `partIdOf` makes of its number: refused when there is one with this number. */
export function addPart(actor: Actor, id: string, partNumber: string, described: DescribedPart): Write[] {
  return [
    {
      kind: 'create',
      path: paths.part(actor.workspaceId, id),
      fields: {
        ...described,
        part_number: partNumber,
        ...created(actor),
        updated_at: actor.serverTime,
      },
    },
  ];
}

/** The fields in which `after` differs, so that what others change at the same time stays; nothing where none does. */
export function changePart(actor: Actor, id: string, before: DescribedPart, after: DescribedPart): Write[] {
  const was = new Map<string, unknown>(Object.entries(before));
  const changed = Object.entries(after).filter(([field, value]) => !sameValue(was.get(field), value));
  if (changed.length === 0) return [];
  return [
    {
      kind: 'update',
      path: paths.part(actor.workspaceId, id),
      fields: { ...Object.fromEntries(changed), updated_at: actor.serverTime },
    },
  ];
}

/** In groups to be committed one by one. What jobs have found for the parts stays. */
export function deleteParts(workspaceId: string, ids: readonly string[]): Write[][] {
  return Array.from({ length: Math.ceil(ids.length / WRITES_PER_COMMIT) }, (_, group) =>
    ids
      .slice(group * WRITES_PER_COMMIT, (group + 1) * WRITES_PER_COMMIT)
      .map((id): Write => ({ kind: 'delete', path: paths.part(workspaceId, id) })),
  );
}

/** The first and only run on the record `id`, which the rules want in the commit that creates the record. */
function firstRun(
  actor: Actor,
  pipeline: PipelineOn<'fitment_job' | 'parts_import' | 'vehicle_import'>,
  id: string,
): Write {
  return {
    kind: 'create',
    path: paths.job(actor.workspaceId, jobId(id, pipeline, 1)),
    fields: {
      pipeline,
      subject: { type: pipelineDefinition(pipeline).subject, id },
      input: { document_ids: [] },
      run: 1,
      ...created(actor),
      status: 'queued',
      open: true,
    },
  };
}

/** Creates an import of the parts of a file that has arrived in Storage, together with its run. */
export function startPartsImport(actor: Actor, id: string, file: PartsFile): Write[] {
  return [
    {
      kind: 'create',
      path: paths.partsImport(actor.workspaceId, id),
      fields: { ...file, ...created(actor) },
    },
    firstRun(actor, 'parts_import', id),
  ];
}

/** A job about parts of the workspace: at least one, `LIMITS.partsPerJob` at most, none twice. With its run. */
export function createSelectionJob(
  actor: Actor,
  id: string,
  name: string,
  partIds: readonly string[],
): Write[] {
  const { workspaceId } = actor;
  return [
    {
      kind: 'create',
      path: paths.fitmentJob(workspaceId, id),
      fields: { type: 'selection', name: name.trim(), part_count: partIds.length, ...created(actor) },
    },
    { kind: 'create', path: paths.fitmentSelection(workspaceId, id), fields: { part_ids: partIds } },
    firstRun(actor, 'fitment_generation', id),
  ];
}

/** A job about the parts of a file that has arrived in Storage, with its run. */
export function createUploadJob(actor: Actor, id: string, name: string, file: PartsFile): Write[] {
  return [
    {
      kind: 'create',
      path: paths.fitmentJob(actor.workspaceId, id),
      fields: { type: 'upload', name: name.trim(), part_count: null, ...file, ...created(actor) },
    },
    firstRun(actor, 'fitment_generation', id),
  ];
}

/** Deletes a job with all that it has found and all that was decided on it. The functions take along what belongs to it. */
export function deleteFitmentJob(workspaceId: string, id: string): Write[] {
  return [{ kind: 'delete', path: paths.fitmentJob(workspaceId, id) }];
}

/** A file of vehicles whose bytes have arrived in Storage. */
export interface VehicleFile {
  file_name: string;
  storage_path: string;
  /** Bytes. */
  size: number;
  mode: VehicleImportMode;
  columns: VehicleColumns;
}

/** Creates an import of vehicles together with its run. */
export function startVehicleImport(actor: Actor, id: string, file: VehicleFile): Write[] {
  return [
    {
      kind: 'create',
      path: paths.vehicleImport(actor.workspaceId, id),
      fields: { ...file, ...created(actor) },
    },
    firstRun(actor, 'vehicle_import', id),
  ];
}

/** From the next job on, the workspace has the starter table again. */
export function forgetVehicleTable(workspaceId: string): Write[] {
  return [{ kind: 'delete', path: paths.vehicleTable(workspaceId) }];
}
