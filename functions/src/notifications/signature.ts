/** Signs deliveries, so that a receiver can tell them from forgeries: docs/webhooks.md shows how to verify them. */
import { createHmac } from 'node:crypto';

/**
 * The value of `Docket-Signature` for `body` sent at `at`: `t=<unix seconds>,v1=<hex HMAC-SHA256 of "t.body">`. The time is
 * signed too, so that a delivery that somebody has recorded cannot be sent again later.
 *
 * Source: the scheme of Stripe ("Verify webhook signatures manually"), for which receivers have libraries.
 */
export function signatureOf(secret: string, at: Date, body: string): string {
  const seconds = Math.floor(at.getTime() / 1000);
  const digest = createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex');
  return `t=${seconds},v1=${digest}`;
}
