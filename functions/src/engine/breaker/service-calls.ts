/** The calls of one phase to external services, through their circuit breakers. */
import type { Service } from '@docket/model/breaker';
import { DocketError, errorKind } from '@docket/model/errors';
import { errorText, firstLine } from '../error-text.ts';
import type { Log } from '../ports.ts';
import { ServiceWaitError } from '../service-wait.ts';
import { breakerId } from './breaker-id.ts';
import type { Admission, Breakers, Report } from './breakers.ts';
import type { Permit } from './decide-breaker.ts';

/** How long an answer of a breaker is taken for granted, in milliseconds: a phase may call a service many times a second. */
const KNOWN_MS = 5_000;

interface ServiceCallsParts {
  breakers: Breakers;
  workspaceId: string;
  /** Fires when the phase is to stop: what is thrown then says nothing about a service. */
  signal: AbortSignal;
  log: Log;
}

/** What is known of a breaker until `until`. */
interface Known {
  admission: Exclude<Admission, { type: 'probe' }>;
  until: Date;
}

export class ServiceCalls {
  readonly #parts: ServiceCallsParts;
  readonly #known = new Map<string, Known>();
  /** By breaker: whoever asks, or tries whether the service answers again. The others wait for what comes of it. */
  readonly #turns = new Map<string, PromiseWithResolvers<void>>();

  constructor(parts: ServiceCallsParts) {
    this.#parts = parts;
  }

  /** See `PhaseContext.call`. */
  async call<T>(service: Service, work: () => Promise<T>): Promise<T> {
    const permit = await this.#permit(service);
    try {
      const result = await work();
      await this.#report(service, permit, { type: 'succeeded' });
      return result;
    } catch (error) {
      const until = await this.#report(service, permit, this.#reportOf(error));
      throw until === null ? error : new ServiceWaitError(service, until, { cause: error });
    }
  }

  /** Throws a ServiceWaitError while the service is left alone. */
  async #permit(service: Service): Promise<Permit> {
    const id = breakerId(service);
    for (;;) {
      const known = this.#known.get(id);
      if (known !== undefined && known.until > this.#parts.breakers.clock())
        return permitOf(service, known.admission);
      const turn = this.#turns.get(id);
      if (turn === undefined) return permitOf(service, await this.#ask(id, service));
      await turn.promise;
    }
  }

  async #ask(id: string, service: Service): Promise<Admission> {
    const { breakers, workspaceId } = this.#parts;
    this.#turns.set(id, Promise.withResolvers());
    let tries = false;
    try {
      const admission = await breakers.ask(workspaceId, service);
      tries = admission.type === 'probe';
      if (admission.type !== 'probe') this.#known.set(id, { admission, until: this.#granted(admission) });
      return admission;
    } finally {
      if (!tries) this.#endTurn(id);
    }
  }

  /** Until when `admission` is taken for granted. */
  #granted(admission: Known['admission']): Date {
    const until = new Date(this.#parts.breakers.clock().getTime() + KNOWN_MS);
    return admission.type === 'wait' && admission.until < until ? admission.until : until;
  }

  /**
   * Until when the service is left alone after `report`; null if it is not. Never throws: what came of the work matters more
   * than that its breaker knows of it.
   */
  async #report(service: Service, permit: Permit, report: Report): Promise<Date | null> {
    const { breakers, workspaceId, log } = this.#parts;
    const id = breakerId(service);
    if (report.type === 'failed') this.#known.delete(id);
    try {
      return await breakers.report(workspaceId, service, permit, report);
    } catch (error) {
      log.error({ workspaceId, service, report, error: errorText(error) }, 'breaker not told');
      return null;
    } finally {
      if (permit.type === 'probe') this.#endTurn(id);
    }
  }

  #reportOf(error: unknown): Report {
    if (this.#parts.signal.aborted || error instanceof ServiceWaitError) return { type: 'silent' };
    return error instanceof DocketError && errorKind(error.code) === 'dependency'
      ? { type: 'failed', error: firstLine(error) }
      : { type: 'succeeded' };
  }

  #endTurn(id: string): void {
    this.#turns.get(id)?.resolve();
    this.#turns.delete(id);
  }
}

function permitOf(service: Service, admission: Admission): Permit {
  if (admission.type === 'wait') throw new ServiceWaitError(service, admission.until);
  return admission;
}
