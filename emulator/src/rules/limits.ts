/**
 * The limits of the language.
 *
 * @see https://firebase.google.com/docs/firestore/quotas#security_rules
 */

/** Bytes of a source. */
export const largestSource = 256 * 1024;
/** Operations evaluated in one request. */
export const mostExpressions = 1000;
/** Functions that call one another. */
export const deepestCalls = 20;
export const mostLets = 10;
export const mostParameters = 7;
export const deepestMatches = 10;
