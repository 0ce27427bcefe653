/** What a month costs, from what one typical collection was counted to use (measured.json) and list prices (prices.json). */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';

const count = z.number().nonnegative();

/** What one collection uses, from upload to deck, as `npm run bench -- costs` counts it. */
const measuredSchema = z.strictObject({
  /** What it was, in words. */
  collection: z.string(),
  /** Documents read by functions and by one page that looks on; documents written or deleted. */
  reads: count,
  writes: count,
  /** Of workers: attempts of phases, and how long they took together. */
  worker_invocations: count,
  worker_seconds: count,
  /** Calls of the light functions: a trigger for each run. */
  light_invocations: count,
  /** Objects that are there in the end, and their bytes. */
  objects_left: count,
  stored_bytes: count,
  /** Of its records, with those of its runs, as JSON. */
  record_bytes: count,
  /** Of one visit by a browser that has never been there: documents read, bytes of pictures, bytes of the site. */
  visit_reads: count,
  visit_picture_bytes: count,
  visit_site_bytes: count,
  /** Both files of the deck. */
  deck_bytes: count,
});
export type Measured = z.infer<typeof measuredSchema>;

const RESOURCES = [
  'document_reads',
  'document_writes',
  'processor_seconds',
  'memory_gib_seconds',
  'invocations',
  'task_operations',
  'scheduled_functions',
  'stored_records_gib',
  'stored_gib',
  'storage_writes',
  'downloaded_gib',
  'site_gib',
] as const;
type Resource = (typeof RESOURCES)[number];

const priceSchema = z.strictObject({ price: z.number(), per: z.number(), free_a_month: count });
const pricesSchema = z.strictObject({
  currency: z.literal('USD'),
  /** When the sources said so: a year, or a year and a month. */
  as_of: z.string(),
  location: z.string(),
  sources: z.array(z.url()),
  items: z.record(z.enum(RESOURCES), priceSchema),
});
export type Prices = z.infer<typeof pricesSchema>;

const NAMES: Record<Resource, string> = {
  document_reads: 'documents read',
  document_writes: 'documents written or deleted',
  processor_seconds: 'processor seconds',
  memory_gib_seconds: 'memory, GiB seconds',
  invocations: 'invocations',
  task_operations: 'task operations',
  scheduled_functions: 'scheduled functions',
  stored_records_gib: 'records after a year, GiB',
  stored_gib: 'files after a year, GiB',
  storage_writes: 'objects written',
  downloaded_gib: 'pictures and decks downloaded, GiB',
  site_gib: 'the site, GiB',
};

/** How often each collection is looked at in its month; its deck is downloaded as often. */
export const VISITS = 5;
/** For how long everything is kept: what is stored adds up. */
export const MONTHS_KEPT = 12;
/** Each call of a light function is charged as a cold start: a second of a processor. */
const LIGHT_SECONDS = 1;
const LIGHT_GIB = 0.25;
const WORKER_GIB = 1;
/** The sweeper, every minute, whether there is anything to do or not; the lead times, every day. */
const SWEEPS = 43_830;
/** Queries and documents that a sweep looks at when there is nothing to do; a query that finds nothing is charged as one read. */
const SWEEP_READS = 8;
const SCHEDULED_FUNCTIONS = 2;
/** A task is created and delivered. */
const OPERATIONS_A_TASK = 2;
/** For each object that is there in the end, another one that runs have handed over and removed. */
const OBJECTS_ON_THE_WAY = 2;
/** What is charged for a record with the indexes of its fields, beside its JSON. */
const INDEX_FACTOR = 3;
const GIB = 2 ** 30;

/** The numbers of collections a month that are computed. */
const SCALES = [1, 100, 10_000] as const;

/** What is used in a month in which `collections` are made, in the units of the prices. */
export function usedInAMonth(measured: Measured, collections: number): Record<Resource, number> {
  const light = collections * measured.light_invocations + SWEEPS;
  const workerSeconds = collections * measured.worker_seconds;
  const workers = collections * measured.worker_invocations;
  return {
    document_reads: collections * (measured.reads + VISITS * measured.visit_reads) + SWEEPS * SWEEP_READS,
    document_writes: collections * measured.writes,
    processor_seconds: workerSeconds + light * LIGHT_SECONDS,
    memory_gib_seconds: workerSeconds * WORKER_GIB + light * LIGHT_SECONDS * LIGHT_GIB,
    invocations: workers + light,
    task_operations: workers * OPERATIONS_A_TASK,
    scheduled_functions: SCHEDULED_FUNCTIONS,
    stored_records_gib: (collections * MONTHS_KEPT * measured.record_bytes * INDEX_FACTOR) / GIB,
    stored_gib: (collections * MONTHS_KEPT * measured.stored_bytes) / GIB,
    storage_writes: collections * measured.objects_left * OBJECTS_ON_THE_WAY,
    downloaded_gib: (collections * VISITS * (measured.visit_picture_bytes + measured.deck_bytes)) / GIB,
    site_gib: (collections * VISITS * measured.visit_site_bytes) / GIB,
  };
}

/** The price of `amount`, less what is free. */
export function priceOf(
  amount: number,
  { price, per, free_a_month: free }: Prices['items'][Resource],
): number {
  return (Math.max(0, amount - free) / per) * price;
}

const amountText = (amount: number) =>
  amount.toLocaleString('en', { maximumFractionDigits: amount < 10 ? 2 : 0 });
const moneyText = (price: number) =>
  price.toLocaleString('en', { style: 'currency', currency: 'USD', minimumFractionDigits: 2 });

/** The table of docs/operations.md, in Markdown: a row for each thing that is paid for, a column for each scale. */
export function costTable(measured: Measured, prices: Prices): string {
  const months = SCALES.map((scale) => usedInAMonth(measured, scale));
  const rows = RESOURCES.map((resource) => {
    const cells = months.map(
      (used) =>
        `${amountText(used[resource])} · ${moneyText(priceOf(used[resource], prices.items[resource]))}`,
    );
    return `| ${NAMES[resource]} | ${cells.join(' | ')} |`;
  });
  const totals = months.map((used) =>
    RESOURCES.reduce((sum, resource) => sum + priceOf(used[resource], prices.items[resource]), 0),
  );
  return [
    `| collections a month | ${SCALES.map((scale) => scale.toLocaleString('en')).join(' | ')} |`,
    `|---|${SCALES.map(() => '---:').join('|')}|`,
    ...rows,
    `| **a month** | ${totals.map((total) => `**${moneyText(total)}**`).join(' | ')} |`,
  ].join('\n');
}

const SECTION = /<!-- costs -->[^]*<!-- \/costs -->/u;

/** `document` with the costs of `measured` where it has them. Throws where it has no place for them. */
export function withCosts(document: string, measured: Measured, prices: Prices): string {
  if (!SECTION.test(document)) throw new Error('The document has no place for costs.');
  const lines = [
    '<!-- costs -->',
    `One collection is ${measured.collection}: ${measured.reads} documents read and ${measured.writes} written,`,
    `${measured.worker_seconds} s of workers in ${measured.worker_invocations} invocations; in the end there are ${measured.objects_left} files of`,
    `${megabytes(measured.stored_bytes)} and records of ${megabytes(measured.record_bytes)}. A visit reads ${measured.visit_reads} documents and loads`,
    `${megabytes(measured.visit_picture_bytes)} of pictures and ${megabytes(measured.visit_site_bytes)} of the site; the deck has`,
    `${megabytes(measured.deck_bytes)}. Amounts, and what they cost by the prices of ${prices.as_of} in ${prices.location}:`,
    '',
    costTable(measured, prices),
    '<!-- /costs -->',
  ];
  return document.replace(SECTION, () => lines.join('\n'));
}

const megabytes = (bytes: number) => `${(bytes / 1_000_000).toFixed(2)} MB`;

/** The document that has the costs. */
export const operationsFile = path.join(import.meta.dirname, '../../docs/operations.md');

const folder = import.meta.dirname;
export const measuredFile = path.join(folder, 'measured.json');

/** The latest measurement, as it was kept. */
export async function readMeasured(): Promise<Measured> {
  return measuredSchema.parse(JSON.parse(await readFile(measuredFile, 'utf8')));
}

export async function readPrices(): Promise<Prices> {
  return pricesSchema.parse(JSON.parse(await readFile(path.join(folder, 'prices.json'), 'utf8')));
}
