/** What becomes of something, in a few pictures: for pages that are still empty. */
import { Text } from '@mantine/core';
import { IconArrowRight, type TablerIcon } from '@tabler/icons-react';
import classes from './steps-picture.module.css';

interface Step {
  Icon: TablerIcon;
  label: string;
}

export function StepsPicture({ steps }: { steps: readonly Step[] }) {
  return (
    <div className={classes.steps}>
      {steps.map(({ Icon, label }, index) => (
        <div key={label} className={classes.step}>
          {index > 0 && <IconArrowRight size={16} stroke={1.5} className={classes.arrow} />}
          <div className={classes.tile}>
            <Icon size={30} stroke={1.3} />
            <Text size="xs" fw={520}>
              {label}
            </Text>
          </div>
        </div>
      ))}
    </div>
  );
}
