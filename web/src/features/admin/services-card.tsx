/** The circuit breakers: which external services have given trouble, and when they are asked again. */
import { formatDuration } from '@docket/model/progress-label';
import { Code, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useQuery } from '../../data/hooks.ts';
import { breakerReader, queueQueries } from '../../data/queue-records.ts';
import { useWorkspace } from '../../data/workspace.ts';
import { RowsSkeleton } from '../../ui/loading-state.tsx';
import { StateBadge } from '../../ui/status-badge.tsx';
import { useNow } from '../../ui/use-now.ts';
import { type BreakerView, SERVICE_KINDS, troubled } from './breaker-view.ts';
import classes from './services-card.module.css';
import { BREAKER_LOOKS, clock, some } from './words.ts';

function sentence({ state, retryAt }: BreakerView, now: Date): string {
  switch (state) {
    case 'closed':
      return 'It is still called.';
    case 'half_open':
      return 'It is tried once; if it answers, everything goes on.';
    case 'open': {
      if (retryAt === null || retryAt <= now) return 'Whatever needs it next tries it again.';
      const left = formatDuration(retryAt.getTime() - now.getTime());
      return `It is left alone until ${clock(retryAt)} (${left}); what needs it waits.`;
    }
  }
}

function Service({ breaker, now }: { breaker: BreakerView; now: Date }) {
  const { name, kind, state, failures, lastError } = breaker;
  return (
    <li className={classes.service}>
      <Group justify="space-between" gap="xs" wrap="nowrap" align="flex-start">
        <Text fw={560} className={classes.name}>
          {name}{' '}
          <Text span size="sm" c="dimmed" fw={400}>
            {SERVICE_KINDS[kind]}
          </Text>
        </Text>
        <StateBadge look={BREAKER_LOOKS[state]} />
      </Group>
      <Text size="sm" className={classes.figures}>
        {some(failures, 'failure')} in the last hour. {sentence(breaker, now)}
      </Text>
      {lastError !== null && <Code className={classes.error}>{lastError}</Code>}
    </li>
  );
}

export function ServicesCard() {
  const workspace = useWorkspace();
  const breakers = useQuery(queueQueries.breakers(workspace.id), breakerReader);
  const now = useNow(true);
  const shown = breakers.state === 'ready' ? troubled(breakers.value.records, now) : [];
  return (
    <Paper withBorder p="md" component="section" aria-label="External services">
      <Stack gap="sm">
        <Title order={2} size="h3">
          External services
        </Title>
        {breakers.state === 'loading' && <RowsSkeleton rows={1} />}
        {breakers.state === 'error' && (
          <Text size="sm" role="alert">
            Their state could not be loaded. {breakers.message}
          </Text>
        )}
        {breakers.state === 'ready' && shown.length === 0 && (
          <Group gap={8} wrap="nowrap">
            <IconCircleCheck size={17} stroke={1.8} className={classes.good} aria-hidden />
            <Text size="sm">All services that are needed answer.</Text>
          </Group>
        )}
        {shown.length > 0 && (
          <ul className={classes.list}>
            {shown.map((breaker) => (
              <Service key={breaker.id} breaker={breaker} now={now} />
            ))}
          </ul>
        )}
      </Stack>
    </Paper>
  );
}
