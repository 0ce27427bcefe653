/**
 * Stands in for `re2js` in the browser bundle (see vite.config.ts). Firestore uses that library for the regular
 * expressions of pipeline queries alone, which Docket does not have; it would be a fifth of all code loaded at the start.
 */
export const RE2JS = {
  /** Throws: a pipeline query with a regular expression needs the real library. */
  compile(): never {
    throw new Error(
      'Regular expressions in pipeline queries need re2js: remove its alias from vite.config.ts',
    );
  },
};
