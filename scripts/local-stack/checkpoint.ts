/**
 * Keeps Auth and Storage data across starts, and Firestore's when it is Google's emulator. They live in memory and know
 * only exports, so the stack exports them when files were uploaded or runs have ended, into two folders by turns: one of
 * them is always whole.
 */
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { Admin } from './admin.ts';

/** From a change to its export; what else changes until then is exported with it. */
const DELAY_MS = 1_500;

const FOLDERS = ['checkpoint-a', 'checkpoint-b'] as const;

/** The newest whole export below `data`, or null. */
export async function latestCheckpoint(data: string): Promise<string | null> {
  const name = await readFile(path.join(data, 'checkpoint'), 'utf8').catch(() => '');
  const folder = path.join(data, name);
  return name !== '' && existsSync(folder) ? folder : null;
}

export interface Checkpoints {
  /** Exports now what has changed, and resolves when it is on disk. */
  save(): Promise<void>;
  /** Stops watching. */
  close(): void;
}

/** Where the stack's exports are asked for, where they go, and what of them counts. */
export interface CheckpointPlace {
  hubPort: number;
  data: string;
  /** The Firestore emulator keeps its own data, newer than any export: an import must not put old data over it. */
  firestoreKeepsItself: boolean;
}

/** Watches a stack and exports it after changes. */
export function keepCheckpoints(admin: Admin, place: CheckpointPlace): Checkpoints {
  let timer: NodeJS.Timeout | undefined;
  let saving: Promise<void> = Promise.resolve();
  const save = async () => {
    clearTimeout(timer);
    timer = undefined;
    saving = saving.then(async () => await exportStack(place)).catch(() => undefined);
    await saving;
  };
  const changed = () => {
    timer ??= setTimeout(() => void save(), DELAY_MS);
  };
  // Uploads, and runs that have ended. What a run under way has made can be made again.
  const ended = admin.db.collectionGroup('jobs').where('open', '==', false);
  const stops = [admin.db.collectionGroup('documents'), ended].map((query) =>
    query.select().onSnapshot(changed, () => undefined),
  );
  return {
    save,
    close: () => {
      clearTimeout(timer);
      for (const stop of stops) stop();
    },
  };
}

/** Exports the stack into the folder whose turn it is; from then on that is the newest. Throws when the hub refuses. */
export async function exportStack({ data, hubPort, firestoreKeepsItself }: CheckpointPlace): Promise<void> {
  await mkdir(data, { recursive: true });
  const current = await latestCheckpoint(data);
  const folder = current?.endsWith(FOLDERS[0]) === true ? FOLDERS[1] : FOLDERS[0];
  const answer = await fetch(`http://127.0.0.1:${hubPort}/_admin/export`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ path: path.join(data, folder), initiatedBy: 'docket' }),
    signal: AbortSignal.timeout(60_000),
  });
  if (!answer.ok) throw new Error(`The emulators could not be exported: ${await answer.text()}`);
  if (firestoreKeepsItself) await leaveOutFirestore(path.join(data, folder));
  await writeFile(path.join(data, 'checkpoint.new'), folder);
  await rename(path.join(data, 'checkpoint.new'), path.join(data, 'checkpoint'));
}

async function leaveOutFirestore(folder: string): Promise<void> {
  const file = path.join(folder, 'firebase-export-metadata.json');
  const { firestore: _, ...others } = z.looseObject({}).parse(JSON.parse(await readFile(file, 'utf8')));
  await writeFile(file, JSON.stringify(others));
}
