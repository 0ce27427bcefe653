/** Signs deliveries, so that a receiver can tell them from forgeries: docs/webhooks.md shows how to verify them. */
import { createHmac } from 'node:crypto';

/**
 * The value of `Docket-Signature` for `body` sent at `at`: `t=<unix seconds>`, then `v1=<hex HMAC-SHA256 of "t.body">` for each
 * of `secrets`: while one replaces another, a receiver that knows either of them accepts it. The time is signed too, so that a
 * delivery that somebody has recorded cannot be sent again later.
 *
 * Source: the scheme of Stripe ("Verify webhook signatures manually"), for which receivers have libraries.
 */
export function signatureOf(secrets: readonly string[], at: Date, body: string): string {
  const seconds = Math.floor(at.getTime() / 1000);
  const signatures = secrets.map((secret) => {
    const digest = createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex');
    return `v1=${digest}`;
  });
  return [`t=${seconds}`, ...signatures].join(',');
}
