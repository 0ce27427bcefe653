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
  const [segment, ...more] = pattern;
  if (!segment) {
    return [{ wildcards: new Map(), rest: path }];
  }
  if (segment.type === 'rest') {
    const matches: PathMatch[] = [];
    for (let taken = leastRest; taken <= path.length; taken += 1) {
      const value = pathOf(path.slice(0, taken));
      matches.push(...withWildcard(segment.name, value, matchPattern(more, path.slice(taken), leastRest)));
    }
    return matches;
  }
  const [element, ...rest] = path;
  if (element === undefined || (typeof element !== 'string' && element.any === 'many')) {
    return [];
  }
  const matches = () => matchPattern(more, rest, leastRest);
  if (segment.type === 'literal') {
    return segment.text === element ? matches() : [];
  }
  return withWildcard(
    segment.name,
    typeof element === 'string' ? stringValue(element) : anyString,
    matches(),
  );
}

function withWildcard(name: string, value: RulesValue | Unknown, matches: readonly PathMatch[]): PathMatch[] {
  return matches.map(({ wildcards, rest }) => ({ wildcards: new Map([[name, value], ...wildcards]), rest }));
}

/** The elements as one path value, unknown when one of them is. */
export function pathOf(elements: readonly PathElement[]): RulesValue | Unknown {
  const known = elements.filter((element) => typeof element === 'string');
  return known.length === elements.length
    ? pathValue(known)
    : unknown({ kinds: new Set<ValueKind>(['path']) });
}
