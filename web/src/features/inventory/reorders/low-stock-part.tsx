/** What is running low, as one draft order for each supplier: quantities can be changed, one click orders. */
import type { LowStockGroup } from '@docket/model/inventory/low-stock';
import { Anchor, Badge, Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { useCan, useWorkspace } from '../../../data/workspace.ts';
import { urls } from '../../../urls.ts';
import {
  type DraftLine,
  type DraftOrder,
  draftOrders,
  lineReason,
  orderedWords,
  type TypedQuantities,
  wantedLines,
} from './draft-orders.ts';
import { QuantityInput } from './quantity-input.tsx';
import classes from './reorders.module.css';
import { useRequestReorders } from './use-request-reorders.ts';

interface LineProps {
  line: DraftLine;
  onQuantity: (quantity: number | null) => void;
  onOrder: () => void;
}

function LowLine({ line, onQuantity, onOrder }: LineProps) {
  const workspace = useWorkspace();
  const mayEdit = useCan('edit');
  const { name } = line.item.data;
  const itemUrl = urls.inventoryItem(workspace.id, line.item.id);
  const orderable = line.link !== null && line.state === 'to_order';
  return (
    <li className={classes.row}>
      <div className={classes.text}>
        <Anchor component={Link} to={itemUrl} fw={560} c="inherit">
          {name}
        </Anchor>
        <Text size="sm" c="dimmed">
          {lineReason(line)}
        </Text>
      </div>
      {line.state === 'covered' && <Badge color="green">Covered by what is on order</Badge>}
      {line.state === 'to_order' && line.link === null && (
        <Button component={Link} to={itemUrl} variant="default" size="compact-md">
          Add a supplier<span className="docket-hidden"> for {name}</span>
        </Button>
      )}
      {orderable && mayEdit && (
        <Group gap="xs" wrap="nowrap">
          <QuantityInput
            label={`Pieces of ${name}`}
            labelHidden
            size="xs"
            w={96}
            value={line.quantity}
            onChange={onQuantity}
            error={line.quantity === null}
          />
          <Button
            variant="default"
            size="compact-md"
            disabled={line.quantity === null}
            onClick={onOrder}
            aria-label={`Order ${name}`}
          >
            Order
          </Button>
        </Group>
      )}
      {orderable && !mayEdit && <Text size="sm">{line.suggested.toLocaleString('en')} suggested</Text>}
    </li>
  );
}

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
