/** A new item, step 1 of 2: its photos. Nothing is written before somebody goes on. */
import { READABLE_IMAGES } from '@docket/model/image-derivatives';
import { LIMITS } from '@docket/model/limits';
import { Button, Group, Stack } from '@mantine/core';
import { useCallback, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { useImageWork } from '../../../data/uploads/images/use-image-uploads.ts';
import { useCan, useWorkspace } from '../../../data/workspace.ts';
import { ErrorState } from '../../../ui/error-state.tsx';
import { FileDrop } from '../../../ui/file-drop.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { PageTitle } from '../../../ui/page-title.tsx';
import { counted } from '../../images/image-words.ts';
import { Picture } from '../../images/picture.tsx';
import { DropAnywhere } from '../../images/upload/drop-anywhere.tsx';
import { usePastedImages } from '../../images/upload/use-add-images.ts';
import { ListingTabs } from '../listing-tabs.tsx';
import { PHOTO_TYPES, TakePhotoButton } from '../photos/add-photos.tsx';
import { PhotoGrid } from '../photos/photo-grid.tsx';
import classes from '../photos/photos.module.css';
import { RefusedPhotos } from '../photos/refused-photos.tsx';
import { type ChosenPhotos, createChosenPhotos } from './chosen-photos.ts';
import { useCreateListing } from './use-create-listing.ts';

/** Lets go of the previews when the page is left: what is sent from here on has its own. */
function usePreviewsOf({ state }: ChosenPhotos) {
  const { previews } = useImageWork();
  useEffect(
    () => () => {
      for (const { imageId } of state.getState().photos) previews.forget(imageId);
    },
    [previews, state],
  );
}

function Choice({ chosen }: { chosen: ChosenPhotos }) {
  const { photos, refused, reading } = useStore(chosen.state);
  const create = useCreateListing();
  const full = photos.length >= LIMITS.photosPerListing;
  const add = useCallback((files: readonly File[]) => void chosen.add(files), [chosen]);
  usePastedImages(add);
  usePreviewsOf(chosen);
  return (
    <Stack gap="md" tabIndex={-1} className={classes.around}>
      {photos.length > 0 && (
        <PhotoGrid
          photos={photos.map(({ file, imageId }) => ({
            id: imageId,
            name: file.name,
            picture: <Picture tile={{ key: imageId, file, image: null }} sizes="200px" alt="" />,
          }))}
          onMove={chosen.move}
          onRemove={chosen.remove}
        />
      )}
      <RefusedPhotos sentences={refused} onDismiss={chosen.dismissRefused} />
      <FileDrop
        label="Photos"
        hint={`Up to ${LIMITS.photosPerListing}, each ${READABLE_IMAGES}. You can paste them as well.`}
        endings={PHOTO_TYPES}
        disabled={full}
        onFiles={add}
      />
      <TakePhotoButton disabled={full} onFiles={add} />
      <DropAnywhere onFiles={add} />
      <Group gap="sm">
        <Button disabled={photos.length === 0} loading={reading} onClick={() => create(photos)}>
          Continue
        </Button>
        {photos.length === 0 && (
          <Button variant="default" onClick={() => create([])}>
            Skip photos
          </Button>
        )}
      </Group>
      <output className="docket-hidden">
        {photos.length === 0 ? '' : `${counted(photos.length, 'photo is', 'photos are')} chosen.`}
      </output>
    </Stack>
  );
}

export default function CreateListingPage() {
  const { name } = useWorkspace();
  const mayEdit = useCan('edit');
  const [chosen] = useState(() => createChosenPhotos());
  return (
    <Stack gap="md">
      <PageTitle>Create Item</PageTitle>
      <PageHeader
        title="Create Item"
        description="Step 1 of 2: the photos. What they show is suggested for the details, which come next."
      />
      <ListingTabs current="new" />
      {mayEdit ? (
        <Choice chosen={chosen} />
      ) : (
        <ErrorState
          title="You may only look at items here"
          message={`Ask an owner of “${name}” for a role that allows changes.`}
        />
      )}
    </Stack>
  );
}
