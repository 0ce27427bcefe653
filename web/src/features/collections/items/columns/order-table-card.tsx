/** One table of an order: where it stands, whether it is used and why, its columns, its checks. */
import {
  ORDER_ROLE_LABELS,
  ORDER_ROLES,
  type OrderColumn,
  type OrderLayout,
  type OrderRole,
} from '@docket/model/order';
import { Alert, Badge, Button, Group, Stack, Switch, Text, Title } from '@mantine/core';
import { formatMoney } from '../../results/product-format.ts';
import { ColumnStrip } from '../../../../ui/column-strip.tsx';
import { Confidence } from '../../../../ui/confidence.tsx';
import { draftedRole, withRole, withUse } from './column-draft.ts';
import classes from './columns-section.module.css';
import type { Correction } from './use-correction.ts';
import type { FileTable } from './use-order-tables.ts';

const LAYOUT_LABELS: Record<OrderLayout, string> = {
  'size-columns': 'a column for each size',
  'size-rows': 'a row for each size',
  plain: 'no sizes',
};

interface Props {
  found: FileTable;
  correction: Correction;
  /** Names the file: there are tables of several. */
  showFile: boolean;
  /** Starts a run; null while that is not possible. */
  onGenerate: (() => void) | null;
}

function sentenceStart(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The size whose quantities a column holds. */
function sizeOf(column: OrderColumn, role: OrderRole) {
  const size = column.size ?? column.header;
  if (role !== 'size_quantity' || size === '') return null;
  return (
    <>
      Size <strong>{size}</strong>
    </>
  );
}

function Facts({ found: { table } }: { found: FileTable }) {
  const { layout, line_count: lines, quantity, amount, currency, header_row: row } = table;
  const facts = [
    LAYOUT_LABELS[layout],
    row === null ? 'no header' : `header in row ${row}`,
    ...(table.used ? [`${lines.toLocaleString('en')} lines`, `${quantity.toLocaleString('en')} pieces`] : []),
    ...(table.used && amount !== null ? [formatMoney(amount, currency)] : []),
  ];
  return (
    <Text size="sm" c="dimmed">
      {sentenceStart(facts.join(' · '))}
    </Text>
  );
}

/** That a correction was followed, is remembered, or was taken back, and what can be done about it. */
function Remembered({ found, correction, onGenerate }: Omit<Props, 'showFile'>) {
  const { table } = found;
  const remembered = correction.isRemembered(found);
  if (!table.corrected && !remembered) return null;
  if (!remembered)
    return (
      <Alert color="ink" p="sm">
        <Group justify="space-between" gap="sm">
          <Text size="sm">
            The correction is forgotten. Generate items again to have the order read without it.
          </Text>
          {onGenerate !== null && (
            <Button size="compact-sm" variant="default" onClick={onGenerate}>
              Generate without it
            </Button>
          )}
        </Group>
      </Alert>
    );
  return (
    <Group gap="sm">
      <Badge color="blue">{table.corrected ? 'Read with your correction' : 'Correction remembered'}</Badge>
      {correction.mayCorrect && (
        <Button size="compact-sm" variant="subtle" color="ink" onClick={() => correction.forget(found)}>
          Forget this correction
        </Button>
      )}
    </Group>
  );
}

export function OrderTableCard({ found, correction, showFile, onGenerate }: Props) {
  const { table, fileName } = found;
  const draft = correction.draftOf(found);
  const used = draft.used ?? table.used;
  const fixed = table.fingerprint === null;
  const passed = table.checks.filter(({ ok }) => ok).length;
  const name = sentenceStart(showFile ? `${fileName}, ${table.where}` : table.where);
  return (
    <Stack gap="sm" component="section" aria-label={name} className={classes.table}>
      <Group justify="space-between" gap="sm" align="flex-start">
        <Stack gap={2} className={classes.text}>
          <Group gap="sm">
            <Title order={3}>{name}</Title>
            <Confidence value={table.confidence} label />
          </Group>
          <Facts found={found} />
          <Text size="sm" c="dimmed">
            {table.used ? 'Used' : 'Left out'}: {table.reason}
          </Text>
        </Stack>
        <Switch
          label="Part of the order"
          checked={used}
          disabled={fixed || !correction.mayCorrect}
          onChange={(event) => correction.setDraft(found, withUse(draft, table, event.currentTarget.checked))}
        />
      </Group>
      {fixed && (
        <Text size="sm" className={classes.note}>
          This table has no headers, so a correction could not be remembered and its columns cannot be changed
          here. Add a row of headers to the file and replace it if it was misread.
        </Text>
      )}
      <ColumnStrip
        label={`Columns of ${name}`}
        columns={table.columns}
        roles={ORDER_ROLES}
        roleLabels={ORDER_ROLE_LABELS}
        detail={sizeOf}
        roleOf={(column) => draftedRole(column, draft)}
        onRole={
          fixed || !correction.mayCorrect
            ? null
            : (column, role) => correction.setDraft(found, withRole(draft, column, role))
        }
        muted={!used}
      />
      {passed > 0 && (
        <Text size="sm" c="dimmed">
          {passed === 1
            ? '1 printed figure agrees with what was read.'
            : `${passed} printed figures agree with what was read.`}
        </Text>
      )}
      <Remembered found={found} correction={correction} onGenerate={onGenerate} />
    </Stack>
  );
}
