/** One item that is running low: why it is listed, how many are to be ordered, and the button that does it. */
import { Anchor, Badge, Button, Group, Text } from '@mantine/core';
import { Link } from 'react-router';
import { useCan, useWorkspace } from '../../../data/workspace.ts';
import { urls } from '../../../urls.ts';
import { type DraftLine, lineReason } from './draft-orders.ts';
import { QuantityInput } from './quantity-input.tsx';
import classes from './reorders.module.css';

interface LineProps {
  line: DraftLine;
  onQuantity: (quantity: number | null) => void;
  onOrder: () => void;
}

export function LowLine({ line, onQuantity, onOrder }: LineProps) {
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
