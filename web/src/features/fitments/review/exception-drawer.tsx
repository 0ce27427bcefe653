/** One exception with all its words, over the table. */
import { Drawer, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { PartCell } from './exception-columns.tsx';
import { EXCEPTION_LABELS, EXCEPTION_MEANS, type ExceptionRow } from './exceptions.ts';
import classes from './exceptions.module.css';

/** Null: closed. */
export function ExceptionDrawer({ row, onClose }: { row: ExceptionRow | null; onClose: () => void }) {
  // What was shown stays while the drawer slides away.
  const [last, setLast] = useState(row);
  if (row !== null && row !== last) setLast(row);
  return (
    <Drawer
      opened={row !== null}
      onClose={onClose}
      position="right"
      size="md"
      title={<Text fw={560}>{last === null ? '' : EXCEPTION_LABELS[last.code]}</Text>}
    >
      {last !== null && (
        <Stack gap="md" className={classes.whole}>
          <PartCell row={last} onOpen={null} />
          <Text size="sm">{last.description}</Text>
          <div>
            <Text size="xs" c="dimmed">
              What the text says
            </Text>
            <Text size="sm">{last.words === '' ? 'Nothing' : `“${last.words}”`}</Text>
          </div>
          <div>
            <Text size="xs" c="dimmed">
              Explanation
            </Text>
            <Text size="sm">{last.reasoning}</Text>
          </div>
          <Text size="sm" c="dimmed">
            {EXCEPTION_MEANS[last.code]}
          </Text>
        </Stack>
      )}
    </Drawer>
  );
}
