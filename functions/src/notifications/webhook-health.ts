/** Keeps count of what does not arrive, and switches a webhook off to which nothing has arrived for very long. */
import {
  HISTORY_KEPT_MS,
  type Mail,
  PING_EVENT,
  type Webhook,
  type WebhookDelivery,
  webhookSchema,
} from '@docket/model/notifications';
import { paths } from '@docket/model/paths';
import { can } from '@docket/model/roles';
import { notificationsPage } from '@docket/model/run-page';
import { memberSchema } from '@docket/model/workspace';
import type { Firestore, Transaction } from 'firebase-admin/firestore';
import { composeSwitchedOffMail } from './compose-mail.ts';
import { afterFailure } from './failing-webhook.ts';

export class WebhookHealth {
  readonly #db: Firestore;
  readonly #publicUrl: string | null;
  readonly #clock: () => Date;

  /** `publicUrl` is where the app is, without a slash at its end; null: not known. */
  constructor(db: Firestore, publicUrl: string | null, clock: () => Date) {
    this.#db = db;
    this.#publicUrl = publicUrl;
    this.#clock = clock;
  }

  /**
   * Takes note of a delivery that has come to rest. `failing` is what the webhook had against it before: a delivery that arrives
   * at one that has nothing against it costs nothing. Tests that fail are not counted.
   */
  async note(workspaceId: string, delivery: WebhookDelivery, failing: Webhook['failing']): Promise<void> {
    const { state, payload, webhook_id: id } = delivery;
    if (state === 'delivered' ? failing === null : payload.event === PING_EVENT) return;
    await this.#db.runTransaction(async (transaction) => {
      const ref = this.#db.doc(paths.webhook(workspaceId, id));
      const webhook = webhookSchema.safeParse((await transaction.get(ref)).data()).data;
      if (webhook === undefined || !webhook.active) return;
      if (state === 'delivered') {
        transaction.update(ref, { failing: null });
        return;
      }
      const after = afterFailure(webhook, this.#clock());
      const email = after.active ? null : await this.#emailOf(transaction, workspaceId, webhook.created_by);
      transaction.update(ref, { failing: after.failing, active: after.active });
      if (email === null || after.failing === null) return;
      const { since } = after.failing;
      const page = this.#publicUrl === null ? null : `${this.#publicUrl}${notificationsPage(workspaceId)}`;
      const mail: Mail = {
        to: [email],
        ...composeSwitchedOffMail({ url: webhook.url, failing: after.failing }, page),
        expires_at: new Date(this.#clock().getTime() + HISTORY_KEPT_MS),
      };
      transaction.set(this.#db.doc(paths.mail(`${workspaceId}-webhook-${id}-${since.getTime()}`)), mail);
    });
  }

  /** Where to write to `uid`; null when it is not for them any more to put a webhook right. */
  async #emailOf(transaction: Transaction, workspaceId: string, uid: string): Promise<string | null> {
    const member = memberSchema.safeParse(
      (await transaction.get(this.#db.doc(paths.member(workspaceId, uid)))).data(),
    ).data;
    return member !== undefined && can(member.role, 'administer') && member.email !== ''
      ? member.email
      : null;
  }
}
