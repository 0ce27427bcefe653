/** The photos of a listing, in their order, with what the analysis says of them; and the language of its suggestions. */
import type { ListingAnalysis } from '@docket/model/listing/listing-analysis';
import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import type { StoredListing } from '../../../data/listing-records.ts';
import { useCan } from '../../../data/workspace.ts';
import { DropAnywhere } from '../../images/upload/drop-anywhere.tsx';
import { usePastedImages } from '../../images/upload/use-add-images.ts';
import { PictureNewsProvider } from '../../images/pictures/pictures.tsx';
import { AddPhotosButton, TakePhotoButton } from './add-photos.tsx';
import { AnalysisBar } from './analysis-bar.tsx';
import { PhotoFaults } from './photo-faults.tsx';
import { PhotoGrid } from './photo-grid.tsx';
import { photoFaults } from './photo-issues.ts';
import { RefusedPhotos } from './refused-photos.tsx';
import classes from './photos.module.css';
import { PhotoBadges, PhotoNote, StoredPicture } from './stored-photo.tsx';
import { useListingAnalysis } from './use-listing-analysis.ts';
import { type PhotoListsState, usePhotoLists } from './use-photo-lists.ts';

interface Props {
  listing: StoredListing;
  /** What the analysis has found; null before it has found anything. */
  analysis: ListingAnalysis | null;
}

/** More photos: chosen, taken, dropped or pasted. */
function AddPhotos({ lists: { add, full } }: { lists: PhotoListsState }) {
  usePastedImages(add);
  return (
    <>
      <Group gap="sm">
        <AddPhotosButton disabled={full} onFiles={add} />
        <TakePhotoButton disabled={full} onFiles={add} />
      </Group>
      <DropAnywhere onFiles={add} />
    </>
  );
}

function Problem({ lists: { problem, tryAgain } }: { lists: PhotoListsState }) {
  if (problem === null) return null;
  return (
    <Alert color="red" title="Photos that have arrived are not part of the item yet" role="alert">
      <Group justify="space-between" gap="sm">
        <Text size="sm">{problem}</Text>
        <Button size="compact-sm" variant="default" onClick={tryAgain}>
          Try again
        </Button>
      </Group>
    </Alert>
  );
}

function Photos({ listing, analysis }: Props) {
  const mayEdit = useCan('edit');
  const lists = usePhotoLists(listing);
  const view = useListingAnalysis(listing, analysis);
  const faults = photoFaults(lists.ids, analysis?.photos ?? []);
  return (
    <Stack component="section" gap="sm" aria-label="Photos" tabIndex={-1} className={classes.around}>
      {lists.ids.length === 0 && (
        <Text size="sm" c="dimmed">
          There are no photos.
        </Text>
      )}
      {lists.ids.length > 0 && (
        <PhotoGrid
          photos={lists.ids.map((id, index) => ({
            id,
            picture: <StoredPicture imageId={id} />,
            badges: <PhotoBadges imageId={id} faults={faults.filter(({ imageId }) => imageId === id)} />,
            note: <PhotoNote imageId={id} number={index + 1} mayRetry={mayEdit} />,
          }))}
          onMove={mayEdit ? lists.move : null}
          onRemove={mayEdit ? lists.remove : null}
        />
      )}
      <PhotoFaults faults={faults} language={analysis?.language ?? listing.data.language} />
      <RefusedPhotos sentences={lists.refused} onDismiss={lists.dismissRefused} />
      <Problem lists={lists} />
      {mayEdit && (
        <Group justify="space-between" align="flex-end" gap="sm">
          <AddPhotos lists={lists} />
          <AnalysisBar listing={listing} view={view} />
        </Group>
      )}
    </Stack>
  );
}

export function ListingPhotos(props: Props) {
  return (
    <PictureNewsProvider>
      <Photos {...props} />
    </PictureNewsProvider>
  );
}
