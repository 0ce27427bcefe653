/**
 * Where circuit breakers are kept. A breaker is written when something changes, and never read after a success. There is none
 * for a service that has nothing held against it.
 */
import { type Breaker, breakerSchema, type Service } from '@docket/model/breaker';
import { paths } from '@docket/model/paths';
import type { Firestore, Transaction } from 'firebase-admin/firestore';
import { breakerId } from './breaker-id.ts';
import {
  type Answer,
  ask,
  type BreakerTimes,
  closedBreaker,
  failed,
  isClean,
  type Permit,
  released,
  succeeded,
} from './decide-breaker.ts';

/** What came of a call. `silent`: it was broken off on our side, so it says nothing about the service. */
export type Report = { type: 'succeeded' } | { type: 'failed'; error: string } | { type: 'silent' };

/** Whether one may call, and with what right; `wait` says when to ask again. */
export type Admission = Permit | Extract<Answer, { type: 'wait' }>;

export class Breakers {
  readonly clock: () => Date;
  readonly #db: Firestore;
  readonly #times: BreakerTimes;

  /** `clock` is injected, so that tests decide what it says. */
  constructor(db: Firestore, times: BreakerTimes, clock: () => Date) {
    this.#db = db;
    this.#times = times;
    this.clock = clock;
  }

  /** Whether `service` may be called: one read, and a transaction for who gets to try a service that has failed. */
  async ask(workspaceId: string, service: Service): Promise<Admission> {
    const found = breakerIn(await this.#ref(workspaceId, service).get());
    const answer = ask(found ?? closedBreaker(service, this.clock()), this.clock(), this.#times);
    return answer.type === 'probe' ? await this.#askToTry(workspaceId, service) : answer;
  }

  /**
   * Takes note of what came of a call that was made with `permit`; says until when the service is left alone, null if it is
   * not. Costs nothing when it cannot change anything.
   */
  async report(workspaceId: string, service: Service, permit: Permit, report: Report): Promise<Date | null> {
    if (permit.type === 'allowed' && report.type !== 'failed') return null;
    return await this.#db.runTransaction(async (transaction) => {
      const { ref, breaker } = await this.#read(transaction, workspaceId, service);
      const after = this.#after(breaker, permit, report);
      if (after !== breaker && isClean(after)) transaction.delete(ref);
      else if (after !== breaker) transaction.set(ref, after);
      return after.state === 'open' ? after.retry_at : null;
    });
  }

  async #askToTry(workspaceId: string, service: Service): Promise<Admission> {
    return await this.#db.runTransaction(async (transaction) => {
      const { ref, breaker } = await this.#read(transaction, workspaceId, service);
      const answer = ask(breaker, this.clock(), this.#times);
      if (answer.type !== 'probe') return answer;
      transaction.set(ref, answer.breaker);
      return answer.permit;
    });
  }

  #after(breaker: Breaker, permit: Permit, report: Report): Breaker {
    const now = this.clock();
    switch (report.type) {
      case 'succeeded':
        return succeeded(breaker, permit, now);
      case 'failed':
        return failed(breaker, permit, report.error, now, this.#times);
      case 'silent':
        return released(breaker, permit, now);
    }
  }

  async #read(transaction: Transaction, workspaceId: string, service: Service) {
    const ref = this.#ref(workspaceId, service);
    const found = breakerIn(await transaction.get(ref));
    return { ref, breaker: found ?? closedBreaker(service, this.clock()) };
  }

  #ref(workspaceId: string, service: Service) {
    return this.#db.doc(paths.breaker(workspaceId, breakerId(service)));
  }
}

function breakerIn(snapshot: { data(): unknown }): Breaker | undefined {
  return breakerSchema.safeParse(snapshot.data()).data;
}
