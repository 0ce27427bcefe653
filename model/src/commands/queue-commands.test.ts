import { adminRequestSchema, queueSettingsSchema } from '../queue.ts';
import { describe, expect, it } from 'vitest';
import { askAdministration, pauseQueue, type Wish } from './queue-commands.ts';

const actor = { workspaceId: 'w', uid: 'u', serverTime: new Date(0) };

describe('what administrators write', () => {
  it('is the whole of the queue’s settings, signed', () => {
    for (const paused of [true, false]) {
      const [write] = pauseQueue(actor, paused);
      expect(write).toMatchObject({ kind: 'set', path: 'workspaces/w/settings/queue' });
      const fields = write?.kind === 'set' ? write.fields : null;
      expect(queueSettingsSchema.parse(fields)).toEqual({ paused, by: 'u', at: new Date(0) });
    }
  });

  it('is a request that the model accepts, for everything that can be asked', () => {
    const wishes: Wish[] = [
      { action: 'retry_all_failed', cause: null },
      { action: 'retry_all_failed', cause: 'host_unavailable' },
      { action: 'preview_backfill' },
      { action: 'start_backfill' },
    ];
    for (const wish of wishes) {
      const [write] = askAdministration(actor, 'r', wish);
      expect(write).toMatchObject({ kind: 'create', path: 'workspaces/w/admin_requests/r' });
      const fields = write?.kind === 'create' ? write.fields : null;
      expect(adminRequestSchema.parse(fields)).toEqual({ ...wish, by: 'u', at: new Date(0) });
    }
  });
});
