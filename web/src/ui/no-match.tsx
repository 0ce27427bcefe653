/** What a filtered list shows when nothing is left of it: why, and the way back. */
import { Button, Stack, Text } from '@mantine/core';
import { IconSearchOff } from '@tabler/icons-react';

interface Props {
  /** A sentence: "No product matches." */
  children: string;
  /** "Show all products" */
  resetLabel: string;
  onReset: () => void;
}

export function NoMatch({ children, resetLabel, onReset }: Props) {
  return (
    <Stack align="center" gap="sm" py="xl">
      <IconSearchOff size={28} stroke={1.4} color="var(--mantine-color-dimmed)" aria-hidden />
      <Text c="dimmed" ta="center" maw={420} style={{ overflowWrap: 'anywhere' }}>
        {children}
      </Text>
      <Button variant="default" size="compact-md" onClick={onReset}>
        {resetLabel}
      </Button>
    </Stack>
  );
}
