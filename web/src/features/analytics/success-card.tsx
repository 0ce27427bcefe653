/** How many of the runs that people did not cancel have completed. */
import { Paper, Progress, Stack, Text, Title } from '@mantine/core';
import { type Outcomes, successRate } from './analytics-view.ts';
import { rateLabel, rateSentence } from './analytics-words.ts';
import classes from './analytics.module.css';

export function SuccessCard({ outcomes }: { outcomes: Outcomes }) {
  const rate = successRate(outcomes);
  return (
    <Paper withBorder p="md" component="section" aria-label="Success rate">
      <Stack gap="sm">
        <Title order={2} size="h3">
          Success rate
        </Title>
        <p className={classes.rate}>{rateLabel(outcomes)}</p>
        {rate !== null && (
          <Progress.Root size={10} aria-hidden className={classes.share} data-failed={rate < 1 || undefined}>
            <Progress.Section value={rate * 100} color="var(--docket-chart-completed)" />
          </Progress.Root>
        )}
        <Text size="sm" c="dimmed">
          {rateSentence(outcomes)}
        </Text>
      </Stack>
    </Paper>
  );
}
