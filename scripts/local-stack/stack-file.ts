/** How other commands find the running stack: a small file under .local/, which is trusted only if the stack answers. */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { portsSchema } from './ports.ts';

export const root = path.resolve(import.meta.dirname, '../..');
export const localDirectory = path.join(root, '.local');

const stackFileSchema = z.object({ pid: z.number().int(), project: z.string(), ports: portsSchema });
/** A stack that is running. */
export type RunningStack = z.infer<typeof stackFileSchema>;

const stackFile = path.join(localDirectory, 'stack.json');

/** Says that the stack runs. */
export async function announceStack(stack: RunningStack): Promise<void> {
  await mkdir(localDirectory, { recursive: true });
  await writeFile(stackFile, JSON.stringify(stack));
}

/** Takes the announcement back. */
export async function retractStack(): Promise<void> {
  await rm(stackFile, { force: true });
}

/** The stack that was announced, if it still answers; null otherwise. */
export async function findStack(): Promise<RunningStack | null> {
  try {
    const stack = stackFileSchema.parse(JSON.parse(await readFile(stackFile, 'utf8')));
    const answer = await fetch(`http://127.0.0.1:${stack.ports.hub}/emulators`, {
      signal: AbortSignal.timeout(2_000),
    });
    return answer.ok ? stack : null;
  } catch {
    return null;
  }
}
