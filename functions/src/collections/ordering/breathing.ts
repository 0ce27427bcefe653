/** Lets other work run while a long reading goes on. */
import { setImmediate as breathe } from 'node:timers/promises';

/** Runs `work` to its end and gives way to other work at each of its yields. */
export async function breathing<T>(work: Generator<undefined, T>): Promise<T> {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
    await breathe();
  }
}
