/** Earlier imports of parts, to be looked at again. Nothing where there are none. */
import { Stack, Text, Title, UnstyledButton } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { fitmentQueries, partsImportReader } from '../../../../data/fitment-records.ts';
import { useQuery } from '../../../../data/hooks.ts';
import { valueOr } from '../../../../data/live.ts';
import { useWorkspace } from '../../../../data/workspace.ts';
import { when } from '../../../collections/history/history-words.ts';
import classes from '../../../inventory/import/import.module.css';
import { importState } from './upload-words.ts';

const SHOWN = 5;

export function RecentImports({ onLook }: { onLook: (importId: string) => void }) {
  const workspace = useWorkspace();
  const recent = useQuery(fitmentQueries.latestPartsImports(workspace.id, SHOWN), partsImportReader);
  const imports = valueOr(recent, { records: [], malformed: [] }).records;
  if (imports.length === 0) return null;
  return (
    <Stack gap="xs" component="section" aria-label="Recent imports">
      <Title order={2} size="h3">
        Recent imports
      </Title>
      <ul className={classes.recent}>
        {imports.map(({ id, data }) => (
          <li key={id}>
            <UnstyledButton className={classes.recentItem} onClick={() => onLook(id)}>
              <span className={classes.text}>
                <Text fw={560}>{data.file_name}</Text>
                <Text size="sm" c="dimmed">
                  {when(data.created_at)} · {importState(data)}
                </Text>
              </span>
              <IconChevronRight size={16} stroke={1.7} aria-hidden />
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </Stack>
  );
}
