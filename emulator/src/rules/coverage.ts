/** Counts how each `allow` of a ruleset comes out. */
import type { Allow, Block, MatchBlock, RulesFile } from './ast.ts';
import { printExpression } from './print.ts';
import type { AllowCoverage } from './request.ts';
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

  constructor(file: RulesFile) {
    const allows = file.services.flatMap(allowsIn);
    this.#counts = new Map(allows.map((allow) => [allow, { true: 0, false: 0, error: 0, unknown: 0 }]));
  }

  count(allow: Allow, outcome: Outcome): void {
    const counts = this.#counts.get(allow);
    if (counts) {
      counts[outcome] += 1;
    }
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

function allowsIn(block: Block): readonly Allow[] {
  return block.matches.flatMap((match: MatchBlock) => [...match.allows, ...allowsIn(match)]);
}
