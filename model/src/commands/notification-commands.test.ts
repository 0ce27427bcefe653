import { mailSettingsSchema, webhookDeliverySchema, webhookSchema } from '../notifications.ts';
import { describe, expect, it } from 'vitest';
import {
  activateWebhook,
  addWebhook,
  changeSecret,
  deleteWebhook,
  saveMailSettings,
  sendAgain,
  sendTest,
} from './notification-commands.ts';

const OLD = 'ab'.repeat(32);
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

  it('is the switch of a webhook, whose failures are forgotten, or its end', () => {
    const path = 'workspaces/w/webhooks/h';
    const fields = { active: false, failing: null };
    expect(activateWebhook('w', 'h', false)).toEqual([{ kind: 'update', path, fields }]);
    expect(deleteWebhook('w', 'h')).toEqual([{ kind: 'delete', path }]);
  });

  it.each([
    ['beside the old one', true, { previous_secret: OLD }],
    ['in the place of the old one', false, { previous_secret: null }],
  ])('is a new secret %s', (_, keep, previous) => {
    const secret = 'cd'.repeat(32);
    expect(changeSecret(actor, 'h', { secret: OLD }, secret, keep)).toEqual([
      {
        kind: 'update',
        path: 'workspaces/w/webhooks/h',
        fields: { secret, ...previous, secret_changed_at: new Date(0) },
      },
    ]);
  });

  it('is a test that the model accepts, for one webhook', () => {
    const [write] = sendTest(actor, 'd', 'h', { url: 'https://example.com/hook' });
    const fields = write?.kind === 'create' ? write.fields : null;
    expect(write?.path).toBe('workspaces/w/webhook_deliveries/d');
    expect(webhookDeliverySchema.parse(fields)).toMatchObject({
      webhook_id: 'h',
      payload: { event: 'ping', workspace_id: 'w', webhook_id: 'h' },
      state: 'pending',
      open: true,
      tries: 0,
    });
  });

  it('is nothing but the state of a delivery that is sent again, and the how many-th time it is', () => {
    const at = new Date(0);
    const again = (number: number) => [
      {
        kind: 'update',
        path: 'workspaces/w/webhook_deliveries/d',
        fields: {
          state: 'pending',
          open: true,
          next_attempt_at: at,
          replay: { number, by: 'u', at },
          expires_at: null,
        },
      },
    ];
    expect(sendAgain(actor, 'd', { replay: null })).toEqual(again(1));
    expect(sendAgain(actor, 'd', { replay: { number: 2, by: 'other', at } })).toEqual(again(3));
  });
});
