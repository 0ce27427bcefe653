/** Walks the matches of a service and evaluates the allows that apply, until one of them holds. */
import type { Allow, Block, MatchBlock, PatternSegment } from './ast.ts';
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

/** A block with its functions by name, worked out once and not for every request. */
export interface PreparedBlock {
  readonly functions: Scope['functions'];
  readonly matches: readonly PreparedMatch[];
}

interface PreparedMatch extends PreparedBlock {
  readonly pattern: readonly PatternSegment[];
  readonly allows: readonly Allow[];
}

export function prepareBlock({ functions, matches }: Pick<Block, 'functions' | 'matches'>): PreparedBlock {
  return { functions: functionsByName(functions), matches: matches.map(prepareMatch) };
}

function prepareMatch(match: MatchBlock): PreparedMatch {
  return { ...prepareBlock(match), pattern: match.pattern, allows: match.allows };
}

const noVariables: Scope['variables'] = new Map();

/** Whether an allow within the block holds for the path; `outer` is what surrounds the block. */
export function decide(
  block: PreparedBlock,
  path: readonly PathElement[],
  outer: Scope,
  walk: Walk,
): RulesDecision {
  const reasons: string[] = [];
  const scope: Scope = { parent: outer, variables: noVariables, functions: block.functions };
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
  block: PreparedBlock,
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
        functions: match.functions,
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
