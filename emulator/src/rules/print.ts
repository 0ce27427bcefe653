/** Writes expressions in the language itself, with the fewest brackets that keep their meaning. */
import { binaryOperators, type Expression } from './ast.ts';
import { quoteBytes, quoteString } from './string-literal.ts';

const conditionalLevel = -1;
const unaryLevel = binaryOperators.length;
const postfixLevel = unaryLevel + 1;

/** The text of an expression; parsed again it gives the same tree. */
export function printExpression(expression: Expression): string {
  return print(expression, conditionalLevel);
}

function print(expression: Expression, atLeast: number): string {
  const text = printBare(expression);
  return levelOf(expression) < atLeast ? `(${text})` : text;
}

function levelOf(expression: Expression): number {
  if (expression.type === 'conditional') {
    return conditionalLevel;
  }
  if (expression.type === 'binary') {
    return operatorLevel(expression.operator);
  }
  if (expression.type === 'is') {
    return operatorLevel('is');
  }
  const negative = expression.type === 'literal' && isNegative(expression.value);
  return expression.type === 'unary' || negative ? unaryLevel : postfixLevel;
}

function operatorLevel(operator: string): number {
  return binaryOperators.findIndex((level) => level.some((candidate) => candidate === operator));
}

function isNegative(value: { kind: string; value?: unknown }): boolean {
  return (
    (typeof value.value === 'bigint' && value.value < 0n) ||
    (typeof value.value === 'number' && (value.value < 0 || Object.is(value.value, -0)))
  );
}

function printBare(expression: Expression): string {
  switch (expression.type) {
    case 'literal':
      return printLiteral(expression.value);
    case 'name':
      return expression.name;
    case 'list':
      return `[${printItems(expression.items)}]`;
    case 'map':
      return `{${expression.entries.map(({ key, value }) => `${print(key, 0)}: ${printExpression(value)}`).join(', ')}}`;
    case 'path':
      return expression.parts
        .map((part) => (typeof part === 'string' ? `/${part}` : `/$(${printExpression(part)})`))
        .join('');
    case 'member':
      return `${printObject(expression.object)}.${expression.name}`;
    case 'index':
      return `${printObject(expression.object)}[${printExpression(expression.index)}]`;
    case 'slice':
      return `${printObject(expression.object)}[${printExpression(expression.from)}:${printExpression(expression.to)}]`;
    case 'call':
      return `${expression.name}(${printItems(expression.args)})`;
    case 'method':
      return `${printObject(expression.object)}.${expression.name}(${printItems(expression.args)})`;
    case 'unary':
      return `${expression.operator}${print(expression.operand, unaryLevel)}`;
    case 'is':
      return `${print(expression.operand, operatorLevel('is'))} is ${expression.typeName}`;
    case 'binary': {
      const level = operatorLevel(expression.operator);
      return `${print(expression.left, level)} ${expression.operator} ${print(expression.right, level + 1)}`;
    }
    case 'conditional':
      return `${print(expression.test, 0)} ? ${printExpression(expression.whenTrue)} : ${printExpression(expression.whenFalse)}`;
  }
}

/** A value of a type that the language has literals for. */
export function printLiteral(value: Extract<Expression, { type: 'literal' }>['value']): string {
  switch (value.kind) {
    case 'null':
      return 'null';
    case 'bool':
    case 'int':
      return String(value.value);
    case 'float':
      return printFloat(value.value);
    case 'string':
      return quoteString(value.value);
    case 'bytes':
      return quoteBytes(value.value);
  }
}

/** A float as the language writes it, with a point or an exponent. */
export function printFloat(value: number): string {
  const text = Object.is(value, -0) ? '-0' : String(value);
  return /[.e]/.test(text) ? text : `${text}.0`;
}

function printItems(items: readonly Expression[]): string {
  return items.map(printExpression).join(', ');
}

/** What stands before a dot or bracket: a path or an int would swallow the dot. */
function printObject(object: Expression): string {
  const text = print(object, postfixLevel);
  const swallows = object.type === 'path' || (object.type === 'literal' && object.value.kind === 'int');
  return swallows ? `(${text})` : text;
}
