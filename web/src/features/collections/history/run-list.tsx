/** Runs as a list, newest first: which, of what, by whom, when, for how long, how it went. Each opens into its details. */
import { Accordion, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { StatusBadge } from '../../../ui/status-badge.tsx';
import { RUN_DOING } from '../run/run-words.ts';
import classes from './history.module.css';
import type { RunRow } from './history-rows.ts';
import { OUTCOME_STATUS, span, when } from './history-words.ts';
import { RunDetails } from './run-details.tsx';

interface Props {
  rows: readonly RunRow[];
  /** What a person is called. */
  nameOf: (uid: string) => string;
  /** What a run's subject is called; null where all have the same. */
  subjectOf: ((row: RunRow) => string) | null;
}

function Summary({ row, nameOf, subjectOf }: { row: RunRow } & Omit<Props, 'rows'>) {
  const subject = subjectOf?.(row) ?? null;
  const { outcome, percentage, ms } = row;
  const figures = [
    ...(ms === null ? [] : [span(ms)]),
    ...(outcome === 'completed' ? [] : [`${percentage}%`]),
  ].join(' · ');
  return (
    <Group justify="space-between" gap="xs" className={classes.summary}>
      <div className={classes.who}>
        <Text fw={560} className={classes.title}>
          {subject === null ? row.label : subject}
        </Text>
        <Text size="sm" c="dimmed">
          {subject !== null && `${row.label} · `}
          {nameOf(row.by)} · <time dateTime={row.createdAt.toISOString()}>{when(row.createdAt)}</time>
        </Text>
      </div>
      <Group gap="sm" wrap="nowrap">
        <Text size="sm" c="dimmed" className={classes.figure}>
          {figures}
        </Text>
        <StatusBadge
          status={OUTCOME_STATUS[outcome]}
          {...(outcome === 'processing' ? { label: RUN_DOING[row.pipeline] } : {})}
        />
      </Group>
    </Group>
  );
}

export function RunList({ rows, nameOf, subjectOf }: Props) {
  // Only what is open is drawn: each run has a dozen lines.
  const [open, setOpen] = useState<readonly string[]>([]);
  return (
    <Accordion
      multiple
      order={3}
      value={[...open]}
      onChange={setOpen}
      variant="contained"
      radius="lg"
      classNames={{ item: classes.item, control: classes.control, label: classes.controlLabel }}
    >
      {rows.map((row) => (
        <Accordion.Item key={row.id} value={row.id}>
          <Accordion.Control>
            <Summary row={row} nameOf={nameOf} subjectOf={subjectOf} />
          </Accordion.Control>
          <Accordion.Panel>{open.includes(row.id) && <RunDetails row={row} />}</Accordion.Panel>
        </Accordion.Item>
      ))}
    </Accordion>
  );
}
