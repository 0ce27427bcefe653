/** The callable function that tells administrators how full the queues are. */
import { type QueueFigures, queueFiguresRequestSchema } from '@docket/model/queue';
import type { Firestore } from 'firebase-admin/firestore';
import { HttpsError } from 'firebase-functions/https';
import { errorText } from '../engine/error-text.ts';
import type { Log } from '../engine/ports.ts';
import type { QueueFiguresSource } from '../services/queue-figures.ts';
import { isAdministrator } from './administrators.ts';

export interface FiguresParts {
  db: Firestore;
  source: QueueFiguresSource;
  log: Log;
}

/** Who calls, and what was sent. */
export interface FiguresCall {
  /** Undefined: nobody who is signed in. */
  uid: string | undefined;
  data: unknown;
}

/** Throws an HttpsError unless an owner of the workspace asks, and when the figures are not to be had. */
export async function answerQueueFigures(
  { db, source, log }: FiguresParts,
  { uid, data }: FiguresCall,
): Promise<QueueFigures> {
  if (uid === undefined) throw new HttpsError('unauthenticated', 'Sign in first.');
  const request = queueFiguresRequestSchema.safeParse(data);
  if (!request.success) throw new HttpsError('invalid-argument', 'Say which workspace is meant.');
  if (!(await isAdministrator(db, request.data.workspace, uid)))
    throw new HttpsError('permission-denied', 'Only owners of the workspace see its queue.');
  try {
    return await source.read();
  } catch (error) {
    log.error({ error: errorText(error) }, 'no figures of the queues');
    throw new HttpsError('unavailable', 'The queues do not say at the moment how full they are.');
  }
}
