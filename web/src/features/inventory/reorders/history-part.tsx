/** Reorders that are over, and how long they took. */
import { Button, Stack, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { ReorderRowItem } from './reorder-row-item.tsx';
import type { ReorderRow } from './reorder-rows.ts';
import classes from './reorders.module.css';

/** As many as are in sight without being asked for. */
const SHOWN = 10;

export function HistoryPart({ rows }: { rows: readonly ReorderRow[] }) {
  const [whole, list] = useDisclosure(false);
  const shown = whole ? rows : rows.slice(0, SHOWN);
  return (
    <Stack gap="sm" component="section" aria-label="History" align="stretch">
      <Title order={2}>History</Title>
      {rows.length === 0 && <Text c="dimmed">What has come or was cancelled is listed here.</Text>}
      {shown.length > 0 && (
        <ul className={`${classes.list} ${classes.framed}`}>
          {shown.map((row) => (
            <ReorderRowItem key={row.id} row={row} />
          ))}
        </ul>
      )}
      {rows.length > SHOWN && (
        <Button variant="default" size="compact-md" onClick={list.toggle} style={{ alignSelf: 'flex-start' }}>
          {whole ? `Show the latest ${SHOWN}` : `Show all ${rows.length.toLocaleString('en')}`}
        </Button>
      )}
    </Stack>
  );
}
