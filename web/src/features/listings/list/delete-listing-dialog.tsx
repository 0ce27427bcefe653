/** Asks before a listing is deleted, saying what goes with it. */
import { useState } from 'react';
import type { StoredListing } from '../../../data/listing-records.ts';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { listingName } from '../listing-words.ts';
import { deletionSentences } from './deletion.ts';
import { useDeleteListing } from './use-delete-listing.ts';

interface Props {
  /** Null: nothing is asked. */
  listing: StoredListing | null;
  onClose: () => void;
  /** Runs when deletion has begun, so that a page about the listing can give way. */
  onDelete?: () => void;
}

export function DeleteListingDialog({ listing, onClose, onDelete }: Props) {
  const remove = useDeleteListing();
  // What was asked stays on screen while the dialog closes.
  const [asked, setAsked] = useState(listing);
  if (listing !== null && listing !== asked) setAsked(listing);
  if (asked === null) return null;
  const { data } = asked;
  const noun = data.published_at === null ? 'draft' : 'item';
  return (
    <ConfirmDialog
      opened={listing !== null}
      onClose={onClose}
      onConfirm={() => {
        onDelete?.();
        void remove(asked);
      }}
      title={`Delete “${listingName(data)}”?`}
      confirmLabel={`Delete ${noun}`}
      keepLabel={`Keep ${noun}`}
    >
      {deletionSentences(data)}
    </ConfirmDialog>
  );
}
