/**
 * Expressions of the rules language, by precedence climbing.
 *
 * @see https://firebase.google.com/docs/rules/rules-language
 */
import { type BinaryOperator, binaryOperators, type Expression, type Literal, typeNames } from './ast.ts';
import { parsePath } from './parse-path.ts';
import { unescapeBytes } from './string-literal.ts';
import type { TokenReader } from './token-reader.ts';
import { bytesValue, floatValue, intValue, stringValue } from './values.ts';

/** A chain such as `a && b && …` nests to the left; longer ones are refused. */
const longestChain = 500;

export function parseExpression(reader: TokenReader): Expression {
  return reader.nested(() => {
    const place = reader.mark();
    const test = parseBinary(reader, 0);
    if (!reader.accept('?')) {
      return test;
    }
    const whenTrue = parseExpression(reader);
    reader.expect(':');
    return { type: 'conditional', test, whenTrue, whenFalse: parseExpression(reader), ...place() };
  });
}

function parseBinary(reader: TokenReader, level: number): Expression {
  const operators: readonly (BinaryOperator | 'is')[] | undefined = binaryOperators[level];
  if (!operators) {
    return parseUnary(reader);
  }
  const place = reader.mark();
  let left = parseBinary(reader, level + 1);
  for (let length = 1; ; length += 1) {
    const operator = operators.find((candidate) => reader.sees(candidate));
    if (!operator) {
      return left;
    }
    if (length > longestChain) {
      return reader.reject(`More than ${longestChain} operators in a row.`);
    }
    reader.take();
    left =
      operator === 'is'
        ? { type: 'is', operand: left, typeName: parseTypeName(reader), ...place() }
        : { type: 'binary', operator, left, right: parseBinary(reader, level + 1), ...place() };
  }
}

function parseTypeName(reader: TokenReader) {
  const typeName = typeNames.find((candidate) => reader.accept(candidate));
  return typeName ?? reader.fail(`a type (${typeNames.join(', ')})`);
}

function parseUnary(reader: TokenReader): Expression {
  const place = reader.mark();
  const operator = (['!', '-'] as const).find((candidate) => reader.accept(candidate));
  if (!operator) {
    return parsePostfix(reader);
  }
  const operand = reader.nested(() => parseUnary(reader));
  const negative = operator === '-' ? negatedLiteral(operand) : undefined;
  if (negative) {
    return { type: 'literal', value: negative, ...place() };
  }
  return { type: 'unary', operator, operand, ...place() };
}

/** `-5` is a literal, so that the smallest int can be written. Whether an int fits is checked later. */
function negatedLiteral(operand: Expression): Literal['value'] | undefined {
  if (operand.type !== 'literal') {
    return undefined;
  }
  const { value } = operand;
  if (value.kind === 'int' && value.value >= 0n) {
    return intValue(-value.value);
  }
  const positive = value.kind === 'float' && (value.value > 0 || Object.is(value.value, 0));
  return positive ? floatValue(-value.value) : undefined;
}

function parsePostfix(reader: TokenReader): Expression {
  const place = reader.mark();
  let object = parsePrimary(reader);
  for (let length = 1; ; length += 1) {
    if (length > longestChain) {
      return reader.reject(`More than ${longestChain} accesses in a row.`);
    }
    if (reader.accept('.')) {
      const name = reader.expectName('the name of a field or method');
      object = reader.accept('(')
        ? { type: 'method', object, name, args: parseItems(reader, ')'), ...place() }
        : { type: 'member', object, name, ...place() };
    } else if (reader.accept('[')) {
      const index = parseExpression(reader);
      const to = reader.accept(':') ? parseExpression(reader) : undefined;
      reader.expect(']');
      object = to
        ? { type: 'slice', object, from: index, to, ...place() }
        : { type: 'index', object, index, ...place() };
    } else {
      return object;
    }
  }
}

function parsePrimary(reader: TokenReader): Expression {
  const place = reader.mark();
  const { type, text } = reader.next;
  switch (type) {
    case 'int':
      reader.take();
      return { type: 'literal', value: intValue(BigInt(text)), ...place() };
    case 'float':
      reader.take();
      return { type: 'literal', value: floatValue(Number(text)), ...place() };
    case 'string':
      reader.take();
      return { type: 'literal', value: stringValue(text), ...place() };
    case 'bytes':
      reader.take();
      return { type: 'literal', value: bytesValue(unescapeBytes(text) ?? new Uint8Array()), ...place() };
    case 'name':
      return parseNamed(reader);
    case 'symbol':
      return parseBracketed(reader);
    case 'end':
    case 'invalid':
      return reader.fail('an expression');
  }
}

const constants = new Map<string, Literal['value']>([
  ['true', { kind: 'bool', value: true }],
  ['false', { kind: 'bool', value: false }],
  ['null', { kind: 'null' }],
]);

function parseNamed(reader: TokenReader): Expression {
  const place = reader.mark();
  const name = reader.take().text;
  const constant = constants.get(name);
  if (constant) {
    return { type: 'literal', value: constant, ...place() };
  }
  return reader.accept('(')
    ? { type: 'call', name, args: parseItems(reader, ')'), ...place() }
    : { type: 'name', name, ...place() };
}

function parseBracketed(reader: TokenReader): Expression {
  const place = reader.mark();
  if (reader.sees('/')) {
    return { type: 'path', parts: parsePath(reader, parseExpression), ...place() };
  }
  if (reader.accept('(')) {
    const inner = parseExpression(reader);
    reader.expect(')');
    return inner;
  }
  if (reader.accept('[')) {
    return { type: 'list', items: parseItems(reader, ']'), ...place() };
  }
  if (reader.accept('{')) {
    return { type: 'map', entries: parseEntries(reader), ...place() };
  }
  return reader.fail('an expression');
}

function parseItems(reader: TokenReader, close: string): Expression[] {
  const items: Expression[] = [];
  while (!reader.accept(close)) {
    items.push(parseExpression(reader));
    if (!reader.accept(',')) {
      reader.expect(close);
      break;
    }
  }
  return items;
}

function parseEntries(reader: TokenReader): { key: Expression; value: Expression }[] {
  const entries: { key: Expression; value: Expression }[] = [];
  while (!reader.accept('}')) {
    const key = parseBinary(reader, 0);
    reader.expect(':');
    entries.push({ key, value: parseExpression(reader) });
    if (!reader.accept(',')) {
      reader.expect('}');
      break;
    }
  }
  return entries;
}
