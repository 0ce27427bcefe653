/** Runs one case against a server, comparing all that it says with the model. */
import { sendCommit, takeCommit } from './committing.ts';
import type { Scenario, Step } from './generate/scenario.ts';
import type { Micros, State, Write } from './model/commit.ts';
import { History } from './model/history.ts';
import { planQuery, planWrites } from './plan.ts';
import type { ProtocolClient } from './protocol.ts';
import { Reading } from './reading.ts';
import type { Statistics } from './statistics.ts';
import { Transacting } from './transacting.ts';
import { Watching } from './watching.ts';

/** Runs a case in an empty database. Rejects with a difference, if there is one. */
export async function runCase(
  client: ProtocolClient,
  scenario: Scenario,
  statistics: Statistics,
): Promise<void> {
  const run = new CaseRun(client, scenario, statistics);
  try {
    await run.all(scenario);
  } finally {
    run.close();
  }
  statistics.count('cases');
}

class CaseRun {
  readonly #client: ProtocolClient;
  readonly #statistics: Statistics;
  readonly #reading: Reading;
  readonly #history = new History(0);
  readonly #transacting: Transacting;
  readonly #watching: Watching;

  constructor(client: ProtocolClient, { targets }: Scenario, statistics: Statistics) {
    this.#client = client;
    this.#statistics = statistics;
    this.#reading = new Reading(client, statistics);
    this.#transacting = new Transacting(client, this.#history, statistics);
    this.#watching = new Watching(client, this.#history, statistics, targets);
  }

  async all({ documents, steps }: Scenario): Promise<void> {
    await this.#commit(documents);
    await this.#watching.begin();
    for (const step of steps) {
      this.#statistics.count('operations');
      await this.#step(step);
      await this.#watching.settle();
    }
    await this.#watching.end();
  }

  close(): void {
    this.#watching.close();
  }

  async #step(step: Step): Promise<void> {
    const state = this.#history.present;
    switch (step.kind) {
      case 'commit':
        return await this.#commit(planWrites(step.writes, state));
      case 'burst':
        return await this.#burst(step.commits);
      case 'get': {
        const readTime = this.#momentOf(step.past);
        return await this.#reading.get(step.paths, step.mask, this.#stateAt(readTime), { readTime });
      }
      case 'query': {
        const readTime = this.#momentOf(step.past);
        const then = this.#stateAt(readTime);
        const all = step.queries.map((planned) => planQuery(planned, then));
        await Promise.all(all.map((query) => this.#reading.query(query, then, { readTime })));
        return;
      }
      case 'aggregate': {
        const { planned, aggregations } = step.aggregation;
        return await this.#reading.aggregate(planQuery(planned, state), aggregations, state);
      }
      case 'transaction':
        return await this.#transacting.readWrite(step);
      case 'readOnlyTransaction':
        return await this.#transacting.readOnly(step);
      case 'listen':
        return await this.#watching.listen(step.slot, step.stream, step.resume);
      case 'away':
        await this.#watching.unlisten(step.slot);
        await this.#burst(step.commits);
        return await this.#watching.listen(step.slot, step.stream, true);
      case 'unlisten':
        return await this.#watching.unlisten(step.slot);
      case 'reconnect':
        return await this.#watching.reconnect(step.stream);
    }
  }

  async #commit(writes: readonly Write[]): Promise<void> {
    takeCommit(writes, await sendCommit(this.#client, writes), this.#history, this.#statistics);
  }

  /** The commits have taken place in the order of their times. */
  async #burst(commits: readonly Write[]): Promise<void> {
    const answers = await Promise.all(
      commits.map(async (write) => ({ write, answer: await sendCommit(this.#client, [write]) })),
    );
    const time = (answer: (typeof answers)[number]['answer']) =>
      'value' in answer ? answer.value.commitTime : 0;
    for (const { write, answer } of answers.sort((a, b) => time(a.answer) - time(b.answer))) {
      takeCommit([write], answer, this.#history, this.#statistics);
    }
  }

  /** The time of an earlier commit. */
  #momentOf(past: number | undefined): Micros | undefined {
    const { times } = this.#history;
    return past === undefined ? undefined : times[past % times.length];
  }

  #stateAt(time: Micros | undefined): State {
    return time === undefined ? this.#history.present : this.#history.at(time);
  }
}
