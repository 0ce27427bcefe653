/**
 * How the tests of the security rules have used them: written by these tests, told by `npm test`. The figures of each
 * `allow` are in a file under .local/, and the source as a page in which every expression is marked.
 */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { coveragePage } from '@docket/emulator/rules/coverage-page';
import type { AllowCoverage, Ruleset } from '@docket/emulator/rules/ruleset';
import { z } from 'zod';
import { localDirectory, root } from './local-stack/stack-file.ts';

const defaultDirectory = path.join(localDirectory, 'rules-coverage');

/** The project's rulesets, by the names of their files. */
const rulesets = ['firestore.rules', 'storage.rules'] as const;
export type RulesFileName = (typeof rulesets)[number];

const summarySchema = z.object({
  allows: z.number(),
  bothWays: z.number(),
  true: z.number(),
  false: z.number(),
  error: z.number(),
  unknown: z.number(),
});
type CoverageSummary = z.output<typeof summarySchema>;

/** Whether an `allow` has allowed something, and refused something. */
export function isSeenBothWays(allow: AllowCoverage): boolean {
  return allow.true > 0 && allow.false + allow.error + allow.unknown > 0;
}

/** Sums the allows of a ruleset. */
function summarize(coverage: readonly AllowCoverage[]): CoverageSummary {
  const sum = (result: 'true' | 'false' | 'error' | 'unknown') =>
    coverage.reduce((total, allow) => total + allow[result], 0);
  return {
    allows: coverage.length,
    bothWays: coverage.filter(isSeenBothWays).length,
    true: sum('true'),
    false: sum('false'),
    error: sum('error'),
    unknown: sum('unknown'),
  };
}

/** Keeps what tests have made of a ruleset. */
export async function keepRulesCoverage(
  file: RulesFileName,
  ruleset: Ruleset,
  directory = defaultDirectory,
): Promise<void> {
  const coverage = ruleset.coverage();
  await mkdir(directory, { recursive: true });
  const kept = JSON.stringify({ ...summarize(coverage), detail: coverage }, undefined, 2);
  await writeFile(path.join(directory, `${file}.json`), `${kept}\n`);
  await writeFile(path.join(directory, `${file}.html`), coveragePage(ruleset.coverageReport()));
}

/** Forgets earlier runs. */
export async function forgetRulesCoverage(directory = defaultDirectory): Promise<void> {
  await rm(directory, { recursive: true, force: true });
}

/** A line for each ruleset that tests have looked at. */
export async function rulesCoverageLines(directory = defaultDirectory): Promise<string[]> {
  const lines: string[] = [];
  for (const file of rulesets) {
    const text = await readFile(path.join(directory, `${file}.json`), 'utf8').catch(() => undefined);
    if (text !== undefined) lines.push(coverageLine(file, summarySchema.parse(JSON.parse(text)), directory));
  }
  return lines;
}

function coverageLine(file: RulesFileName, summary: CoverageSummary, directory: string): string {
  const { allows, bothWays } = summary;
  const share = allows === 0 ? 100 : Math.floor((100 * bothWays) / allows);
  const results = (['true', 'false', 'error', 'unknown'] as const)
    .map((result) => `${result} ${summary[result]}`)
    .join(', ');
  const detail = path.relative(root, path.join(directory, `${file}.html`));
  return `${file}: ${bothWays} of ${allows} allows seen both ways (${share} %); results: ${results}; detail: ${detail}`;
}
