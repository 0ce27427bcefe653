/** Phases and tellers of news that behave as tests need it. */
import { paths } from '@docket/model/paths';
import type { Firestore } from 'firebase-admin/firestore';
import type { PhaseHandler } from '../src/engine/pipeline-module.ts';
import type { Announcer } from '../src/engine/ports.ts';

/** A phase, and a promise that it has begun. */
interface Observed {
  handler: PhaseHandler;
  begun: Promise<void>;
}

/** A phase that works until it is told to stop. */
export function endless(): Observed {
  const { promise, resolve } = Promise.withResolvers<void>();
  const handler: PhaseHandler = async ({ signal }) => {
    resolve();
    await new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
    return {};
  };
  return { handler, begun: promise };
}

/** A phase that ends as `outcome` says, once it is given its cue. */
export function waiting(outcome: PhaseHandler = async () => ({})): Observed & { go: () => void } {
  const begun = Promise.withResolvers<void>();
  const cue = Promise.withResolvers<void>();
  const handler: PhaseHandler = async (context) => {
    begun.resolve();
    await cue.promise;
    return await outcome(context);
  };
  return { handler, begun: begun.promise, go: cue.resolve };
}

/** A phase whose worker is lost: it never ends, and its lease is over because the test cuts it short as time would. */
export function silent(db: Firestore): Observed {
  const { promise, resolve } = Promise.withResolvers<void>();
  const handler: PhaseHandler = async ({ workspaceId, jobId }) => {
    await db.doc(paths.job(workspaceId, jobId)).update({ 'execution.expires_at': new Date(0) });
    resolve();
    return await new Promise(() => {});
  };
  return { handler, begun: promise };
}

/** One who tells the news and dies before it can say so. */
export function dying(announcer: Announcer): Announcer {
  return {
    announce: async (run) => {
      await announcer.announce(run);
      throw new Error('died');
    },
  };
}
