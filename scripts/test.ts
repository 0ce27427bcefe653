/**
 * `npm test`: everything, in the order in which it fails fastest. Ends with what the tests have made of the security rules,
 * and one line that counts the tests.
 * Names of steps as arguments run only these: `npm test -- unit browser`.
 *
 * Browser tests mostly wait for what they have started, so unit tests that watch no clock (`bulk`) run beside them, with
 * less of a claim to the processors. Browser tests that hold something to a time limit wait until those are done.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { besideFile } from './beside.ts';
import { localDirectory, root } from './local-stack/stack-file.ts';
import { forgetRulesCoverage, rulesCoverageLines } from './rules-coverage.ts';

interface Counts {
  passed: number;
  failed: number;
}

interface Step {
  name: string;
  command: readonly string[];
  /** Reads how many tests ran; absent for steps that are one check. */
  count?: () => Promise<Counts>;
  /** The file that it counts in. */
  report?: string;
  /** Does the next step begin before this one has ended? */
  besideNext?: true;
}

const browserReport = path.join(localDirectory, 'e2e/report.json');

/** Tests that look at much, or fetch much, and watch no clock: nothing about them depends on how fast they are. */
const BULK = [
  'e2e/api/',
  'e2e/rules/',
  'functions/test/deployed-bundle.test.ts',
  'functions/test/linesheets.test.ts',
  'functions/test/photos.test.ts',
];

function unitTests(name: string, which: readonly string[]): Step {
  const report = path.join(localDirectory, `${name}-report.json`);
  return {
    name,
    command: [
      'vitest',
      'run',
      ...which,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ],
    report,
    count: async () => {
      const schema = z.object({
        numPassedTests: z.number(),
        numFailedTests: z.number(),
        numTotalTests: z.number(),
      });
      const counted = schema.parse(await readJson(report));
      return { passed: counted.numPassedTests, failed: counted.numTotalTests - counted.numPassedTests };
    },
  };
}

const STEPS: readonly Step[] = [
  { name: 'format', command: ['biome', 'format', '.'] },
  { name: 'lint', command: ['oxlint', '--type-aware', '--deny-warnings'] },
  { name: 'types', command: ['node', 'scripts/types.ts'] },
  { name: 'unused', command: ['knip'] },
  unitTests(
    'unit',
    BULK.map((part) => `--exclude=${part}**`),
  ),
  { ...unitTests('bulk', BULK), besideNext: true },
  {
    name: 'browser',
    command: ['playwright', 'test', '--config', 'e2e/playwright.config.ts'],
    report: browserReport,
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

/** What is running. */
const children = new Set<ChildProcess>();
/** Somebody wants it to end: what runs ends in its own time, and no further step begins. */
let interrupted = false;
// Ctrl-C reaches what runs by itself; a signal to this program alone has to be passed on.
process.on('SIGINT', () => {
  interrupted = true;
});
process.on('SIGTERM', () => {
  interrupted = true;
  for (const child of children) child.kill('SIGINT');
});

/** Runs a program; resolves with whether it succeeded, and with its output if that is to be kept for later. */
async function run(command: readonly string[], aside: boolean): Promise<{ ok: boolean; output: string }> {
  const [program = '', ...args] = command;
  const child = spawn(program, args, {
    cwd: root,
    stdio: aside ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    shell: process.platform === 'win32',
  });
  children.add(child);
  if (aside && child.pid !== undefined)
    os.setPriority(child.pid, os.constants.priority.PRIORITY_BELOW_NORMAL);
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  const { promise, resolve } = Promise.withResolvers<boolean>();
  child.once('error', () => resolve(false));
  child.once('close', (code) => resolve(code === 0));
  const ok = await promise;
  children.delete(child);
  return { ok, output };
}

/** Runs a step; `aside` of another one it claims less of the processors, and its output comes in one piece at its end. */
async function runStep(step: Step, aside = false): Promise<Counts> {
  const started = Date.now();
  console.log(`\n▶ ${step.name}${aside ? ', beside the next' : ''}`);
  const { ok, output } = await run(step.command, aside);
  process.stdout.write(output);
  console.log(`${ok ? '✔' : '✖'} ${step.name} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
  const single = { passed: ok ? 1 : 0, failed: ok ? 0 : 1 };
  if (step.count === undefined) return single;
  const counts = await step.count().catch(() => single);
  return ok || counts.failed > 0 ? counts : { ...counts, failed: 1 };
}

const wanted = process.argv.slice(2);
await mkdir(path.dirname(browserReport), { recursive: true });
for (const { report } of STEPS) if (report !== undefined) await rm(report, { force: true });
await rm(besideFile, { force: true });
await forgetRulesCoverage();
const total: Counts = { passed: 0, failed: 0 };
const add = ({ passed, failed }: Counts) => {
  total.passed += passed;
  total.failed += failed;
};
/** Runs a step beside others, and says so for as long as it runs. */
async function runBeside(step: Step): Promise<void> {
  await writeFile(besideFile, step.name);
  add(await runStep(step, true));
  await rm(besideFile);
}

let beside: Promise<void> | undefined;
const steps = STEPS.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
for (const [index, step] of steps.entries()) {
  if (interrupted) break;
  if (step.besideNext === true && index + 1 < steps.length) {
    beside = runBeside(step);
  } else add(await runStep(step));
}
await beside;
for (const line of await rulesCoverageLines()) console.log(line);
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 && !interrupted ? 0 : 1);
