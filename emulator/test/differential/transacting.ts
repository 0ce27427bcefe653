/** Transactions, alone and while others write, compared with the model. */
import { sendCommit, takeCommit } from './committing.ts';
import { transactionResponse } from './decode.ts';
import { answerOf, expectSame } from './expectation.ts';
import type { StepOf } from './generate/scenario.ts';
import { databaseName, root } from './generate/values.ts';
import { isAccepted } from './model/filter.ts';
import type { History } from './model/history.ts';
import { results } from './model/query.ts';
import { planQuery, planWrites } from './plan.ts';
import type { ProtocolClient } from './protocol.ts';
import { Reading } from './reading.ts';
import type { Statistics } from './statistics.ts';

/** Runs transactions with one client. */
export class Transacting {
  readonly #client: ProtocolClient;
  readonly #history: History;
  readonly #statistics: Statistics;
  readonly #reading: Reading;

  constructor(client: ProtocolClient, history: History, statistics: Statistics) {
    this.#client = client;
    this.#history = history;
    this.#statistics = statistics;
    this.#reading = new Reading(client, statistics);
  }

  /** Reads, then writes or gives up; somebody else may write in between. */
  async readWrite(step: StepOf<'transaction'>): Promise<void> {
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

  /** Sees the database as it was when it began. */
  async readOnly(step: StepOf<'readOnlyTransaction'>): Promise<void> {
    const state = this.#history.present;
    const transaction = await this.#begin({ readOnly: {} });
    takeCommit(
      [step.outsider],
      await sendCommit(this.#client, [step.outsider]),
      this.#history,
      this.#statistics,
    );
    await this.#reading.get(step.paths, undefined, state, { transaction });
    await this.#reading.query(planQuery(step.query, state), state, { transaction });
    await this.#client.call('Commit', { database: databaseName, transaction });
  }

  async #begin(options: object): Promise<string> {
    const response = await this.#client.call('BeginTransaction', { database: databaseName, options });
    return transactionResponse.parse(response).transaction;
  }
}
