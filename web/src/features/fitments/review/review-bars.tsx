/** What can be done with many fitments at once: with what is selected, and with what Docket is sure of. */
import type { Decision } from '@docket/model/fitment/fitment-group';
import { Button, Group, Loader, Paper, Text } from '@mantine/core';
import classes from './review.module.css';
import { CONFIDENT } from './review-filter.ts';
import type { Saving } from './use-review-actions.tsx';
import { fitments } from './review-words.ts';

interface SelectionProps {
  selected: number;
  /** How many of them the filter hides. */
  hidden: number;
  /** How many of them others have decided on since they were selected. */
  overtaken: number;
  /** How many the filter shows, and how many of those are not selected. */
  shown: number;
  unselected: number;
  onSelectAll: () => void;
  onClear: () => void;
  /** Takes those that others have decided on as well. */
  onIncludeOvertaken: () => void;
  onDecide: (decision: Decision | null) => void;
}

export function SelectionBar(props: SelectionProps) {
  const { selected, hidden, overtaken, shown, unselected } = props;
  const { onSelectAll, onClear, onIncludeOvertaken, onDecide } = props;
  return (
    <Paper
      withBorder
      component="section"
      aria-label="Selected fitments"
      className={classes.bar}
      data-selected
    >
      <Group gap="xs" className={classes.barText}>
        <Text size="sm" fw={600} component="output">
          {selected.toLocaleString('en')} selected
          {hidden > 0 && `, ${hidden.toLocaleString('en')} of them not shown`}
        </Text>
        {unselected > 0 && (
          <Button size="compact-sm" variant="subtle" color="ink" onClick={onSelectAll}>
            Select all {shown.toLocaleString('en')} matching
          </Button>
        )}
        <Button size="compact-sm" variant="subtle" color="ink" onClick={onClear}>
          Clear selection
        </Button>
      </Group>
      <Group gap="xs">
        <Button size="compact-md" color="green.8" onClick={() => onDecide('approved')}>
          Approve
        </Button>
        <Button size="compact-md" color="red" variant="light" onClick={() => onDecide('rejected')}>
          Reject
        </Button>
        <Button size="compact-md" variant="default" onClick={() => onDecide(null)}>
          Make pending
        </Button>
      </Group>
      {overtaken > 0 && (
        <Group gap="xs" w="100%">
          <Text size="sm" className={classes.barText} component="output">
            {overtaken === 1
              ? '1 of them has been decided on since you selected it, and is left as it is.'
              : `${overtaken.toLocaleString('en')} of them have been decided on since you selected them, and are left as they are.`}
          </Text>
          <Button size="compact-sm" variant="default" onClick={onIncludeOvertaken}>
            Decide on {overtaken === 1 ? 'it' : 'them'} as well
          </Button>
        </Group>
      )}
    </Paper>
  );
}

interface ConfidentProps {
  /** Pending fitments that Docket is sure of. */
  count: number;
  onApprove: () => void;
  onLook: () => void;
}

/** Offers the first step: what Docket is sure of, in one go. Where there is none, how to select. */
export function ConfidentBar({ count, onApprove, onLook }: ConfidentProps) {
  if (count < 2)
    return (
      <Paper withBorder component="section" aria-label="A first step" className={classes.bar}>
        <Text size="sm" c="dimmed" className={classes.quiet}>
          Select fitments to decide on several at once.
        </Text>
      </Paper>
    );
  return (
    <Paper withBorder component="section" aria-label="A first step" className={classes.bar}>
      <Text size="sm" className={classes.barText}>
        <strong>{fitments(count)}</strong> are pending with a confidence of {CONFIDENT} % or more.
      </Text>
      <Group gap="xs">
        <Button size="compact-md" variant="default" onClick={onLook}>
          Look at them
        </Button>
        <Button size="compact-md" onClick={onApprove}>
          Approve all<span className={classes.more}>&nbsp;with confidence</span>&nbsp;≥ {CONFIDENT} %
        </Button>
      </Group>
    </Paper>
  );
}

/** A large decision that is on its way: it is on screen already. */
export function SavingNote({ saving }: { saving: Saving | null }) {
  return (
    <output>
      {saving !== null && (
        <Group gap="xs">
          <Loader size={14} color="ink" aria-hidden />
          <Text size="sm" c="dimmed">
            Saving {saving.fitments.toLocaleString('en')} decisions
            {saving.of > 1 && `, ${saving.done} of ${saving.of} portions`}…
          </Text>
        </Group>
      )}
    </output>
  );
}
