/** Why runs failed, the most frequent cause first. */
import { Paper, Stack, Title } from '@mantine/core';
import classes from './analytics.module.css';
import type { Cause } from './history-rows.ts';
import { causeLabel } from './history-words.ts';

/** `level` is that of the heading. Nothing where nothing has failed. */
export function Causes({ causes, level }: { causes: readonly Cause[]; level: 2 | 3 }) {
  if (causes.length === 0) return null;
  const most = Math.max(...causes.map(({ runs, tries }) => Math.max(runs, tries)));
  return (
    <Paper withBorder p="md" component="section" aria-label="Failures by cause">
      <Stack gap="sm">
        <Title order={level} size="h3">
          Failures by cause
        </Title>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">Cause</th>
              <th scope="col" className={classes.number}>
                Runs
              </th>
              <th scope="col" className={classes.number}>
                Attempts
              </th>
            </tr>
          </thead>
          <tbody>
            {causes.map(({ code, runs, tries }) => (
              <tr key={code}>
                <th scope="row">
                  {causeLabel(code)}
                  <span className={classes.bar} data-failure aria-hidden>
                    <span className={classes.slow} style={{ width: `${(tries / most) * 100}%` }} />
                    <span className={classes.usual} style={{ width: `${(runs / most) * 100}%` }} />
                  </span>
                </th>
                <td className={classes.number}>{runs}</td>
                <td className={classes.number}>{tries}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Stack>
    </Paper>
  );
}
