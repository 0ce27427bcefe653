/** What a correction changes, and the button that follows it. */
import { Button, Group, List, Paper, Stack, Text } from '@mantine/core';
import classes from './columns-section.module.css';
import type { Correction } from './use-correction.ts';

export function CorrectionBar({ correction }: { correction: Correction }) {
  const { changes, block, discard, use } = correction;
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
            {block ?? 'Remembered for files with the same headers. Items you have edited keep your changes.'}
          </Text>
        </Stack>
        <Group gap="sm">
          <Button variant="default" onClick={discard}>
            Discard
          </Button>
          <Button disabled={block !== null} onClick={use}>
            Use these columns and generate again
          </Button>
        </Group>
      </Group>
    </Paper>
  );
}
