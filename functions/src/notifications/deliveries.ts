/** Sends deliveries to webhooks: at once when they are made, and again until they arrive or are given up. */
import {
  type Webhook,
  type WebhookDelivery,
  webhookDeliverySchema,
  webhookSchema,
} from '@docket/model/notifications';
import { collectionGroups, paths } from '@docket/model/paths';
import type { Firestore, Transaction } from 'firebase-admin/firestore';
import type { Breakers, Report } from '../engine/breaker/breakers.ts';
import type { Log } from '../engine/ports.ts';
import { PublicFetchError, type PublicFetch } from '../services/public-fetch.ts';
import { begin, complaintAbout, type Outcome, postpone, settle } from './delivery.ts';
import { hostOf, reportOnAnswer, reportOnError } from './host.ts';
import { signatureOf } from './signature.ts';
import { WebhookHealth } from './webhook-health.ts';

/** How long one attempt may take, in milliseconds. */
export const DELIVERY_TIMEOUT_MS = 10_000;

/** The most that is read of an answer, in bytes: nothing is done with it. */
const ANSWER_BYTES = 64_000;

/** Deliveries that one sweep attempts, all at once. The next sweep goes on. */
const SWEEP_SIZE = 50;

export interface DeliveriesParts {
  db: Firestore;
  web: PublicFetch;
  breakers: Breakers;
  clock: () => Date;
  /** In [0, 1): for jitter. */
  random: () => number;
  /** Milliseconds between the first attempt and the second. */
  firstPauseMs: number;
  /** How long one attempt may take, in milliseconds: `DELIVERY_TIMEOUT_MS` but for tests. */
  timeoutMs: number;
  /** Where the app is, for links in mails, without a slash at its end; null: not known. */
  publicUrl: string | null;
  log: Log;
}

/** Where a delivery is. */
interface DeliveryKey {
  workspaceId: string;
  deliveryId: string;
}

/** A delivery of which an attempt was begun. */
interface Claim {
  delivery: WebhookDelivery;
  secrets: readonly string[];
  /** What the webhook had against it then. */
  failing: Webhook['failing'];
}

export class Deliveries {
  readonly #parts: DeliveriesParts;
  readonly #health: WebhookHealth;

  constructor(parts: DeliveriesParts) {
    this.#parts = parts;
    this.#health = new WebhookHealth(parts.db, parts.publicUrl, parts.clock);
  }

  /**
   * Attempts a delivery if it is due and nobody else is at it. While its host is left alone, it is put off instead. Throws
   * only when the database fails.
   */
  async attempt(key: DeliveryKey): Promise<void> {
    const { breakers, clock, random, firstPauseMs } = this.#parts;
    const claimed = await this.#claim(key);
    if (claimed === null) return;
    const { delivery, secrets } = claimed;
    const host = hostOf(delivery.url);
    const admission = await breakers.ask(key.workspaceId, host);
    if (admission.type === 'wait')
      return await this.#record(key, claimed, (begun) => postpone(begun, admission.until, clock()));
    const { attempt, report } = await this.#send(key.deliveryId, delivery, secrets);
    await this.#record(key, claimed, (begun) => settle(begun, attempt, clock(), firstPauseMs, random()));
    await breakers.report(key.workspaceId, host, admission, report);
  }

  /** Attempts what is due. */
  async sweep(): Promise<void> {
    const { db, clock, log } = this.#parts;
    const due = await db
      .collectionGroup(collectionGroups.webhookDeliveries)
      .where('open', '==', true)
      .where('next_attempt_at', '<=', clock())
      .orderBy('next_attempt_at')
      .limit(SWEEP_SIZE)
      .get();
    await Promise.all(
      due.docs.map(async ({ id, ref }) => {
        const workspaceId = ref.parent.parent?.id;
        if (workspaceId === undefined) return;
        try {
          await this.attempt({ workspaceId, deliveryId: id });
        } catch (error) {
          log.error({ workspaceId, deliveryId: id, error: String(error) }, 'left to the next sweep');
        }
      }),
    );
  }

  async #read(transaction: Transaction, key: DeliveryKey) {
    const ref = this.#parts.db.doc(paths.webhookDelivery(key.workspaceId, key.deliveryId));
    const delivery = webhookDeliverySchema.safeParse((await transaction.get(ref)).data());
    return { ref, delivery: delivery.data ?? null };
  }

  /** Begins an attempt, or ends a delivery that cannot be sent. Null: there is nothing to send. */
  async #claim(key: DeliveryKey): Promise<Claim | null> {
    const { db, clock } = this.#parts;
    return await db.runTransaction(async (transaction) => {
      const { ref, delivery } = await this.#read(transaction, key);
      if (delivery === null) return null;
      const webhookRef = db.doc(paths.webhook(key.workspaceId, delivery.webhook_id));
      const webhook = webhookSchema.safeParse((await transaction.get(webhookRef)).data()).data ?? null;
      const beginning = begin(delivery, webhook, clock());
      if (beginning.type === 'wait') return null;
      transaction.set(ref, beginning.delivery);
      return beginning.type === 'send' ? { ...beginning, failing: webhook?.failing ?? null } : null;
    });
  }

  /** Sends it once and says what came of it, and what that says about the host. Never throws. */
  async #send(
    id: string,
    { url, payload }: WebhookDelivery,
    secrets: readonly string[],
  ): Promise<{ attempt: Outcome; report: Report }> {
    const { web, clock, timeoutMs, log } = this.#parts;
    const at = clock();
    const body = JSON.stringify(payload);
    const ended = (status: number | null, error: string | null): Outcome => {
      const milliseconds = Math.max(0, clock().getTime() - at.getTime());
      return { at, milliseconds, status, error };
    };
    const headers = {
      'content-type': 'application/json',
      'user-agent': 'Docket',
      'docket-event': payload.event,
      'docket-delivery': id,
      'docket-signature': signatureOf(secrets, at, body),
    };
    const limits = { timeoutMs, maxBytes: ANSWER_BYTES };
    try {
      const { status } = await web.request(url, { method: 'POST', headers, body, ...limits });
      return { attempt: ended(status, complaintAbout(status)), report: reportOnAnswer(status) };
    } catch (error) {
      const report = reportOnError(error);
      if (error instanceof PublicFetchError) return { attempt: ended(null, error.message), report };
      log.error({ deliveryId: id, error: String(error) }, 'delivery failed');
      return { attempt: ended(null, 'Something went wrong on our side.'), report };
    }
  }

  /**
   * Writes down what has become of a delivery that was `claimed`, unless somebody has taken over since; then, if that is its end,
   * what it says about the webhook.
   */
  async #record(
    key: DeliveryKey,
    { delivery: { tries }, failing }: Claim,
    after: (delivery: WebhookDelivery) => WebhookDelivery,
  ): Promise<void> {
    const recorded = await this.#parts.db.runTransaction(async (transaction) => {
      const { ref, delivery } = await this.#read(transaction, key);
      if (delivery === null || !delivery.open || delivery.tries !== tries) return null;
      const next = after(delivery);
      transaction.set(ref, next);
      return next;
    });
    if (recorded === null || recorded.open) return;
    try {
      await this.#health.note(key.workspaceId, recorded, failing);
    } catch (error) {
      // The delivery is settled; that its end is not counted changes when a dead webhook is switched off, and nothing else.
      this.#parts.log.error({ ...key, error: String(error) }, 'the end of a delivery was not counted');
    }
  }
}
