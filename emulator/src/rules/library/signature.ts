/** How the methods and functions of the library are written down: the types of their arguments, checked before a call. */
import { typeFailure } from '../arithmetic.ts';
import type { NumberValue } from '../equality.ts';
import type { Failure } from '../failure.ts';
import type { RulesValue, ValueKind, ValueOf } from '../values.ts';

/** A kind of value, or one of several. */
type Expected = ValueKind | 'number' | 'items' | 'any';

type Accepted<E extends Expected> = E extends ValueKind
  ? ValueOf<E>
  : E extends 'number'
    ? NumberValue
    : E extends 'items'
      ? ValueOf<'list' | 'set'>
      : RulesValue;

type AcceptedAll<E extends readonly Expected[]> = { [I in keyof E]: Accepted<E[I]> };

/** A function of the library. The caller has checked the number of arguments. */
export interface LibraryFunction {
  readonly arity: number;
  call(args: readonly RulesValue[]): RulesValue | Failure;
}

/** A method of values of type `S`. */
export interface LibraryMethod<S> {
  readonly arity: number;
  call(self: S, args: readonly RulesValue[]): RulesValue | Failure;
}

export type MethodTable<S> = ReadonlyMap<string, LibraryMethod<S>>;
export type FunctionTable = ReadonlyMap<string, LibraryFunction>;

const kindsOf = { number: ['int', 'float'], items: ['list', 'set'] } as const;

function expectedKinds(expected: Exclude<Expected, 'any'>): readonly ValueKind[] {
  return expected === 'number' || expected === 'items' ? kindsOf[expected] : [expected];
}

function wrongArgument(
  expected: readonly Expected[],
  args: readonly RulesValue[],
): { argument: RulesValue; kinds: readonly ValueKind[] } | undefined {
  for (const [index, argument] of args.entries()) {
    const wanted = expected[index] ?? 'any';
    const kinds = wanted === 'any' ? [argument.kind] : expectedKinds(wanted);
    if (!kinds.includes(argument.kind)) {
      return { argument, kinds };
    }
  }
  return undefined;
}

function areAccepted<const E extends readonly Expected[]>(
  expected: E,
  args: readonly RulesValue[],
): args is AcceptedAll<E> & readonly RulesValue[] {
  return args.length === expected.length && wrongArgument(expected, args) === undefined;
}

function reject(expected: readonly Expected[], args: readonly RulesValue[]): Failure {
  const wrong = wrongArgument(expected, args);
  return typeFailure(wrong?.argument ?? { kind: 'null' }, wrong?.kinds ?? []);
}

/** Declares a method by the types of its arguments. */
export function method<S, const E extends readonly Expected[]>(
  expected: E,
  apply: (self: S, ...args: AcceptedAll<E>) => RulesValue | Failure,
): LibraryMethod<S> {
  return {
    arity: expected.length,
    call(self, args) {
      if (!areAccepted(expected, args)) {
        return reject(expected, args);
      }
      const accepted: AcceptedAll<E> = args;
      return apply(self, ...accepted);
    },
  };
}

/** Declares a function by the types of its arguments. */
export function libraryFunction<const E extends readonly Expected[]>(
  expected: E,
  apply: (...args: AcceptedAll<E>) => RulesValue | Failure,
): LibraryFunction {
  return {
    arity: expected.length,
    call(args) {
      if (!areAccepted(expected, args)) {
        return reject(expected, args);
      }
      const accepted: AcceptedAll<E> = args;
      return apply(...accepted);
    },
  };
}
