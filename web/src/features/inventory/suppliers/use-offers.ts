/** What is to be done with the suppliers of one item. */
import { itemSupplierId } from '@docket/model/inventory/supplier';
import { notifications } from '@mantine/notifications';
import {
  addItemSupplier,
  addSupplier,
  changeOffer,
  type Offer,
  preferSupplier,
  removeItemSupplier,
} from '@docket/model/commands/supplier-commands';
import { useClient } from '../../../data/hooks.ts';
import type { StoredItemSupplier, StoredSupplier } from '../../../data/supply-records.ts';
import { useActor } from '../../../data/workspace.ts';
import { showUndo } from '../../../ui/undo-toast.tsx';
import { useCommit } from '../../../ui/use-commit.tsx';
import { supplierNamed } from './supplier-list.ts';

/** `links` are all of the item. */
export function useOffers(
  itemId: string,
  links: readonly StoredItemSupplier[],
  suppliers: readonly StoredSupplier[],
) {
  const { database } = useClient().backend;
  const actor = useActor();
  const commit = useCommit();
  const { workspaceId } = actor;

  return {
    /** `name` may be that of a supplier who is not known yet. */
    add(name: string, offer: Offer) {
      const known = supplierNamed(suppliers, name);
      const supplierId = known?.id ?? database.newId();
      const details = { name, email: '', website: '', note: '' };
      const writes = [
        ...(known === undefined ? addSupplier(actor, supplierId, details) : []),
        ...(offer.preferred ? preferSupplier(workspaceId, links, null) : []),
        ...addItemSupplier(actor, itemId, supplierId, offer),
      ];
      void commit(writes, 'The supplier could not be added');
    },
    change({ id }: StoredItemSupplier, offer: Offer) {
      const others = links.filter((link) => link.id !== id);
      const writes = [
        ...changeOffer(workspaceId, id, offer),
        ...(offer.preferred ? preferSupplier(workspaceId, others, null) : []),
      ];
      void commit(writes, 'The supplier could not be changed');
    },
    /** Null: none of them. */
    prefer(linkId: string | null) {
      void commit(preferSupplier(workspaceId, links, linkId), 'The supplier could not be preferred');
    },
    remove({ id, data }: StoredItemSupplier, supplierName: string) {
      const toast = `offer-${itemSupplierId(itemId, data.supplier_id)}`;
      void commit(removeItemSupplier(workspaceId, id), 'The supplier could not be removed').then(
        (accepted) => {
          // What was refused cannot be undone.
          if (!accepted) notifications.hide(toast);
        },
      );
      const { supplier_sku, price, preferred, location_id } = data;
      showUndo({
        id: toast,
        title: 'Removed',
        message: `${supplierName} does not have this item any more.`,
        onUndo: () =>
          void commit(
            addItemSupplier(actor, itemId, data.supplier_id, { supplier_sku, price, preferred, location_id }),
            'The supplier could not be put back',
          ),
      });
    },
  };
}
