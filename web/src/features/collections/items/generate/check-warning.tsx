/** A prominent word on printed totals that do not agree with what was read. */
import type { ItemResults } from '@docket/model/item';
import { Alert, Anchor, List, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import type { FileTable } from '../columns/use-order-tables.ts';
import { failedCheck } from './run-words.ts';

const SHOWN = 5;

/** The failed checks of all tables, in words. */
function failures(tables: readonly FileTable[]): string[] {
  const files = new Set(tables.map(({ fileName }) => fileName));
  return tables.flatMap(({ table, fileName }) =>
    table.checks
      .filter(({ ok }) => !ok)
      .map((check) => failedCheck(check, table.currency, files.size > 1 ? fileName : null)),
  );
}

/** `results` are those of the latest completed run. */
export function CheckWarning({
  results,
  tables,
}: {
  results: ItemResults | null;
  tables: readonly FileTable[];
}) {
  const [all, showAll] = useState(false);
  const said = failures(tables);
  const count = Math.max(said.length, results?.failed_checks ?? 0);
  if (count === 0) return null;
  return (
    <Alert
      color="red"
      title={
        count === 1
          ? 'A printed total differs from what was read'
          : `${count} printed totals differ from what was read`
      }
      icon={<IconAlertTriangle aria-hidden />}
    >
      <Stack gap="xs">
        <List size="sm" spacing={4} style={{ overflowWrap: 'anywhere' }}>
          {said.slice(0, all ? said.length : SHOWN).map((sentence, place) => (
            // Two lines of one style on a page may differ in the same way.
            <List.Item key={`${place} ${sentence}`}>{sentence}</List.Item>
          ))}
        </List>
        {said.length > SHOWN && !all && (
          <Anchor component="button" type="button" size="sm" underline="always" onClick={() => showAll(true)}>
            Show all {said.length}
          </Anchor>
        )}
        <Text size="sm">
          Look whether a line is missing or a column was taken for another one: “How the order was read” below
          shows every column and lets you correct it.
        </Text>
      </Stack>
    </Alert>
  );
}
