/**
 * Evaluates expressions by walking the tree. An error is a result: `&&` and `||` absorb it when their other side
 * decides alone, as in the Common Expression Language; everything else hands it on.
 */
import { typeFailure } from './arithmetic.ts';
import type { Expression, FunctionDeclaration } from './ast.ts';
import { describeValue } from './describe-value.ts';
import { type DocumentAccess, isDocumentFunction } from './document-access.ts';
import { failure, LimitExceeded } from './failure.ts';
import { callMethod, elementOf, memberOf, sliceOf } from './library/members.ts';
import { debugFunction, globalFunctions, namespaces } from './library/namespaces.ts';
import { bindMethod } from './library/scalar-methods.ts';
import { mostExpressions } from './limits.ts';
import { applyBinary, applyIs, applyUnary } from './operators.ts';
import { findFunction, findVariable, type Scope } from './scope.ts';
import { anything, callOnUnknown, type Result, type Unknown } from './unknown.ts';
import { listValue, mapValue, type PathSegment, type RulesValue, stringValue } from './values.ts';

/** What all the expressions of one evaluation share. */
export interface Evaluation {
  readonly documents: DocumentAccess;
  /** Takes a line for each value that goes through `debug()`. */
  readonly print: (line: string) => void;
  /** Is told what each expression comes to. */
  readonly record: (expression: Expression, result: Result) => void;
  /** Operations carried out so far. */
  expressions: number;
}

export function evaluateExpression(expression: Expression, scope: Scope, evaluation: Evaluation): Result {
  const result = resultOf(expression, scope, evaluation);
  evaluation.record(expression, result);
  return result;
}

function resultOf(expression: Expression, scope: Scope, evaluation: Evaluation): Result {
  const evaluate = (part: Expression): Result => evaluateExpression(part, scope, evaluation);
  if (expression.type !== 'literal' && expression.type !== 'name') {
    countExpression(evaluation);
  }
  switch (expression.type) {
    case 'literal':
      return expression.value;
    case 'name':
      return (
        findVariable(scope, expression.name) ??
        failure(`Variable not found error: Name: [${expression.name}].`)
      );
    case 'list':
      return withValues(expression.items.map(evaluate), listValue);
    case 'map':
      return evaluateMap(expression.entries, evaluate);
    case 'path':
      return evaluatePath(expression.parts.map((part) => (typeof part === 'string' ? part : evaluate(part))));
    case 'member':
      return member(evaluate(expression.object), expression.name);
    case 'index':
      return element(evaluate(expression.object), evaluate(expression.index));
    case 'slice':
      return withValues(
        [expression.object, expression.from, expression.to].map(evaluate),
        ([object, from, to]) => (object && from && to ? sliceOf(object, from, to) : anything),
      );
    case 'call':
      return callFunction(expression.name, expression.args.map(evaluate), scope, evaluation);
    case 'method':
      return evaluateMethod(expression, scope, evaluation);
    case 'unary':
      return applyUnary(expression.operator, evaluate(expression.operand));
    case 'is':
      return applyIs(evaluate(expression.operand), expression.typeName);
    case 'binary':
      if (expression.operator === '&&' || expression.operator === '||') {
        return evaluateLogical(expression.operator === '||', expression.left, expression.right, evaluate);
      }
      return applyBinary(expression.operator, evaluate(expression.left), evaluate(expression.right));
    case 'conditional':
      return evaluateConditional(evaluate(expression.test), expression, evaluate);
  }
}

function countExpression(evaluation: Evaluation): void {
  evaluation.expressions += 1;
  if (evaluation.expressions > mostExpressions) {
    throw new LimitExceeded(`More than ${mostExpressions} expressions were evaluated.`);
  }
}

/** Goes on with known values only: the first failure, else an unknown, is the result itself. */
function withValues(results: readonly Result[], use: (values: readonly RulesValue[]) => Result): Result {
  const values: RulesValue[] = [];
  let isUnknown = false;
  for (const result of results) {
    if (result.kind === 'failure') {
      return result;
    }
    if (result.kind === 'unknown') {
      isUnknown = true;
    } else {
      values.push(result);
    }
  }
  return isUnknown ? anything : use(values);
}

type Evaluate = (part: Expression) => Result;

function evaluateMap(
  entries: readonly { readonly key: Expression; readonly value: Expression }[],
  evaluate: Evaluate,
): Result {
  const keys = entries.map(({ key }) => evaluate(key));
  return withValues([...keys, ...entries.map(({ value }) => evaluate(value))], (values) => {
    const fields: [string, RulesValue][] = [];
    for (let index = 0; index < entries.length; index += 1) {
      const [key, value] = [values[index], values[entries.length + index]];
      if (key?.kind !== 'string' || !value) {
        return typeFailure(key ?? { kind: 'null' }, ['string']);
      }
      fields.push([key.value, value]);
    }
    return mapValue(fields);
  });
}

/** A path of fixed texts, values, and captures that wait for `bind`. */
function evaluatePath(parts: readonly (string | Result | { readonly capture: string })[]): Result {
  const results = parts.map((part): Result => {
    if (typeof part === 'string') {
      return stringValue(part);
    }
    return 'capture' in part ? { kind: 'path', segments: [part] } : part;
  });
  return withValues(results, (values) => {
    const segments: PathSegment[] = [];
    for (const value of values) {
      if (value.kind === 'path') {
        segments.push(...value.segments);
      } else if (value.kind === 'string' || value.kind === 'int' || value.kind === 'bool') {
        segments.push({ text: String(value.value) });
      } else {
        return typeFailure(value, ['string', 'path', 'int', 'bool']);
      }
    }
    return { kind: 'path', segments };
  });
}

/** The object of `.bind(…)`: the names in it that mean nothing here are for the map to give. */
function evaluateCaptures(object: Expression, scope: Scope, evaluate: Evaluate): Result {
  if (object.type !== 'path') {
    return evaluate(object);
  }
  return evaluatePath(
    object.parts.map((part) => {
      if (typeof part === 'string') {
        return part;
      }
      const isCapture = part.type === 'name' && findVariable(scope, part.name) === undefined;
      return isCapture ? { capture: part.name } : evaluate(part);
    }),
  );
}

function member(object: Result, name: string): Result {
  if (object.kind === 'failure') {
    return object;
  }
  return object.kind === 'unknown' ? (object.facts.fields?.get(name) ?? anything) : memberOf(object, name);
}

function element(object: Result, index: Result): Result {
  if (object.kind === 'unknown' && index.kind === 'string') {
    return member(object, index.value);
  }
  return withValues([object, index], ([object, index]) =>
    object && index ? elementOf(object, index) : anything,
  );
}

function callFunction(name: string, args: readonly Result[], scope: Scope, evaluation: Evaluation): Result {
  const failed = args.find((arg) => arg.kind === 'failure');
  if (failed) {
    return failed;
  }
  const known = args.filter((arg) => arg.kind !== 'failure');
  const declared = findFunction(scope, name);
  if (declared) {
    return callDeclared(declared.declaration, known, declared.scope, evaluation);
  }
  const [first] = known;
  if (name === debugFunction && first && args.length === 1) {
    evaluation.print(describeValue(first));
    return first;
  }
  return withValues(args, (values) => {
    if (isDocumentFunction(name)) {
      return evaluation.documents.call(name, values);
    }
    const found = globalFunctions.get(name);
    return found?.arity === values.length
      ? found.call(values)
      : failure(`Function not found error: Name: [${name}].`);
  });
}

/** Each call sees its own arguments and, of the rest, what is visible where the function is declared. */
function callDeclared(
  declaration: FunctionDeclaration,
  args: readonly (RulesValue | Unknown)[],
  declaredIn: Scope,
  evaluation: Evaluation,
): Result {
  const variables = new Map<string, RulesValue | Unknown>();
  for (const [index, parameter] of declaration.parameters.entries()) {
    const arg = args[index];
    if (!arg) {
      return failure(`Wrong number of arguments for ${declaration.name}.`);
    }
    variables.set(parameter, arg);
  }
  const scope: Scope = { parent: declaredIn, variables, functions: new Map() };
  for (const { name, value } of declaration.lets) {
    const bound = evaluateExpression(value, scope, evaluation);
    if (bound.kind === 'failure') {
      return bound;
    }
    variables.set(name, bound);
  }
  return evaluateExpression(declaration.result, scope, evaluation);
}

function evaluateMethod(
  { object, name, args }: Extract<Expression, { type: 'method' }>,
  scope: Scope,
  evaluation: Evaluation,
): Result {
  const evaluate = (part: Expression): Result => evaluateExpression(part, scope, evaluation);
  const results = args.map(evaluate);
  if (object.type === 'name' && findVariable(scope, object.name) === undefined) {
    return withValues(results, (values) => callNamespace(object.name, name, values, evaluation));
  }
  const self = name === bindMethod ? evaluateCaptures(object, scope, evaluate) : evaluate(object);
  if (self.kind === 'failure') {
    return self;
  }
  return withValues(results, (values) =>
    self.kind === 'unknown' ? callOnUnknown(self, name, values) : callMethod(self, name, values),
  );
}

function callNamespace(
  namespace: string,
  name: string,
  values: readonly RulesValue[],
  { documents }: Evaluation,
): Result {
  if (namespace === 'firestore' && isDocumentFunction(name)) {
    return documents.call(name, values);
  }
  const found = namespaces.get(namespace)?.get(name);
  return found?.arity === values.length
    ? found.call(values)
    : failure(`Function not found error: Name: [${namespace}.${name}].`);
}

/**
 * `left || right` (`decisive` is true) and `left && right` (false). The decisive value on either side decides, whatever
 * the other side is.
 */
function evaluateLogical(decisive: boolean, left: Expression, right: Expression, evaluate: Evaluate): Result {
  const first = asCondition(evaluate(left));
  if (first.kind === 'bool' && first.value === decisive) {
    return first;
  }
  const second = asCondition(evaluate(right));
  if (second.kind === 'bool' && second.value === decisive) {
    return second;
  }
  if (first.kind === 'bool') {
    return second;
  }
  return first.kind === 'unknown' || second.kind === 'unknown' ? anything : first;
}

function asCondition(result: Result): Result {
  const isCondition = result.kind === 'bool' || result.kind === 'unknown' || result.kind === 'failure';
  return isCondition ? result : typeFailure(result, ['bool']);
}

function evaluateConditional(
  test: Result,
  branches: Extract<Expression, { type: 'conditional' }>,
  evaluate: Evaluate,
): Result {
  const condition = asCondition(test);
  if (condition.kind !== 'bool') {
    return condition.kind === 'unknown' ? anything : condition;
  }
  return evaluate(condition.value ? branches.whenTrue : branches.whenFalse);
}

/** Whether a condition holds; everything that is neither true nor false says why. */
export function evaluateCondition(condition: Expression, scope: Scope, evaluation: Evaluation): Result {
  return asCondition(evaluateExpression(condition, scope, evaluation));
}
