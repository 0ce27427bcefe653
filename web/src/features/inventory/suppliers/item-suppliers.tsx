/** Who has an item, at what price, and how long they take: within the page of the item. */
import { paths } from '@docket/model/paths';
import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useDocument, useQuery } from '../../../data/hooks.ts';
import { inventoryItemReader, inventoryQueries, locationReader } from '../../../data/inventory-records.ts';
import { valueOr } from '../../../data/live.ts';
import {
  itemSupplierReader,
  reorderReader,
  supplierReader,
  supplyQueries,
} from '../../../data/supply-records.ts';
import { useCan, useWorkspace } from '../../../data/workspace.ts';
import { ErrorState } from '../../../ui/error-state.tsx';
import { RowsSkeleton } from '../../../ui/loading-state.tsx';
import { ReorderDialog } from '../reorders/reorder-dialog.tsx';
import { OfferDialog } from './offer-dialog.tsx';
import { draftOf, type OfferDraft } from './offer-draft.ts';
import { OfferItem } from './offer-item.tsx';
import { type OfferView, offerViews } from './offer-view.ts';
import classes from './offers.module.css';
import { useOffers } from './use-offers.ts';

/** Which dialog is open. */
type Open = { kind: 'add' } | { kind: 'change'; offer: OfferView } | { kind: 'reorder'; offer: OfferView };

const NOTHING = { records: [], malformed: [] };

function useItemSupply(itemId: string) {
  const { id } = useWorkspace();
  const item = useDocument(paths.inventoryItem(id, itemId), inventoryItemReader);
  const links = useQuery(supplyQueries.suppliersOf(id, itemId), itemSupplierReader);
  const suppliers = valueOr(useQuery(supplyQueries.suppliers(id), supplierReader), NOTHING).records;
  const locations = valueOr(useQuery(inventoryQueries.locations(id), locationReader), NOTHING).records;
  const reorders = valueOr(useQuery(supplyQueries.reordersOf(id, itemId), reorderReader), NOTHING).records;
  const linked = valueOr(links, NOTHING).records;
  const offers = useMemo(
    () => offerViews({ links: linked, suppliers, locations, reorders: reorders.map(({ data }) => data) }),
    [linked, suppliers, locations, reorders],
  );
  return { item: valueOr(item, null), links, linked, suppliers, locations, offers };
}

/** The first supplier of an item is the preferred one. */
const emptyDraft = (first: boolean): OfferDraft => ({
  supplier: '',
  supplierSku: '',
  price: '',
  locationId: null,
  preferred: first,
});

export function ItemSuppliers({ itemId }: { itemId: string }) {
  const mayEdit = useCan('edit');
  const { item, links, linked, suppliers, locations, offers } = useItemSupply(itemId);
  const edits = useOffers(itemId, linked, suppliers);
  const [open, setOpen] = useState<Open | null>(null);
  const close = () => setOpen(null);
  if (links.state === 'error')
    return <ErrorState title="The suppliers could not be loaded" message={links.message} />;
  return (
    <Stack component="section" gap="sm" aria-label="Suppliers">
      <Group justify="space-between" gap="sm">
        <Title order={3}>Suppliers</Title>
        {mayEdit && (
          <Button
            variant="default"
            size="compact-md"
            leftSection={<IconPlus size={14} stroke={2} aria-hidden />}
            onClick={() => setOpen({ kind: 'add' })}
          >
            Add supplier
          </Button>
        )}
      </Group>
      {links.state === 'loading' && <RowsSkeleton rows={1} />}
      {links.state === 'ready' && offers.length === 0 && (
        <Text size="sm" c="dimmed">
          Nobody is known to have this item. With a supplier, it can be ordered again with one click.
        </Text>
      )}
      {offers.length > 0 && (
        <ul className={classes.list}>
          {offers.map((offer) => (
            <OfferItem
              key={offer.link.id}
              offer={offer}
              onReorder={item === null ? null : () => setOpen({ kind: 'reorder', offer })}
              onEdit={() => setOpen({ kind: 'change', offer })}
              onPrefer={(preferred) => edits.prefer(preferred ? offer.link.id : null)}
              onRemove={() => edits.remove(offer.link, offer.name)}
            />
          ))}
        </ul>
      )}
      {open?.kind === 'add' && (
        <OfferDialog
          title="Add a supplier"
          initial={emptyDraft(offers.length === 0)}
          suppliers={suppliers.filter(({ data }) => data.active).map(({ data }) => data.name)}
          taken={offers.map(({ name }) => name)}
          locations={locations}
          onSave={(name, offer) => edits.add(name, offer)}
          onClose={close}
        />
      )}
      {open?.kind === 'change' && (
        <OfferDialog
          title="Change supplier"
          initial={draftOf(open.offer.link.data, open.offer.name)}
          suppliers={null}
          taken={[]}
          locations={locations}
          onSave={(_, offer) => edits.change(open.offer.link, offer)}
          onClose={close}
        />
      )}
      {open?.kind === 'reorder' && item !== null && (
        <ReorderDialog
          itemId={itemId}
          item={item.data}
          link={open.offer.link.data}
          supplierName={open.offer.name}
          onOrder={offers.reduce((sum, { onOrder }) => sum + onOrder, 0)}
          onClose={close}
        />
      )}
    </Stack>
  );
}
