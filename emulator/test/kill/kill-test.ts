/**
 * The kill test: an emulator with its data on disk, under load from several clients, is killed at a random moment and
 * started again on the same data, over and over. After each start everything that was ever acknowledged must be there,
 * nothing in part, times must not have gone back, indexes must agree with documents, and listeners must resume.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type EmulatorProcess, spawnEmulator } from './emulator-process.ts';
import { Follower } from './follower.ts';
import { clients, Ledger, numberIn } from './ledger.ts';
import { isEqual, lanes, prepare, type Random, work } from './load.ts';
import { documentSchema, RawClient, type RawDocument, root } from './raw-client.ts';

export interface KillTestOptions {
  readonly kills: number;
  /** The longest time under load before a kill, in milliseconds. */
  readonly longestLoad: number;
  readonly random: Random;
  /** Learns how many kills are behind; for progress. */
  readonly onKill?: (kills: number) => void;
}

export interface KillTestReport {
  readonly kills: number;
  /** Of those, how many hit the emulator while it was starting. */
  readonly killsWhileStarting: number;
  /** Writes that were acknowledged and then looked for after every later kill. */
  readonly acknowledged: number;
  readonly documents: number;
  /** What was acknowledged and is not there; none, if all is well. So are the following. */
  readonly losses: readonly string[];
  readonly halves: readonly string[];
  readonly timeSlips: readonly string[];
  /** Queries and listeners that do not agree with the documents. */
  readonly disagreements: readonly string[];
}

/** Each fourth kill hits the emulator while it starts. */
const startingEvery = 4;
const longestStart = 500;

/** Runs the test in a directory of its own, which is gone afterwards. */
export async function runKillTest(options: KillTestOptions): Promise<KillTestReport> {
  const directory = await mkdtemp(join(tmpdir(), 'docket-kill-'));
  const test = new KillTest(directory, options);
  try {
    return await test.run();
  } finally {
    await test.end();
    await rm(directory, { recursive: true });
  }
}

class KillTest {
  readonly #directory: string;
  readonly #options: KillTestOptions;
  readonly #ledger = new Ledger();
  readonly #followers = [
    new Follower({ from: [{ collectionId: 'together' }] }),
    new Follower({ from: [{ collectionId: 'batch' }], where: isEqual('lane', 1) }),
  ];
  readonly #losses: string[] = [];
  readonly #halves: string[] = [];
  readonly #timeSlips: string[] = [];
  readonly #disagreements: string[] = [];
  #emulator: EmulatorProcess | undefined;
  #documents = 0;

  constructor(directory: string, options: KillTestOptions) {
    this.#directory = directory;
    this.#options = options;
  }

  async run(): Promise<KillTestReport> {
    const { kills, onKill } = this.#options;
    let port = await this.#start();
    await prepare(port);
    let whileStarting = 0;
    for (let kill = 1; kill <= kills; kill += 1) {
      if (kill % startingEvery === 0) {
        whileStarting += 1;
        await this.end();
        this.#emulator = spawnEmulator(this.#directory);
        await this.#killAfter(this.#options.random() * longestStart);
      } else {
        await this.#loadAndKill(port);
      }
      onKill?.(kill);
      port = await this.#start();
      await this.#check(port);
    }
    const { acknowledged } = this.#ledger;
    return {
      kills,
      killsWhileStarting: whileStarting,
      acknowledged,
      documents: this.#documents,
      losses: this.#losses,
      halves: this.#halves,
      timeSlips: this.#timeSlips,
      disagreements: this.#disagreements,
    };
  }

  async end(): Promise<void> {
    await this.#emulator?.kill();
  }

  async #start(): Promise<number> {
    this.#emulator = spawnEmulator(this.#directory);
    return await this.#emulator.listening;
  }

  async #killAfter(milliseconds: number): Promise<void> {
    await pause(milliseconds);
    await this.#emulator?.kill();
  }

  async #loadAndKill(port: number): Promise<void> {
    let killed = false;
    const { random, longestLoad } = this.#options;
    const unfollow = await Promise.all(this.#followers.map((follower) => follower.follow(port)));
    const working = Array.from({ length: clients }, (_, id) =>
      work(port, id, this.#ledger, random, () => killed),
    );
    const killing = pause(random() * longestLoad).then(async () => {
      killed = true;
      await this.#emulator?.kill();
    });
    await Promise.all([...working, killing]);
    for (const stop of unfollow) {
      stop();
    }
  }

  async #check(port: number): Promise<void> {
    const client = new RawClient(port);
    const found = await client.query({ from: [{ allDescendants: true }] });
    const documents = new Map(found.map((document) => [document.name.slice(root.length + 1), document]));
    const { losses, halves, timeSlips } = this.#ledger.check(documents);
    this.#losses.push(...losses);
    this.#halves.push(...halves);
    this.#timeSlips.push(...timeSlips, ...(await newTimeSlips(client, documents)));
    this.#disagreements.push(...(await indexSlips(client, documents)));
    this.#disagreements.push(...(await this.#listenerSlips(port, documents)));
    this.#documents = documents.size;
    client.close();
  }

  /** Listeners get what they have missed, and no more than that: they are not made to begin anew. */
  async #listenerSlips(port: number, documents: ReadonlyMap<string, RawDocument>): Promise<string[]> {
    const expected = [
      versions(documents, (path) => path.startsWith('together/')),
      versions(documents, (path, document) => path.startsWith('batch/') && numberIn(document, 'lane') === 1),
    ];
    const slips = await Promise.all(
      this.#followers.map(async (follower, index) => {
        const stop = await follower.follow(port);
        stop();
        const same = follower.known.join() === expected[index]?.join();
        return same && follower.resets === 0 && follower.countsMatched ? [] : [`listener ${index}`];
      }),
    );
    return slips.flat();
  }
}

/** What is written now must have a later time than everything from before. */
async function newTimeSlips(
  client: RawClient,
  documents: ReadonlyMap<string, RawDocument>,
): Promise<string[]> {
  const name = `${root}/latest/commit`;
  const { updateTime } = documentSchema.parse(
    await client.call('UpdateDocument', {
      document: { name, fields: { n: { integerValue: String(documents.size) } } },
    }),
  );
  return [...documents].flatMap(([path, document]) =>
    path !== 'latest/commit' && document.updateTime >= updateTime ? [`${path} is of the future`] : [],
  );
}

/** What queries by one field and in its order find is what looking at all documents finds. */
async function indexSlips(client: RawClient, documents: ReadonlyMap<string, RawDocument>): Promise<string[]> {
  const slips: string[] = [];
  const from = [{ collectionId: 'batch' }];
  const batch = [...documents.values()].filter(({ name }) => name.startsWith(`${root}/batch/`));
  for (let lane = 0; lane < lanes; lane += 1) {
    const found = await client.query({ from, where: isEqual('lane', lane) });
    if (
      !sameNames(
        found,
        batch.filter((document) => numberIn(document, 'lane') === lane),
      )
    ) {
      slips.push(`batch where lane == ${lane}`);
    }
  }
  const ordered = await client.query({ from, orderBy: [{ field: { fieldPath: 'n' } }] });
  const numbers = ordered.map((document) => numberIn(document, 'n'));
  if (!sameNames(ordered, batch) || numbers.join() !== numbers.toSorted((a, b) => a - b).join()) {
    slips.push('batch by n');
  }
  return slips;
}

function sameNames(a: readonly RawDocument[], b: readonly RawDocument[]): boolean {
  const names = (documents: readonly RawDocument[]) => documents.map(({ name }) => name).toSorted();
  return names(a).join() === names(b).join();
}

/** Names and versions of some documents, in order, as a listener knows them. */
function versions(
  documents: ReadonlyMap<string, RawDocument>,
  wanted: (path: string, document: RawDocument) => boolean,
): string[] {
  return [...documents]
    .filter(([path, document]) => wanted(path, document))
    .map(([, { name, updateTime }]) => `${name} ${updateTime}`)
    .toSorted();
}
