/** Matches the pattern of a `match` with the beginning of a path. */
import type { PatternSegment } from './ast.ts';
import { anyString, type Unknown, unknown } from './unknown.ts';
import { pathValue, type RulesValue, stringValue, type ValueKind } from './values.ts';

/**
 * A piece of the path of a request: a segment; any one segment (the id of whatever document a query finds); any number
 * of segments (the parents of whatever collection a collection group query finds).
 */
export type PathElement = string | { readonly any: 'one' | 'many' };

export interface PathMatch {
  readonly wildcards: ReadonlyMap<string, RulesValue | Unknown>;
  /** What nested matches must match. */
  readonly rest: readonly PathElement[];
}

/**
 * All the ways in which a pattern certainly matches: a part of the path that is not known matches wildcards only.
 * `leastRest` is how many segments `{name=**}` takes at least: 0, or 1 before rules_version 2.
 */
export function matchPattern(
  pattern: readonly PatternSegment[],
  path: readonly PathElement[],
  leastRest: 0 | 1,
): readonly PathMatch[] {
  const matches: PathMatch[] = [];
  matchFrom({ pattern, path, leastRest, matches }, 0, 0, []);
  return matches;
}

interface Matching {
  readonly pattern: readonly PatternSegment[];
  readonly path: readonly PathElement[];
  readonly leastRest: 0 | 1;
  /** Takes what is found. */
  readonly matches: PathMatch[];
}

type Wildcard = readonly [string, RulesValue | Unknown];

/** Matches the pattern from one segment on with the path from one element on. Most attempts end at the first segment. */
function matchFrom(matching: Matching, from: number, taken: number, wildcards: readonly Wildcard[]): void {
  const { pattern, path, leastRest, matches } = matching;
  const segment = pattern[from];
  if (!segment) {
    matches.push({ wildcards: new Map(wildcards), rest: path.slice(taken) });
    return;
  }
  if (segment.type === 'rest') {
    for (let end = taken + leastRest; end <= path.length; end += 1) {
      const value = pathOf(path.slice(taken, end));
      matchFrom(matching, from + 1, end, [...wildcards, [segment.name, value]]);
    }
    return;
  }
  const element = path[taken];
  if (element === undefined || (typeof element !== 'string' && element.any === 'many')) {
    return;
  }
  if (segment.type === 'literal') {
    if (segment.text === element) {
      matchFrom(matching, from + 1, taken + 1, wildcards);
    }
    return;
  }
  const value = typeof element === 'string' ? stringValue(element) : anyString;
  matchFrom(matching, from + 1, taken + 1, [...wildcards, [segment.name, value]]);
}

/** The elements as one path value, unknown when one of them is. */
export function pathOf(elements: readonly PathElement[]): RulesValue | Unknown {
  const known = elements.filter((element) => typeof element === 'string');
  return known.length === elements.length
    ? pathValue(known)
    : unknown({ kinds: new Set<ValueKind>(['path']) });
}
