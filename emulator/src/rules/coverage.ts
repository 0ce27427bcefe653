/** Counts how each `allow` of a ruleset comes out, and what each expression comes to. */
import type { Allow, Block, Expression, FunctionDeclaration, MatchBlock, RulesFile } from './ast.ts';
import { printExpression } from './print.ts';
import type { AllowCoverage } from './request.ts';
import { CountedResults } from './counted-results.ts';
import type { Result } from './unknown.ts';

export type Outcome = 'true' | 'false' | 'error' | 'unknown';

/** The outcome of a condition. */
export function outcomeOf(result: Result): Outcome {
  if (result.kind === 'bool') {
    return result.value ? 'true' : 'false';
  }
  return result.kind === 'unknown' ? 'unknown' : 'error';
}

export class Coverage {
  readonly #counts: ReadonlyMap<Allow, Record<Outcome, number>>;
  readonly #results = new Map<Expression, CountedResults>();
  /** The expressions that are not part of another one: conditions, then lets and returns, each in source order. */
  readonly roots: readonly Expression[];

  constructor(file: RulesFile) {
    const allows = file.services.flatMap(allowsIn);
    this.#counts = new Map(allows.map((allow) => [allow, { true: 0, false: 0, error: 0, unknown: 0 }]));
    const functions = [...file.functions, ...file.services.flatMap(functionsIn)];
    this.roots = [
      ...inOrder(allows.map(({ condition }) => condition)),
      ...inOrder(functions.flatMap(({ lets, result }) => [...lets.map(({ value }) => value), result])),
    ];
  }

  count(allow: Allow, outcome: Outcome): void {
    const counts = this.#counts.get(allow);
    if (counts) {
      counts[outcome] += 1;
    }
  }

  /** Counts what an expression came to. */
  readonly record = (expression: Expression, result: Result): void => {
    let results = this.#results.get(expression);
    if (!results) {
      results = new CountedResults();
      this.#results.set(expression, results);
    }
    results.count(result);
  };

  /** What an expression came to; undefined when it was never evaluated. */
  resultsOf(expression: Expression): CountedResults | undefined {
    return this.#results.get(expression);
  }

  report(): readonly AllowCoverage[] {
    const entries = [...this.#counts].map(([allow, counts]) => ({
      ...allow.at,
      methods: allow.methods,
      condition: printExpression(allow.condition),
      ...counts,
    }));
    return entries.sort((a, b) => a.line - b.line || a.column - b.column);
  }
}

function inOrder(expressions: readonly Expression[]): readonly Expression[] {
  return expressions.toSorted((a, b) => a.start - b.start);
}

function allowsIn(block: Block): readonly Allow[] {
  return block.matches.flatMap((match: MatchBlock) => [...match.allows, ...allowsIn(match)]);
}

function functionsIn(block: Block): readonly FunctionDeclaration[] {
  return [...block.functions, ...block.matches.flatMap(functionsIn)];
}
