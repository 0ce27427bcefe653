/** The syntax tree of a rules source. Every node knows where it begins, every expression also where it ends. */
import type { RulesMethod } from './request.ts';
import type { RulesValue } from './values.ts';

/** Counted from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

interface Node {
  readonly at: Position;
}

/** A node that knows its whole place: offsets in the source of its first character and behind its last. */
interface SpannedNode extends Node {
  readonly start: number;
  readonly end: number;
}

export const binaryOperators = [
  ['||'],
  ['&&'],
  ['==', '!='],
  ['in', 'is'],
  ['<', '<=', '>', '>='],
  ['+', '-'],
  ['*', '/', '%'],
] as const;

/** `is` has a node of its own: its right side is the name of a type. */
export type BinaryOperator = Exclude<(typeof binaryOperators)[number][number], 'is'>;

/** What may stand on the right of `is`. */
export const typeNames = [
  'bool',
  'bytes',
  'constraint',
  'duration',
  'float',
  'int',
  'latlng',
  'list',
  'map',
  'map_diff',
  'number',
  'path',
  'set',
  'string',
  'timestamp',
] as const;
export type TypeName = (typeof typeNames)[number];

export interface Literal extends SpannedNode {
  readonly type: 'literal';
  readonly value: Extract<RulesValue, { kind: 'null' | 'bool' | 'int' | 'float' | 'string' | 'bytes' }>;
}

/** A segment of a path literal: fixed text, or the value of a `$(…)`. */
export type PathPart = string | Expression;

export type Expression =
  | Literal
  | (SpannedNode & { readonly type: 'list'; readonly items: readonly Expression[] })
  | (SpannedNode & {
      readonly type: 'map';
      readonly entries: readonly { readonly key: Expression; readonly value: Expression }[];
    })
  | (SpannedNode & { readonly type: 'path'; readonly parts: readonly PathPart[] })
  | (SpannedNode & { readonly type: 'name'; readonly name: string })
  | (SpannedNode & { readonly type: 'member'; readonly object: Expression; readonly name: string })
  | (SpannedNode & { readonly type: 'index'; readonly object: Expression; readonly index: Expression })
  | (SpannedNode & {
      readonly type: 'slice';
      readonly object: Expression;
      readonly from: Expression;
      readonly to: Expression;
    })
  | (SpannedNode & { readonly type: 'call'; readonly name: string; readonly args: readonly Expression[] })
  | (SpannedNode & {
      readonly type: 'method';
      readonly object: Expression;
      readonly name: string;
      readonly args: readonly Expression[];
    })
  | (SpannedNode & { readonly type: 'unary'; readonly operator: '!' | '-'; readonly operand: Expression })
  | (SpannedNode & {
      readonly type: 'binary';
      readonly operator: BinaryOperator;
      readonly left: Expression;
      readonly right: Expression;
    })
  | (SpannedNode & { readonly type: 'is'; readonly operand: Expression; readonly typeName: TypeName })
  | (SpannedNode & {
      readonly type: 'conditional';
      readonly test: Expression;
      readonly whenTrue: Expression;
      readonly whenFalse: Expression;
    });

export type PatternSegment =
  | { readonly type: 'literal'; readonly text: string }
  /** `{name}`: exactly one segment. */
  | { readonly type: 'one'; readonly name: string }
  /** `{name=**}`: any number of segments. */
  | { readonly type: 'rest'; readonly name: string };

export interface LetBinding extends Node {
  readonly name: string;
  readonly value: Expression;
}

export interface FunctionDeclaration extends Node {
  readonly name: string;
  readonly parameters: readonly string[];
  readonly lets: readonly LetBinding[];
  readonly result: Expression;
}

export interface Allow extends Node {
  /** `read` and `write` are already spelled out. */
  readonly methods: readonly RulesMethod[];
  /** A literal `true` when the source gives none. */
  readonly condition: Expression;
}

/** What functions are declared in: a match, a service, or the file. */
export interface Block extends Node {
  readonly functions: readonly FunctionDeclaration[];
  readonly matches: readonly MatchBlock[];
}

export interface MatchBlock extends Block {
  readonly pattern: readonly PatternSegment[];
  readonly allows: readonly Allow[];
}

export interface ServiceBlock extends Block {
  readonly name: string;
}

export interface RulesFile {
  /** 1 when the source does not say `rules_version = '2'`. */
  readonly version: 1 | 2;
  readonly functions: readonly FunctionDeclaration[];
  readonly services: readonly ServiceBlock[];
}

/** The direct parts of an expression, left to right. */
export function childrenOf(expression: Expression): readonly Expression[] {
  switch (expression.type) {
    case 'literal':
    case 'name':
      return [];
    case 'list':
      return expression.items;
    case 'map':
      return expression.entries.flatMap(({ key, value }) => [key, value]);
    case 'path':
      return expression.parts.filter((part) => typeof part !== 'string');
    case 'member':
      return [expression.object];
    case 'index':
      return [expression.object, expression.index];
    case 'slice':
      return [expression.object, expression.from, expression.to];
    case 'call':
      return expression.args;
    case 'method':
      return [expression.object, ...expression.args];
    case 'unary':
    case 'is':
      return [expression.operand];
    case 'binary':
      return [expression.left, expression.right];
    case 'conditional':
      return [expression.test, expression.whenTrue, expression.whenFalse];
  }
}
