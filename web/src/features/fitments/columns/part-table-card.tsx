/** One table of a file of parts: where it stands, whether it is used and why, and its columns. */
import {
  PART_ROLE_LABELS,
  PART_ROLES,
  type PartLayout,
  type PartTable,
} from '@docket/model/fitment/part-tables';
import { Badge, Group, Stack, Switch, Text, Title } from '@mantine/core';
import { ColumnStrip } from '../../../ui/column-strip.tsx';
import { Confidence } from '../../../ui/confidence.tsx';
import { draftedRole, withRole, withUse } from '../../collections/items/columns/column-draft.ts';
import classes from '../../collections/items/columns/columns-section.module.css';
import type { PartTableDraft } from './mapping-draft.ts';

const LAYOUT_LABELS: Record<PartLayout, string> = {
  rows: 'A part on each row',
  matrix: 'Part numbers in several columns, vehicles as rows',
};

interface Props {
  table: PartTable;
  draft: PartTableDraft;
  /** Null where nothing can be corrected. */
  onDraft: ((draft: PartTableDraft) => void) | null;
}

function facts({ layout, header_row: row, row_count: rows, part_count: parts }: PartTable): string {
  return [
    LAYOUT_LABELS[layout],
    row === null ? 'no header' : `header in row ${row}`,
    rows === 1 ? '1 row' : `${rows.toLocaleString('en')} rows`,
    parts === 1 ? '1 part number' : `${parts.toLocaleString('en')} part numbers`,
  ].join(' · ');
}

export function PartTableCard({ table, draft, onDraft }: Props) {
  const used = draft.used ?? table.used;
  return (
    <Stack gap="sm" component="section" aria-label={table.sheet} className={classes.table}>
      <Group justify="space-between" gap="sm" align="flex-start">
        <Stack gap={2} className={classes.text}>
          <Group gap="sm">
            <Title order={2} size="h3">
              {table.sheet}
            </Title>
            <Confidence value={table.confidence} label />
            {table.corrected && <Badge color="blue">Read with your correction</Badge>}
          </Group>
          <Text size="sm" c="dimmed">
            {facts(table)}
          </Text>
          <Text size="sm" c="dimmed">
            {table.used ? 'Used' : 'Left out'}: {table.reason}
          </Text>
        </Stack>
        <Switch
          label="Lists parts"
          checked={used}
          disabled={onDraft === null}
          onChange={(event) => onDraft?.(withUse(draft, table, event.currentTarget.checked))}
        />
      </Group>
      {table.columns.length > 0 && (
        <ColumnStrip
          label={`Columns of ${table.sheet}`}
          columns={table.columns}
          roles={PART_ROLES}
          roleLabels={PART_ROLE_LABELS}
          roleOf={(column) => draftedRole(column, draft)}
          onRole={onDraft === null ? null : (column, role) => onDraft(withRole(draft, column, role))}
          muted={!used}
        />
      )}
    </Stack>
  );
}
