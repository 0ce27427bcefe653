/** What has failed for one reason: how often, when last, and each single one on demand. */
import { Button, Collapse, Group, Paper, Text, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconAlertCircle, IconChevronDown } from '@tabler/icons-react';
import { useId } from 'react';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { causeLabel, when } from '../collections/history/history-words.ts';
import { FailureItem } from './failure-item.tsx';
import type { FailureGroup } from '@docket/model/failure-groups';
import classes from './failures.module.css';
import { figure, pipelineLabels, retryMeans, runsAndImages } from './words.ts';

/** As many as are in sight without being asked for. */
const SHOWN = 10;

interface Props {
  group: FailureGroup;
  /** There are more failed images than are known one by one, perhaps also of this cause. */
  partial: boolean;
  /** Whether retrying all of them was asked and is not dealt with yet. */
  asked: boolean;
  onRetry: () => void;
  collectionName: (id: string) => string;
}

export function FailureGroupCard({ group, partial, asked, onRetry, collectionName }: Props) {
  const [open, details] = useDisclosure(false);
  const [whole, list] = useDisclosure(false);
  const [asking, dialog] = useDisclosure(false);
  const panel = useId();
  const { code, message, latest, pipelines, failures } = group;
  const label = causeLabel(code);
  const count = figure(failures.length);
  const retry = partial ? 'Retry all' : `Retry ${count}`;
  const shown = whole ? failures : failures.slice(0, SHOWN);
  return (
    <Paper withBorder className={classes.group} component="section" aria-label={label}>
      <div className={classes.head}>
        <UnstyledButton
          className={classes.toggle}
          onClick={details.toggle}
          aria-expanded={open}
          aria-controls={panel}
        >
          <IconAlertCircle size={19} stroke={1.8} className={classes.icon} aria-hidden />
          <span className={classes.text}>
            <Text span display="block" fw={560}>
              {label} · {runsAndImages(group)}
              <IconChevronDown
                size={14}
                className={classes.chevron}
                data-open={open || undefined}
                aria-hidden
              />
            </Text>
            <Text span display="block" size="sm">
              {message}
            </Text>
            <Text span display="block" size="xs" c="dimmed">
              Latest <time dateTime={latest.toISOString()}>{when(latest)}</time> · {pipelineLabels(pipelines)}
            </Text>
          </span>
        </UnstyledButton>
        <Button
          size="compact-sm"
          variant="default"
          onClick={dialog.open}
          disabled={asked}
          aria-label={asked ? `Asked: ${retry} of ${label}` : `${retry}: ${label}`}
        >
          {asked ? 'Asked' : retry}
        </Button>
      </div>
      <Collapse expanded={open} id={panel}>
        {open && (
          <>
            <ul className={classes.list}>
              {shown.map((failure) => (
                <FailureItem
                  key={`${failure.kind} ${failure.id}`}
                  failure={failure}
                  collectionName={collectionName}
                />
              ))}
            </ul>
            {failures.length > SHOWN && (
              <Group px="md" pb="sm">
                <Button variant="default" size="compact-sm" onClick={list.toggle}>
                  {whole ? `Show the latest ${SHOWN}` : `Show all ${count}`}
                </Button>
              </Group>
            )}
          </>
        )}
      </Collapse>
      <ConfirmDialog
        opened={asking}
        onClose={dialog.close}
        onConfirm={onRetry}
        title={partial ? 'Retry all that failed of this?' : `Retry ${runsAndImages(group)}?`}
        confirmLabel={retry}
        keepLabel="Not now"
        harmless
      >
        {label}. {partial && 'At least: '}
        {retryMeans(group)}
      </ConfirmDialog>
    </Paper>
  );
}
