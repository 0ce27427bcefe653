/** The command line: `npm run -s docket -- process --linesheet F --purchase-order F --out DIR`. */
import { parseArgs } from 'node:util';
import { connectClient } from './docket/client.ts';
import { CommandError, type ProcessOptions, processDocuments } from './docket/process.ts';
import type { Ports } from './local-stack/ports.ts';
import { startStack } from './local-stack/stack.ts';
import { findStack } from './local-stack/stack-file.ts';

const USAGE = `Usage: npm run -s docket -- process --linesheet FILE [--linesheet FILE…] --purchase-order FILE --out DIR

Runs "Process Documents" on the local stack, starting one if none runs, and writes categories.json, products.json,
images/ and status.json into DIR. With a purchase order it also runs "Generate Items" and "Generate Deck", and writes
mapping.json, items.json, items.xlsx, items.csv, deck.pptx and deck.pdf.`;

function readOptions(args: string[]): ProcessOptions {
  const { values } = parseArgs({
    args,
    options: {
      linesheet: { type: 'string', multiple: true, default: [] },
      'purchase-order': { type: 'string', multiple: true, default: [] },
      out: { type: 'string' },
    },
  });
  if (values.out === undefined || values.linesheet.length === 0) throw new CommandError(USAGE);
  return { linesheets: values.linesheet, purchaseOrders: values['purchase-order'], out: values.out };
}

interface Place {
  project: string;
  ports: Ports;
  leave: () => Promise<void>;
}

async function stackToUse(): Promise<Place> {
  const running = await findStack();
  if (running !== null) return { project: running.project, ports: running.ports, leave: async () => {} };
  const stack = await startStack({
    name: `cli-${process.pid}`,
    durable: false,
    usualPorts: false,
    web: false,
    demo: true,
    official: false,
    environment: {},
    onStep: (step) => process.stderr.write(`${step}…\n`),
  });
  return { project: stack.project, ports: stack.ports, leave: stack.stop };
}

async function main([command, ...args]: string[]): Promise<void> {
  if (command !== 'process') throw new CommandError(USAGE);
  const options = readOptions(args);
  const place = await stackToUse();
  try {
    const client = await connectClient(place.project, place.ports);
    try {
      console.log(await processDocuments(client, options));
    } finally {
      await client.close();
    }
  } finally {
    await place.leave();
  }
}

try {
  await main(process.argv.slice(2));
  process.exit(0);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
}
