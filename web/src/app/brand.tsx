/** The name with its sign: a docket slip. */
import { Group, Text } from '@mantine/core';

export function Brand({ size = 24 }: { size?: number }) {
  return (
    <Group gap={8} wrap="nowrap">
      <img src="/favicon.svg" width={size} height={size} alt="" />
      <Text fw={650} size={size > 26 ? 'xl' : 'lg'} style={{ letterSpacing: '-0.02em' }}>
        Docket
      </Text>
    </Group>
  );
}
