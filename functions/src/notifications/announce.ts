/**
 * Tells of the ends of runs: a mail to the member who started the run, a delivery to every webhook of the workspace that
 * wants it. Only documents are written here, under ids that name the end; sending is the business of whoever watches them.
 */
import {
  HISTORY_KEPT_MS,
  type Mail,
  mailSettingsSchema,
  NO_MAIL,
  type NotificationEvent,
  type WebhookDelivery,
  webhookSchema,
} from '@docket/model/notifications';
import { LIMITS } from '@docket/model/limits';
import { paths, subjectPath } from '@docket/model/paths';
import { notificationsPage, runPage } from '@docket/model/run-page';
import { memberSchema } from '@docket/model/workspace';
import { type DocumentReference, type Firestore, GrpcStatus } from 'firebase-admin/firestore';
import type { Announcer, EndedRun } from '../engine/ports.ts';
import { composeMail } from './compose-mail.ts';
import { endId, eventOf, payloadOf } from './payload.ts';
import { subjectName } from './subject-name.ts';

/** Writes mails and deliveries. `publicUrl` is where the app is, without a slash at its end; null: not known. */
export class FirestoreAnnouncer implements Announcer {
  readonly #db: Firestore;
  readonly #publicUrl: string | null;
  readonly #clock: () => Date;

  constructor(db: Firestore, publicUrl: string | null, clock: () => Date) {
    this.#db = db;
    this.#publicUrl = publicUrl;
    this.#clock = clock;
  }

  async announce(run: EndedRun): Promise<void> {
    const event = eventOf(run.job);
    if (event === null) return;
    await Promise.all([this.#mail(run, event), this.#deliver(run, event)]);
  }

  async #mail(run: EndedRun, event: NotificationEvent): Promise<void> {
    const { workspaceId, job } = run;
    const [settings, member, subject] = await this.#db.getAll(
      this.#db.doc(paths.mailSettings(workspaceId, job.created_by)),
      this.#db.doc(paths.member(workspaceId, job.created_by)),
      this.#db.doc(subjectPath(workspaceId, job.subject)),
    );
    const { events } = mailSettingsSchema.safeParse(settings?.data()).data ?? NO_MAIL;
    const email = memberSchema.safeParse(member?.data()).data?.email ?? '';
    const name = subjectName(job.subject.type, subject?.data());
    if (!events.includes(event) || email === '' || name === null) return;
    const link = this.#address(runPage(workspaceId, job));
    const settingsPage = this.#address(notificationsPage(workspaceId));
    const mail: Mail = {
      to: [email],
      ...composeMail(event, job, { name, link, settings: settingsPage }),
      expires_at: new Date(this.#clock().getTime() + HISTORY_KEPT_MS),
    };
    await createOnce(this.#db.doc(paths.mail(`${workspaceId}-${endId(run)}`)), mail);
  }

  /** The address of a page; null when it is not known where the app is. */
  #address(page: string): string | null {
    return this.#publicUrl === null ? null : `${this.#publicUrl}${page}`;
  }

  async #deliver(run: EndedRun, event: NotificationEvent): Promise<void> {
    const { workspaceId } = run;
    // The rules cannot count: a workspace with more would make every end of a run a flood.
    const active = this.#db.collection(paths.webhooks(workspaceId)).where('active', '==', true);
    const webhooks = await active.limit(LIMITS.webhooks).get();
    const now = this.#clock();
    await Promise.all(
      webhooks.docs.map(async (snapshot) => {
        const webhook = webhookSchema.safeParse(snapshot.data()).data;
        if (webhook === undefined || !webhook.events.includes(event)) return;
        const delivery: WebhookDelivery = {
          webhook_id: snapshot.id,
          url: webhook.url,
          payload: payloadOf(run, event),
          state: 'pending',
          open: true,
          next_attempt_at: now,
          tries: 0,
          attempts: [],
          replay: null,
          created_at: now,
          expires_at: null,
        };
        const id = `${endId(run)}-${snapshot.id}`;
        await createOnce(this.#db.doc(paths.webhookDelivery(workspaceId, id)), delivery);
      }),
    );
  }
}

/** Creates a document unless it is there: what has become of it since must not be undone. */
async function createOnce(ref: DocumentReference, data: object): Promise<void> {
  try {
    await ref.create(data);
  } catch (error) {
    if (!isAlreadyExists(error)) throw error;
  }
}

function isAlreadyExists(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === GrpcStatus.ALREADY_EXISTS;
}
