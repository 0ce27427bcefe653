/** A state as a small coloured label. */
import type { ProcessingStatusName } from '@docket/model/processing-status';
import { Badge } from '@mantine/core';
import { STATUS_LOOKS } from './status.ts';
import classes from './status-badge.module.css';

interface Props {
  status: ProcessingStatusName;
  /** Instead of the state's own word, where another says more: "Generating items". */
  label?: string;
}

export function StatusBadge({ status, label }: Props) {
  const { label: word, color, live } = STATUS_LOOKS[status];
  return (
    <Badge
      color={color}
      size="md"
      flex="none"
      leftSection={<span className={classes.dot} data-live={live || undefined} />}
    >
      {label ?? word}
    </Badge>
  );
}
