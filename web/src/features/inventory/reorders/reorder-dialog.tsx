/** Orders one item again, from one supplier. */
import type { InventoryItem } from '@docket/model/inventory/inventory-item';
import type { ItemSupplier } from '@docket/model/inventory/supplier';
import { Button, getDefaultZIndex, Group, Modal, Stack, Text } from '@mantine/core';
import { type SyntheticEvent, useState } from 'react';
import { leadTimeLabel } from '../suppliers/supplier-words.ts';
import { QuantityInput } from './quantity-input.tsx';
import { useRequestReorders } from './use-request-reorders.ts';

interface Props {
  itemId: string;
  item: InventoryItem;
  link: ItemSupplier;
  supplierName: string;
  /** Pieces that are to come already. */
  onOrder: number;
  onClose: () => void;
}

function ReorderForm({ itemId, item, link, supplierName, onOrder, onClose }: Props) {
  const request = useRequestReorders();
  const [quantity, setQuantity] = useState<number | null>(Math.max(1, item.reorder_quantity ?? 1));
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (quantity === null) return;
    const line = { itemId, supplierId: link.supplier_id, quantity, locationId: link.location_id };
    request([line], `${quantity.toLocaleString('en')} × ${item.name}, from ${supplierName}`);
    onClose();
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          {item.name}, from {supplierName}. There are {item.quantity.toLocaleString('en')} in stock
          {onOrder > 0 && ` and ${onOrder.toLocaleString('en')} on order`}. Delivery takes:{' '}
          {leadTimeLabel(link.lead_time)}.
        </Text>
        <QuantityInput
          label="Pieces"
          value={quantity}
          onChange={setQuantity}
          error={quantity === null && 'Say how many, from 1 on.'}
          initialFocus
        />
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            Close
          </Button>
          <Button type="submit" disabled={quantity === null}>
            Request reorder
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

export function ReorderDialog(props: Props) {
  return (
    <Modal
      opened
      onClose={props.onClose}
      size="sm"
      title={<Text fw={620}>Reorder</Text>}
      // Above the drawer that the item is shown in.
      zIndex={getDefaultZIndex('modal') + 10}
    >
      <ReorderForm {...props} />
    </Modal>
  );
}
