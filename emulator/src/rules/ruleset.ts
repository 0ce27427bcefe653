/** The entry to the rules language: from a source text to a ruleset that decides requests. */
import { accessesFromStorage, accessesPerOperation, createAccessBudget } from './access-budget.ts';
import type { RulesFile } from './ast.ts';
import { checkRules } from './check.ts';
import { Coverage } from './coverage.ts';
import { coverageReport } from './coverage-report.ts';
import { decide, denied, prepareBlock, type PreparedBlock, type Walk } from './decide.ts';
import { DocumentAccess, ReadInterrupted } from './document-access.ts';
import { LimitExceeded } from './failure.ts';
import { largestSource } from './limits.ts';
import { parseRules } from './parse-rules.ts';
import { casesOfRequest, type RequestCase } from './request-scope.ts';
import type {
  CompileResult,
  RulesDecision,
  RulesIssue,
  RulesMethod,
  RulesService,
  Ruleset,
} from './request.ts';
import { functionsByName, type Scope } from './scope.ts';

export type * from './request.ts';

/**
 * Compiles a source. Never throws: every fault comes back as an issue.
 *
 * @param print takes a line for each value that goes through `debug()`
 */
export function compileRules(source: string, print: (line: string) => void = () => {}): CompileResult {
  if (Buffer.byteLength(source) > largestSource) {
    return { ok: false, issues: [tooLarge] };
  }
  const { file, issues: syntaxIssues } = parseRules(source);
  const issues = syntaxIssues.length > 0 ? syntaxIssues : checkRules(file);
  if (issues.some(({ severity }) => severity === 'error')) {
    return { ok: false, issues };
  }
  return { ok: true, ruleset: createRuleset(source, file, print), warnings: issues };
}

const tooLarge: RulesIssue = {
  line: 1,
  column: 1,
  message: `The source is larger than ${largestSource} bytes.`,
  severity: 'error',
};

function createRuleset(source: string, file: RulesFile, print: (line: string) => void): Ruleset {
  const coverage = new Coverage(file);
  const program: Program = {
    coverage,
    print,
    functions: functionsByName(file.functions),
    services: file.services.map(({ name, ...block }) => ({ name, block: prepareBlock(block) })),
    leastRest: file.version === 2 ? 0 : 1,
  };
  return {
    version: file.version,
    evaluate(request) {
      const budgets = [createAccessBudget(accessLimit(request.service))];
      if (request.accessBudget) {
        budgets.push(request.accessBudget);
      }
      const documents = new DocumentAccess(request.reader, budgets, request.database ?? defaultDatabase);
      return decideAll(program, request, casesOfRequest(request), documents);
    },
    evaluateWith(question) {
      const budgets = [createAccessBudget(accessLimit(question.service))];
      const documents = new DocumentAccess(question.reader, budgets, defaultDatabase);
      return decideAll(program, question, [question], documents);
    },
    coverage: () => coverage.report(),
    coverageReport: () => coverageReport(source, coverage),
  };
}

/** A source made ready: whatever can be worked out before a request. */
interface Program {
  readonly coverage: Coverage;
  readonly print: (line: string) => void;
  /** Those declared outside of every service. */
  readonly functions: Scope['functions'];
  readonly services: readonly { readonly name: string; readonly block: PreparedBlock }[];
  /** How many segments `{name=**}` takes at least: one before rules_version 2. */
  readonly leastRest: 0 | 1;
}

const defaultDatabase = '(default)';

function accessLimit(service: RulesService): number {
  return service === 'firebase.storage' ? accessesFromStorage : accessesPerOperation;
}

/** What is asked, of all the cases. */
interface Asked {
  readonly service: RulesService;
  readonly method: RulesMethod;
}

/** A request is allowed when each of its cases is. */
function decideAll(
  program: Program,
  { service, method }: Asked,
  cases: readonly RequestCase[],
  documents: DocumentAccess,
): RulesDecision {
  const { coverage, print, leastRest } = program;
  if (service === 'firebase.storage' && method === 'list' && leastRest === 1) {
    return denied("Objects can be listed from rules_version '2' on");
  }
  const blocks = program.services.filter(({ name }) => name === service).map(({ block }) => block);
  try {
    for (const requestCase of cases) {
      const evaluation = { documents, print, record: coverage.record, expressions: 0 };
      const decision = decideCase(program, blocks, requestCase, { method, coverage, evaluation, leastRest });
      if (!decision.allowed) {
        return decision;
      }
    }
    return { allowed: true, message: '' };
  } catch (error) {
    if (error instanceof ReadInterrupted) {
      throw error.cause;
    }
    if (error instanceof LimitExceeded) {
      return denied(`${error.message} for '${method}'`);
    }
    // Whatever nobody has foreseen is a denial: the SDKs would repeat a request that fails for ever.
    return denied(
      `Evaluation error: ${error instanceof Error ? error.message : String(error)} for '${method}'`,
    );
  }
}

function decideCase(
  { functions }: Program,
  blocks: readonly PreparedBlock[],
  { path, variables }: RequestCase,
  walk: Walk,
): RulesDecision {
  const fileScope: Scope = { parent: null, variables, functions };
  let decision = denied('No matching allow statements');
  for (const block of blocks) {
    decision = decide(block, path, fileScope, walk);
    if (decision.allowed) {
      return decision;
    }
  }
  return decision;
}
