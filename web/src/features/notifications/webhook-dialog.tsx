/** Adds a webhook in two steps: where and of what, then its secret, which is shown this once. */
import {
  NOTIFICATION_EVENT_LABELS,
  NOTIFICATION_EVENTS,
  notificationEventSchema,
} from '@docket/model/notifications';
import { Button, Checkbox, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { type SyntheticEvent, useState } from 'react';
import { addWebhook } from '@docket/model/commands/notification-commands';
import { useClient } from '../../data/hooks.ts';
import { useActor } from '../../data/workspace.ts';
import { useCommit } from '../../ui/use-commit.tsx';
import { SecretStep } from './secret-step.tsx';
import { checkedUrl, newSecret } from './webhook-draft.ts';

/** `onAdd` gets the secret under which the webhook was saved. */
function WebhookForm({ onAdd, onCancel }: { onAdd: (secret: string) => void; onCancel: () => void }) {
  const { database } = useClient().backend;
  const actor = useActor();
  const commit = useCommit();
  const [address, setAddress] = useState('');
  const [chosen, setChosen] = useState<string[]>([...NOTIFICATION_EVENTS]);
  const [submitted, setSubmitted] = useState(false);
  const url = checkedUrl(address);
  const events = chosen.flatMap((event) => notificationEventSchema.safeParse(event).data ?? []);
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    setSubmitted(true);
    if (!url.ok || events.length === 0) return;
    const secret = newSecret();
    const webhook = { url: url.url, events, secret };
    void commit(addWebhook(actor, database.newId(), webhook), 'The webhook could not be added');
    onAdd(secret);
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <TextInput
          label="Address"
          description="A public address that answers a POST within ten seconds with a status of 200 to 299."
          placeholder="https://example.com/docket"
          type="url"
          value={address}
          onChange={(event) => setAddress(event.currentTarget.value)}
          error={submitted && !url.ok && url.message}
          data-autofocus
        />
        <Checkbox.Group
          label="Tell it when"
          value={chosen}
          onChange={setChosen}
          error={submitted && events.length === 0 && 'Choose at least one.'}
        >
          <Stack gap="xs" my="xs">
            {NOTIFICATION_EVENTS.map((event) => (
              <Checkbox key={event} value={event} label={NOTIFICATION_EVENT_LABELS[event]} />
            ))}
          </Stack>
        </Checkbox.Group>
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onCancel}>
            Cancel
          </Button>
          <Button type="submit">Add webhook</Button>
        </Group>
      </Stack>
    </form>
  );
}

export function WebhookDialog({ onClose }: { onClose: () => void }) {
  const [secret, setSecret] = useState<string | null>(null);
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      closeOnClickOutside={secret === null}
      title={<Text fw={620}>{secret === null ? 'New webhook' : 'Keep this secret'}</Text>}
    >
      {secret === null ? (
        <WebhookForm onAdd={setSecret} onCancel={onClose} />
      ) : (
        <SecretStep secret={secret} onDone={onClose} />
      )}
    </Modal>
  );
}
