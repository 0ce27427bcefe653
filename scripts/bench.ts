/** `npm run bench`: measures the budgets on this machine and prints each figure beside its budget. */
import { bigLinesheet } from '../bench/fixtures/big-linesheet.ts';
import type { Measure } from '../bench/measures/measure.ts';
import { measureReading } from '../bench/measures/reading.ts';
import { measureStack } from '../bench/measures/stack.ts';

const { document } = await bigLinesheet();
const measures: Measure[] = [...(await measureReading(document)), ...(await measureStack(document))];
for (const { what, figure, budget, kept } of measures) {
  console.log(`${kept ? '✔' : '✖'} ${what}\n    ${figure}   (budget ${budget})`);
}
process.exit(measures.every(({ kept }) => kept) ? 0 : 1);
