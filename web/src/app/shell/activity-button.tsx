/** Activity where the side of the page is hidden: how much is running and what needs attention, and the list of it. */
import { ActionIcon, Indicator, Popover } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconActivity } from '@tabler/icons-react';
import { activityCounts, activityLabel } from './activity.ts';
import { ActivityList } from './activity-list.tsx';
import classes from './activity-button.module.css';
import { useActivity } from './use-activity.ts';

export function ActivityButton() {
  const activity = useActivity();
  const { underWay, paused, failed } = activityCounts(activity);
  const count = failed > 0 ? failed : underWay + paused;
  const [opened, popover] = useDisclosure(false);
  return (
    <Indicator
      disabled={count === 0}
      label={count}
      size={16}
      offset={5}
      color={failed > 0 ? 'red.8' : 'blue.8'}
    >
      <Popover
        opened={opened}
        onDismiss={popover.close}
        position="bottom-end"
        width={300}
        shadow="md"
        trapFocus
        returnFocus
      >
        <Popover.Target>
          <ActionIcon size="lg" onClick={popover.toggle} aria-label={activityLabel(activity)}>
            <IconActivity size={19} stroke={1.7} />
          </ActionIcon>
        </Popover.Target>
        <Popover.Dropdown px={6} py={8} className={classes.list} aria-label="Activity">
          <ActivityList activity={activity} onNavigate={popover.close} />
        </Popover.Dropdown>
      </Popover>
    </Indicator>
  );
}
