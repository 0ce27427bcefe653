/** A state as a small coloured label. */
import type { ProcessingStatusName } from '@docket/model/processing-status';
import { Badge } from '@mantine/core';
import { STATUS_LOOKS } from './status.ts';
import classes from './status-badge.module.css';

export function StatusBadge({ status }: { status: ProcessingStatusName }) {
  const { label, color, live } = STATUS_LOOKS[status];
  return (
    <Badge
      color={color}
      size="md"
      flex="none"
      leftSection={<span className={classes.dot} data-live={live || undefined} />}
    >
      {label}
    </Badge>
  );
}
