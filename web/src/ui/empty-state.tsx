/** What a place shows while it holds nothing: what will be here, and how to get it. */
import { Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './empty-state.module.css';

interface Props {
  /** A drawing or an icon; decorative. */
  picture?: ReactNode;
  title: string;
  children: ReactNode;
  action?: ReactNode;
}

export function EmptyState({ picture, title, children, action }: Props) {
  return (
    <Stack align="center" gap="sm" className={classes.root}>
      {picture !== undefined && <div aria-hidden>{picture}</div>}
      <Title order={2} ta="center">
        {title}
      </Title>
      <Text c="dimmed" component="div" ta="center" maw={460}>
        {children}
      </Text>
      {action}
    </Stack>
  );
}
