/** The places that are told of the end of runs. For owners alone: others may not read them. */
import { LIMITS } from '@docket/model/limits';
import { Button, Card, Collapse, Group, Stack, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '../../data/hooks.ts';
import { queries, webhookReader } from '../../data/records.ts';
import { useWorkspace } from '../../data/workspace.ts';
import { ErrorState } from '../../ui/error-state.tsx';
import { RowsSkeleton } from '../../ui/loading-state.tsx';
import classes from './notifications.module.css';
import { Verification } from './verification.tsx';
import { WebhookDialog } from './webhook-dialog.tsx';
import { WebhookRow } from './webhook-row.tsx';

/** How to verify deliveries, for whoever wants to know. */
function Instructions() {
  const [showing, instructions] = useDisclosure(false);
  return (
    <div>
      <Button
        variant="subtle"
        color="ink"
        size="compact-sm"
        onClick={instructions.toggle}
        aria-expanded={showing}
      >
        How to verify deliveries
      </Button>
      <Collapse expanded={showing} pt="xs">
        <Verification />
      </Collapse>
    </div>
  );
}

export function WebhooksSection() {
  const workspace = useWorkspace();
  const webhooks = useQuery(queries.webhooks(workspace.id), webhookReader);
  const [adding, dialog] = useDisclosure(false);
  if (webhooks.state === 'error')
    return <ErrorState title="The webhooks could not be loaded" message={webhooks.message} />;
  const records =
    webhooks.state === 'ready'
      ? webhooks.value.records.toSorted((a, b) => a.data.created_at.getTime() - b.data.created_at.getTime())
      : null;
  const full = (records?.length ?? 0) >= LIMITS.webhooks;
  return (
    <Card component="section" aria-label="Webhooks">
      <Stack gap="md">
        <Group justify="space-between" align="flex-start" gap="sm">
          <Stack gap={2} className={classes.text}>
            <Title order={2}>Webhooks</Title>
            <Text size="sm" c="dimmed">
              Programs of yours that are told, by a signed POST, when a run of this workspace has ended.
            </Text>
          </Stack>
          <Button
            leftSection={<IconPlus size={16} stroke={2} aria-hidden />}
            onClick={dialog.open}
            disabled={full}
          >
            Add webhook
          </Button>
        </Group>
        {records === null && <RowsSkeleton rows={2} />}
        {records?.length === 0 && (
          <Text c="dimmed">
            There is none yet. Add the address of your shop system or your chat, and it hears of a finished
            deck the moment you do.
          </Text>
        )}
        {records !== null && records.length > 0 && (
          <ul className={classes.list} aria-label="Webhooks">
            {records.map((webhook) => (
              <WebhookRow key={webhook.id} webhook={webhook} />
            ))}
          </ul>
        )}
        {full && (
          <Text size="sm" c="dimmed">
            A workspace has up to {LIMITS.webhooks} webhooks.
          </Text>
        )}
        {records !== null && records.length > 0 && <Instructions />}
      </Stack>
      {adding && <WebhookDialog onClose={dialog.close} />}
    </Card>
  );
}
