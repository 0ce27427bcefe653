/** The entry to the rules language: from a source text to a ruleset that decides requests. */
import type { CompileResult } from './request.ts';

export type * from './request.ts';

/** Compiles a source. Never throws: every fault comes back as an issue. */
export function compileRules(source: string): CompileResult {
  return {
    ok: false,
    issues: [{ line: 1, column: 1, message: `Not compiled: ${source.length}`, severity: 'error' }],
  };
}
