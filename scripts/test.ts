/**
 * `npm test`: everything, in the order in which it fails fastest. Ends with one line that counts the tests.
 * Names of steps as arguments run only these: `npm test -- unit browser`.
 */
import { spawnSync } from 'node:child_process';
import { mkdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { localDirectory, root } from './local-stack/stack-file.ts';

interface Counts {
  passed: number;
  failed: number;
}

interface Step {
  name: string;
  command: readonly string[];
  /** Reads how many tests ran; absent for steps that are one check. */
  count?: () => Promise<Counts>;
}

const unitReport = path.join(localDirectory, 'unit-report.json');
const browserReport = path.join(localDirectory, 'e2e/report.json');

const STEPS: readonly Step[] = [
  { name: 'format', command: ['biome', 'format', '.'] },
  { name: 'lint', command: ['oxlint', '--type-aware', '--deny-warnings'] },
  { name: 'types', command: ['node', 'scripts/types.ts'] },
  { name: 'unused', command: ['knip'] },
  {
    name: 'unit',
    command: ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${unitReport}`],
    count: async () => {
      const schema = z.object({
        numPassedTests: z.number(),
        numFailedTests: z.number(),
        numTotalTests: z.number(),
      });
      const report = schema.parse(await readJson(unitReport));
      return { passed: report.numPassedTests, failed: report.numTotalTests - report.numPassedTests };
    },
  },
  {
    name: 'browser',
    command: ['playwright', 'test', '--config', 'e2e/playwright.config.ts'],
    count: async () => {
      const schema = z.object({
        stats: z.object({
          expected: z.number(),
          unexpected: z.number(),
          flaky: z.number(),
          skipped: z.number(),
        }),
      });
      const { stats } = schema.parse(await readJson(browserReport));
      return { passed: stats.expected, failed: stats.unexpected + stats.flaky + stats.skipped };
    },
  },
];

async function readJson(file: string): Promise<unknown> {
  return JSON.parse(await readFile(file, 'utf8'));
}

async function runStep(step: Step): Promise<Counts> {
  const started = Date.now();
  console.log(`\n▶ ${step.name}`);
  const [program = '', ...args] = step.command;
  const result = spawnSync(program, args, {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  const ok = result.status === 0;
  console.log(`${ok ? '✔' : '✖'} ${step.name} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
  const single = { passed: ok ? 1 : 0, failed: ok ? 0 : 1 };
  if (step.count === undefined) return single;
  const counts = await step.count().catch(() => single);
  return ok || counts.failed > 0 ? counts : { ...counts, failed: 1 };
}

const wanted = process.argv.slice(2);
await mkdir(path.dirname(browserReport), { recursive: true });
for (const report of [unitReport, browserReport]) await rm(report, { force: true });
const total: Counts = { passed: 0, failed: 0 };
for (const step of STEPS.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
  const counts = await runStep(step);
  total.passed += counts.passed;
  total.failed += counts.failed;
}
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 ? 0 : 1);
