/** "How the file was read": every table of a file of parts with its columns, and a person's corrections. */
import type { PartsMapping, PartTable } from '@docket/model/fitment/part-tables';
import { Accordion, Badge, Group, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { NO_DRAFT } from '../../collections/items/columns/column-draft.ts';
import classes from '../../collections/items/columns/columns-section.module.css';
import { CorrectionBar } from '../../collections/items/columns/correction-bar.tsx';
import { AgainButton } from './again-button.tsx';
import { isSure, mappingChanges, mappingOf, type PartDrafts } from './mapping-draft.ts';
import { PartTableCard } from './part-table-card.tsx';

interface Correction {
  /** What following it means. */
  note: string;
  /** The deed that follows it, as a verb: "Import again with these columns". */
  label: string;
  /** How the file was called. */
  fileName: string;
  /** What was sent; null: it is not at hand any more, and to be chosen once more. */
  file: File | null;
  busy: boolean;
  onFile: (file: File, mapping: PartsMapping) => void;
}

interface Props {
  /** In the order of the file. */
  tables: readonly PartTable[];
  /** What was said of the file when it was read. */
  mapping: PartsMapping;
  /** The run has failed: whoever comes here may have to correct a column. */
  failed: boolean;
  /** Null where nothing can be corrected. */
  correction: Correction | null;
}

const NO_DRAFTS: PartDrafts = new Map();

function Summary({ tables }: { tables: readonly PartTable[] }) {
  const used = tables.filter((table) => table.used).length;
  const unsure = tables.filter((table) => !isSure(table)).length;
  return (
    <Group gap="xs">
      <Text size="sm" c="dimmed">
        {used === 0 ? 'No table used' : used === 1 ? '1 table used' : `${used} tables used`}
        {tables.length > used && `, ${tables.length - used} left out`}
      </Text>
      {tables.some(({ corrected }) => corrected) && <Badge color="blue">Corrected by hand</Badge>}
      {unsure > 0 ? <Badge color="yellow">Worth a look</Badge> : <Badge color="green">Sure</Badge>}
    </Group>
  );
}

export function FileTables({ tables, mapping, failed, correction }: Props) {
  const attention = failed || tables.some((table) => !isSure(table));
  const [chosen, setChosen] = useState<boolean | null>(null);
  const [drafts, setDrafts] = useState(NO_DRAFTS);
  const open = chosen ?? attention;
  if (tables.length === 0) return null;
  return (
    <section aria-label="How the file was read">
      <Accordion
        variant="contained"
        radius="lg"
        value={open ? 'tables' : null}
        onChange={(value) => setChosen(value === 'tables')}
        classNames={{ item: classes.item ?? '', content: classes.content ?? '' }}
      >
        <Accordion.Item value="tables">
          <Accordion.Control>
            <Group gap="sm" justify="space-between">
              <Title order={2}>How the file was read</Title>
              <Summary tables={tables} />
            </Group>
          </Accordion.Control>
          <Accordion.Panel>
            {open && (
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
                        fileName={correction.fileName}
                        file={correction.file}
                        busy={correction.busy}
                        onFile={(file) => correction.onFile(file, mappingOf(tables, mapping, drafts))}
                      />
                    }
                  />
                )}
              </Stack>
            )}
          </Accordion.Panel>
        </Accordion.Item>
      </Accordion>
    </section>
  );
}
