/**
 * Deliberate failures for tests of the local stack, by files in a directory (`DOCKET_FAULTS_DIR`). Without that variable
 * nothing can fail on purpose; it is never set in production.
 *
 * A file `<phase key>.before.json` or `<phase key>.after.json` holds one fault, for whichever run comes there first; with
 * the id of a run's subject, as in `<phase key>.before.<subject>.json`, it is for that run alone. `kill` and `fail` are used
 * up when they strike, `hold` lasts until the file is removed.
 */
import { existsSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { DocketError, errorCodeSchema } from '@docket/model/errors';
import { z } from 'zod';
import type { FaultPoint } from '../engine/ports.ts';

const faultSchema = z.discriminatedUnion('kind', [
  /** `after_ms` lets the work begin and ends the process in the middle of it. */
  z.object({ kind: z.literal('kill'), after_ms: z.number().int().nonnegative().default(0) }),
  z.object({ kind: z.literal('fail'), code: errorCodeSchema }),
  z.object({ kind: z.literal('hold') }),
]);
export type Fault = z.input<typeof faultSchema>;

const HOLD_POLL_MS = 25;

/** Fault points that obey the files in `directory`; undefined: none ever strikes. */
export function faultPoint(directory: string | undefined): FaultPoint {
  if (directory === undefined) return { reach: async () => {} };
  return {
    async reach({ phase, moment, subject }, signal) {
      const names = [`${phase}.${moment}.${subject}.json`, `${phase}.${moment}.json`];
      const file = names.map((name) => path.join(directory, name)).find((name) => existsSync(name));
      if (file === undefined) return;
      const fault = faultSchema.parse(JSON.parse(await readFile(file, 'utf8')));
      switch (fault.kind) {
        case 'kill':
          await rm(file);
          if (fault.after_ms === 0) process.kill(process.pid, 'SIGKILL');
          setTimeout(() => process.kill(process.pid, 'SIGKILL'), fault.after_ms);
          return;
        case 'fail':
          await rm(file);
          throw new DocketError(fault.code, {}, 'A fault was injected.');
        case 'hold':
          while (existsSync(file)) await wait(HOLD_POLL_MS, undefined, { signal });
      }
    },
  };
}
