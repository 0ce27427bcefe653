/** The entry to the rules language: from a source text to a ruleset that decides requests. */
import { accessesFromStorage, accessesPerOperation, createAccessBudget } from './access-budget.ts';
import type { RulesFile, ServiceBlock } from './ast.ts';
import { checkRules } from './check.ts';
import { Coverage } from './coverage.ts';
import { decide, denied } from './decide.ts';
import { DocumentAccess } from './document-access.ts';
import { LimitExceeded } from './failure.ts';
import { largestSource } from './limits.ts';
import { parseRules } from './parse-rules.ts';
import { casesOfRequest, type RequestCase } from './request-scope.ts';
import type { CompileResult, RulesDecision, RulesIssue, RulesRequest, Ruleset } from './request.ts';
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
    evaluate: (request) => evaluate(file, request, coverage),
    coverage: () => coverage.report(),
  };
}

/** A request is allowed when each of its cases is. */
function evaluate(file: RulesFile, request: RulesRequest, coverage: Coverage): RulesDecision {
  const services = file.services.filter(({ name }) => name === request.service);
  const limit = request.service === 'firebase.storage' ? accessesFromStorage : accessesPerOperation;
  const budgets = [createAccessBudget(limit), ...(request.accessBudget ? [request.accessBudget] : [])];
  const documents = new DocumentAccess(request.reader, budgets, request.database ?? '(default)');
  try {
    for (const requestCase of casesOfRequest(request)) {
      const decision = decideCase(file, services, request, requestCase, documents, coverage);
      if (!decision.allowed) {
        return decision;
      }
    }
    return { allowed: true, message: '' };
  } catch (error) {
    if (error instanceof LimitExceeded) {
      return denied(`${error.message} for '${request.method}'`);
    }
    throw error;
  }
}

function decideCase(
  file: RulesFile,
  services: readonly ServiceBlock[],
  { method }: RulesRequest,
  { path, variables }: RequestCase,
  documents: DocumentAccess,
  coverage: Coverage,
): RulesDecision {
  const walk = {
    method,
    coverage,
    evaluation: { documents, expressions: 0 },
    leastRest: file.version === 2 ? (0 as const) : (1 as const),
  };
  const fileScope: Scope = { parent: null, variables, functions: functionsByName(file.functions) };
  let decision = denied('No matching allow statements');
  for (const service of services) {
    const scope: Scope = {
      parent: fileScope,
      variables: new Map(),
      functions: functionsByName(service.functions),
    };
    decision = decide(service, path, scope, walk);
    if (decision.allowed) {
      return decision;
    }
  }
  return decision;
}
