/** Checks the names and calls of one expression. */
import { childrenOf, type Expression, type FunctionDeclaration, type Position } from './ast.ts';
import { fitsInt } from './arithmetic.ts';
import { documentFunctionsOf } from './document-access.ts';
import { methodArities } from './library/members.ts';
import { debugFunction, globalFunctions, namespaces } from './library/namespaces.ts';
import { bindMethod } from './library/scalar-methods.ts';
import type { RulesIssue, RulesService } from './request.ts';

/** What names mean in one place, as far as it is known before a request. */
export interface StaticScope {
  readonly parent: StaticScope | null;
  readonly names: ReadonlySet<string>;
  readonly functions: ReadonlyMap<string, FunctionDeclaration>;
}

export interface CheckContext {
  readonly report: (at: Position, message: string, severity?: RulesIssue['severity']) => void;
  /** Which functions each declared function calls. */
  readonly calls: Map<FunctionDeclaration, Set<FunctionDeclaration>>;
  /** The functions that are called from anywhere. */
  readonly called: Set<FunctionDeclaration>;
  /** The service that surrounds the expression; undefined outside of one. */
  readonly service: RulesService | undefined;
}

/** `caller` is the function whose expression it is, if any. */
export function checkExpression(
  expression: Expression,
  scope: StaticScope,
  context: CheckContext,
  caller: FunctionDeclaration | undefined,
): void {
  if (expression.type === 'literal') {
    checkLiteral(expression, context);
  } else if (expression.type === 'name') {
    if (!isVariable(scope, expression.name)) {
      context.report(expression.at, `Invalid variable name: ${expression.name}.`);
    }
  } else if (expression.type === 'call') {
    checkCall(expression, scope, context, caller);
  } else if (expression.type === 'method') {
    checkMethod(expression, scope, context);
  }
  for (const part of checkedParts(expression, scope, context)) {
    checkExpression(part, scope, context, caller);
  }
}

/** Not the name of a namespace, nor the names in a path that `bind` gives a value. */
function checkedParts(
  expression: Expression,
  scope: StaticScope,
  context: CheckContext,
): readonly Expression[] {
  if (expression.type !== 'method') {
    return childrenOf(expression);
  }
  const { object, name, args } = expression;
  if (isNamespace(object, scope, context)) {
    return args;
  }
  if (name !== bindMethod || object.type !== 'path') {
    return [object, ...args];
  }
  const isCapture = (part: Expression) => part.type === 'name' && !isVariable(scope, part.name);
  return [...childrenOf(object).filter((part) => !isCapture(part)), ...args];
}

function checkLiteral(
  { at, value }: Extract<Expression, { type: 'literal' }>,
  { report }: CheckContext,
): void {
  if (value.kind === 'int' && !fitsInt(value.value)) {
    report(at, 'This integer needs more than 64 bits.');
  }
}

function checkCall(
  { at, name, args }: Extract<Expression, { type: 'call' }>,
  scope: StaticScope,
  context: CheckContext,
  caller: FunctionDeclaration | undefined,
): void {
  const declared = declaredFunction(scope, name);
  if (declared) {
    context.called.add(declared);
    if (caller) {
      context.calls.get(caller)?.add(declared);
    }
    checkArity(context, at, name, new Set([declared.parameters.length]), args.length);
    return;
  }
  const isDocumentFunction =
    context.service !== 'firebase.storage' &&
    documentFunctionsOf(context.service).some((candidate) => candidate === name);
  const takesOne = isDocumentFunction || name === debugFunction;
  const arity = takesOne ? 1 : globalFunctions.get(name)?.arity;
  if (arity === undefined) {
    context.report(at, `Invalid function name: ${name}.`);
  } else {
    checkArity(context, at, name, new Set([arity]), args.length);
  }
}

function checkMethod(
  { at, object, name, args }: Extract<Expression, { type: 'method' }>,
  scope: StaticScope,
  context: CheckContext,
): void {
  const namespace = isNamespace(object, scope, context) ? object.name : undefined;
  if (namespace === undefined && object.type === 'name' && !isVariable(scope, object.name)) {
    return;
  }
  const arities = namespace === undefined ? methodArities(name) : namespaceArities(namespace, name, context);
  const fullName = namespace === undefined ? name : `${namespace}.${name}`;
  if (arities.size === 0) {
    context.report(at, `Invalid function name: ${fullName}.`);
  } else {
    checkArity(context, at, fullName, arities, args.length);
  }
}

function namespaceArities(namespace: string, name: string, { service }: CheckContext): ReadonlySet<number> {
  if (namespace === 'firestore') {
    const known = documentFunctionsOf(service).some((candidate) => candidate === name);
    return new Set(known ? [1] : []);
  }
  const arity = namespaces.get(namespace)?.get(name)?.arity;
  return new Set(arity === undefined ? [] : [arity]);
}

function checkArity(
  { report }: CheckContext,
  at: Position,
  name: string,
  allowed: ReadonlySet<number>,
  given: number,
): void {
  if (!allowed.has(given)) {
    report(
      at,
      `Wrong number of arguments for ${name}: expected ${[...allowed].join(' or ')}, found ${given}.`,
    );
  }
}

function isNamespace(
  object: Expression,
  scope: StaticScope,
  { service }: CheckContext,
): object is Extract<Expression, { type: 'name' }> {
  if (object.type !== 'name' || isVariable(scope, object.name)) {
    return false;
  }
  return namespaces.has(object.name) || (object.name === 'firestore' && service === 'firebase.storage');
}

function isVariable(scope: StaticScope, name: string): boolean {
  return scope.names.has(name) || (scope.parent !== null && isVariable(scope.parent, name));
}

function declaredFunction(scope: StaticScope, name: string): FunctionDeclaration | undefined {
  return scope.functions.get(name) ?? (scope.parent ? declaredFunction(scope.parent, name) : undefined);
}
