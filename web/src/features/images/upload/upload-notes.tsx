/** What became of files that are no tiles: refused, known already, or arrived without being processed. */
import { Alert, Anchor, Button, Group } from '@mantine/core';
import { memo } from 'react';
import { Link } from 'react-router';
import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import type { ImageUpload } from '../../../data/uploads/images/image-uploads.ts';
import { useImageWork } from '../../../data/uploads/images/use-image-uploads.ts';
import { useWorkspace } from '../../../data/workspace.ts';
import { urls } from '../../../urls.ts';
import { counted } from '../image-words.ts';
import classes from './upload-panel.module.css';

const reasonOf = ({ state }: ImageUpload) => (state.phase === 'refused' ? state.reason : '');

function Refused() {
  const workspace = useWorkspace();
  const { uploads } = useImageWork();
  const refused = useStore(
    uploads.uploads,
    useShallow((list) =>
      list.filter(({ workspaceId, state }) => workspaceId === workspace.id && state.phase === 'refused'),
    ),
  );
  if (refused.length === 0) return null;
  return (
    <Alert color="red" title={`${counted(refused.length, 'file was', 'files were')} not added`}>
      <ul className={classes.list} aria-label="Files that were not added">
        {refused.map((upload) => (
          <li key={upload.id}>{reasonOf(upload)}</li>
        ))}
      </ul>
      <Button
        size="compact-sm"
        variant="default"
        onClick={() => {
          for (const { id } of refused) uploads.dismiss(id);
        }}
      >
        Dismiss
      </Button>
    </Alert>
  );
}

function Known() {
  const workspace = useWorkspace();
  const { uploads } = useImageWork();
  const known = useStore(uploads.known).filter(({ workspaceId }) => workspaceId === workspace.id);
  if (known.length === 0) return null;
  return (
    <Alert
      color="ink"
      title={`${counted(known.length, 'image is', 'images are')} already here and ${known.length === 1 ? 'was' : 'were'} not uploaded again`}
    >
      <ul className={classes.list} aria-label="Files that are already here">
        {known.map(({ uploadId, fileName, imageId }) => (
          <li key={uploadId}>
            <Anchor component={Link} to={urls.image(workspace.id, imageId)} c="inherit" inherit>
              {fileName}
            </Anchor>
          </li>
        ))}
      </ul>
      <Button size="compact-sm" variant="default" onClick={() => uploads.takeNote()}>
        Dismiss
      </Button>
    </Alert>
  );
}

function Stranded() {
  const workspace = useWorkspace();
  const { uploads } = useImageWork();
  const stranded = useStore(uploads.stranded).filter(({ workspaceId }) => workspaceId === workspace.id);
  if (stranded.length === 0) return null;
  const count = stranded.reduce((sum, { imageIds }) => sum + imageIds.length, 0);
  return (
    <Alert
      color="red"
      title={`${counted(count, 'image', 'images')} arrived, but processing could not be started`}
    >
      {stranded[0]?.reason}
      <Group mt="xs">
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => {
            for (const { batchId } of stranded) uploads.restart(batchId);
          }}
        >
          Try again
        </Button>
        <Button
          size="compact-sm"
          variant="subtle"
          color="ink"
          onClick={() => {
            for (const { batchId } of stranded) uploads.forgetBatch(batchId);
          }}
        >
          Dismiss
        </Button>
      </Group>
    </Alert>
  );
}

export const UploadNotes = memo(function UploadNotes() {
  return (
    <>
      <Stranded />
      <Refused />
      <Known />
    </>
  );
});
