/**
 * `npm run bench`: measures the budgets on this machine and prints each figure beside its budget. Names of parts as arguments
 * measure only these: `npm run bench -- images images-page`.
 */
import { bigLinesheet } from '../bench/fixtures/big-linesheet.ts';
import { measureColdStart } from '../bench/measures/cold-start.ts';
import { measureEmulator } from '../bench/measures/emulator.ts';
import type { Measure } from '../bench/measures/measure.ts';
import { measureReading } from '../bench/measures/reading.ts';
import { measureStack, STACK_PARTS } from '../bench/measures/stack.ts';

const PARTS = ['reading', 'emulator', 'cold-start', ...STACK_PARTS] as const;
const names = process.argv.slice(2);
const unknown = names.filter((name) => !PARTS.some((part) => part === name));
if (unknown.length > 0) {
  console.error(`There is no part ${unknown.join(', ')}. Parts are ${PARTS.join(', ')}.`);
  process.exit(2);
}
const isWanted = (part: string) => names.length === 0 || names.includes(part);
const onStack = new Set(STACK_PARTS.filter(isWanted));

const measures: Measure[] = [
  ...(isWanted('reading') ? await measureReading((await bigLinesheet()).document) : []),
  ...(isWanted('emulator') ? await measureEmulator() : []),
  ...(isWanted('cold-start') ? await measureColdStart() : []),
  ...(onStack.size > 0 ? await measureStack(onStack) : []),
];
for (const { what, figure, budget, kept } of measures) {
  console.log(`${kept ? '✔' : '✖'} ${what}\n    ${figure}   (budget ${budget})`);
}
process.exit(measures.every(({ kept }) => kept) ? 0 : 1);
