/** The command line: `npm run -s docket -- process …` and `npm run -s docket -- images …`. */
import { parseArgs } from 'node:util';
import { type Client, connectClient } from './docket/client.ts';
import { CommandError } from './docket/command-error.ts';
import { type ImagesOptions, processImages } from './docket/images.ts';
import { type ProcessOptions, processDocuments } from './docket/process.ts';
import type { Ports } from './local-stack/ports.ts';
import { startStack } from './local-stack/stack.ts';
import { findStack } from './local-stack/stack-file.ts';

const USAGE = `Usage: npm run -s docket -- process --linesheet FILE [--linesheet FILE…] --purchase-order FILE --out DIR
       npm run -s docket -- images FOLDER --out DIR

Both use the local stack, starting one if none runs.

process runs "Process Documents" and writes categories.json, products.json, images/ and status.json into DIR. With a
purchase order it also runs "Generate Items" and "Generate Deck", and writes mapping.json, items.json, items.xlsx,
items.csv, deck.pptx and deck.pdf.

images uploads all images of FOLDER and writes report.json, and below images/ the thumbnails and variants of each, into
DIR.`;

function readProcessOptions(args: string[]): ProcessOptions {
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

function readImagesOptions(args: string[]): ImagesOptions {
  const { values, positionals } = parseArgs({
    args,
    options: { out: { type: 'string' } },
    allowPositionals: true,
  });
  const [folder, ...more] = positionals;
  if (values.out === undefined || folder === undefined || more.length > 0) throw new CommandError(USAGE);
  return { folder, out: values.out };
}

/** What a command does once it is connected. Its options are read before a stack is started. */
function readCommand([command = '', ...args]: string[]): (client: Client) => Promise<string> {
  switch (command) {
    case 'process': {
      const options = readProcessOptions(args);
      return (client) => processDocuments(client, options);
    }
    case 'images': {
      const options = readImagesOptions(args);
      return (client) => processImages(client, options);
    }
    default:
      throw new CommandError(USAGE);
  }
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

async function main(args: string[]): Promise<void> {
  const run = readCommand(args);
  const place = await stackToUse();
  try {
    const client = await connectClient(place.project, place.ports);
    try {
      console.log(await run(client));
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
