/** The whole page as a place to drop images, and what it says while something is held over it. */
import { READABLE_IMAGES } from '@docket/model/image-derivatives';
import { Stack, Text } from '@mantine/core';
import { Dropzone } from '@mantine/dropzone';
import { IconPhotoUp } from '@tabler/icons-react';
import { memo, useState } from 'react';
import classes from './drop-anywhere.module.css';

export const DropAnywhere = memo(function DropAnywhere({
  onFiles,
}: {
  onFiles: (files: readonly File[]) => void;
}) {
  // Begun anew after each drop, which ends what is said even where nothing was in it, such as an empty folder.
  const [drops, setDrops] = useState(0);
  return (
    <Dropzone.FullScreen
      key={drops}
      active
      withinPortal={false}
      onDropAny={(accepted, rejections) => {
        setDrops(drops + 1);
        onFiles([...accepted, ...rejections.map(({ file }) => file)]);
      }}
      onDrop={() => undefined}
      inputProps={{ 'aria-label': 'Drop images', tabIndex: -1 }}
      activateOnKeyboard={false}
      className={classes.root}
      classNames={{ root: classes.inner, inner: classes.content }}
    >
      <Stack align="center" justify="center" gap="xs" h="100%">
        <IconPhotoUp size={44} stroke={1.3} aria-hidden />
        <Text fw={600} size="lg">
          Drop to upload
        </Text>
        <Text c="dimmed">Each file should be {READABLE_IMAGES}. Folders work as well.</Text>
      </Stack>
    </Dropzone.FullScreen>
  );
});
