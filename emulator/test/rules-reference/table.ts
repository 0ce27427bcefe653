/**
 * The tables of the rules reference: expressions with the results that the documentation gives them, or that the Common
 * Expression Language does where the documentation is silent. The texts of errors are the emulator's own.
 *
 * @see https://firebase.google.com/docs/reference/rules
 */
import { compileRules, type RulesMethod } from '../../src/rules/ruleset.ts';
import { type Asked, requestOf } from '../rules-support.ts';

/** What an expression comes to: a value as it is printed, or a fault. */
export type Outcome = string | { readonly error: string } | { readonly refused: string };

type Row = readonly [expression: string, outcome: Outcome];

export interface Table {
  /** A page of the reference, e.g. `rules.String`, or a chapter of the language. */
  readonly about: string;
  /** The type whose methods the table is about. */
  readonly type?: string;
  /** The request that the expressions are part of; a `get` of things/one unless given. */
  readonly asked?: Partial<Asked>;
  /** Functions that the expressions may call. */
  readonly functions?: string;
  readonly rows: readonly Row[];
}

/** The expression has no value: a condition that it decides is not met. */
export const error = (text: string): Outcome => ({ error: text });
/** The source that has the expression is not accepted. */
export const refused = (text: string): Outcome => ({ refused: text });
/** A value of the wrong type. */
export const typeError = (received: string, ...expected: readonly string[]): Outcome =>
  error(`Type error. Received: [${received}] Expected: [${expected.join(',')}].`);
/** An operator that there is not for these types. */
export const noOperator = (operation: string): Outcome =>
  error(`Unsupported operation error. Received: ${operation}.`);

export const nullError = error('Null value error.');

const everyMethod: readonly RulesMethod[] = ['get', 'list', 'create', 'update', 'delete'];

/** What the evaluator makes of an expression. */
export function outcomeOf(expression: string, { asked = {}, functions = '' }: Omit<Table, 'rows'>): Outcome {
  const request = requestOf({ path: 'things/one', before: {}, ...asked });
  const outer =
    request.service === 'firebase.storage'
      ? ['firebase.storage', '/b/{bucket}/o', '/{object=**}']
      : ['cloud.firestore', '/databases/{database}/documents', '/things/{thing}'];
  const printed: string[] = [];
  const compiled = compileRules(
    `rules_version = '2'; service ${outer[0]} { ${functions} match ${outer[1]} { match ${outer[2]} {
      allow ${everyMethod.join(', ')}: if [debug(${expression})] == [];
    } } }`,
    (line) => printed.push(line),
  );
  if (!compiled.ok) {
    return { refused: compiled.issues.find(({ severity }) => severity === 'error')?.message ?? '' };
  }
  const { message } = compiled.ruleset.evaluate(request);
  const [, reason = ''] = /^\n(.*) for '\w+' @ L\d+$/.exec(message) ?? [];
  return reason === 'false' ? (printed.at(-1) ?? '').replace(/^\w+_value: /, '') : { error: reason };
}
