/** Takes in what has come of a reorder: all of it, or a part. */
import { Button, Group, Modal, NativeSelect, Stack, Text } from '@mantine/core';
import { type SyntheticEvent, useState } from 'react';
import { QuantityInput } from './quantity-input.tsx';
import type { ReorderRow } from './reorder-rows.ts';
import { useReceive } from './use-receive.ts';

interface Props {
  row: ReorderRow;
  onClose: () => void;
}

const figure = (count: number) => count.toLocaleString('en');

/** What it means that so many have come. */
function meaning(pieces: number | null, rest: number): string {
  if (pieces === null) return '';
  if (pieces < rest) return `${figure(rest - pieces)} more stay on order.`;
  return pieces === rest
    ? 'With these, all of it has come.'
    : `These are ${figure(pieces - rest)} more than were ordered; all are taken in.`;
}

function ReceiveForm({ row, onClose }: Props) {
  const { places, proposed, receive } = useReceive(row);
  const [quantity, setQuantity] = useState<number | null>(Math.max(1, row.rest));
  const [chosen, setChosen] = useState<string | null>(null);
  const homeless = row.item?.location_id === null;
  const place = chosen ?? proposed ?? '';
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (quantity === null) return;
    receive(quantity, homeless && place !== '' ? place : null);
    onClose();
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          {row.itemName}, from {row.supplierName}. {figure(row.rest)} are to come.
        </Text>
        <QuantityInput
          label="Pieces that have come"
          description={meaning(quantity, row.rest)}
          value={quantity}
          onChange={setQuantity}
          error={quantity === null && 'Say how many, from 1 on.'}
          initialFocus
        />
        {homeless && (
          <NativeSelect
            label="Put into"
            description="The item has no place yet."
            data={[{ value: '', label: 'No place' }, ...places]}
            value={place}
            onChange={({ currentTarget: { value } }) => setChosen(value)}
          />
        )}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            Close
          </Button>
          <Button type="submit" disabled={quantity === null}>
            Receive{quantity !== null && ` ${figure(quantity)}`}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

export function ReceiveDialog(props: Props) {
  return (
    <Modal opened onClose={props.onClose} size="sm" title={<Text fw={620}>Receive</Text>}>
      <ReceiveForm {...props} />
    </Modal>
  );
}
