import { mailSettingsSchema, webhookSchema } from '../notifications.ts';
import { describe, expect, it } from 'vitest';
import {
  activateWebhook,
  addWebhook,
  deleteWebhook,
  saveMailSettings,
  sendAgain,
} from './notification-commands.ts';

const actor = { workspaceId: 'w', uid: 'u', serverTime: new Date(0) };

describe('what commands about notifications write', () => {
  it('is the whole of what a member wants to be mailed', () => {
    const [write] = saveMailSettings(actor, ['job.failed']);
    expect(write).toMatchObject({ kind: 'set', path: 'workspaces/w/members/u/settings/notifications' });
    expect(mailSettingsSchema.safeParse(write?.kind === 'set' ? write.fields : null).success).toBe(true);
  });

  it('is a webhook that the model accepts, switched on', () => {
    const [write] = addWebhook(actor, 'h', {
      url: 'https://example.com/hook',
      events: ['job.completed'],
      secret: 'ab'.repeat(32),
    });
    const fields = write?.kind === 'create' ? write.fields : null;
    expect(webhookSchema.safeParse(fields)).toMatchObject({ success: true, data: { active: true } });
  });

  it('is a single field of a webhook, or its end', () => {
    const path = 'workspaces/w/webhooks/h';
    expect(activateWebhook('w', 'h', false)).toEqual([{ kind: 'update', path, fields: { active: false } }]);
    expect(deleteWebhook('w', 'h')).toEqual([{ kind: 'delete', path }]);
  });

  it('is nothing but the state of a delivery that is sent again', () => {
    expect(sendAgain(actor, 'd')).toEqual([
      {
        kind: 'update',
        path: 'workspaces/w/webhook_deliveries/d',
        fields: { state: 'pending', open: true, next_attempt_at: new Date(0) },
      },
    ]);
  });
});
