/**
 * The endpoints below `/emulator/v1/` that the Firebase CLI, its hub and rules-unit-testing call: rules, clearing,
 * export and the registration of triggers; and those that tell what a database has been used for.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { hasErrors, reportIssues, rulesKept } from '../access/rules-file.ts';
import type { RulesGate } from '../access/rules-gate.ts';
import { writeExport } from '../backup/export-files.ts';
import type { IndexGate, IndexReport } from '../indexes/index-gate.ts';
import { parseDatabaseName, parseName } from '../paths.ts';
import { coveragePage } from '../rules/coverage-page.ts';
import type { CoverageReport } from '../rules/coverage-report.ts';
import type { RulesIssue } from '../rules/ruleset.ts';
import { clearAll, clearBelow } from '../service/clear.ts';
import type { ServerState } from '../service/server-state.ts';
import { errorBody, httpCode, StatusError } from '../status.ts';
import type { TriggerDispatcher } from '../triggers/dispatcher.ts';
import { readJson } from './http-body.ts';
import { decodedPath } from './http-path.ts';
import { type Log, refusal } from './refusal.ts';
import { sendJson } from './rest.ts';

/** What the endpoints act on. */
export interface EmulatorParts {
  readonly state: ServerState;
  readonly rules: RulesGate;
  readonly indexes: IndexGate | undefined;
  readonly triggers: TriggerDispatcher;
  readonly log: Log;
}

const rulesSchema = z.object({
  ignore_errors: z.boolean().default(false),
  rules: z.object({ files: z.array(z.object({ content: z.string() })).min(1) }),
});
const exportSchema = z.object({
  database: z.string(),
  export_directory: z.string(),
  export_name: z.string(),
});

/** The CLI takes the number for an error; by name it would report success. */
const severities = { error: 3, warning: 2 } as const;

interface Route {
  readonly method: string;
  readonly path: RegExp;
  /** Gives the body of the answer, JSON or a page; `groups` are those of the path. */
  readonly handle: (parts: EmulatorParts, groups: string[], body: unknown, url: URL) => unknown;
}

/** An answer to look at. */
class Page {
  readonly html: string;

  constructor(html: string) {
    this.html = html;
  }
}

const routes: readonly Route[] = [
  { method: 'PUT', path: /^projects\/([^/]+):securityRules$/, handle: setRules },
  { method: 'GET', path: /^projects\/([^/]+):ruleCoverage$/, handle: tellCoverage },
  { method: 'GET', path: /^projects\/([^/]+):ruleCoverage\.html$/, handle: showCoverage },
  { method: 'DELETE', path: /^projects\/([^/]+)\/databases\/([^/]+)\/documents$/, handle: clear },
  { method: 'DELETE', path: /^projects\/([^/]+)\/databases\/([^/]+)\/documents\/(.+)$/s, handle: clearPart },
  { method: 'GET', path: /^projects\/([^/]+)\/databases\/([^/]+)\/usage$/, handle: tellUsage },
  { method: 'DELETE', path: /^projects\/([^/]+)\/databases\/([^/]+)\/usage$/, handle: resetUsage },
  { method: 'GET', path: /^indexes$/, handle: tellIndexes },
  { method: 'POST', path: /^projects\/([^/]+):export$/, handle: exportDatabase },
  { method: 'POST', path: /^projects\/([^/]+)\/eventarcTrigger$/, handle: registerEventarc },
  { method: 'PUT', path: /^projects\/([^/]+)\/triggers\/(.+)$/, handle: registerLegacy },
];

/** Answers one request below `/emulator/v1/`. */
export async function handleEmulatorEndpoint(
  parts: EmulatorParts,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  try {
    const path = decodedPath(url).replace(/^\/emulator\/v1\//, '');
    const route = routes.find(({ method, path: pattern }) => method === request.method && pattern.test(path));
    if (!route) {
      throw new StatusError('NOT_FOUND', `No such emulator endpoint: ${request.method} ${url.pathname}`);
    }
    const [, ...groups] = route.path.exec(path) ?? [];
    const answer = await route.handle(parts, groups, await readJson(request), url);
    if (answer instanceof Page) {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(answer.html);
    } else {
      sendJson(response, 200, answer ?? {});
    }
  } catch (thrown) {
    const error = thrown instanceof z.ZodError ? invalidBody(thrown) : refusal(thrown, parts.log);
    sendJson(response, httpCode(error.status), errorBody(error));
  }
}

function invalidBody(error: z.ZodError): StatusError {
  return new StatusError('INVALID_ARGUMENT', z.prettifyError(error));
}

function setRules({ rules, log }: EmulatorParts, [project]: string[], body: unknown): unknown {
  const request = rulesSchema.parse(body);
  const issues = rules.setRules(request.rules.files.map(({ content }) => content).join('\n'), project);
  reportIssues(issues, 'security.rules', log);
  if (hasErrors(issues)) {
    log(rulesKept);
  }
  if (!request.ignore_errors && hasErrors(issues)) {
    throw new StatusError('INVALID_ARGUMENT', describeIssues(issues));
  }
  return issues.length === 0 ? {} : { issues: issues.map(wireIssue) };
}

/** Which queries have been asked, and which of the declared indexes none of them needs. */
function tellIndexes({ indexes }: EmulatorParts): IndexReport {
  if (!indexes) {
    throw new StatusError('NOT_FOUND', 'No indexes have been declared: see --indexes.');
  }
  return indexes.report();
}

/** How the rules of a project came out so far, in the shape of Google's emulator. */
function tellCoverage({ rules }: EmulatorParts, [project = '']: string[]): CoverageReport {
  const ruleset = rules.rulesetOf(project);
  if (!ruleset) {
    throw new StatusError('NOT_FOUND', `The project ${project} has no rules.`);
  }
  return ruleset.coverageReport();
}

/** The same to look at. */
function showCoverage(parts: EmulatorParts, groups: string[]): Page {
  return new Page(coveragePage(tellCoverage(parts, groups)));
}

/** The issues as text, one line each. */
export function describeIssues(issues: readonly RulesIssue[]): string {
  return issues.map(({ line, column, message }) => `L${line}:${column} ${message}`).join('\n');
}

function wireIssue({ line, column, message, severity }: RulesIssue) {
  return {
    sourcePosition: { fileName: 'security.rules', line, column },
    description: message,
    severity: severities[severity],
  };
}

function clear({ state }: EmulatorParts, [project, database]: string[]): void {
  clearAll(state.open(`projects/${project}/databases/${database}`));
}

/** What the Emulator UI calls to delete a collection, or a document with what is below it. */
function clearPart({ state }: EmulatorParts, [project, database, path]: string[]): void {
  const name = `projects/${project}/databases/${database}/documents/${path}`;
  clearBelow(state.open(parseName(name).database), name);
}

function tellUsage({ state }: EmulatorParts, [project, database]: string[]): unknown {
  const { since, ...counts } = state.open(`projects/${project}/databases/${database}`).usage.report();
  return { since: new Date(since).toISOString(), ...counts };
}

function resetUsage({ state }: EmulatorParts, [project, database]: string[]): void {
  state.open(`projects/${project}/databases/${database}`).usage.reset();
}

/**
 * The directory is relative to the working directory, which is that of the Firebase CLI. The hub asks for the default
 * database alone; the others of the project, which nobody else would save, go with it.
 */
async function exportDatabase({ state }: EmulatorParts, _groups: string[], body: unknown): Promise<void> {
  const { database, export_directory: directory, export_name: name } = exportSchema.parse(body);
  const { project, database: id } = parseDatabaseName(database);
  const names = id === '(default)' ? new Set([database, ...state.databasesOf(project)]) : [database];
  // All of one moment: writing takes longer than that.
  const contents = Array.from(names, (each) => ({
    name: each,
    documents: [...state.open(each).database.present().table.everything().documents()],
  }));
  await writeExport(
    directory,
    name,
    contents.filter((each) => each.name === database || each.documents.length > 0),
  );
}

function registerEventarc(
  { triggers }: EmulatorParts,
  [project = '']: string[],
  body: unknown,
  url: URL,
): void {
  const id = url.searchParams.get('eventarcTriggerId') ?? '';
  triggers.register({ generation: 'v2', project, id, body });
}

function registerLegacy({ triggers }: EmulatorParts, [project = '', id = '']: string[], body: unknown): void {
  triggers.register({ generation: 'v1', project, id, body });
}
