/** How an evaluation goes wrong. */

/**
 * The result of an expression that has no value: a missing field, a wrong type. It is a result like any other, so that
 * `&&` and `||` can absorb it.
 */
export interface Failure {
  readonly kind: 'failure';
  /** A sentence for the denial text. */
  readonly message: string;
}

export function failure(message: string): Failure {
  return { kind: 'failure', message };
}

export const nullFailure = failure('Null value error.');

/** A limit of the language was hit. Not absorbed by anything: the whole request is refused. */
export class LimitExceeded extends Error {
  override readonly name = 'LimitExceeded';
}
