/** What can be found wrong without evaluating: names, numbers of arguments, recursion, and the limits of the language. */
import type { Block, FunctionDeclaration, MatchBlock, Position, RulesFile } from './ast.ts';
import { findCallFaults } from './check-calls.ts';
import { type CheckContext, checkExpression, type StaticScope } from './check-expression.ts';
import { deepestMatches, mostLets, mostParameters } from './limits.ts';
import type { RulesIssue, RulesService } from './request.ts';
import { functionsByName } from './scope.ts';

const services: readonly RulesService[] = ['cloud.firestore', 'firebase.storage'];

/** All faults and warnings, in the order of the source. */
export function checkRules(file: RulesFile): readonly RulesIssue[] {
  const issues: RulesIssue[] = [];
  const report = (at: Position, message: string, severity: RulesIssue['severity'] = 'error') => {
    issues.push({ ...at, message, severity });
  };
  if (file.version === 1) {
    report(
      { line: 1, column: 1 },
      "Ruleset uses old version (version [1]). Begin with rules_version = '2';",
      'warning',
    );
  }
  if (file.services.length === 0) {
    report({ line: 1, column: 1 }, 'The source declares no service.');
  }
  const context: CheckContext = { report, calls: new Map(), called: new Set(), service: undefined };
  const fileScope = staticScope(null, ['request', 'resource'], file.functions);
  checkFunctions(file.functions, fileScope, context);
  for (const service of file.services) {
    const name = services.find((candidate) => candidate === service.name);
    if (!name) {
      report(service.at, `Unknown service '${service.name}': expected ${services.join(' or ')}.`);
    }
    const scope = staticScope(fileScope, [], service.functions);
    const inService = { ...context, service: name };
    checkFunctions(service.functions, scope, inService);
    checkMatches(service, scope, inService, file.version, 1);
  }
  findCallFaults(context.calls, report);
  warnOfUnused(context);
  return issues.sort((a, b) => a.line - b.line || a.column - b.column);
}

function staticScope(
  parent: StaticScope | null,
  names: readonly string[],
  functions: readonly FunctionDeclaration[],
): StaticScope {
  return { parent, names: new Set(names), functions: functionsByName(functions) };
}

function checkMatches(
  block: Block,
  scope: StaticScope,
  context: CheckContext,
  version: 1 | 2,
  depth: number,
): void {
  for (const match of block.matches) {
    if (depth > deepestMatches) {
      context.report(match.at, `More than ${deepestMatches} nested matches.`);
      return;
    }
    checkPattern(match, context, version);
    const names = match.pattern.flatMap((segment) => (segment.type === 'literal' ? [] : [segment.name]));
    const inside = staticScope(scope, names, match.functions);
    checkFunctions(match.functions, inside, context);
    for (const { condition } of match.allows) {
      checkExpression(condition, inside, context, undefined);
    }
    checkMatches(match, inside, context, version, depth + 1);
  }
}

function checkPattern({ pattern, at }: MatchBlock, { report }: CheckContext, version: 1 | 2): void {
  const names = pattern.flatMap((segment) => (segment.type === 'literal' ? [] : [segment.name]));
  for (const name of duplicatesIn(names)) {
    report(at, `The wildcard '${name}' stands twice in one path.`);
  }
  const rests = pattern.filter(({ type }) => type === 'rest').length;
  if (rests > 1) {
    report(at, 'A path can have one {name=**} only.');
  }
  if (version === 1 && rests > 0 && pattern.at(-1)?.type !== 'rest') {
    report(at, "Before rules_version '2', {name=**} must come last.");
  }
}

function checkFunctions(
  functions: readonly FunctionDeclaration[],
  scope: StaticScope,
  context: CheckContext,
): void {
  for (const name of duplicatesIn(functions.map((declaration) => declaration.name))) {
    const again = functions.findLast((declaration) => declaration.name === name);
    context.report(again?.at ?? { line: 1, column: 1 }, `The function '${name}' is declared twice.`);
  }
  for (const declaration of functions) {
    checkFunction(declaration, scope, context);
  }
}

function checkFunction(declaration: FunctionDeclaration, scope: StaticScope, context: CheckContext): void {
  const { at, name, parameters, lets, result } = declaration;
  context.calls.set(declaration, new Set());
  if (parameters.length > mostParameters) {
    context.report(at, `The function '${name}' has more than ${mostParameters} parameters.`);
  }
  if (lets.length > mostLets) {
    context.report(at, `The function '${name}' has more than ${mostLets} lets.`);
  }
  for (const twice of duplicatesIn([...parameters, ...lets.map((binding) => binding.name)])) {
    context.report(at, `The name '${twice}' is given twice in the function '${name}'.`);
  }
  const names = new Set(parameters);
  const inside: StaticScope = { parent: scope, names, functions: new Map() };
  for (const binding of lets) {
    checkExpression(binding.value, inside, context, declaration);
    names.add(binding.name);
  }
  checkExpression(result, inside, context, declaration);
}

function warnOfUnused({ calls, called, report }: CheckContext): void {
  for (const declaration of calls.keys()) {
    if (!called.has(declaration)) {
      report(declaration.at, `Unused function: ${declaration.name}.`, 'warning');
    }
  }
}

function duplicatesIn(names: readonly string[]): readonly string[] {
  return [...new Set(names.filter((name, index) => names.indexOf(name) !== index))];
}
