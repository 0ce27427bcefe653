/** The attempts at a delivery, oldest first: when, with what answer, how long that took, and what was wrong. */
import type { DeliveryAttempt } from '@docket/model/notifications';
import { Badge, Group, Text } from '@mantine/core';
import { when } from '../collections/history/history-words.ts';
import { attemptOutcome } from './delivery-words.ts';
import classes from './notifications.module.css';

export function AttemptList({ attempts }: { attempts: readonly DeliveryAttempt[] }) {
  if (attempts.length === 0)
    return (
      <Text size="sm" c="dimmed">
        Not tried yet.
      </Text>
    );
  return (
    <ol className={classes.attempts} aria-label="Attempts">
      {attempts.map((attempt, index) => (
        <li key={`${attempt.at.getTime()}-${index}`} className={classes.attempt}>
          <Group gap="xs" wrap="nowrap">
            <Text size="sm" c="dimmed" component="time" dateTime={attempt.at.toISOString()}>
              {when(attempt.at)}
            </Text>
            {attempt.replay > 0 && (
              <Badge size="sm" color="ink" flex="none">
                Sent again
              </Badge>
            )}
          </Group>
          <Text size="sm" {...(attempt.error === null ? {} : { c: 'red' })}>
            {attemptOutcome(attempt)}
          </Text>
        </li>
      ))}
    </ol>
  );
}
