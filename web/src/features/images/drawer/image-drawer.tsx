/** Everything about one image: large, with its facts, what was made of it, how that went, and what can be done. */
import { ActionIcon, Drawer, Group, Skeleton, Stack, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { paths } from '@docket/model/paths';
import { useEffect, useMemo, useState } from 'react';
import { useDocument } from '../../../data/hooks.ts';
import { imageReader, type StoredImage } from '../../../data/image-records.ts';
import { useOpenJobs, useWorkspace } from '../../../data/workspace.ts';
import { ErrorState } from '../../../ui/error-state.tsx';
import { imageRuns } from '../image-runs.ts';
import { imageTileState } from '../tile-state.ts';
import type { Tile } from '../tiles.ts';
import { imageAtKey, type Surroundings } from './arrow-keys.ts';
import { ImageDetails } from './image-details.tsx';
import classes from './image-drawer.module.css';

interface Props {
  /** Null while the drawer is closed. */
  imageId: string | null;
  /** The tiles in their order, for the way to the next one. */
  tiles: readonly Tile[];
  onOpen: (imageId: string) => void;
  onClose: () => void;
  onDelete: (image: StoredImage) => void;
  /** Whether a question lies over the drawer. */
  asking: boolean;
}

/** The images before and after one. */
function neighbours(tiles: readonly Tile[], imageId: string | null) {
  const ids = tiles.flatMap(({ image }) => (image === null ? [] : [image.id]));
  const index = imageId === null ? -1 : ids.indexOf(imageId);
  return {
    index,
    count: ids.length,
    previous: ids[index - 1] ?? null,
    next: index < 0 ? null : (ids[index + 1] ?? null),
  };
}

/** Arrow keys lead from image to image, except where they move something else. */
function useArrowKeys({ previous, next, asking }: Surroundings, onOpen: (imageId: string) => void): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const { target } = event;
      if (
        target instanceof HTMLElement &&
        target.closest('input, textarea, [role="radiogroup"], [role="slider"]')
      )
        return;
      const to = imageAtKey(event, { previous, next, asking });
      if (to === null) return;
      event.preventDefault();
      onOpen(to);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [previous, next, asking, onOpen]);
}

function Content({ imageId, tiles, onDelete }: Pick<Props, 'tiles' | 'onDelete'> & { imageId: string }) {
  const workspace = useWorkspace();
  const image = useDocument(paths.image(workspace.id, imageId), imageReader);
  const jobs = useOpenJobs();
  const run = useMemo(
    () => imageRuns(jobs.state === 'ready' ? jobs.value.records : []).get(imageId) ?? null,
    [jobs, imageId],
  );
  if (image.state === 'loading')
    return (
      <Stack aria-busy="true">
        <Skeleton h={360} />
        <Skeleton h={24} w="60%" />
        <Skeleton h={120} />
      </Stack>
    );
  if (image.state === 'error')
    return <ErrorState title="The image could not be loaded" message={image.message} />;
  if (image.value === null)
    return (
      <ErrorState
        title="This image is not here"
        message="It was deleted, or the address is not right. Close this to see the others."
      />
    );
  const tile = tiles.find((candidate) => candidate.image?.id === imageId);
  return (
    <ImageDetails
      key={imageId}
      image={image.value}
      state={imageTileState(image.value.data, run)}
      file={tile?.file ?? null}
      tileKey={tile?.key ?? imageId}
      onDelete={onDelete}
    />
  );
}

export default function ImageDrawer({ imageId, tiles, onOpen, onClose, onDelete, asking }: Props) {
  const narrow = useMediaQuery('(max-width: 48em)');
  // What was shown stays while the drawer slides away.
  const [last, setLast] = useState(imageId);
  if (imageId !== null && imageId !== last) setLast(imageId);
  const { index, count, previous, next } = neighbours(tiles, imageId);
  useArrowKeys({ previous, next, asking }, onOpen);
  return (
    <Drawer
      opened={imageId !== null}
      onClose={onClose}
      position="right"
      // The gallery takes the focus: to the image that was looked at last.
      returnFocus={false}
      size={narrow ? '100%' : 620}
      classNames={{ title: classes.title }}
      title={
        <Group gap="xs" wrap="nowrap">
          <Text fw={560} mr={4}>
            Image
          </Text>
          <ActionIcon
            aria-label="Previous image"
            disabled={previous === null}
            onClick={() => previous !== null && onOpen(previous)}
          >
            <IconChevronLeft size={18} stroke={1.8} />
          </ActionIcon>
          <ActionIcon
            aria-label="Next image"
            disabled={next === null}
            onClick={() => next !== null && onOpen(next)}
          >
            <IconChevronRight size={18} stroke={1.8} />
          </ActionIcon>
          {index >= 0 && (
            <Text size="sm" c="dimmed" className={classes.figure}>
              {(index + 1).toLocaleString('en')} of {count.toLocaleString('en')}
            </Text>
          )}
        </Group>
      }
    >
      {last !== null && <Content imageId={last} tiles={tiles} onDelete={onDelete} />}
    </Drawer>
  );
}
