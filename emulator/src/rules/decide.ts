/** Walks the matches of a service and evaluates the allows that apply, until one of them holds. */
import type { Allow, Block } from './ast.ts';
import { type Coverage, outcomeOf } from './coverage.ts';
import { type Evaluation, evaluateCondition } from './evaluate-expression.ts';
import { matchPattern, type PathElement } from './match-path.ts';
import type { RulesDecision, RulesMethod } from './request.ts';
import { functionsByName, type Scope } from './scope.ts';
import type { Result } from './unknown.ts';

/** What one walk needs to know. */
export interface Walk {
  readonly method: RulesMethod;
  readonly evaluation: Evaluation;
  readonly coverage: Coverage;
  /** How many segments `{name=**}` takes at least. */
  readonly leastRest: 0 | 1;
}

/** Whether an allow of the block, or of a match within, holds for the path. */
export function decide(block: Block, path: readonly PathElement[], scope: Scope, walk: Walk): RulesDecision {
  const reasons: string[] = [];
  const allowed = allowsWithin(block, path, scope, walk, reasons);
  if (allowed) {
    return { allowed, message: '' };
  }
  return denied(reasons.length > 0 ? reasons.join(', ') : 'No matching allow statements');
}

/** A refusal, with its reason as the denial text. */
export function denied(reason: string): RulesDecision {
  return { allowed: false, message: `\n${reason}` };
}

function allowsWithin(
  block: Block,
  path: readonly PathElement[],
  outer: Scope,
  walk: Walk,
  reasons: string[],
): boolean {
  for (const match of block.matches) {
    for (const { wildcards, rest } of matchPattern(match.pattern, path, walk.leastRest)) {
      const scope: Scope = {
        parent: outer,
        variables: wildcards,
        functions: functionsByName(match.functions),
      };
      const applies = rest.length === 0 ? match.allows : [];
      if (
        applies.some((allow) => holds(allow, scope, walk, reasons)) ||
        allowsWithin(match, rest, scope, walk, reasons)
      ) {
        return true;
      }
    }
  }
  return false;
}

function holds(
  allow: Allow,
  scope: Scope,
  { method, evaluation, coverage }: Walk,
  reasons: string[],
): boolean {
  if (!allow.methods.includes(method)) {
    return false;
  }
  const result = evaluateCondition(allow.condition, scope, evaluation);
  const outcome = outcomeOf(result);
  coverage.count(allow, outcome);
  if (outcome !== 'true') {
    reasons.push(`${reasonOf(result)} for '${method}' @ L${allow.condition.at.line}`);
  }
  return outcome === 'true';
}

function reasonOf(result: Result): string {
  if (result.kind === 'failure') {
    return result.message;
  }
  return result.kind === 'unknown' ? 'The query does not ensure the condition.' : 'false';
}
