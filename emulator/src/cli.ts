/**
 * The command line `docket-emulator`, which takes the flags that the Firebase CLI passes to Google's emulator. Ends
 * with code 0 on SIGINT and SIGTERM; the CLI waits four seconds for that.
 */
import { parseArgs } from 'node:util';
import { z } from 'zod';
import manifest from '../package.json' with { type: 'json' };
import { startServer } from './server.ts';
import { stackOf } from './transport/refusal.ts';
import type { RetriedFunctions } from './triggers/functions-emulator.ts';

const defaultPort = 8080;

const flagsSchema = z.object({
  host: z.string().default('127.0.0.1'),
  port: z.coerce.number().int().min(0).max(65_535).default(defaultPort),
  rules: z.string().optional(),
  indexes: z.string().optional(),
  functions_emulator: z.string().optional(),
  seed_from_export: z.string().optional(),
  project_id: z.string().optional(),
  data: z.string().optional(),
});

/** What the command line asks for. Flags that mean nothing here (`--websocket_port` …) are accepted. */
export type Flags = z.output<typeof flagsSchema>;

const text = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;
const options = {
  host: text,
  port: text,
  rules: text,
  indexes: text,
  functions_emulator: text,
  seed_from_export: text,
  data: text,
  help: flag,
  version: flag,
  // What the Firebase CLI passes to Google's emulator as well.
  project_id: text,
  single_project_mode: text,
  single_project_mode_error: text,
  websocket_port: text,
  webchannel_port: text,
  'database-edition': text,
};

/** What `--help` prints. */
const help = `docket-emulator: a Firestore emulator and rules runtime in Node

  --host, --port               where to listen; 127.0.0.1, 8080; port 0 takes any free one
  --rules FILE                 security rules; without any, everything is allowed
  --indexes FILE               firestore.indexes.json; queries without an index are refused
  --data DIR                   keep the data in DIR; without it everything is in memory
  --functions_emulator H:P     where events go
  --seed_from_export FILE      an export's metadata file; replaces what its database holds
  --help, --version
`;

/** What the command line asks for: to run with flags, or to print something. */
export type Command =
  | { readonly kind: 'run'; readonly flags: Flags; readonly unknown: readonly string[] }
  | { readonly kind: 'print'; readonly text: string };

/** Reads the command line. Flags that nobody knows are named, and mean nothing. Throws like {@link readFlags}. */
export function readCommand(args: readonly string[]): Command {
  const { values } = parseArgs({ args: [...args], strict: false, options });
  if (values['help']) {
    return { kind: 'print', text: help };
  }
  if (values['version']) {
    return { kind: 'print', text: `${manifest.version}\n` };
  }
  const unknown = Object.keys(values).filter((name) => !Object.hasOwn(options, name));
  return { kind: 'run', flags: readFlags(args), unknown };
}

/** Reads `--flag value` and `--flag=value`. Throws with a message for the user when a value makes no sense. */
export function readFlags(args: readonly string[]): Flags {
  const { values } = parseArgs({ args: [...args], strict: false, options });
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
    const command = readCommand(args);
    if (command.kind === 'print') {
      process.stdout.write(command.text);
      return;
    }
    const { flags, unknown } = command;
    for (const name of unknown) {
      process.stderr.write(`Unknown flag, ignored: --${name}. See --help.\n`);
    }
    const server = await startServer({
      host: flags.host,
      port: flags.port,
      rulesFile: flags.rules,
      indexesFile: flags.indexes ?? environment['DOCKET_EMULATOR_INDEXES'],
      functionsEmulator: flags.functions_emulator,
      seedFromExport: flags.seed_from_export,
      seedProject: flags.project_id,
      parallelEvents: readParallel(environment['FUNCTIONS_EMULATOR_PARALLEL']),
      retriedFunctions: readRetried(environment['DOCKET_EMULATOR_RETRY']),
      dataDirectory: flags.data ?? environment['DOCKET_EMULATOR_DATA'],
      log: print,
    });
    const stop = () => {
      void server.close().finally(() => process.exit(0));
    };
    // One failure must not take the data of everybody else along.
    process.on('unhandledRejection', (reason) =>
      print(`Unexpected failure in the emulator: ${stackOf(reason)}`),
    );
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
