/** Manners of workers that share a machine with the person who watches them. */
import { existsSync, readdirSync } from 'node:fs';
import os from 'node:os';

/** Where Linux lists the threads of this process; each has a priority of its own. */
const THREADS = '/proc/self/task';

/**
 * Lets everything else on this machine go first. For workers of a local stack: making pictures takes all processors there are,
 * and uploads and pages want them too.
 */
export function giveWay(): void {
  const threads = existsSync(THREADS) ? readdirSync(THREADS).map(Number) : [0];
  for (const thread of threads) os.setPriority(thread, os.constants.priority.PRIORITY_BELOW_NORMAL);
}
