/** Manners of workers that share a machine with the person who watches them. */
import { existsSync, readdirSync } from 'node:fs';
import os from 'node:os';

/** Where Linux lists the threads of this process; each has a priority of its own. */
const THREADS = '/proc/self/task';

/** Those that take all processors there are for as long as they get them: making pictures. */
const GREEDY = 'runImagesPhase';

/**
 * Lets the page that somebody looks at, its uploads and the emulators go first. For the worker of `target` on a local stack,
 * where all of them share a few processors. Greedy ones let everybody go first.
 */
export function giveWay(target: string | undefined): void {
  const { PRIORITY_LOW, PRIORITY_BELOW_NORMAL } = os.constants.priority;
  const priority = target === GREEDY ? PRIORITY_LOW : PRIORITY_BELOW_NORMAL;
  const threads = existsSync(THREADS) ? readdirSync(THREADS).map(Number) : [0];
  for (const thread of threads) os.setPriority(thread, priority);
}
