/** What has failed and waits for somebody, by cause; retried one by one, by cause, or all at once. */
import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconCircleCheck, IconRefresh } from '@tabler/icons-react';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { FailureGroupCard } from './failure-group-card.tsx';
import { isRetryAsked } from './failure-groups.ts';
import classes from './failures.module.css';
import { useAsk } from './use-ask.ts';
import type { Queue } from './use-queue.ts';
import { figure, retryMeans, runsAndImages } from './words.ts';

interface Props extends Pick<Queue, 'groups' | 'failed' | 'asked'> {
  collectionName: (id: string) => string;
}

export function Failures({ groups, failed, asked, collectionName }: Props) {
  const ask = useAsk();
  const [asking, dialog] = useDisclosure(false);
  const total = failed.runs + failed.images;
  const listed = groups.reduce((sum, { images }) => sum + images, 0);
  const allAsked = asked.some((request) => request.action === 'retry_all_failed' && request.cause === null);
  return (
    <Stack gap="sm" component="section" aria-label="Failures">
      <Group justify="space-between" gap="sm">
        <Title order={2}>Failures</Title>
        {total > 0 && (
          <Button
            size="compact-md"
            variant="default"
            leftSection={<IconRefresh size={15} stroke={1.8} aria-hidden />}
            onClick={dialog.open}
            disabled={allAsked}
          >
            {allAsked ? `Asked to retry all (${figure(total)})` : `Retry all failed (${figure(total)})`}
          </Button>
        )}
      </Group>
      {total === 0 && (
        <Group gap={8} wrap="nowrap">
          <IconCircleCheck size={17} stroke={1.8} className={classes.good} aria-hidden />
          <Text size="sm">Nothing has failed that waits for somebody.</Text>
        </Group>
      )}
      {failed.images > listed && (
        <Text size="sm" c="dimmed">
          {figure(listed)} of the {figure(failed.images)} failed images are listed. Retrying all takes every
          one.
        </Text>
      )}
      {groups.map((group) => (
        <FailureGroupCard
          key={group.code}
          group={group}
          partial={failed.images > listed}
          asked={isRetryAsked(asked, group.code)}
          onRetry={() => ask({ action: 'retry_all_failed', cause: group.code })}
          collectionName={collectionName}
        />
      ))}
      <ConfirmDialog
        opened={asking}
        onClose={dialog.close}
        onConfirm={() => ask({ action: 'retry_all_failed', cause: null })}
        title={`Retry ${runsAndImages(failed)}?`}
        confirmLabel={`Retry all ${figure(total)}`}
        keepLabel="Not now"
        harmless
      >
        {retryMeans(failed)}
      </ConfirmDialog>
    </Stack>
  );
}
