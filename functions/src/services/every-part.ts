/** Doing several things of which none must keep the others from being done. */
import { errorText } from '../engine/error-text.ts';
import type { Log } from '../engine/ports.ts';

/**
 * Does all `parts`, by their names, at once. Waits for all of them, logs each failure as it happens, and throws an AggregateError
 * in the end if there was any, so that whoever called `whole` sees that it has failed.
 */
export async function everyPart(
  whole: string,
  log: Pick<Log, 'error'>,
  parts: Readonly<Record<string, () => Promise<void>>>,
): Promise<void> {
  const failures: unknown[] = [];
  await Promise.all(
    Object.entries(parts).map(async ([part, work]) => {
      try {
        await work();
      } catch (error) {
        log.error({ whole, part, error: errorText(error) }, 'a part has failed');
        failures.push(error);
      }
    }),
  );
  if (failures.length > 0) throw new AggregateError(failures, `Parts of ${whole} have failed`);
}
