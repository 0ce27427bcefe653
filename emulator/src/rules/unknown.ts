/**
 * Values that a query leaves open. A `list` is decided once, for every possible result: what the query says about a
 * field is a fact, everything else may be any value, or missing. An operation on an unknown is decided where the facts
 * decide it and is unknown otherwise.
 */
import type { TypeName } from './ast.ts';
import { compare, equals, includes } from './equality.ts';
import type { Failure } from './failure.ts';
import { boolValue, type RulesValue, stringValue, type ValueKind } from './values.ts';

export interface Bound {
  readonly value: RulesValue;
  readonly inclusive: boolean;
}

/** What is certain. Any fact at all means that there is a value. */
export interface Facts {
  readonly kinds?: ReadonlySet<ValueKind>;
  readonly lower?: Bound;
  readonly upper?: Bound;
  /** Values it does not equal. */
  readonly not?: readonly RulesValue[];
  /** Values that are certainly among the items of this list or set. */
  readonly contains?: readonly RulesValue[];
  /** Fields that this map certainly has. */
  readonly fields?: ReadonlyMap<string, RulesValue | Unknown>;
}

export interface Unknown {
  readonly kind: 'unknown';
  readonly facts: Facts;
}

/** What an expression evaluates to. */
export type Result = RulesValue | Unknown | Failure;

/** Any value, or none. */
export const anything: Unknown = { kind: 'unknown', facts: {} };

export function unknown(facts: Facts): Unknown {
  return { kind: 'unknown', facts };
}

/** A string of which nothing else is known, such as the id of any document. */
export const anyString: Unknown = unknown({ kinds: new Set<ValueKind>(['string']) });

/** A map of which these fields are certain. */
export function openMap(fields: ReadonlyMap<string, RulesValue | Unknown>): Unknown {
  return unknown({ kinds: new Set<ValueKind>(['map']), fields });
}

/** Whether the two are certainly equal (true) or certainly not (false). */
export function decideEqual({ facts }: Unknown, other: RulesValue): boolean | undefined {
  const { lower, upper, kinds } = facts;
  if (lower?.inclusive && upper?.inclusive && equals(lower.value, other) && equals(upper.value, other)) {
    return true;
  }
  const numeric = other.kind === 'int' || other.kind === 'float';
  const possible = !kinds || kinds.has(other.kind) || (numeric && (kinds.has('int') || kinds.has('float')));
  const outside =
    (lower && isBeyond(compare(other, lower.value), lower)) ||
    (upper && isBeyond(compare(upper.value, other), upper));
  return !possible || outside || includes(facts.not ?? [], other) ? false : undefined;
}

function isBeyond(comparison: number | undefined, { inclusive }: Bound): boolean {
  return comparison !== undefined && (comparison < 0 || (comparison === 0 && !inclusive));
}

export type OrderOperator = '<' | '<=' | '>' | '>=';

/** The operator with its sides exchanged. */
export const mirrored: Record<OrderOperator, OrderOperator> = { '<': '>', '<=': '>=', '>': '<', '>=': '<=' };

/** Whether `comparison`, the result of comparing two values, satisfies the operator. NaN satisfies none. */
export function satisfies(operator: OrderOperator, comparison: number): boolean {
  switch (operator) {
    case '<':
      return comparison < 0;
    case '<=':
      return comparison <= 0;
    case '>':
      return comparison > 0;
    case '>=':
      return comparison >= 0;
  }
}

/**
 * Decides `unknown < other` and its like. NaN sorts before all numbers in a query yet is not less than any, so an
 * upper bound on a number proves nothing unless there is a lower one too.
 */
export function decideOrder(
  operator: OrderOperator,
  { facts: { lower, upper } }: Unknown,
  other: RulesValue,
): boolean | undefined {
  const above = lower && compare(lower.value, other);
  const below = upper && compare(upper.value, other);
  const isAbove = above !== undefined && (above > 0 || (above === 0 && lower?.inclusive === false));
  const isAtLeast = above !== undefined && above >= 0;
  const isBelow = below !== undefined && (below < 0 || (below === 0 && upper?.inclusive === false));
  const isAtMost = below !== undefined && below <= 0;
  const mayBeNaN = upper !== undefined && lower === undefined && isNumeric(other);
  switch (operator) {
    case '>':
      return isAbove ? true : isAtMost ? false : undefined;
    case '>=':
      return isAtLeast ? true : isBelow ? false : undefined;
    case '<':
      return isBelow && !mayBeNaN ? true : isAtLeast ? false : undefined;
    case '<=':
      return isAtMost && !mayBeNaN ? true : isAbove ? false : undefined;
  }
}

function isNumeric({ kind }: RulesValue): boolean {
  return kind === 'int' || kind === 'float';
}

/** Decides `unknown is type`. */
export function decideType({ facts: { kinds } }: Unknown, typeName: TypeName): boolean | undefined {
  if (!kinds) {
    return undefined;
  }
  const matching = [...kinds].filter((kind) => isOfType(kind, typeName)).length;
  return matching === kinds.size ? true : matching === 0 ? false : undefined;
}

/** Whether values of a kind are of a type as `is` names it. */
export function isOfType(kind: ValueKind, typeName: TypeName): boolean {
  return kind === typeName || (typeName === 'number' && (kind === 'int' || kind === 'float'));
}

/** Decides `value in unknown`. */
export function decideContains({ facts }: Unknown, value: RulesValue): boolean | undefined {
  const isKey = value.kind === 'string' && facts.fields?.has(value.value);
  return isKey || includes(facts.contains ?? [], value) ? true : undefined;
}

/** What a method returns on an unknown: known where the facts say it. Arguments are known. */
export function callOnUnknown(self: Unknown, name: string, args: readonly RulesValue[]): Result {
  const { fields, contains } = self.facts;
  const [first] = args;
  if (name === 'get' && fields && first) {
    return getKnown(fields, first);
  }
  if (name === 'keys' && fields) {
    return unknown({ kinds: new Set<ValueKind>(['list']), contains: [...fields.keys()].map(stringValue) });
  }
  const hasItems = decideType(self, 'list') === true || decideType(self, 'set') === true;
  if (!contains || !hasItems) {
    return anything;
  }
  if (name === 'toSet') {
    return unknown({ kinds: new Set<ValueKind>(['set']), contains });
  }
  const wanted = first?.kind === 'list' || first?.kind === 'set' ? first.items : undefined;
  const certain = (value: RulesValue) => includes(contains, value);
  const holds = (name === 'hasAny' && wanted?.some(certain)) || (name === 'hasAll' && wanted?.every(certain));
  return holds ? boolValue(true) : anything;
}

function getKnown(fields: ReadonlyMap<string, RulesValue | Unknown>, key: RulesValue): Result {
  const path = key.kind === 'list' ? key.items : [key];
  let current: RulesValue | Unknown = openMap(fields);
  for (const step of path) {
    const inside: ReadonlyMap<string, RulesValue | Unknown> | undefined =
      current.kind === 'unknown' ? current.facts.fields : current.kind === 'map' ? current.fields : undefined;
    const next: RulesValue | Unknown | undefined =
      step.kind === 'string' ? inside?.get(step.value) : undefined;
    if (!next) {
      return anything;
    }
    current = next;
  }
  return current;
}
