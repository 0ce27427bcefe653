/** The frame of what is said about an invitation. */
import { Card, Center, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { Brand } from '../../../app/brand.tsx';
import { PageTitle } from '../../../ui/page-title.tsx';

interface Props {
  title: string;
  message: ReactNode;
  /** What can be done, the main thing first. */
  children?: ReactNode;
}

export function JoinCard({ title, message, children }: Props) {
  return (
    <Center mih="100dvh" p="md" component="main">
      <PageTitle>{title}</PageTitle>
      <Stack gap="lg" w="100%" maw={420}>
        <Brand size={30} />
        <Card padding="lg" shadow="md">
          <Stack gap="md">
            <Title order={1} style={{ overflowWrap: 'anywhere' }}>
              {title}
            </Title>
            <Text c="dimmed" component="div" style={{ overflowWrap: 'anywhere' }}>
              {message}
            </Text>
            {children}
          </Stack>
        </Card>
      </Stack>
    </Center>
  );
}
