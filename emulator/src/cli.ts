/**
 * The command line `docket-emulator`, which takes the flags that the Firebase CLI passes to Google's emulator. Ends
 * with code 0 on SIGINT and SIGTERM; the CLI waits four seconds for that.
 */
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { startServer } from './server.ts';
import type { RetriedFunctions } from './triggers/functions-emulator.ts';

const defaultPort = 8080;

const flagsSchema = z.object({
  host: z.string().default('127.0.0.1'),
  port: z.coerce.number().int().min(0).max(65_535).default(defaultPort),
  rules: z.string().optional(),
  functions_emulator: z.string().optional(),
  seed_from_export: z.string().optional(),
  project_id: z.string().optional(),
});

/** What the command line asks for. Flags that mean nothing here (`--websocket_port` …) are accepted. */
export type Flags = z.output<typeof flagsSchema>;

/** Reads `--flag value` and `--flag=value`. Throws with a message for the user when a value makes no sense. */
export function readFlags(args: readonly string[]): Flags {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    args: [...args],
    strict: false,
    options: {
      host: text,
      port: text,
      rules: text,
      functions_emulator: text,
      seed_from_export: text,
      project_id: text,
      single_project_mode: text,
      websocket_port: text,
      webchannel_port: text,
      'database-edition': text,
    },
  });
  if (values['database-edition'] !== undefined && values['database-edition'] !== 'standard') {
    throw new Error('Only the standard edition of Firestore is emulated.');
  }
  const flags = flagsSchema.safeParse(values);
  if (!flags.success) {
    throw new Error(z.prettifyError(flags.error));
  }
  return flags.data;
}

/** How many events the Firebase CLI's functions emulator takes at once; undefined when the environment does not say. */
function readParallel(text: string | undefined): number | undefined {
  const { data } = z.coerce.number().int().min(1).safeParse(text);
  return data;
}

/** `all`, or names of functions with commas between. */
function readRetried(text: string | undefined): RetriedFunctions {
  return text === 'all' ? text : (text ?? '').split(',').filter((name) => name !== '');
}

const PARENT_CHECK_MS = 500;

/** Calls `stop` when the process that started this one has ended: the orphan is then somebody else's child. */
function followParent(stop: () => void): void {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    stop();
  }, PARENT_CHECK_MS);
  timer.unref();
}

/** Runs the emulator until a signal ends the process. */
export async function main(args: readonly string[], environment: NodeJS.ProcessEnv): Promise<void> {
  const print = (line: string) => process.stdout.write(`${line}\n`);
  try {
    const flags = readFlags(args);
    const server = await startServer({
      host: flags.host,
      port: flags.port,
      rulesFile: flags.rules,
      functionsEmulator: flags.functions_emulator,
      seedFromExport: flags.seed_from_export,
      seedProject: flags.project_id,
      parallelEvents: readParallel(environment['FUNCTIONS_EMULATOR_PARALLEL']),
      retriedFunctions: readRetried(environment['DOCKET_EMULATOR_RETRY']),
      dataDirectory: environment['DOCKET_EMULATOR_DATA'],
      log: print,
    });
    const stop = () => {
      void server.close().finally(() => process.exit(0));
    };
    process.once('SIGINT', stop);
    process.once('SIGTERM', stop);
    if (environment['DOCKET_EMULATOR_FOLLOW_PARENT'] !== undefined) followParent(stop);
    print(`Firestore emulator listening on ${flags.host}:${server.port}`);
  } catch (error) {
    const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
    process.stderr.write(`${taken ? 'address already in use: ' : ''}${String(error)}\n`);
    process.exitCode = 1;
  }
}
