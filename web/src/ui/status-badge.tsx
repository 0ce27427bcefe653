/** A state as a small coloured label. */
import type { ProcessingStatusName } from '@docket/model/processing-status';
import { Badge } from '@mantine/core';
import { STATUS_LOOKS, type StatusLook } from './status.ts';
import classes from './status-badge.module.css';

/** Any state, as it looks. */
export function StateBadge({ look: { label, color, live } }: { look: StatusLook }) {
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

interface Props {
  status: ProcessingStatusName;
  /** Instead of the state's own word, where another says more: "Generating items". */
  label?: string;
}

/** The state of a run. */
export function StatusBadge({ status, label }: Props) {
  const look = STATUS_LOOKS[status];
  return <StateBadge look={label === undefined ? look : { ...look, label }} />;
}
