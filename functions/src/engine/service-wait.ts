/** What is thrown instead of calling a service whose circuit breaker is open, or by the call with which it opens. */
import type { Service } from '@docket/model/breaker';

/** Nobody is to call `service` before `until`. */
export class ServiceWaitError extends Error {
  override readonly name = 'ServiceWaitError';
  readonly service: Service;
  readonly until: Date;

  /** `options.cause`: the failure with which the service was left alone, when it is that of the caller. */
  constructor(service: Service, until: Date, options?: ErrorOptions) {
    super(`${service.name} is left alone until ${until.toISOString()}`, options);
    this.service = service;
    this.until = until;
  }
}
