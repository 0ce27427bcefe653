/** What has happened to the stock of an item: when, how much, why, and by whom. */
import { Button, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useQuery } from '../../../../data/hooks.ts';
import { inventoryQueries, stockAdjustmentReader } from '../../../../data/inventory-records.ts';
import { useWorkspace } from '../../../../data/workspace.ts';
import { RowsSkeleton } from '../../../../ui/loading-state.tsx';
import { when } from '../../../collections/history/history-words.ts';
import { useMemberNames } from '../../../collections/history/use-member-names.ts';
import classes from '../items.module.css';
import { deltaLabel, REASON_LABELS } from './stock-change.ts';

/** Changes that are shown at first. */
const SHOWN = 10;
/** Changes that are read at most. */
const READ = 200;

function Changes({ itemId }: { itemId: string }) {
  const workspace = useWorkspace();
  const nameOf = useMemberNames();
  const [limit, setLimit] = useState(SHOWN);
  // One more than is shown says whether there are more.
  const live = useQuery(inventoryQueries.adjustments(workspace.id, itemId, limit + 1), stockAdjustmentReader);
  if (live.state === 'loading') return <RowsSkeleton rows={2} />;
  if (live.state === 'error')
    return (
      <Text size="sm" c="dimmed" role="alert">
        The history could not be loaded. {live.message}
      </Text>
    );
  const { records } = live.value;
  if (records.length === 0)
    return (
      <Text size="sm" c="dimmed">
        Nothing has ever been in stock.
      </Text>
    );
  return (
    <>
      <ul className={classes.history} aria-label="Stock history">
        {records.slice(0, limit).map(({ id, data: { delta, reason, note, by, at } }) => (
          <li key={id}>
            <span className={classes.delta}>{deltaLabel(delta)}</span>
            <span className={classes.note}>
              {REASON_LABELS[reason]}
              {note !== '' && `: ${note}`}
              <Text size="xs" c="dimmed">
                <time dateTime={at.toISOString()}>{when(at)}</time> · {nameOf(by)}
              </Text>
            </span>
          </li>
        ))}
      </ul>
      {records.length > limit && limit < READ && (
        <Button variant="subtle" color="ink" size="compact-sm" onClick={() => setLimit(READ)}>
          Show more
        </Button>
      )}
    </>
  );
}

export function StockHistory({ itemId }: { itemId: string }) {
  return (
    <section className={classes.section} aria-label="History of the stock">
      <Title order={3}>History</Title>
      <Changes itemId={itemId} />
    </section>
  );
}
