/** The head of a page: where one is, what it is, what can be done. */
import { Anchor, Group, Stack, Text, Title } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';

interface Props {
  title: string;
  /** One line below the title. */
  description?: ReactNode;
  /** The page above this one. */
  parent?: { label: string; to: string };
  /** Beside the title, e.g. a status or a menu. */
  badge?: ReactNode;
  actions?: ReactNode;
}

export function PageHeader({ title, description, parent, badge, actions }: Props) {
  return (
    <Group justify="space-between" align="flex-end" gap="md" component="header">
      <Stack gap={4} style={{ minWidth: 0, flex: '1 1 240px' }}>
        {parent !== undefined && (
          <Group gap={4} component="nav" aria-label="Breadcrumb">
            <Anchor component={Link} to={parent.to} size="sm" c="dimmed" underline="hover">
              {parent.label}
            </Anchor>
            <IconChevronRight size={13} color="var(--mantine-color-dimmed)" aria-hidden />
          </Group>
        )}
        <Group gap="sm">
          <Title order={1} style={{ overflowWrap: 'anywhere' }}>
            {title}
          </Title>
          {badge}
        </Group>
        {description !== undefined && (
          <Text c="dimmed" size="sm" style={{ overflowWrap: 'anywhere' }}>
            {description}
          </Text>
        )}
      </Stack>
      {actions !== undefined && <Group gap="sm">{actions}</Group>}
    </Group>
  );
}
