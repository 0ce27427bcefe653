/** What was told to webhooks, newest first: how each attempt went, and a way to send again what was given up. */
import { NOTIFICATION_EVENT_LABELS, type WebhookDelivery } from '@docket/model/notifications';
import { pipelineDefinition } from '@docket/model/pipelines';
import { Accordion, Button, Card, Code, Group, Stack, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { sendAgain } from '@docket/model/commands/notification-commands';
import { useQuery } from '../../data/hooks.ts';
import type { Stored } from '../../data/reader.ts';
import { queries, webhookDeliveryReader } from '../../data/records.ts';
import { useActor, useWorkspace } from '../../data/workspace.ts';
import { ErrorState } from '../../ui/error-state.tsx';
import { RowsSkeleton } from '../../ui/loading-state.tsx';
import { StateBadge } from '../../ui/status-badge.tsx';
import { useCommit } from '../../ui/use-commit.tsx';
import { when } from '../collections/history/history-words.ts';
import { useSubjectName } from '../collections/run/use-subject-name.ts';
import { attemptOutcome, DELIVERY_LOOKS } from './delivery-words.ts';
import classes from './notifications.module.css';

const SHOWN = 50;

function Summary({ data }: { data: WebhookDelivery }) {
  const { event, pipeline, subject } = data.payload;
  const name = useSubjectName(subject);
  return (
    <Group justify="space-between" gap="xs">
      <div className={classes.text}>
        <Text fw={540}>
          {NOTIFICATION_EVENT_LABELS[event]}: {name}
        </Text>
        <Text size="sm" c="dimmed">
          {pipelineDefinition(pipeline).label} ·{' '}
          <time dateTime={data.created_at.toISOString()}>{when(data.created_at)}</time> · {data.url}
        </Text>
      </div>
      <StateBadge look={DELIVERY_LOOKS[data.state]} />
    </Group>
  );
}

function Details({ delivery: { id, data } }: { delivery: Stored<WebhookDelivery> }) {
  const actor = useActor();
  const commit = useCommit();
  const [showing, payload] = useDisclosure(false);
  const again = () => void commit(sendAgain(actor, id), 'The delivery could not be sent again');
  return (
    <Stack gap="sm">
      {data.attempts.length === 0 ? (
        <Text size="sm" c="dimmed">
          Not tried yet.
        </Text>
      ) : (
        <ol className={classes.attempts} aria-label="Attempts">
          {data.attempts.map((attempt) => (
            <li key={attempt.at.getTime()}>
              <Text size="sm">
                <time dateTime={attempt.at.toISOString()}>{when(attempt.at)}</time>: {attemptOutcome(attempt)}
              </Text>
            </li>
          ))}
        </ol>
      )}
      {data.next_attempt_at !== null && data.state === 'pending' && (
        <Text size="sm" c="dimmed">
          Next attempt <time dateTime={data.next_attempt_at.toISOString()}>{when(data.next_attempt_at)}</time>
          .
        </Text>
      )}
      <Group gap="sm">
        {data.state === 'failed' && (
          <Button size="compact-sm" variant="default" onClick={again}>
            Send again
          </Button>
        )}
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
        <Code block className={classes.sample} tabIndex={0} aria-label="Payload">
          {JSON.stringify(data.payload, null, 2)}
        </Code>
      )}
    </Stack>
  );
}

export function DeliveriesSection() {
  const workspace = useWorkspace();
  const deliveries = useQuery(queries.webhookDeliveries(workspace.id, SHOWN), webhookDeliveryReader);
  const [open, setOpen] = useState<readonly string[]>([]);
  if (deliveries.state === 'error')
    return <ErrorState title="The deliveries could not be loaded" message={deliveries.message} />;
  const records = deliveries.state === 'ready' ? deliveries.value.records : null;
  return (
    <Card component="section" aria-label="Deliveries">
      <Stack gap="md">
        <Stack gap={2}>
          <Title order={2}>Deliveries</Title>
          <Text size="sm" c="dimmed">
            What was told to webhooks. What does not arrive is tried again by itself, after longer and longer
            pauses.
          </Text>
        </Stack>
        {records === null && <RowsSkeleton rows={3} />}
        {records?.length === 0 && (
          <Text c="dimmed">
            Nothing has been delivered yet. When a run ends that a webhook wants to hear of, you see here
            whether it has heard.
          </Text>
        )}
        {records !== null && records.length > 0 && (
          <Accordion
            multiple
            order={3}
            variant="contained"
            value={[...open]}
            onChange={setOpen}
            classNames={{ item: classes.item, label: classes.label }}
          >
            {records.map((delivery) => (
              <Accordion.Item key={delivery.id} value={delivery.id}>
                <Accordion.Control>
                  <Summary data={delivery.data} />
                </Accordion.Control>
                <Accordion.Panel>
                  {open.includes(delivery.id) && <Details delivery={delivery} />}
                </Accordion.Panel>
              </Accordion.Item>
            ))}
          </Accordion>
        )}
      </Stack>
    </Card>
  );
}
