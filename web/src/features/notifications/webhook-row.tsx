/** One webhook in the list: switched on and off, tested, given another secret, deleted. */
import { activateWebhook, deleteWebhook, sendTest } from '@docket/model/commands/notification-commands';
import { NOTIFICATION_EVENT_LABELS, previousSecretUntil, type Webhook } from '@docket/model/notifications';
import { paths } from '@docket/model/paths';
import { ActionIcon, Button, Group, Switch, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconKey, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useClient, useDocument } from '../../data/hooks.ts';
import type { Stored } from '../../data/reader.ts';
import { webhookDeliveryReader } from '../../data/records.ts';
import { useActor, useWorkspace } from '../../data/workspace.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { useCommit } from '../../ui/use-commit.tsx';
import { useNow } from '../../ui/use-now.ts';
import { when } from '../collections/history/history-words.ts';
import { testOutcome } from './delivery-words.ts';
import classes from './notifications.module.css';
import { SecretDialog } from './secret-dialog.tsx';

const MINUTE_MS = 60_000;

/** What is worth knowing of a webhook besides its events. */
function Notes({ data }: { data: Webhook }) {
  const now = useNow(data.previous_secret !== null, MINUTE_MS);
  const until = previousSecretUntil(data, now);
  const { active, failing } = data;
  return (
    <>
      {until !== null && (
        <Text size="sm" c="dimmed">
          The secret before this one signs as well until{' '}
          <time dateTime={until.toISOString()}>{when(until)}</time>.
        </Text>
      )}
      {!active && failing !== null && (
        <Text size="sm" c="red">
          Docket has switched it off: none of its last {failing.deliveries.toLocaleString('en')} deliveries
          has arrived, the first of them on{' '}
          <time dateTime={failing.since.toISOString()}>{when(failing.since)}</time>. When the receiver works
          again, switch it on, send a test, and send again what was missed.
        </Text>
      )}
    </>
  );
}

/** What has become of the test `id`, live. */
function TestOutcome({ id }: { id: string }) {
  const workspace = useWorkspace();
  const test = useDocument(paths.webhookDelivery(workspace.id, id), webhookDeliveryReader);
  const data = test.state === 'ready' ? (test.value?.data ?? null) : null;
  return (
    <Text size="sm" component="output" c={data?.state === 'failed' ? 'red' : 'dimmed'}>
      {data !== null && testOutcome(data)}
    </Text>
  );
}

export function WebhookRow({ webhook }: { webhook: Stored<Webhook> }) {
  const { id, data } = webhook;
  const { database } = useClient().backend;
  const workspace = useWorkspace();
  const actor = useActor();
  const commit = useCommit();
  const [deleting, deletion] = useDisclosure(false);
  const [renewing, renewal] = useDisclosure(false);
  const [test, setTest] = useState<string | null>(null);
  const events = data.events.map((event) => NOTIFICATION_EVENT_LABELS[event]).join(' · ');
  const send = () => {
    const delivery = database.newId();
    setTest(delivery);
    void commit(sendTest(actor, delivery, id, data), 'The test could not be sent');
  };
  return (
    <li className={classes.row}>
      <div className={classes.text}>
        <Text fw={540}>{data.url}</Text>
        <Text size="sm" c="dimmed">
          {events}
        </Text>
        <Notes data={data} />
        {test !== null && <TestOutcome id={test} />}
      </div>
      <Group gap="sm" wrap="nowrap">
        <Button
          size="compact-sm"
          variant="default"
          disabled={!data.active}
          onClick={send}
          aria-label={`Send a test to ${data.url}`}
        >
          Send a test
        </Button>
        <Text size="sm" c="dimmed" aria-hidden>
          {data.active ? 'On' : 'Off'}
        </Text>
        <Switch
          checked={data.active}
          color="green.7"
          onChange={({ currentTarget }) =>
            void commit(
              activateWebhook(workspace.id, id, currentTarget.checked),
              'The webhook could not be changed',
            )
          }
          aria-label={`Deliver to ${data.url}`}
        />
        <ActionIcon aria-label={`New secret for ${data.url}`} onClick={renewal.open}>
          <IconKey size={17} stroke={1.7} aria-hidden />
        </ActionIcon>
        <ActionIcon aria-label={`Delete ${data.url}`} onClick={deletion.open}>
          <IconTrash size={17} stroke={1.7} aria-hidden />
        </ActionIcon>
      </Group>
      {renewing && <SecretDialog webhook={webhook} onClose={renewal.close} />}
      <ConfirmDialog
        opened={deleting}
        onClose={deletion.close}
        onConfirm={() => void commit(deleteWebhook(workspace.id, id), 'The webhook could not be deleted')}
        title="Delete this webhook?"
        confirmLabel="Delete webhook"
        keepLabel="Keep webhook"
      >
        {data.url} will not be told of anything any more, and what is still to be delivered to it is given up.
        Its secret is gone with it.
      </ConfirmDialog>
    </li>
  );
}
