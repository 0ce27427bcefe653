/** Everything about one fitment: what in the texts led to it, and the decision. */
import type { Decision } from '@docket/model/fitment/fitment-group';
import { Button, Drawer, Group, Paper, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { Confidence } from '../../../ui/confidence.tsx';
import { StateBadge } from '../../../ui/status-badge.tsx';
import type { DecideRow } from './review-columns.tsx';
import classes from './review.module.css';
import { type ReviewRow, yearsLabel } from './review-rows.ts';
import { REVIEW_LOOKS } from './review-words.ts';

interface Props {
  row: ReviewRow;
  /** Null where nothing can be decided. */
  onDecide: DecideRow | null;
  onOnlyPart: (partId: string) => void;
}

const DEEDS = [
  { decision: 'approved', label: 'Approve', color: 'green.8' },
  { decision: 'rejected', label: 'Reject', color: 'red' },
] as const satisfies { decision: Decision; label: string; color: string }[];

/** Each stays in its place, whatever stands: a second click meets the same one, and decides nothing else. */
function Decide({ row, onDecide }: { row: ReviewRow; onDecide: DecideRow }) {
  const { status } = row;
  return (
    <Group gap="xs" grow preventGrowOverflow={false}>
      {DEEDS.map(({ decision, label, color }) => (
        <Button
          key={decision}
          color={color}
          variant={decision === 'approved' ? 'filled' : 'light'}
          aria-pressed={status === decision}
          {...(status === decision && { 'data-disabled': true })}
          onClick={() => onDecide(row, decision)}
        >
          {label}
        </Button>
      ))}
      {status !== 'pending' && (
        <Button variant="default" onClick={() => onDecide(row, null)}>
          Make pending
        </Button>
      )}
    </Group>
  );
}

function ReviewDetails({ row, onDecide, onOnlyPart }: Props) {
  return (
    <div className={classes.details}>
      <div>
        <Title order={2} size="h3">
          {row.make} {row.model}
        </Title>
        <Text size="sm" c="dimmed">
          {yearsLabel(row.from, row.to)}
        </Text>
      </div>
      <Group gap="sm">
        <StateBadge look={REVIEW_LOOKS[row.status]} />
        <Confidence value={row.confidence} label />
      </Group>
      <dl className={classes.facts}>
        <dt>Part</dt>
        <dd>
          <span className={classes.number}>{row.partNumber}</span>
        </dd>
        <dt>Description</dt>
        <dd>{row.description === '' ? '–' : row.description}</dd>
        <dt>Submodel</dt>
        <dd>{row.submodel === '' ? 'All' : row.submodel}</dd>
        {row.qualifiers.length > 0 && (
          <>
            <dt>Only</dt>
            <dd>{row.qualifiers.join(', ')}</dd>
          </>
        )}
      </dl>
      <div className={classes.reasoning}>
        <Text size="xs" fw={560} c="dimmed" component="h3" mb={4}>
          Why
        </Text>
        <Text size="sm">{row.reasoning}</Text>
      </div>
      {onDecide !== null && <Decide row={row} onDecide={onDecide} />}
      <Button variant="subtle" color="ink" size="compact-sm" onClick={() => onOnlyPart(row.partId)}>
        Show only this part
      </Button>
    </div>
  );
}

/** Beside the table: the row that the keyboard is in. */
export function DetailsPanel(props: Props) {
  return (
    <Paper withBorder component="aside" aria-label="Fitment details" className={classes.panel}>
      <ReviewDetails {...props} />
    </Paper>
  );
}

/** Over the table, where there is no room beside it. */
export function DetailsDrawer({
  row,
  onClose,
  ...props
}: Omit<Props, 'row'> & { row: ReviewRow | null; onClose: () => void }) {
  // What was shown stays while the drawer slides away.
  const [last, setLast] = useState(row);
  if (row !== null && row !== last) setLast(row);
  return (
    <Drawer
      opened={row !== null}
      onClose={onClose}
      position="right"
      size="md"
      title={<Text fw={560}>Fitment details</Text>}
    >
      {last !== null && <ReviewDetails row={last} {...props} />}
    </Drawer>
  );
}
