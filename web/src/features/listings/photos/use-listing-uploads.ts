/** The photos that this browser tab sends for listings. They begin with the first page that needs them, and outlive it. */
import { later } from '../../../data/later.ts';
import { notifications } from '@mantine/notifications';
import type { Client } from '../../../data/client.ts';
import { useClient } from '../../../data/hooks.ts';
import { imageWorkOf } from '../../../data/uploads/images/use-image-uploads.ts';
import { createListingUploads, type ListingUploadPorts, type ListingUploads } from './listing-uploads.ts';

const known = new WeakMap<Client, ListingUploads>();

const PORTS: ListingUploadPorts = {
  tell: (title, message) => notifications.show({ color: 'red', title, message, autoClose: 10_000 }),
  schedule: later,
};

/** The same for everybody who asks. */
export function listingUploadsOf(client: Client): ListingUploads {
  const found = known.get(client);
  if (found !== undefined) return found;
  const uploads = createListingUploads(client, imageWorkOf(client).uploads, PORTS);
  const uidOf = () => {
    const session = client.session.getState();
    return session.state === 'signed-in' ? session.user.uid : null;
  };
  let uid = uidOf();
  client.session.subscribe(() => {
    if (uid === uidOf()) return;
    uid = uidOf();
    uploads.clear();
  });
  known.set(client, uploads);
  return uploads;
}

export function useListingUploads(): ListingUploads {
  return listingUploadsOf(useClient());
}
