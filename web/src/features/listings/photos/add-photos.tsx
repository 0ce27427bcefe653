/** Where photos come from: files that are chosen, and the camera of a phone. Dropping and pasting work beside them. */
import { IMAGE_TYPES } from '@docket/model/upload/sniff-image';
import { Button, FileButton } from '@mantine/core';
import { IconCamera, IconPhotoPlus } from '@tabler/icons-react';
import { CHOOSE_AGAIN } from '../../../ui/choose-again.ts';
import classes from './photos.module.css';

/** HEIC is not among them, so that an iPhone hands over a JPEG. */
export const PHOTO_TYPES = Object.values(IMAGE_TYPES);

interface Props {
  /** There is no room for more. */
  disabled: boolean;
  onFiles: (files: readonly File[]) => void;
}

/** Chooses files. */
export function AddPhotosButton({ disabled, onFiles }: Props) {
  return (
    <FileButton
      multiple
      accept={PHOTO_TYPES.join(',')}
      disabled={disabled}
      onChange={onFiles}
      inputProps={{ 'aria-label': 'Photo files', ...CHOOSE_AGAIN }}
    >
      {(props) => (
        <Button
          {...props}
          variant="default"
          disabled={disabled}
          leftSection={<IconPhotoPlus size={16} stroke={1.8} aria-hidden />}
        >
          Add photos
        </Button>
      )}
    </FileButton>
  );
}

/** Takes one, where there is a touch screen. */
export function TakePhotoButton({ disabled, onFiles }: Props) {
  return (
    <span className={classes.camera}>
      <FileButton
        accept={PHOTO_TYPES.join(',')}
        capture="environment"
        disabled={disabled}
        onChange={(file) => file !== null && onFiles([file])}
        inputProps={{ 'aria-label': 'Photo from the camera', ...CHOOSE_AGAIN }}
      >
        {(props) => (
          <Button
            {...props}
            variant="default"
            disabled={disabled}
            leftSection={<IconCamera size={16} stroke={1.8} aria-hidden />}
          >
            Take a photo
          </Button>
        )}
      </FileButton>
    </span>
  );
}
