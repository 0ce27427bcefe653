/** Begins a listing and opens it at once: its photos are sent while its fields are being filled in. */
import { useRef } from 'react';
import { useNavigate } from 'react-router';
import { createListing } from '@docket/model/commands/listing-commands';
import { useClient } from '../../../data/hooks.ts';
import { useActor } from '../../../data/workspace.ts';
import { useCommit } from '../../../ui/use-commit.tsx';
import { urls } from '../../../urls.ts';
import { languageFor } from '../photos/languages.ts';
import type { ReadPhoto } from '../photos/read-photos.ts';
import { useListingUploads } from '../photos/use-listing-uploads.ts';

export function useCreateListing(): (photos: readonly ReadPhoto[]) => void {
  const { database } = useClient().backend;
  const actor = useActor();
  const commit = useCommit();
  const uploads = useListingUploads();
  const navigate = useNavigate();
  const begun = useRef(false);
  return (photos) => {
    // The page may take a moment to open: pressed twice, the button begins one listing.
    if (begun.current) return;
    begun.current = true;
    const { workspaceId, uid } = actor;
    const listingId = database.newId();
    const language = languageFor(navigator.languages);
    void commit(createListing(actor, listingId, language), 'The item could not be created');
    if (photos.length > 0) uploads.add({ workspaceId, uid, listingId }, photos, []);
    void navigate(urls.listing(workspaceId, listingId));
  };
}
