/** `npm run differential -w emulator -- --cases 10000 [--seed N]`: says what was compared, and the first difference. */
import { parseArgs } from 'node:util';
import { findDifference } from './property.ts';
import { summary } from './summary.ts';

const { values } = parseArgs({
  options: { cases: { type: 'string', default: '10000' }, seed: { type: 'string' } },
});
const began = performance.now();
const report = await findDifference(Number(values.cases), Number(values.seed ?? Date.now() % 2 ** 31));
const seconds = ((performance.now() - began) / 1000).toFixed(1);
process.stdout.write(`${summary(report)}\n${seconds} s\n`);
process.exitCode = report.difference === undefined ? 0 : 1;
