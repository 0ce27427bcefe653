/** What a correction changes, and the button that follows it. */
import { Button, Group, List, Paper, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './columns-section.module.css';

interface Props {
  /** As sentences; without any there is no bar. */
  changes: readonly string[];
  /** What following it means, or why it cannot be followed now. */
  note: string;
  onDiscard: () => void;
  /** Follows it. */
  action: ReactNode;
}

export function CorrectionBar({ changes, note, onDiscard, action }: Props) {
  if (changes.length === 0) return null;
  return (
    <Paper withBorder component="section" aria-label="Your correction" className={classes.correction}>
      <Group justify="space-between" gap="md" align="flex-end">
        <Stack gap={4} className={classes.changes}>
          <Text fw={600}>Your correction</Text>
          <List size="sm" spacing={2}>
            {changes.map((change, place) => (
              // Several tables may be left out.
              <List.Item key={`${place} ${change}`}>{change}</List.Item>
            ))}
          </List>
          <Text size="xs" c="dimmed">
            {note}
          </Text>
        </Stack>
        <Group gap="sm">
          <Button variant="default" onClick={onDiscard}>
            Discard
          </Button>
          {action}
        </Group>
      </Group>
    </Paper>
  );
}
