/** The entry to the rules language: from a source text to a ruleset that decides requests. */
import { accessesFromStorage, accessesPerOperation, createAccessBudget } from './access-budget.ts';
import type { RulesFile, ServiceBlock } from './ast.ts';
import { checkRules } from './check.ts';
import { Coverage } from './coverage.ts';
import { decide, denied, type Walk } from './decide.ts';
import { DocumentAccess } from './document-access.ts';
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

/** Compiles a source. Never throws: every fault comes back as an issue. */
export function compileRules(source: string): CompileResult {
  if (Buffer.byteLength(source) > largestSource) {
    return { ok: false, issues: [tooLarge] };
  }
  const { file, issues: syntaxIssues } = parseRules(source);
  const issues = syntaxIssues.length > 0 ? syntaxIssues : checkRules(file);
  if (issues.some(({ severity }) => severity === 'error')) {
    return { ok: false, issues };
  }
  return { ok: true, ruleset: createRuleset(file), warnings: issues };
}

const tooLarge: RulesIssue = {
  line: 1,
  column: 1,
  message: `The source is larger than ${largestSource} bytes.`,
  severity: 'error',
};

function createRuleset(file: RulesFile): Ruleset {
  const coverage = new Coverage(file);
  return {
    version: file.version,
    evaluate(request) {
      const budgets = [createAccessBudget(accessLimit(request.service))];
      if (request.accessBudget) {
        budgets.push(request.accessBudget);
      }
      const documents = new DocumentAccess(request.reader, budgets, request.database ?? defaultDatabase);
      return decideAll(file, coverage, request, casesOfRequest(request), documents);
    },
    evaluateWith(question) {
      const budgets = [createAccessBudget(accessLimit(question.service))];
      const documents = new DocumentAccess(question.reader, budgets, defaultDatabase);
      return decideAll(file, coverage, question, [question], documents);
    },
    coverage: () => coverage.report(),
  };
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
  file: RulesFile,
  coverage: Coverage,
  { service, method }: Asked,
  cases: readonly RequestCase[],
  documents: DocumentAccess,
): RulesDecision {
  const services = file.services.filter(({ name }) => name === service);
  const leastRest = file.version === 2 ? 0 : 1;
  try {
    for (const requestCase of cases) {
      const walk: Walk = { method, coverage, evaluation: { documents, expressions: 0 }, leastRest };
      const decision = decideCase(file, services, requestCase, walk);
      if (!decision.allowed) {
        return decision;
      }
    }
    return { allowed: true, message: '' };
  } catch (error) {
    if (error instanceof LimitExceeded) {
      return denied(`${error.message} for '${method}'`);
    }
    throw error;
  }
}

function decideCase(
  file: RulesFile,
  services: readonly ServiceBlock[],
  { path, variables }: RequestCase,
  walk: Walk,
): RulesDecision {
  const fileScope: Scope = { parent: null, variables, functions: functionsByName(file.functions) };
  let decision = denied('No matching allow statements');
  for (const service of services) {
    const functions = functionsByName(service.functions);
    decision = decide(service, path, { parent: fileScope, variables: new Map(), functions }, walk);
    if (decision.allowed) {
      return decision;
    }
  }
  return decision;
}
