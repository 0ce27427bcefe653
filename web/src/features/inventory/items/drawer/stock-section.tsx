/** How much of an item there is, and the ways to say that it has changed. */
import { adjustmentReasonSchema } from '@docket/model/inventory/inventory-item';
import { LIMITS } from '@docket/model/limits';
import {
  ActionIcon,
  Badge,
  Button,
  Group,
  NumberInput,
  SegmentedControl,
  Select,
  SimpleGrid,
  Stack,
  Text,
  TextInput,
  Title,
} from '@mantine/core';
import { IconMinus, IconPlus } from '@tabler/icons-react';
import { type SyntheticEvent, useState } from 'react';
import { useCan } from '../../../../data/workspace.ts';
import type { Typed } from '../form/item-draft.ts';
import { type InventoryRow, piecesLabel } from '../item-rows.ts';
import classes from '../items.module.css';
import { type Adjustment, useStock } from '../use-stock.ts';
import { MODE_LABELS, MODE_REASONS, planChange, REASON_LABELS, type StockMode } from './stock-change.ts';

const MODES = ['take', 'add', 'count'] as const satisfies readonly StockMode[];

function AdjustmentForm({
  quantity,
  onAdjust,
}: {
  quantity: number;
  onAdjust: (adjustment: Adjustment) => void;
}) {
  const [mode, setMode] = useState<StockMode>('take');
  const [pieces, setPieces] = useState<Typed>(1);
  const [reason, setReason] = useState(MODE_REASONS.take[0] ?? 'count');
  const [note, setNote] = useState('');
  const [submitted, setSubmitted] = useState(false);
  const planned = planChange(mode, pieces, quantity);
  const choose = (value: string) => {
    const next = MODES.find((known) => known === value) ?? 'take';
    setMode(next);
    setReason(MODE_REASONS[next][0] ?? 'count');
    setPieces(next === 'count' ? quantity : 1);
    setSubmitted(false);
  };
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    setSubmitted(!planned.ok);
    if (!planned.ok) return;
    onAdjust({ delta: planned.delta, reason, note: note.trim() });
    setNote('');
    if (mode !== 'count') setPieces(1);
  };
  return (
    <form onSubmit={submit} noValidate aria-label="Adjust stock">
      <Stack gap="sm">
        <SegmentedControl
          fullWidth
          aria-label="What has happened"
          value={mode}
          onChange={choose}
          data={MODES.map((value) => ({ value, label: MODE_LABELS[value] }))}
        />
        <SimpleGrid cols={2} spacing="sm">
          <NumberInput
            label={mode === 'count' ? 'Pieces counted' : 'Pieces'}
            min={0}
            max={LIMITS.stockPieces}
            allowDecimal={false}
            allowNegative={false}
            inputMode="numeric"
            value={pieces}
            onChange={setPieces}
            error={submitted && !planned.ok ? planned.problem : undefined}
          />
          <Select
            label="Reason"
            allowDeselect={false}
            data={MODE_REASONS[mode].map((value) => ({ value, label: REASON_LABELS[value] }))}
            value={reason}
            onChange={(value) => setReason(adjustmentReasonSchema.safeParse(value).data ?? 'count')}
          />
        </SimpleGrid>
        <TextInput
          label="Note"
          placeholder="Optional"
          maxLength={LIMITS.noteCharacters}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <Group justify="flex-end">
          <Button type="submit" variant="default">
            Adjust stock
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

export function StockSection({ row }: { row: InventoryRow }) {
  const mayEdit = useCan('edit');
  const adjust = useStock();
  const { id, item, low } = row;
  const { name, quantity, reorder_level: level } = item;
  const change = (adjustment: Adjustment) => adjust({ id, name, quantity }, adjustment);
  return (
    <section className={classes.section} aria-label="Stock">
      <Title order={3}>Stock</Title>
      <Group gap="sm">
        {mayEdit && (
          <ActionIcon
            variant="default"
            size="lg"
            aria-label="Take one out"
            disabled={quantity === 0}
            onClick={() => change({ delta: -1, reason: 'used', note: '' })}
          >
            <IconMinus size={17} stroke={2} />
          </ActionIcon>
        )}
        <output className={classes.stock}>{piecesLabel(quantity)}</output>
        {mayEdit && (
          <ActionIcon
            variant="default"
            size="lg"
            aria-label="Add one"
            onClick={() => change({ delta: 1, reason: 'returned', note: '' })}
          >
            <IconPlus size={17} stroke={2} />
          </ActionIcon>
        )}
        {low && <Badge color="yellow">Low</Badge>}
        {mayEdit && quantity > 0 && (
          <Button
            variant="default"
            size="compact-md"
            ml="auto"
            onClick={() => change({ delta: -quantity, reason: 'count', note: 'It is empty' })}
          >
            It is empty
          </Button>
        )}
      </Group>
      {low && level !== null && (
        <Text size="sm" c="dimmed">
          It is to be ordered again at {piecesLabel(level)} or fewer.
        </Text>
      )}
      {mayEdit && <AdjustmentForm key={id} quantity={quantity} onAdjust={change} />}
    </section>
  );
}
