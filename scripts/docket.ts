/** The command line: `npm run -s docket -- process …`, `… images …`, `… suggest …` and `… fitments …`. */
import { parseArgs } from 'node:util';
import { suggestionLanguageSchema } from '@docket/model/listing/suggestions';
import { type Client, connectClient } from './docket/client.ts';
import { CommandError } from './docket/command-error.ts';
import { findFitments, type FitmentsOptions } from './docket/fitments.ts';
import { type ImagesOptions, processImages } from './docket/images.ts';
import { type ProcessOptions, processDocuments } from './docket/process.ts';
import { type SuggestOptions, suggestFromPhotos } from './docket/suggest.ts';
import type { Ports } from './local-stack/ports.ts';
import { startStack } from './local-stack/stack.ts';
import { findStack } from './local-stack/stack-file.ts';

const USAGE = `Usage: npm run -s docket -- process --linesheet FILE [--linesheet FILE…] --purchase-order FILE --out DIR
       npm run -s docket -- images FOLDER --out DIR
       npm run -s docket -- suggest FILE [FILE…] [--language en|de|fr|es] --out DIR
       npm run -s docket -- fitments FILE --out DIR [--vehicles CSV]

process, images and fitments use the local stack, starting one if none runs.

process runs "Process Documents" and writes categories.json, products.json, images/ and status.json into DIR. With a
purchase order it also runs "Generate Items" and "Generate Deck", and writes mapping.json, items.json, items.xlsx,
items.csv, deck.pptx and deck.pdf.

images uploads all images of FOLDER and writes report.json, and below images/ the thumbnails and variants of each, into
DIR.

suggest looks at photos of one thing and writes what its listing may say, and what is wrong with the photos, as
suggestions.json into DIR.

fitments finds the vehicles that the parts of FILE (CSV, XLSX or XLS) fit, and writes fitments.json, an entry for each year,
exceptions.json, what could not be told, and status.json into DIR. With --vehicles it knows those of a CSV file alone.`;

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

function readSuggestOptions(args: string[]): SuggestOptions {
  const { values, positionals } = parseArgs({
    args,
    options: { out: { type: 'string' }, language: { type: 'string', default: 'en' } },
    allowPositionals: true,
  });
  const language = suggestionLanguageSchema.safeParse(values.language);
  if (values.out === undefined || positionals.length === 0 || !language.success)
    throw new CommandError(USAGE);
  return { files: positionals, out: values.out, language: language.data };
}

function readFitmentsOptions(args: string[]): FitmentsOptions {
  const { values, positionals } = parseArgs({
    args,
    options: { out: { type: 'string' }, vehicles: { type: 'string' } },
    allowPositionals: true,
  });
  const [file, ...more] = positionals;
  if (values.out === undefined || file === undefined || more.length > 0) throw new CommandError(USAGE);
  return { file, out: values.out, vehicles: values.vehicles ?? null };
}

/** What a command does, and returns what is to be printed. Its options are read before a stack is started. */
function readCommand([command = '', ...args]: string[]): () => Promise<string> {
  switch (command) {
    case 'process': {
      const options = readProcessOptions(args);
      return () => onStack((client) => processDocuments(client, options));
    }
    case 'images': {
      const options = readImagesOptions(args);
      return () => onStack((client) => processImages(client, options));
    }
    case 'suggest': {
      const options = readSuggestOptions(args);
      return () => suggestFromPhotos(options);
    }
    case 'fitments': {
      const options = readFitmentsOptions(args);
      return () => onStack((client) => findFitments(client, options));
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

async function onStack(run: (client: Client) => Promise<string>): Promise<string> {
  const place = await stackToUse();
  try {
    const client = await connectClient(place.project, place.ports);
    try {
      return await run(client);
    } finally {
      await client.close();
    }
  } finally {
    await place.leave();
  }
}

try {
  console.log(await readCommand(process.argv.slice(2))());
  process.exit(0);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
}
