/** One supplier of an item: their number and price, how long they take, and what can be done. */
import { ActionIcon, Badge, Button, Group, Menu, Text } from '@mantine/core';
import { IconDots, IconPencil, IconStar, IconStarOff, IconTrash } from '@tabler/icons-react';
import { useCan } from '../../../data/workspace.ts';
import { formatMoney } from '../../collections/results/product-format.ts';
import { type OfferView, offerDetails } from './offer-view.ts';
import { leadTimeLabel } from './supplier-words.ts';
import classes from './offers.module.css';

interface Props {
  offer: OfferView;
  /** Null: the item is gone, or still on its way. */
  onReorder: (() => void) | null;
  onEdit: () => void;
  onPrefer: (preferred: boolean) => void;
  onRemove: () => void;
}

function Actions({ offer, onEdit, onPrefer, onRemove }: Omit<Props, 'onReorder'>) {
  const { preferred } = offer.link.data;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon aria-label={`Actions for ${offer.name}`}>
          <IconDots size={18} stroke={1.7} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconPencil size={15} aria-hidden />} onClick={onEdit}>
          Change
        </Menu.Item>
        <Menu.Item
          leftSection={preferred ? <IconStarOff size={15} aria-hidden /> : <IconStar size={15} aria-hidden />}
          onClick={() => onPrefer(!preferred)}
        >
          {preferred ? 'No longer prefer' : 'Prefer'}
        </Menu.Item>
        <Menu.Item leftSection={<IconTrash size={15} aria-hidden />} onClick={onRemove}>
          Remove
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

export function OfferItem({ offer, onReorder, ...actions }: Props) {
  const mayEdit = useCan('edit');
  const { link, name, active, onOrder } = offer;
  const details = offerDetails(offer);
  return (
    <li className={classes.row}>
      <div className={classes.text}>
        <Group gap="xs">
          <Text fw={560}>{name}</Text>
          {link.data.preferred && <Badge color="green">Preferred</Badge>}
          {!active && <Badge color="ink">Inactive</Badge>}
        </Group>
        {details.length > 0 && (
          <Text size="sm" c="dimmed">
            {details.join(' · ')}
          </Text>
        )}
        <Text size="sm" c="dimmed">
          Delivery: {leadTimeLabel(link.data.lead_time)}
          {onOrder > 0 && ` · ${onOrder.toLocaleString('en')} on order`}
        </Text>
      </div>
      <Group gap="xs" wrap="nowrap">
        {link.data.price !== null && (
          <Text className={classes.price}>
            <span className="docket-hidden">Price of one: </span>
            {formatMoney(link.data.price, null)}
          </Text>
        )}
        {mayEdit && (
          <>
            <Button
              variant="default"
              size="compact-md"
              disabled={onReorder === null || !active}
              onClick={() => onReorder?.()}
              aria-label={`Reorder from ${name}`}
            >
              Reorder
            </Button>
            <Actions offer={offer} {...actions} />
          </>
        )}
      </Group>
    </li>
  );
}
