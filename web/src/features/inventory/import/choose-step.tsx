/** The first step of an import: choosing a file, or looking at an earlier import again. */
import { formatBytes, LIMITS } from '@docket/model/limits';
import { Alert, Loader, Stack, Text, Title, UnstyledButton } from '@mantine/core';
import { IconAlertCircle, IconChevronRight } from '@tabler/icons-react';
import { useState } from 'react';
import { useQuery } from '../../../data/hooks.ts';
import { valueOr } from '../../../data/live.ts';
import { inventoryImportReader, type StoredImport, supplyQueries } from '../../../data/supply-records.ts';
import { useWorkspace } from '../../../data/workspace.ts';
import { FileDrop } from '../../../ui/file-drop.tsx';
import { when } from '../../collections/history/history-words.ts';
import classes from './import.module.css';
import { importState } from './import-words.ts';
import { type ItemTable, readItemFile, sizeProblem } from './read-file.ts';

const ENDINGS = ['.csv', '.tsv', '.txt', 'text/csv'];
const UNREADABLE = 'This file could not be opened. It may have been moved or deleted.';

interface Props {
  onTable: (file: File, table: ItemTable) => void;
  onLook: (importId: string) => void;
}

function RecentImports({ imports, onLook }: { imports: readonly StoredImport[]; onLook: Props['onLook'] }) {
  return (
    <Stack gap="xs" component="section" aria-label="Recent imports">
      <Title order={3}>Recent imports</Title>
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

export function ChooseStep({ onTable, onLook }: Props) {
  const workspace = useWorkspace();
  const recent = useQuery(supplyQueries.latestImports(workspace.id), inventoryImportReader);
  const imports = valueOr(recent, { records: [], malformed: [] }).records;
  const [problem, setProblem] = useState<string | null>(null);
  const [reading, setReading] = useState(false);
  const read = async ([file, ...others]: readonly File[]) => {
    if (file === undefined) return;
    const refused = others.length > 0 ? 'Choose one file at a time.' : sizeProblem(file.name, file.size);
    setProblem(refused);
    if (refused !== null) return;
    setReading(true);
    try {
      const result = readItemFile(file.name, new Uint8Array(await file.arrayBuffer()));
      if (result.ok) onTable(file, result.table);
      else setProblem(result.reason);
    } catch {
      setProblem(UNREADABLE);
    } finally {
      setReading(false);
    }
  };
  return (
    <Stack gap="md">
      <Text size="sm" c="dimmed">
        The first row names the columns, each further row is an item. Items that are here already are updated:
        they are told by their SKU, or where there is none by name, category and location.
      </Text>
      <FileDrop
        label="Items"
        hint={`CSV, up to ${LIMITS.importRows.toLocaleString('en')} rows and ${formatBytes(LIMITS.importBytes)}`}
        endings={ENDINGS}
        disabled={reading}
        onFiles={(files) => void read(files)}
      />
      {reading && <Loader size="sm" aria-label="Reading the file" />}
      {problem !== null && (
        <Alert color="red" icon={<IconAlertCircle size={18} aria-hidden />} role="alert">
          {problem}
        </Alert>
      )}
      {imports.length > 0 && <RecentImports imports={imports} onLook={onLook} />}
    </Stack>
  );
}
