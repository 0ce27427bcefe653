/** Random expressions and requests for the property tests of the rules evaluator. */
import fc from 'fast-check';
import { type BinaryOperator, binaryOperators, type Expression, typeNames } from '../src/rules/ast.ts';
import type { Asked } from './rules-support.ts';

const place = { at: { line: 1, column: 1 }, start: 0, end: 0 };
const operators: readonly BinaryOperator[] = binaryOperators.flat().filter((operator) => operator !== 'is');
const names = ['request', 'resource', 'x', 'a', 'data', 'auth', 'uid', 'math', 'duration'];
const methods = [
  'size',
  'keys',
  'hasAll',
  'get',
  'matches',
  'lower',
  'diff',
  'affectedKeys',
  'abs',
  'value',
  'toSet',
];
const functions = ['get', 'exists', 'int', 'string', 'float', 'path', 'debug', 'unknown'];

const literal: fc.Arbitrary<Expression> = fc
  .oneof(
    fc.constant({ kind: 'null' } as const),
    fc.boolean().map((value) => ({ kind: 'bool', value }) as const),
    fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }).map((value) => ({ kind: 'int', value }) as const),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => ({ kind: 'float', value }) as const),
    fc.string({ unit: 'binary' }).map((value) => ({ kind: 'string', value }) as const),
    fc.uint8Array({ maxLength: 8 }).map((value) => ({ kind: 'bytes', value }) as const),
  )
  .map((value) => ({ type: 'literal', ...place, value }));

/** Every kind of node, nested a few levels. A minus before a positive number is not among them: it is the number's. */
export const anyExpression = fc.letrec<{ expression: Expression }>((tie) => {
  const inner = tie('expression');
  const items = fc.array(inner, { maxLength: 3 });
  return {
    expression: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      literal,
      fc.constantFrom(...names).map((name): Expression => ({ type: 'name', ...place, name })),
      items.map((items): Expression => ({ type: 'list', ...place, items })),
      fc
        .array(fc.record({ key: inner, value: inner }), { maxLength: 2 })
        .map((entries): Expression => ({ type: 'map', ...place, entries })),
      fc
        .array(fc.oneof(fc.constantFrom('databases', '(default)', 'documents', 'a-b'), inner), {
          minLength: 1,
          maxLength: 5,
        })
        .map((parts): Expression => ({ type: 'path', ...place, parts })),
      fc
        .tuple(inner, fc.constantFrom(...names))
        .map(([object, name]): Expression => ({ type: 'member', ...place, object, name })),
      fc
        .tuple(inner, inner)
        .map(([object, index]): Expression => ({ type: 'index', ...place, object, index })),
      fc
        .tuple(inner, inner, inner)
        .map(([object, from, to]): Expression => ({ type: 'slice', ...place, object, from, to })),
      fc
        .tuple(fc.constantFrom(...functions), items)
        .map(([name, args]): Expression => ({ type: 'call', ...place, name, args })),
      fc
        .tuple(inner, fc.constantFrom(...methods), items)
        .map(([object, name, args]): Expression => ({ type: 'method', ...place, object, name, args })),
      inner.map((operand): Expression => ({ type: 'unary', ...place, operator: '!', operand })),
      inner
        .filter((operand) => operand.type !== 'literal')
        .map((operand): Expression => ({ type: 'unary', ...place, operator: '-', operand })),
      fc
        .tuple(inner, fc.constantFrom(...typeNames))
        .map(([operand, typeName]): Expression => ({ type: 'is', ...place, operand, typeName })),
      fc
        .tuple(fc.constantFrom(...operators), inner, inner)
        .map(([operator, left, right]): Expression => ({ type: 'binary', ...place, operator, left, right })),
      fc.tuple(inner, inner, inner).map(
        ([test, whenTrue, whenFalse]): Expression => ({
          type: 'conditional',
          ...place,
          test,
          whenTrue,
          whenFalse,
        }),
      ),
    ),
  };
}).expression;

const data = fc.dictionary(fc.constantFrom('a', 'data', 'uid', 'x'), fc.jsonValue());

/** A request of any method, for a document or a collection. */
export const anyRequest: fc.Arbitrary<Asked> = fc.record({
  method: fc.constantFrom('get', 'list', 'create', 'update', 'delete'),
  path: fc.constantFrom('a', 'a/b', 'a/b/c', 'a/b/c/d'),
  uid: fc.constantFrom(null, 'ada'),
  before: data,
  after: data,
  query: fc.record({ limit: fc.constantFrom(null, 5), offset: fc.constant(null), where: fc.jsonValue() }),
});
