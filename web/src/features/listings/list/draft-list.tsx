/** The drafts, each with how it stands just now. */
import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import type { StoredListing } from '../../../data/listing-records.ts';
import { useCan } from '../../../data/workspace.ts';
import { useMemberNames } from '../../collections/history/use-member-names.ts';
import { usePending } from '../../collections/run/use-pending.ts';
import { ItemPictureState, ItemThumb } from '../../images/pictures/item-thumb.tsx';
import { listingName } from '../listing-words.ts';
import { DraftItem } from './draft-item.tsx';
import { draftView } from './draft-rows.ts';
import classes from './list.module.css';

/** As many are in the page at first, and come with each wish for more. */
const SHOWN = 50;

interface Props {
  /** The latest first. */
  drafts: readonly StoredListing[];
  onDelete: (draft: StoredListing) => void;
}

export function DraftList({ drafts, onDelete }: Props) {
  const mayEdit = useCan('edit');
  const pending = usePending();
  const nameOf = useMemberNames();
  const [limit, setLimit] = useState(SHOWN);
  return (
    <>
      <ul className={classes.list} aria-label="Drafts">
        {drafts.slice(0, limit).map((draft) => {
          const photo = draft.data.photos[0] ?? null;
          return (
            <DraftItem
              key={draft.id}
              draft={draft}
              view={draftView(draft, pending)}
              photo={<ItemThumb imageId={photo} />}
              photoState={
                <ItemPictureState imageId={photo} name={listingName(draft.data)} mayRetry={mayEdit} />
              }
              author={nameOf(draft.data.created_by)}
              onDelete={onDelete}
            />
          );
        })}
      </ul>
      {drafts.length > limit && (
        <Group justify="center">
          <Button variant="default" size="compact-md" onClick={() => setLimit(limit + SHOWN)}>
            Show more of {drafts.length.toLocaleString('en')} drafts
          </Button>
        </Group>
      )}
    </>
  );
}
