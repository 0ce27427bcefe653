/** What holds for every expression and every source. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firestoreRules, requestOf } from '../../test/rules-support.ts';
import { anyExpression, anyRequest } from '../../test/rules-arbitraries.ts';
import { createAccessBudget } from './access-budget.ts';
import type { Expression } from './ast.ts';
import { DocumentAccess } from './document-access.ts';
import { evaluateCondition } from './evaluate-expression.ts';
import { parseExpression } from './parse-expression.ts';
import { printExpression } from './print.ts';
import { casesOfRequest } from './request-scope.ts';
import { compileRules } from './ruleset.ts';
import { TokenReader } from './token-reader.ts';

function parse(text: string): Expression {
  const reader = new TokenReader(text);
  const expression = parseExpression(reader);
  expect(reader.next.type).toBe('end');
  return expression;
}

/** The tree without the places in the source. */
function shape(expression: Expression): unknown {
  return JSON.parse(
    JSON.stringify(expression, (key, value: unknown) => {
      if (key === 'at' || key === 'start' || key === 'end') {
        return undefined;
      }
      return typeof value === 'bigint' || Object.is(value, -0) ? `${typeof value} -${String(value)}` : value;
    }),
  );
}

describe('an expression', () => {
  it('is the same after it was printed and read again', () => {
    fc.assert(
      fc.property(anyExpression, (expression) => {
        expect(shape(parse(printExpression(expression)))).toEqual(shape(expression));
      }),
    );
  });

  it('evaluates to a result, whatever it says and whatever is asked', () => {
    fc.assert(
      fc.property(anyExpression, anyRequest, (expression, asked) => {
        const request = requestOf(asked);
        for (const { variables } of casesOfRequest(request)) {
          const documents = new DocumentAccess(request.reader, [createAccessBudget(1000)], '(default)');
          const scope = { parent: null, variables, functions: new Map() };
          const result = evaluateCondition(expression, scope, {
            documents,
            print: () => {},
            record: () => {},
            expressions: -1_000_000,
          });
          expect(['bool', 'unknown', 'failure']).toContain(result.kind);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('any text', () => {
  const words =
    "service cloud.firestore|match|allow|read|:|if|{|}|/a/{b}|/{c=**}|;|\n|(|)|true|1|'x'|.|function f|return|let|=|is|//|/*|$(|\"|\\";
  const pieces = fc.constantFrom(...words.split('|'), '||');
  it.each([
    ['of characters', fc.string()],
    ['of the words of the language', fc.array(pieces).map((parts) => parts.join(' '))],
    [
      'cut out of a good source',
      fc.tuple(fc.nat(120), fc.nat(120)).map(([from, to]) => goodSource.slice(from, to)),
    ],
  ])('%s is compiled or refused with places, never thrown at', (_, texts) => {
    fc.assert(
      fc.property(texts, (text) => {
        const compiled = compileRules(text);
        const issues = compiled.ok ? compiled.warnings : compiled.issues;
        expect(compiled.ok || issues.length > 0).toBe(true);
        expect(issues.every(({ line, column }) => line >= 1 && column >= 1)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

const goodSource =
  "rules_version = '2'; service cloud.firestore { match /a/{b} { function f(x) { let y = x; return y; } allow get: if f(1) == 1; } }";

describe('a ruleset', () => {
  it('reports the conditions in its own language', () => {
    const ruleset = firestoreRules(
      "match /a/{b} { allow get: if (b == 'x' || b in ['y']) && !(b is int) ? true : -1 < 2; }",
    );
    expect(ruleset.coverage()[0]?.condition).toBe("(b == 'x' || b in ['y']) && !(b is int) ? true : -1 < 2");
  });
});
