/** Activity where the side of the page is hidden: how much is running, and what. */
import { ActionIcon, Indicator, Popover } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconActivity } from '@tabler/icons-react';
import { ActivityList, useRunningJobs } from './activity-list.tsx';

export function ActivityButton() {
  const count = useRunningJobs().length;
  const [opened, popover] = useDisclosure(false);
  return (
    <Indicator disabled={count === 0} label={count} size={16} offset={5} color="blue.8">
      <Popover opened={opened} onDismiss={popover.close} position="bottom-end" width={280} shadow="md">
        <Popover.Target>
          <ActionIcon
            size="lg"
            onClick={popover.toggle}
            aria-label={count === 0 ? 'Activity' : `Activity, ${count} running`}
          >
            <IconActivity size={19} stroke={1.7} />
          </ActionIcon>
        </Popover.Target>
        <Popover.Dropdown px={6} py={8}>
          <ActivityList onNavigate={popover.close} />
        </Popover.Dropdown>
      </Popover>
    </Indicator>
  );
}
