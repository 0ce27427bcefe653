/** The external services that have given trouble lately, as an administrator reads of them. Pure. */
import { type BreakerState, recentFailures, type Service } from '@docket/model/breaker';
import type { StoredBreaker } from '../../data/queue-records.ts';

export interface BreakerView {
  id: string;
  name: string;
  kind: Service['kind'];
  state: BreakerState;
  /** Failures within the window. */
  failures: number;
  lastError: string | null;
  /** When an open one lets somebody try again. */
  retryAt: Date | null;
}

export const SERVICE_KINDS: Record<Service['kind'], string> = {
  image_host: 'Image host',
  webhook_host: 'Webhook',
  vision: 'Picture recognition',
  mail: 'Mail',
};

const ORDER: readonly BreakerState[] = ['open', 'half_open', 'closed'];

/** Those that are not closed, or have failed within the window; the worst first. */
export function troubled(breakers: readonly StoredBreaker[], now: Date): BreakerView[] {
  return breakers
    .map(({ id, data }): BreakerView => {
      const { service, state, last_error: lastError, retry_at: retryAt } = data;
      return { id, ...service, state, failures: recentFailures(data, now), lastError, retryAt };
    })
    .filter(({ state, failures }) => state !== 'closed' || failures > 0)
    .toSorted(
      (a, b) =>
        ORDER.indexOf(a.state) - ORDER.indexOf(b.state) ||
        b.failures - a.failures ||
        a.name.localeCompare(b.name, 'en'),
    );
}
