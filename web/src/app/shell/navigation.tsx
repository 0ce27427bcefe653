/** The side of the page: the workspace, its parts, what is running, the account. */
import type { Member } from '@docket/model/workspace';
import { AppShell, Badge, Group, NavLink, ScrollArea, Stack, Text } from '@mantine/core';
import {
  IconActivityHeartbeat,
  IconBox,
  IconCar,
  IconChartBar,
  IconPhoto,
  IconStack2,
  IconTags,
} from '@tabler/icons-react';
import { NavLink as RouterLink } from 'react-router';
import { useCan, useWorkspace } from '../../data/workspace.ts';
import { urls } from '../../urls.ts';
import { Brand } from '../brand.tsx';
import { AccountMenu } from './account-menu.tsx';
import { activityCounts, attentionLabel } from './activity.ts';
import { ActivityList } from './activity-list.tsx';
import { ColorSchemeToggle } from './color-scheme-toggle.tsx';
import classes from './navigation.module.css';
import { useActivity } from './use-activity.ts';
import { WorkspaceMenu } from './workspace-menu.tsx';

interface Props {
  /** Of the signed-in person. */
  memberships: readonly Member[];
  /** On a phone the menu closes when it has been used. */
  onNavigate: () => void;
}

/** A part of its own, so that news of runs draws nothing else. */
function NavigationActivity({ onNavigate }: { onNavigate: () => void }) {
  const activity = useActivity();
  const { failed } = activityCounts(activity);
  return (
    <Stack gap={4} mt="lg" component="section" aria-label="Activity">
      <Group justify="space-between" px={10} mih={22}>
        <Text size="xs" fw={560} c="dimmed">
          Activity
        </Text>
        {failed > 0 && (
          <Badge size="sm" color="red">
            {attentionLabel(failed)}
          </Badge>
        )}
      </Group>
      <ActivityList activity={activity} onNavigate={onNavigate} />
    </Stack>
  );
}

export function Navigation({ memberships, onNavigate }: Props) {
  const workspace = useWorkspace();
  const mayAdminister = useCan('administer');
  return (
    <>
      <AppShell.Section>
        <Group justify="space-between" mb="sm" px={4} visibleFrom="sm">
          <Brand />
          <ColorSchemeToggle />
        </Group>
        <WorkspaceMenu memberships={memberships} />
      </AppShell.Section>
      <AppShell.Section grow component={ScrollArea} mt="md">
        <nav aria-label="Main">
          <NavLink
            component={RouterLink}
            to={urls.collections(workspace.id)}
            label="Collections"
            leftSection={<IconStack2 size={17} stroke={1.7} aria-hidden />}
            onClick={onNavigate}
            className={classes.link}
          />
          <NavLink
            component={RouterLink}
            to={urls.images(workspace.id)}
            label="Images"
            leftSection={<IconPhoto size={17} stroke={1.7} aria-hidden />}
            onClick={onNavigate}
            className={classes.link}
          />
          <NavLink
            component={RouterLink}
            to={urls.inventory(workspace.id)}
            label="Inventory"
            leftSection={<IconBox size={17} stroke={1.7} aria-hidden />}
            onClick={onNavigate}
            className={classes.link}
          />
          <NavLink
            component={RouterLink}
            to={urls.listings(workspace.id)}
            label="My Items"
            leftSection={<IconTags size={17} stroke={1.7} aria-hidden />}
            onClick={onNavigate}
            className={classes.link}
          />
          <NavLink
            component={RouterLink}
            to={urls.fitments(workspace.id)}
            label="Fitments"
            leftSection={<IconCar size={17} stroke={1.7} aria-hidden />}
            onClick={onNavigate}
            className={classes.link}
          />
          <NavLink
            component={RouterLink}
            to={urls.analytics(workspace.id)}
            label="Analytics"
            leftSection={<IconChartBar size={17} stroke={1.7} aria-hidden />}
            onClick={onNavigate}
            className={classes.link}
          />
          {mayAdminister && (
            <NavLink
              component={RouterLink}
              to={urls.queue(workspace.id)}
              label="Processing queue"
              leftSection={<IconActivityHeartbeat size={17} stroke={1.7} aria-hidden />}
              onClick={onNavigate}
              className={classes.link}
            />
          )}
        </nav>
        <NavigationActivity onNavigate={onNavigate} />
      </AppShell.Section>
      <AppShell.Section className={classes.foot}>
        <Group justify="space-between" wrap="nowrap">
          <AccountMenu onNavigate={onNavigate} />
          <Group hiddenFrom="sm">
            <ColorSchemeToggle />
          </Group>
        </Group>
      </AppShell.Section>
    </>
  );
}
