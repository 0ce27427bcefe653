/** The files that the command line writes. */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** Writes `value` as the file `name` into the folder `out`, which is made if it is not there. */
export async function writeJson(out: string, name: string, value: unknown): Promise<void> {
  await writeOutput(out, name, `${JSON.stringify(value, null, 1)}\n`);
}

/** Writes the file `name`, a path with slashes, into the folder `out`. */
export async function writeOutput(out: string, name: string, content: string | Uint8Array): Promise<void> {
  const file = path.join(out, name);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, content);
}

/** Where the picture with this id is written. */
export const imageFile = (imageId: string) => path.posix.join('images', `${imageId}.webp`);
