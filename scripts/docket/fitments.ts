/** `docket fitments`: a file of parts in; the vehicles that they fit, and what could not be told, out. */
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fitmentGroupSchema } from '@docket/model/fitment/fitment-group';
import { fitmentJobSchema } from '@docket/model/fitment/fitment-job';
import { jobId, paths, storagePaths } from '@docket/model/paths';
import { formatBytes, LIMITS } from '@docket/model/limits';
import { safeObjectName } from '@docket/model/upload/object-name';
import {
  collection,
  deleteDoc,
  doc,
  getDoc,
  getDocs,
  orderBy,
  query,
  serverTimestamp,
  writeBatch,
} from 'firebase/firestore';
import { ref, uploadBytes } from 'firebase/storage';
import { type Client, queuedJob } from './client.ts';
import { CommandError } from './command-error.ts';
import { entriesOf } from './fitment-results.ts';
import { writeJson } from './output.ts';
import { type EndedRun, followRun } from './run-pipeline.ts';
import { writeStatus } from './status.ts';
import { importVehicles, readVehicles } from './vehicles.ts';

/** Paths of the files to be read, and of the folder to be written into. Without `vehicles` the workspace's table is used. */
export interface FitmentsOptions {
  file: string;
  vehicles: string | null;
  out: string;
}

/**
 * Runs the command on a connected client. Throws a CommandError when a run does not complete; status.json is written all the
 * same. What was made in the workspace for it is taken back.
 */
export async function findFitments(
  client: Client,
  { file, vehicles, out }: FitmentsOptions,
): Promise<string> {
  const parts = await loadPartsFile(file);
  const table = vehicles === null ? null : await readVehicles(vehicles);
  const runs: EndedRun[] = [];
  const ended = async (run: EndedRun) => {
    runs.push(run);
    await writeStatus(
      runs.map(({ job }) => job),
      out,
    );
    if (run.failure !== null) throw new CommandError(run.failure);
  };
  const forget = table === null ? null : await importVehicles(client, table, ended);
  try {
    return await runJob(client, parts, out, ended);
  } finally {
    await forget?.();
  }
}

/** A file in memory. */
export interface PartsBytes {
  name: string;
  bytes: Uint8Array;
}

async function loadPartsFile(file: string): Promise<PartsBytes> {
  const bytes = await readFile(file).catch(() => {
    throw new CommandError(`${file} cannot be read. It must be a file with parts.`);
  });
  if (bytes.length === 0) throw new CommandError(`${file} is empty.`);
  if (bytes.length > LIMITS.partsFileBytes)
    throw new CommandError(
      `${file} has ${formatBytes(bytes.length)}; a file with parts may have ${formatBytes(LIMITS.partsFileBytes)}.`,
    );
  return { name: path.basename(file), bytes };
}

/** Uploads a file and starts the job `id` about its parts, as a page does. */
export async function startFitmentJob(
  client: Client,
  id: string,
  { name, bytes }: PartsBytes,
): Promise<void> {
  const { db, storage, workspace, uid } = client;
  const storagePath = storagePaths.fitmentJobFile(workspace, id, safeObjectName(name));
  await uploadBytes(ref(storage, storagePath), bytes, { contentType: 'application/octet-stream' });
  await writeBatch(db)
    .set(doc(db, paths.fitmentJob(workspace, id)), {
      type: 'upload',
      name: 'Command line',
      part_count: null,
      file_name: name,
      storage_path: storagePath,
      size: bytes.length,
      mapping: [],
      created_by: uid,
      created_at: serverTimestamp(),
    })
    .set(
      doc(db, paths.job(workspace, jobId(id, 'fitment_generation', 1))),
      queuedJob(client, 'fitment_generation', id),
    )
    .commit();
}

async function runJob(
  client: Client,
  parts: PartsBytes,
  out: string,
  ended: (run: EndedRun) => Promise<void>,
): Promise<string> {
  const { db, workspace } = client;
  const id = `cli-${randomBytes(8).toString('hex')}`;
  await startFitmentJob(client, id, parts);
  try {
    await ended(await followRun(client, 'fitment_generation', id));
    return await writeFitments(client, id, out);
  } finally {
    await deleteDoc(doc(db, paths.fitmentJob(workspace, id)));
  }
}

/** Writes fitments.json and exceptions.json of a job that has completed. */
async function writeFitments({ db, workspace }: Client, id: string, out: string): Promise<string> {
  const job = fitmentJobSchema.parse((await getDoc(doc(db, paths.fitmentJob(workspace, id)))).data());
  const found = await getDocs(query(collection(db, paths.fitmentGroups(workspace, id)), orderBy('index')));
  const groups = found.docs.map((snapshot) => fitmentGroupSchema.parse(snapshot.data()));
  const { fitments, exceptions } = entriesOf(groups);
  await writeJson(out, 'fitments.json', fitments);
  await writeJson(out, 'exceptions.json', exceptions);
  const failed = job.type === 'upload' ? job.failed_rows : 0;
  return [
    `${fitments.length} fitments of ${job.part_count ?? 0} parts and ${exceptions.length} exceptions written to ${out}`,
    ...(failed === 0
      ? []
      : [`${failed} rows of ${job.type === 'upload' ? job.file_name : 'the file'} name no part`]),
  ].join('\n');
}
