/** One run in full: its phases, every try of each with how long it took and why it failed, its pauses. */
import { Button, Code, Group, Stack, Text } from '@mantine/core';
import { IconCheck, IconMinus, IconX } from '@tabler/icons-react';
import { useCan } from '../../../data/workspace.ts';
import { useRequestJob } from '../run/use-request-job.ts';
import classes from './history.module.css';
import type { PhaseRow, RunRow, TryRow } from './history-rows.ts';
import { span, TRY_WORDS } from './history-words.ts';

const STATE_WORDS: Record<PhaseRow['state'], string> = {
  running: 'under way',
  succeeded: 'done',
  failed: 'failed',
  lost: 'lost its worker',
  cancelled: 'cancelled',
  waited: 'waits for a service',
  skipped: 'not needed',
  waiting: 'not reached',
};

function Mark({ state }: { state: PhaseRow['state'] }) {
  switch (state) {
    case 'succeeded':
      return <IconCheck size={12} stroke={2.6} aria-hidden />;
    case 'failed':
    case 'lost':
      return <IconX size={12} stroke={2.6} aria-hidden />;
    case 'running':
    case 'cancelled':
    case 'waited':
    case 'skipped':
    case 'waiting':
      return <IconMinus size={12} stroke={2.6} aria-hidden />;
  }
}

function Try({ attempt: { attempt, outcome, ms, error } }: { attempt: TryRow }) {
  return (
    <li>
      <Text size="sm" className={classes.try} data-outcome={outcome}>
        Attempt {attempt} {TRY_WORDS[outcome]}
        {ms !== null && ` after ${span(ms)}`}
        {outcome === 'failed' && error !== null ? `: ${error.message}` : '.'}
      </Text>
      {error !== null && (
        <Code className={classes.code}>{[error.code, error.details].filter(Boolean).join(' · ')}</Code>
      )}
    </li>
  );
}

function Phase({ phase }: { phase: PhaseRow }) {
  const { state, label, tries, ms } = phase;
  const eventful = tries.length > 1 || tries.some(({ outcome }) => outcome !== 'succeeded');
  const reached = tries.length > 0;
  return (
    <li className={classes.phase} data-state={state}>
      <span className={classes.mark}>
        <Mark state={state} />
      </span>
      <div className={classes.body}>
        <Group justify="space-between" wrap="nowrap" gap="sm">
          <Text size="sm" className={classes.label}>
            {label}
            <span className="docket-hidden">, {STATE_WORDS[state]}</span>
          </Text>
          <Text size="sm" c="dimmed" className={classes.figure}>
            {reached ? span(ms) : STATE_WORDS[state]}
          </Text>
        </Group>
        {eventful && (
          <ul className={classes.tries}>
            {tries.map((attempt) => (
              <Try key={attempt.startedAt.getTime()} attempt={attempt} />
            ))}
          </ul>
        )}
      </div>
    </li>
  );
}

/** What can be done about a failure. */
function FailureActions({ row }: { row: RunRow }) {
  const request = useRequestJob();
  const mayEdit = useCan('edit');
  if (!mayEdit || !(row.retryable || row.dismissable)) return null;
  return (
    <Group gap="sm">
      {row.retryable && (
        <Button size="compact-sm" variant="default" onClick={() => request(row.id, 'retry')}>
          Retry
        </Button>
      )}
      {row.dismissable && (
        <Button size="compact-sm" variant="subtle" color="ink" onClick={() => request(row.id, 'dismiss')}>
          Dismiss
        </Button>
      )}
    </Group>
  );
}

/** Why the run failed, unless one of its tries says so itself. */
function unsaidFailure({ outcome, error, phases }: RunRow): string | null {
  if (outcome !== 'failed' || error === null) return null;
  const said = phases.some(({ tries }) =>
    tries.some((attempt) => attempt.outcome === 'failed' && attempt.error?.message === error.message),
  );
  return said ? null : error.message;
}

export function RunDetails({ row }: { row: RunRow }) {
  const unsaid = unsaidFailure(row);
  return (
    <Stack gap="sm">
      {unsaid !== null && (
        <Text size="sm" className={classes.try} data-outcome="failed">
          {unsaid}
        </Text>
      )}
      <ol className={classes.phases} aria-label={row.stepWord === 'Phase' ? 'Phases' : 'Steps'}>
        {row.phases.map((phase) => (
          <Phase key={phase.number} phase={phase} />
        ))}
      </ol>
      {row.pausedMs > 0 && (
        <Text size="sm" c="dimmed">
          Paused for {span(row.pausedMs)} in all. Pauses do not count as work.
        </Text>
      )}
      <FailureActions row={row} />
    </Stack>
  );
}
