/** One delivery: what it told whom, how each attempt went, and a way to send it again. */
import {
  type RunPayload,
  type Webhook,
  WEBHOOK_EVENT_LABELS,
  type WebhookDelivery,
} from '@docket/model/notifications';
import { sendAgain } from '@docket/model/commands/notification-commands';
import { pipelineDefinition } from '@docket/model/pipelines';
import { Accordion, Button, Code, Group, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { Stored } from '../../data/reader.ts';
import { useActor } from '../../data/workspace.ts';
import { StateBadge } from '../../ui/status-badge.tsx';
import { useCommit } from '../../ui/use-commit.tsx';
import { when } from '../collections/history/history-words.ts';
import { useMemberNames } from '../collections/history/use-member-names.ts';
import { useSubjectName } from '../collections/run/use-subject-name.ts';
import { AttemptList } from './attempt-list.tsx';
import { DELIVERY_LOOKS, whyNotAgain } from './delivery-words.ts';
import classes from './notifications.module.css';

function RunTitle({ payload: { event, subject } }: { payload: RunPayload }) {
  const name = useSubjectName(subject);
  return (
    <Text fw={540}>
      {WEBHOOK_EVENT_LABELS[event]}: {name}
    </Text>
  );
}

function Summary({ data }: { data: WebhookDelivery }) {
  const { payload } = data;
  return (
    <Group justify="space-between" gap="xs">
      <div className={classes.text}>
        {payload.event === 'ping' ? (
          <Text fw={540}>{WEBHOOK_EVENT_LABELS.ping}</Text>
        ) : (
          <RunTitle payload={payload} />
        )}
        <Text size="sm" c="dimmed">
          {payload.event !== 'ping' && `${pipelineDefinition(payload.pipeline).label} · `}
          <time dateTime={data.created_at.toISOString()}>{when(data.created_at)}</time> · {data.url}
        </Text>
      </div>
      <StateBadge look={DELIVERY_LOOKS[data.state]} />
    </Group>
  );
}

function SendAgain({ delivery: { id, data }, webhook }: Omit<Props, 'open'>) {
  const actor = useActor();
  const commit = useCommit();
  const obstacle = whyNotAgain(data, webhook);
  if (data.state === 'pending') return null;
  if (obstacle !== null)
    return (
      <Text size="sm" c="dimmed">
        {obstacle}
      </Text>
    );
  const again = () =>
    void commit(
      sendAgain(actor, id, data),
      'The delivery could not be sent again',
      'It is being sent again already, or its webhook was switched off.',
    );
  return (
    <Button size="compact-sm" variant="default" onClick={again}>
      Send again
    </Button>
  );
}

function Details({ delivery, webhook }: Omit<Props, 'open'>) {
  const { id, data } = delivery;
  const nameOf = useMemberNames();
  const [showing, payload] = useDisclosure(false);
  return (
    <Stack gap="sm">
      <AttemptList attempts={data.attempts} />
      {data.replay !== null && (
        <Text size="sm" c="dimmed">
          {nameOf(data.replay.by)} had this sent again on{' '}
          <time dateTime={data.replay.at.toISOString()}>{when(data.replay.at)}</time>.
        </Text>
      )}
      {data.next_attempt_at !== null && data.state === 'pending' && (
        <Text size="sm" c="dimmed">
          Next attempt <time dateTime={data.next_attempt_at.toISOString()}>{when(data.next_attempt_at)}</time>
          .
        </Text>
      )}
      <Group gap="sm">
        <SendAgain delivery={delivery} webhook={webhook} />
        <Button
          size="compact-sm"
          variant="subtle"
          color="ink"
          onClick={payload.toggle}
          aria-expanded={showing}
        >
          {showing ? 'Hide payload' : 'Show payload'}
        </Button>
      </Group>
      {showing && (
        <>
          <Text size="sm" className={classes.id}>
            <Code>Docket-Delivery: {id}</Code>
          </Text>
          <Code block className={classes.sample} tabIndex={0} aria-label="Payload">
            {JSON.stringify(data.payload, null, 2)}
          </Code>
        </>
      )}
    </Stack>
  );
}

interface Props {
  delivery: Stored<WebhookDelivery>;
  /** The webhook that it is for; null when it was deleted. */
  webhook: Webhook | null;
  /** Whether its details are shown. */
  open: boolean;
}

export function DeliveryItem({ delivery, webhook, open }: Props) {
  return (
    <Accordion.Item value={delivery.id}>
      <Accordion.Control>
        <Summary data={delivery.data} />
      </Accordion.Control>
      <Accordion.Panel>{open && <Details delivery={delivery} webhook={webhook} />}</Accordion.Panel>
    </Accordion.Item>
  );
}
