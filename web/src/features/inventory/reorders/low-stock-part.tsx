/** What is running low, as one draft order for each supplier: quantities can be changed, one click orders. */
import type { LowStockGroup } from '@docket/model/inventory/low-stock';
import { Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useCan } from '../../../data/workspace.ts';
import {
  type DraftLine,
  type DraftOrder,
  draftOrders,
  orderedWords,
  type TypedQuantities,
  wantedLines,
} from './draft-orders.ts';
import { LowLine } from './low-line.tsx';
import classes from './reorders.module.css';
import { useRequestReorders } from './use-request-reorders.ts';

interface OrderProps {
  order: DraftOrder;
  onQuantity: (itemId: string, quantity: number | null) => void;
  onOrder: (lines: readonly DraftLine[]) => void;
}

function Order({ order, onQuantity, onOrder }: OrderProps) {
  const mayEdit = useCan('edit');
  const { supplierName, lines } = order;
  const wanted = wantedLines(lines).length;
  return (
    <Card component="section" aria-label={supplierName} padding="md">
      <Stack gap="sm">
        <Group justify="space-between" gap="sm">
          <Title order={3} className={classes.text}>
            {supplierName}
          </Title>
          {mayEdit && wanted > 1 && (
            <Button size="compact-md" onClick={() => onOrder(lines)}>
              Order all {wanted}
              <span className="docket-hidden"> from {supplierName}</span>
            </Button>
          )}
        </Group>
        <ul className={classes.list}>
          {lines.map((line) => (
            <LowLine
              key={line.item.id}
              line={line}
              onQuantity={(quantity) => onQuantity(line.item.id, quantity)}
              onOrder={() => onOrder([line])}
            />
          ))}
        </ul>
      </Stack>
    </Card>
  );
}

interface Props {
  groups: readonly LowStockGroup[];
  supplierNames: ReadonlyMap<string, string>;
}

export function LowStockPart({ groups, supplierNames }: Props) {
  const request = useRequestReorders();
  const [typed, setTyped] = useState<TypedQuantities>(new Map());
  const orders = draftOrders(groups, supplierNames, typed);
  const order = ({ supplierName }: DraftOrder, lines: readonly DraftLine[]) => {
    const wanted = wantedLines(lines);
    if (wanted.length === 0) return;
    request(wanted, `${orderedWords(lines)}, from ${supplierName}`);
    // What is low afterwards is suggested anew.
    const ordered = new Set(wanted.map(({ itemId }) => itemId));
    setTyped((before) => new Map([...before].filter(([itemId]) => !ordered.has(itemId))));
  };
  return (
    <Stack gap="sm" component="section" aria-label="Low stock">
      <Title order={2}>Low stock</Title>
      {orders.length === 0 && (
        <Text c="dimmed">
          Nothing is running low. An item is listed here once there are no more of it than its reorder level
          says.
        </Text>
      )}
      {orders.map((draft) => (
        <Order
          key={draft.supplierId ?? ''}
          order={draft}
          onQuantity={(itemId, quantity) => setTyped((before) => new Map([...before, [itemId, quantity]]))}
          onOrder={(lines) => order(draft, lines)}
        />
      ))}
    </Stack>
  );
}
