/** What is thrown instead of calling a service whose circuit breaker is open. */
import type { Service } from '@docket/model/breaker';

/** Nobody is to call `service` before `until`. */
export class ServiceWaitError extends Error {
  override readonly name = 'ServiceWaitError';
  readonly service: Service;
  readonly until: Date;

  constructor(service: Service, until: Date) {
    super(`${service.name} is left alone until ${until.toISOString()}`);
    this.service = service;
    this.until = until;
  }
}
