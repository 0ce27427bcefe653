/** Every table of a file of parts with its columns, and a person's corrections. */
import type { PartsMapping, PartTable } from '@docket/model/fitment/part-tables';
import type { PartsFile } from '@docket/model/fitment/parts-file';
import { Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { NO_DRAFT } from '../../collections/items/columns/column-draft.ts';
import { CorrectionBar } from '../../collections/items/columns/correction-bar.tsx';
import { AgainButton } from './again-button.tsx';
import { mappingChanges, mappingOf, type PartDrafts } from './mapping-draft.ts';
import { PartTableCard } from './part-table-card.tsx';

/** How a correction is followed. */
interface Correction {
  /** What following it means. */
  note: string;
  /** The deed as a verb: "Import again with these columns". */
  label: string;
  /** What was sent; null: it is not at hand any more. */
  file: File | null;
  busy: boolean;
  onFile: (file: File, mapping: PartsMapping) => void;
}

export interface ReadTablesProps {
  /** In the order of the file; at least one. */
  tables: readonly PartTable[];
  /** The file, with what was said of it when it was read. */
  read: PartsFile;
  /** Null where nothing can be corrected. */
  correction: Correction | null;
}

const NO_DRAFTS: PartDrafts = new Map();

export function ReadTables({ tables, read, correction }: ReadTablesProps) {
  const [drafts, setDrafts] = useState(NO_DRAFTS);
  return (
    <Stack gap="lg">
      <Text size="sm" c="dimmed" maw={760}>
        What each column was taken for.
        {correction !== null && ' Choose another meaning where one is wrong.'}
      </Text>
      {tables.map((table) => (
        <PartTableCard
          key={table.position}
          table={table}
          draft={drafts.get(table.position) ?? NO_DRAFT}
          onDraft={
            correction === null
              ? null
              : (draft) => setDrafts((before) => new Map(before).set(table.position, draft))
          }
        />
      ))}
      {correction !== null && (
        <CorrectionBar
          changes={mappingChanges(tables, drafts)}
          note={correction.note}
          onDiscard={() => setDrafts(NO_DRAFTS)}
          action={
            <AgainButton
              label={correction.label}
              fileName={read.file_name}
              storagePath={read.storage_path}
              file={correction.file}
              busy={correction.busy}
              onFile={(file) => correction.onFile(file, mappingOf(tables, read.mapping, drafts))}
            />
          }
        />
      )}
    </Stack>
  );
}
