/** Changes a price of many items by an amount or by per cent, with an example before it is done. */
import type { ItemEdits } from '@docket/model/item';
import { Button, Group, Modal, NumberInput, SegmentedControl, Select, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { formatMoney } from '../../results/product-format.ts';
import { priceEdit, type PriceStep, steppedPrice } from '../item-changes.ts';
import type { ItemRow } from '../item-rows.ts';
import { FIELD_LABELS, PRICE_FIELDS, type PriceField } from '../item-values.ts';
import { type PriceMode, readStep } from './price-step.ts';

interface Props {
  /** The selected items. */
  rows: readonly ItemRow[];
  onApply: (label: string, edit: (row: ItemRow) => ItemEdits | null) => void;
  onClose: () => void;
}

const PRICE_CHOICES = PRICE_FIELDS.map((field) => ({ value: field, label: FIELD_LABELS[field] }));

/** What will happen, with the first item as an example. */
function Preview({
  rows,
  field,
  step,
}: {
  rows: readonly ItemRow[];
  field: PriceField;
  step: PriceStep | null;
}) {
  const priced = rows.filter(({ shown }) => shown[field] !== null);
  const [first] = priced;
  const without = rows.length - priced.length;
  const price = first?.shown[field] ?? null;
  return (
    <Text size="sm" c="dimmed" component="output">
      {first !== undefined && price !== null && step !== null && (
        <>
          {first.shown.name}: {formatMoney(price, first.shown.currency)} →{' '}
          {formatMoney(steppedPrice(price, step), first.shown.currency)}.{' '}
        </>
      )}
      {without > 0 &&
        `${without === 1 ? 'One item has' : `${without.toLocaleString('en')} items have`} no such price and ${without === 1 ? 'stays' : 'stay'} as ${without === 1 ? 'it is' : 'they are'}. `}
      Prices are counted in whole cents.
    </Text>
  );
}

export function PriceDialog({ rows, onApply, onClose }: Props) {
  const [field, setField] = useState<PriceField>('unit_price');
  const [mode, setMode] = useState<PriceMode>('percent');
  const [figure, setFigure] = useState<number | string>('');
  const step = readStep(mode, figure);
  const priced = rows.filter(({ shown }) => shown[field] !== null).length;
  const apply = () => {
    if (step === null) return;
    onApply(
      `${FIELD_LABELS[field]} of ${priced === 1 ? '1 item' : `${priced.toLocaleString('en')} items`} changed`,
      (row) => priceEdit(row, field, step),
    );
    onClose();
  };
  return (
    <Modal opened onClose={onClose} title={<Text fw={620}>Change a price</Text>} size="sm">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          apply();
        }}
      >
        <Stack gap="md">
          <Select
            label="Price"
            data={PRICE_CHOICES}
            allowDeselect={false}
            value={field}
            comboboxProps={{ withinPortal: false }}
            onChange={(value) => setField(PRICE_FIELDS.find((known) => known === value) ?? 'unit_price')}
          />
          <SegmentedControl
            aria-label="Change by"
            fullWidth
            value={mode}
            onChange={(value) => setMode(value === 'amount' ? 'amount' : 'percent')}
            data={[
              { value: 'percent', label: 'By per cent' },
              { value: 'amount', label: 'By an amount' },
            ]}
          />
          <NumberInput
            label={mode === 'percent' ? 'Per cent' : 'Amount'}
            description="Negative makes it cheaper"
            placeholder={mode === 'percent' ? '5 or -2.5' : '1.50 or -3'}
            decimalScale={2}
            min={mode === 'percent' ? -100 : -1e9}
            max={mode === 'percent' ? 1000 : 1e9}
            value={figure}
            onChange={setFigure}
            data-autofocus
          />
          <Preview rows={rows} field={field} step={step} />
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" disabled={step === null || priced === 0}>
              Change {priced === 1 ? '1 price' : `${priced.toLocaleString('en')} prices`}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
