/** What was done in each minute of the last hour, drawn and as a table. */
import { Button, Collapse, Group, Paper, ScrollArea, Stack, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMemo, useState } from 'react';
import { useNow } from '../../ui/use-now.ts';
import { MinuteBars } from './minute-bars.tsx';
import classes from './throughput.module.css';
import { type Counted, lastHour, type Minute, together } from './throughput.ts';
import { MinutePicker } from './minute-picker.tsx';
import { clock, figure, minuteSentence } from './words.ts';

const MINUTE_MS = 60_000;

/** Scrolls within itself, also by keyboard. */
function MinuteTable({ minutes }: { minutes: readonly Minute[] }) {
  const eventful = minutes.filter(({ images, runs, failed }) => images + runs + failed > 0).toReversed();
  return (
    <ScrollArea.Autosize
      mah={240}
      viewportProps={{ tabIndex: 0, role: 'region', 'aria-label': 'Throughput by minute' }}
    >
      <table className={classes.table}>
        <caption className="docket-hidden">Throughput of the last hour, the latest minute first</caption>
        <thead>
          <tr>
            <th scope="col">Minute</th>
            <th scope="col">Images</th>
            <th scope="col">Runs completed</th>
            <th scope="col">Runs failed</th>
          </tr>
        </thead>
        <tbody>
          {eventful.map(({ at, images, runs, failed }) => (
            <tr key={at.getTime()}>
              <th scope="row">
                <time dateTime={at.toISOString()}>{clock(at)}</time>
              </th>
              <td>{figure(images)}</td>
              <td>{figure(runs)}</td>
              <td data-failed={failed > 0 || undefined}>{figure(failed)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollArea.Autosize>
  );
}

export function ThroughputCard({ counted }: { counted: readonly Counted[] }) {
  const now = useNow(true, MINUTE_MS);
  const minutes = useMemo(() => lastHour(counted, now), [counted, now]);
  const [picked, setPicked] = useState<number | null>(null);
  const [asTable, table] = useDisclosure(false);
  const sum = together(minutes);
  const nothing = sum.images + sum.runs + sum.failed === 0;
  const minute = picked === null ? undefined : minutes[picked];
  return (
    <Paper
      withBorder
      p="md"
      component="section"
      aria-label="Throughput"
      className={classes.root}
      data-empty={nothing || undefined}
    >
      <Stack gap="sm" className={classes.body}>
        <Group justify="space-between" gap="xs">
          <Title order={2} size="h3">
            Throughput of the last hour
          </Title>
          {!nothing && (
            <Button
              variant="subtle"
              color="ink"
              size="compact-sm"
              onClick={table.toggle}
              aria-expanded={asTable}
            >
              {asTable ? 'Hide table' : 'Show as table'}
            </Button>
          )}
        </Group>
        <Text size="sm" c="dimmed" className={classes.readout}>
          {nothing
            ? 'Nothing has ended in the last hour.'
            : minute === undefined
              ? minuteSentence(sum)
              : `${clock(minute.at)}: ${minuteSentence(minute)}`}
        </Text>
        {!nothing && (
          <MinutePicker minutes={minutes} picked={picked} onPick={setPicked}>
            <MinuteBars
              label="Images a minute"
              values={minutes.map(({ images }) => images)}
              picked={picked}
            />
            <MinuteBars
              label="Runs a minute, failures in red"
              values={minutes.map(({ runs }) => runs)}
              failures={minutes.map(({ failed }) => failed)}
              picked={picked}
            />
            <div className={classes.axis} aria-hidden>
              <span>60 minutes ago</span>
              <span>30</span>
              <span>now</span>
            </div>
          </MinutePicker>
        )}
        <Collapse expanded={asTable && !nothing}>
          <MinuteTable minutes={minutes} />
        </Collapse>
      </Stack>
    </Paper>
  );
}
