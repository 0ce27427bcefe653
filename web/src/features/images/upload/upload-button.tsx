/** Chooses images; on a phone from the camera or the gallery. */
import { Button, FileButton } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { IMAGE_TYPES } from '@docket/model/upload/sniff-image';
import { CHOOSE_AGAIN } from '../../../ui/choose-again.ts';

/** HEIC is not among them, so that an iPhone hands over a JPEG. */
const ACCEPTED = Object.values(IMAGE_TYPES).join(',');

export function UploadButton({ onFiles }: { onFiles: (files: readonly File[]) => void }) {
  return (
    <FileButton
      multiple
      accept={ACCEPTED}
      onChange={onFiles}
      inputProps={{ 'aria-label': 'Image files', ...CHOOSE_AGAIN }}
    >
      {(props) => (
        <Button {...props} leftSection={<IconUpload size={16} stroke={1.9} aria-hidden />}>
          Upload images
        </Button>
      )}
    </FileButton>
  );
}
