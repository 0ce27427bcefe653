/** Runs one case against a server, comparing all that it says with the model. */
import { sendCommit, takeCommit } from './committing.ts';
import { transactionResponse } from './decode.ts';
import { answerOf, Difference, expectDocuments, expectSame } from './expectation.ts';
import type { PlannedTarget, Scenario, Step } from './generate/scenario.ts';
import { databaseName, root } from './generate/values.ts';
import { type Kept, Listening, membersOf, type Target } from './listening.ts';
import type { Document, Micros, State, Write } from './model/commit.ts';
import { isAccepted } from './model/filter.ts';
import { History } from './model/history.ts';
import { results } from './model/query.ts';
import { planQuery, planWrites } from './plan.ts';
import type { ProtocolClient } from './protocol.ts';
import { Reading } from './reading.ts';
import type { Statistics } from './statistics.ts';

/** A target of the case: what it came to be, and where it is listened to. */
interface Slot {
  readonly id: number;
  readonly planned: PlannedTarget;
  target: Target | undefined;
  stream: number | undefined;
  kept: Kept | undefined;
}

type StepOf<Kind extends Step['kind']> = Extract<Step, { kind: Kind }>;

/** Runs a case in an empty database. Rejects with a {@link Difference}. */
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
  readonly #streams = new Map<number, Listening>();
  readonly #slots: Slot[];
  /** What each target showed last. */
  readonly #shown = new Map<Target, string>();

  constructor(client: ProtocolClient, scenario: Scenario, statistics: Statistics) {
    this.#client = client;
    this.#statistics = statistics;
    this.#reading = new Reading(client, statistics);
    this.#slots = scenario.targets.map((planned, index) => ({
      id: 2 * index + 2,
      planned,
      target: undefined,
      stream: undefined,
      kept: undefined,
    }));
  }

  async all({ documents, steps }: Scenario): Promise<void> {
    await this.#commit(documents);
    for (const [index, slot] of this.#slots.entries()) {
      await this.#listen(slot, index % 2, false);
    }
    for (const step of steps) {
      this.#statistics.count('operations');
      await this.#step(step);
      await this.#settle();
    }
    for (const slot of this.#slots) {
      await this.#unlisten(slot);
    }
    this.#look();
  }

  close(): void {
    for (const stream of this.#streams.values()) {
      stream.close();
    }
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
        return await this.#transaction(step);
      case 'readOnlyTransaction':
        return await this.#readOnlyTransaction(step);
      case 'listen': {
        const slot = this.#slots[step.slot];
        return slot && (await this.#listen(slot, step.stream, step.resume));
      }
      case 'unlisten': {
        const slot = this.#slots[step.slot];
        return slot && (await this.#unlisten(slot));
      }
      case 'reconnect':
        return await this.#reconnect(step.stream);
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

  async #transaction(step: StepOf<'transaction'>): Promise<void> {
    this.#statistics.count('transactions');
    const state = this.#history.present;
    const transaction = await this.#begin({ readWrite: {} });
    await this.#reading.get(step.reads, undefined, state, { transaction });
    const query = step.query && planQuery(step.query, state);
    const isSound = query?.where === undefined || isAccepted(query.where);
    if (query && isSound) {
      await this.#reading.query(query, state, { transaction });
    }
    const watched = query && isSound ? results(query, state, root) : [];
    const locked = new Set([...step.reads, ...watched.map(({ path }) => path)]);
    const { outsider } = step;
    const waits = outsider !== undefined && locked.has(outsider.path);
    const waiting = outsider && sendCommit(this.#client, [outsider]);
    if (outsider && waiting && !waits) {
      takeCommit([outsider], await waiting, this.#history, this.#statistics);
    }
    await this.#end(step, transaction, () => {
      const now = query && isSound ? results(query, this.#history.present, root) : [];
      return now.length !== watched.length || now.some((document, index) => document !== watched[index]);
    });
    if (outsider && waiting && waits) {
      this.#statistics.count('transactions with somebody waiting');
      takeCommit([outsider], await waiting, this.#history, this.#statistics);
    }
  }

  async #end(step: StepOf<'transaction'>, transaction: string, hasChanged: () => boolean): Promise<void> {
    const rollBack = () => this.#client.call('Rollback', { database: databaseName, transaction });
    if (step.rollBack) {
      await rollBack();
      return;
    }
    const writes = planWrites(step.writes, this.#history.present);
    const before = this.#history.lastTime;
    const answer = await sendCommit(this.#client, writes, transaction);
    if (hasChanged()) {
      this.#statistics.count('refused ABORTED');
      expectSame(
        'A transaction whose query has changed',
        'refused' in answer ? answer.refused : '',
        'ABORTED',
      );
    } else {
      takeCommit(writes, answer, this.#history, this.#statistics);
    }
    this.#statistics.count(
      this.#history.lastTime > before ? 'transactions committed' : 'transactions refused',
    );
    if ('refused' in answer) {
      await answerOf(rollBack());
    }
  }

  async #readOnlyTransaction(step: StepOf<'readOnlyTransaction'>): Promise<void> {
    const state = this.#history.present;
    const transaction = await this.#begin({ readOnly: {} });
    await this.#commit([step.outsider]);
    await this.#reading.get(step.paths, undefined, state, { transaction });
    await this.#reading.query(planQuery(step.query, state), state, { transaction });
    await this.#client.call('Commit', { database: databaseName, transaction });
  }

  async #begin(options: object): Promise<string> {
    const response = await this.#client.call('BeginTransaction', { database: databaseName, options });
    return transactionResponse.parse(response).transaction;
  }

  /** The time of an earlier commit. */
  #momentOf(past: number | undefined): Micros | undefined {
    const { times } = this.#history;
    return past === undefined ? undefined : times[past % times.length];
  }

  #stateAt(time: Micros | undefined): State {
    return time === undefined ? this.#history.present : this.#history.at(time);
  }

  // ---------------------------------------------------------------------------------------------- listening

  async #listen(slot: Slot, streamNumber: number, resume: boolean): Promise<void> {
    await this.#unlisten(slot);
    const target = (slot.target ??= this.#targetOf(slot.planned));
    const stream = this.#streams.get(streamNumber) ?? new Listening(this.#client);
    this.#streams.set(streamNumber, stream);
    const kept = resume ? slot.kept : undefined;
    this.#statistics.count('targets');
    this.#statistics.count('targets resumed', kept ? 1 : 0);
    const { beginnings } = stream;
    const outcome = await stream.listen(slot.id, target, kept);
    this.#statistics.count('targets begun anew', stream.beginnings - beginnings);
    const accepted =
      target.kind === 'documents' || target.query.where === undefined || isAccepted(target.query.where);
    expectSame('The outcome of listening', outcome, accepted ? 'current' : 'refused');
    slot.stream = accepted ? streamNumber : undefined;
  }

  async #unlisten(slot: Slot): Promise<void> {
    const stream = this.#streamOf(slot);
    slot.stream = undefined;
    slot.kept = (await stream?.unlisten(slot.id)) ?? slot.kept;
  }

  /** The connection breaks; all that was listened to is taken up again on a new one. */
  async #reconnect(streamNumber: number): Promise<void> {
    const slots = this.#slots.filter(({ stream }) => stream === streamNumber);
    for (const slot of slots) {
      slot.kept = this.#streamOf(slot)?.keptOf(slot.id) ?? slot.kept;
      slot.stream = undefined;
    }
    this.#look();
    this.#streams.get(streamNumber)?.close();
    this.#streams.delete(streamNumber);
    for (const slot of slots) {
      await this.#listen(slot, streamNumber, true);
    }
  }

  #streamOf({ stream }: Slot): Listening | undefined {
    return stream === undefined ? undefined : this.#streams.get(stream);
  }

  #targetOf(planned: PlannedTarget): Target {
    return planned.kind === 'documents'
      ? planned
      : { kind: 'query', query: planQuery(planned.planned, this.#history.present) };
  }

  /** Waits until every listener has been told what has changed for it. */
  async #settle(): Promise<void> {
    for (const slot of this.#slots) {
      const [stream, { target }] = [this.#streamOf(slot), slot];
      if (stream && target) {
        const wanted = versions(membersOf(target, this.#history.present));
        await stream.when(
          'a snapshot shows the last commit',
          () => versions(membersOf(target, this.#history.at(stream.time))) === wanted,
        );
      }
    }
    this.#look();
  }

  /** Every snapshot must show a target as it was at the time that the snapshot bears. */
  #look(): void {
    for (const stream of this.#streams.values()) {
      for (const { time, target, members } of stream.snapshots.splice(0)) {
        const expected = membersOf(target, this.#history.at(time));
        const byPath = (a: { path: string }, b: { path: string }) => (a.path < b.path ? -1 : 1);
        expectDocuments('A snapshot', [...members.values()].sort(byPath), [...expected].sort(byPath));
        this.#statistics.count('snapshots');
        this.#statistics.count('snapshots with documents', members.size > 0 ? 1 : 0);
        const shows = versions(expected);
        this.#statistics.count(
          'snapshots that differ from the one before',
          this.#shown.get(target) === shows ? 0 : 1,
        );
        this.#shown.set(target, shows);
      }
      if (stream.resets > 0) {
        throw new Difference('A target was reset though its token is of these days.', stream.resets, 0);
      }
    }
  }
}

/** Text that tells two sets of documents apart. */
function versions(documents: readonly Document[]): string {
  return documents
    .map(({ path, updateTime }) => `${path}@${updateTime}`)
    .sort()
    .join();
}
