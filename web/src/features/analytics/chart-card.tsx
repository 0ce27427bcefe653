/**
 * A card with a chart: what it says in a sentence, the chart for the eye alone, and the same figures as a table for everybody
 * who asks for them.
 */
import { Button, Collapse, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { ReactNode } from 'react';

interface Props {
  title: string;
  sentence: string;
  /** Beside the title. */
  control?: ReactNode;
  chart: ReactNode;
  /** The same figures; see `FigureTable`. */
  table: ReactNode;
}

export function ChartCard({ title, sentence, control, chart, table }: Props) {
  const [asTable, shown] = useDisclosure(false);
  return (
    <Paper withBorder p="md" component="section" aria-label={title}>
      <Stack gap="sm">
        <Group justify="space-between" gap="xs">
          <Title order={2} size="h3">
            {title}
          </Title>
          <Group gap="xs">
            {control}
            <Button
              variant="subtle"
              color="ink"
              size="compact-sm"
              onClick={shown.toggle}
              aria-expanded={asTable}
            >
              {asTable ? 'Hide table' : 'Show as table'}
              <span className="docket-hidden"> of {title}</span>
            </Button>
          </Group>
        </Group>
        <Text size="sm" c="dimmed">
          {sentence}
        </Text>
        <div aria-hidden>{chart}</div>
        <Collapse expanded={asTable}>{table}</Collapse>
      </Stack>
    </Paper>
  );
}
