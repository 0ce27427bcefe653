/** Puts the emulator together: store, rules, triggers and transports on one port. */
import { followRules } from './access/rules-file.ts';
import { RulesGate } from './access/rules-gate.ts';
import { readExport } from './backup/export-files.ts';
import type { IndexReport } from './indexes/index-gate.ts';
import { followIndexes } from './indexes/indexes-file.ts';
import type { Ruleset, RulesIssue } from './rules/ruleset.ts';
import { ServerState } from './service/server-state.ts';
import { openJournal } from './store/journal.ts';
import { defaultLimits, type TransactionLimits } from './transactions/transactions.ts';
import { createGrpcServer } from './transport/grpc.ts';
import { createHttpServer } from './transport/http-server.ts';
import { listenOnSharedPort, type PortTimes } from './transport/shared-port.ts';
import { dispatchTo, type RetriedFunctions } from './triggers/functions-emulator.ts';
import { defaultTimes, WebChannelHandler, type WebChannelTimes } from './webchannel/handler.ts';

export interface ServerOptions {
  /** The address to listen on; 127.0.0.1 unless given. */
  readonly host?: string | undefined;
  /** 0, or absent: any free port. */
  readonly port?: number | undefined;
  /** A rules file, for every project that is given no other rules; followed. Without any, everything is allowed. */
  readonly rulesFile?: string | undefined;
  /**
   * A `firestore.indexes.json`, for every project; followed. Queries that need an index which it does not declare are
   * refused, as in production. Absent: none are.
   */
  readonly indexesFile?: string | undefined;
  /** `host:port` of the functions emulator, which events are delivered to. */
  readonly functionsEmulator?: string | undefined;
  /** How many events may be on their way to functions at once; as many as the functions emulator takes by default. */
  readonly parallelEvents?: number | undefined;
  /** Functions whose events are delivered again when they fail; none unless given. */
  readonly retriedFunctions?: RetriedFunctions | undefined;
  /** A directory to keep the data in; absent: in memory only. */
  readonly dataDirectory?: string | undefined;
  /** The metadata file of an export that replaces what its databases hold. */
  readonly seedFromExport?: string | undefined;
  /** Where documents of an export of Google's come to; absent: the project they are from. */
  readonly seedProject?: string | undefined;
  readonly transactionLimits?: TransactionLimits | undefined;
  readonly webChannelTimes?: WebChannelTimes | undefined;
  /** How long connections may keep their first words to themselves. */
  readonly portTimes?: PortTimes | undefined;
  /** Takes what the user should know: rules issues, lost events. */
  readonly log?: ((line: string) => void) | undefined;
}

export interface RunningServer {
  readonly port: number;
  /** Sets the rules of one project, or of all. With errors among the issues the old rules stay. */
  setRules(source: string, project?: string): readonly RulesIssue[];
  /** The rules in force for a project, for their coverage. */
  rulesetOf(project: string): Ruleset | undefined;
  /** Which queries have been asked, and which indexes none of them needs; undefined without `indexesFile`. */
  indexReport(): IndexReport | undefined;
  /** Resolves when no event is on its way to a function. */
  eventsDelivered(): Promise<void>;
  /** Cuts all connections and closes the data files. */
  close(): Promise<void>;
}

const defaultParallelEvents = 50;

/** Starts an emulator. Rejects when the port is taken, the data unusable, or the rules or indexes have errors. */
export async function startServer(options: ServerOptions = {}): Promise<RunningServer> {
  const log = options.log ?? (() => {});
  const rules = new RulesGate(log);
  const journal = options.dataDirectory ? openJournal(options.dataDirectory) : undefined;
  const triggers = dispatchTo({
    address: options.functionsEmulator,
    outbox: journal?.outbox,
    parallel: options.parallelEvents ?? defaultParallelEvents,
    retried: options.retriedFunctions ?? [],
    log,
  });
  const indexes = options.indexesFile ? await followIndexes(options.indexesFile, log) : undefined;
  const state = new ServerState({
    rules,
    indexes: indexes?.gate,
    journal,
    limits: options.transactionLimits ?? defaultLimits,
    now: Date.now,
    eventsOf: (database, commit) => triggers.eventsOf(database, commit),
    onCommit: (_database, { events }) => triggers.dispatch(events),
  });
  const rulesFile = options.rulesFile ? await followRules(options.rulesFile, rules, log) : undefined;
  // Here and not with the first request, which would have to wait.
  state.openAll();
  if (options.seedFromExport) {
    await seed(state, options.seedFromExport, options.seedProject);
  }
  triggers.resume();
  const webChannel = new WebChannelHandler(state, options.webChannelTimes ?? defaultTimes, log);
  const http = createHttpServer({ state, rules, indexes: indexes?.gate, triggers, log }, webChannel);
  const shared = await listenOnSharedPort(
    options.host ?? '127.0.0.1',
    options.port ?? 0,
    createGrpcServer(state, log),
    http,
    (connection) => state.disconnected(connection),
    options.portTimes,
  );
  return {
    port: shared.port,
    setRules: (source, project) => rules.setRules(source, project),
    rulesetOf: (project) => rules.rulesetOf(project),
    indexReport: () => indexes?.gate.report(),
    eventsDelivered: () => triggers.settled(),
    async close() {
      rulesFile?.close();
      indexes?.close();
      webChannel.close();
      await shared.close();
      triggers.close();
      state.close();
    },
  };
}

/** Replaces the content of databases by an export, each in one piece; functions are not told. */
async function seed(state: ServerState, metadataFile: string, project: string | undefined): Promise<void> {
  for (const { name, documents } of await readExport(metadataFile, { project, time: Date.now() * 1000 })) {
    state.open(name).database.restore(documents);
  }
}
