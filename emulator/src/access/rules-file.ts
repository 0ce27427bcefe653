/** The rules file of the command line: read at the start, and again whenever it changes. */
import { type FSWatcher, watch } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { RulesIssue } from '../rules/ruleset.ts';
import type { RulesGate } from './rules-gate.ts';

/** Editors write a file in several steps; it is read when they are done. */
const settlingMillis = 50;

export interface RulesFile {
  close(): void;
}

/**
 * Takes a file as the rules of every project that has none of its own, and follows it. A version with errors leaves the
 * rules as they were; at the start it is an error, for without rules everything would be allowed.
 */
export async function followRules(
  file: string,
  rules: RulesGate,
  log: (line: string) => void,
): Promise<RulesFile> {
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

/** Watches the folder: many editors replace a file rather than write it. */
function watchFile(file: string, changed: () => void): FSWatcher {
  let timer: NodeJS.Timeout | undefined;
  const watcher = watch(path.dirname(path.resolve(file)), { persistent: false }, (_event, name) => {
    if (name === null || name === path.basename(file)) {
      clearTimeout(timer);
      timer = setTimeout(changed, settlingMillis).unref();
    }
  });
  watcher.on('close', () => clearTimeout(timer));
  // A folder that goes away takes nothing with it but the watching.
  watcher.on('error', () => watcher.close());
  return watcher;
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
