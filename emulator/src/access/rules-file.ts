/** The rules file of the command line: read at the start, and again whenever it changes. */
import { readFile } from 'node:fs/promises';
import type { RulesIssue } from '../rules/ruleset.ts';
import { type WatchedFile, watchFile } from '../watched-file.ts';
import type { RulesGate } from './rules-gate.ts';

/**
 * Takes a file as the rules of every project that has none of its own, and follows it. A version with errors leaves the
 * rules as they were; at the start it is an error, for without rules everything would be allowed.
 */
export async function followRules(
  file: string,
  rules: RulesGate,
  log: (line: string) => void,
): Promise<WatchedFile> {
  let known = await readFile(file, 'utf8');
  const issues = rules.setRules(known);
  reportIssues(issues, file, log);
  if (hasErrors(issues)) {
    throw new Error(`The rules have errors:\n${issues.map((issue) => issueLine(issue, file)).join('\n')}`);
  }
  const readAgain = async () => {
    const source = await readFile(file, 'utf8').catch(() => known);
    if (source === known) {
      return;
    }
    known = source;
    const found = rules.setRules(source);
    reportIssues(found, file, log);
    log(hasErrors(found) ? rulesKept : `The rules of ${file} are in force.`);
  };
  return watchFile(file, () => void readAgain());
}

/** What is said when new rules have errors. */
export const rulesKept = 'The rules stay as they were.';

export function hasErrors(issues: readonly RulesIssue[]): boolean {
  return issues.some(({ severity }) => severity === 'error');
}

/** Prints errors and warnings with their places. */
export function reportIssues(issues: readonly RulesIssue[], file: string, log: (line: string) => void): void {
  for (const issue of issues) {
    log(issueLine(issue, file));
  }
}

function issueLine({ line, column, severity, message }: RulesIssue, file: string): string {
  return `${file}:${line}:${column} ${severity}: ${message}`;
}
