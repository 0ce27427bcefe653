/** The gallery with everything that belongs to it: search, filter, selection, and the drawer of one image. */
import { Button, Group, Stack, Text } from '@mantine/core';
import { lazy, Suspense, useCallback, useDeferredValue, useEffect, useMemo, useState } from 'react';
import { useLocation, useNavigate, useParams } from 'react-router';
import type { StoredImage } from '../../../data/image-records.ts';
import type { ImageUpload } from '../../../data/uploads/images/image-uploads.ts';
import { useImageWork } from '../../../data/uploads/images/use-image-uploads.ts';
import { useCan, useWorkspace } from '../../../data/workspace.ts';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { NoMatch } from '../../../ui/no-match.tsx';
import { urls } from '../../../urls.ts';
import { nextLimit, SEARCHED_IMAGES } from '../how-many.ts';
import { counted } from '../image-words.ts';
import { isAtEnd } from '../retry-plan.ts';
import type { TileFilter } from '../tile-state.ts';
import { soughtTiles, type Tile } from '../tiles.ts';
import { useFailedImages, useImageActions } from '../use-image-actions.ts';
import type { Gallery } from '../use-images.ts';
import { ImageGrid } from './image-grid.tsx';
import { ImagesToolbar, nothingFound } from './images-toolbar.tsx';
import { SelectionBar } from './selection-bar.tsx';

const ImageDrawer = lazy(() => import('../drawer/image-drawer.tsx'));

interface Props {
  gallery: Gallery;
  filter: TileFilter;
  onFilter: (filter: TileFilter) => void;
}

const NOTHING: ReadonlySet<string> = new Set();
const NO_IMAGES: readonly StoredImage[] = [];

/** Opening and closing an image: the address says which is open, and keeps the filter. */
function useOpenedImage() {
  const workspace = useWorkspace();
  const navigate = useNavigate();
  const { search } = useLocation();
  const { imageId = null } = useParams();
  const urlOf = useCallback(
    (id: string) => `${urls.image(workspace.id, id)}${search}`,
    [workspace.id, search],
  );
  const open = useCallback(
    (id: string) => void navigate(urlOf(id), { replace: imageId !== null }),
    [navigate, urlOf, imageId],
  );
  const close = useCallback(
    () => void navigate(`${urls.images(workspace.id)}${search}`),
    [navigate, workspace.id, search],
  );
  return { imageId, urlOf, open, close };
}

export function ImagesView({ gallery, filter, onFilter }: Props) {
  const { tiles, limit, read, partial, images } = gallery;
  const mayEdit = useCan('edit');
  const { uploads, previews } = useImageWork();
  const { retry, remove } = useImageActions();
  const { images: failed, cut: failedCut } = useFailedImages();
  const { imageId, urlOf, open, close } = useOpenedImage();
  const [search, setSearch] = useState('');
  const sought = useDeferredValue(search);
  const [selected, setSelected] = useState(NOTHING);
  const [deleting, setDeleting] = useState<readonly StoredImage[]>(NO_IMAGES);
  // What was asked stays on screen while the dialog closes.
  const [asking, setAsking] = useState(false);
  const [drawn, setDrawn] = useState(false);
  if (imageId !== null && !drawn) setDrawn(true);

  const shown = useMemo(() => soughtTiles(tiles, filter, sought), [tiles, filter, sought]);
  const chosen = useMemo(
    () => tiles.flatMap(({ key, image }) => (image !== null && selected.has(key) ? [image] : [])),
    [tiles, selected],
  );

  // Whoever searches means more images than those that have been scrolled to; all of them only when asked for.
  const searching = sought.trim() !== '';
  const [searched, setSearched] = useState(SEARCHED_IMAGES);
  const next = nextLimit(limit, searching ? searched : null);
  const more = useMemo(() => (read === null || next === null ? null : () => read(next)), [read, next]);
  const older = searching && read !== null && next === null;
  useEffect(() => {
    if (searching) more?.();
  }, [searching, more]);

  const askToDelete = (list: readonly StoredImage[]) => {
    if (list.length === 0) return;
    setDeleting(list);
    setAsking(true);
  };
  const confirmDelete = () => {
    setSelected(NOTHING);
    if (deleting.some(({ id }) => id === imageId)) close();
    void remove(deleting);
  };
  const retryTile = ({ image, upload }: Tile) => {
    if (image !== null) void retry([image]);
    else if (upload !== null) uploads.retry(upload.id);
  };
  const cancel = ({ id, state }: ImageUpload) => {
    // What is being saved becomes an image in a moment.
    if (state.phase === 'saving') return;
    uploads.dismiss(id);
    previews.forget(id);
  };
  const retryable = chosen.filter(isAtEnd);
  const reset = () => {
    setSearch('');
    onFilter('all');
  };
  return (
    <Stack gap="md">
      {chosen.length > 0 ? (
        <SelectionBar
          selected={chosen.length}
          retryable={retryable.length}
          onRetry={() => {
            setSelected(NOTHING);
            void retry(retryable);
          }}
          onDelete={() => askToDelete(chosen)}
          onSelectAll={() =>
            setSelected(new Set(shown.filter(({ image }) => image !== null).map(({ key }) => key)))
          }
          onClear={() => setSelected(NOTHING)}
        />
      ) : (
        <ImagesToolbar
          search={search}
          onSearch={setSearch}
          filter={filter}
          onFilter={(next) => {
            setSelected(NOTHING);
            onFilter(next);
          }}
          shown={shown.length}
          all={tiles.length}
          partial={partial}
          failed={failed.length}
          failedCut={failedCut}
          onRetryAll={mayEdit && failed.length > 0 ? () => void retry(failed) : null}
        />
      )}
      {shown.length === 0 && images.state === 'ready' && (
        <NoMatch resetLabel="Show all images" onReset={reset}>
          {nothingFound(filter, sought, partial)}
        </NoMatch>
      )}
      {shown.length > 0 && (
        <ImageGrid
          tiles={shown}
          selected={selected}
          onSelect={setSelected}
          editable={mayEdit}
          opened={imageId}
          urlOf={urlOf}
          onOpen={({ image }) => image !== null && open(image.id)}
          onRetry={retryTile}
          onDelete={(tile) => {
            if (chosen.length > 0) askToDelete(chosen);
            else if (tile.image !== null) askToDelete([tile.image]);
            else if (tile.upload !== null) cancel(tile.upload);
          }}
          onMore={more}
        />
      )}
      {older && (
        <Group gap="sm" justify="center">
          <Text size="sm" c="dimmed">
            The latest {limit.toLocaleString('en')} images were searched.
          </Text>
          <Button variant="default" size="compact-md" onClick={() => setSearched(limit * 2)}>
            Search older images
          </Button>
        </Group>
      )}
      <ConfirmDialog
        opened={asking}
        onClose={() => setAsking(false)}
        onConfirm={confirmDelete}
        title={
          deleting.length === 1
            ? 'Delete this image?'
            : `Delete ${counted(deleting.length, 'image', 'images')}?`
        }
        confirmLabel={
          deleting.length === 1 ? 'Delete image' : `Delete ${counted(deleting.length, 'image', 'images')}`
        }
        keepLabel={deleting.length === 1 ? 'Keep image' : 'Keep images'}
      >
        {deleting.length === 1 ? `“${deleting[0]?.data.file_name}”` : 'The originals'} and all sizes made of{' '}
        {deleting.length === 1 ? 'it' : 'them'} will be deleted. Places that show their addresses will show
        nothing. This cannot be undone.
      </ConfirmDialog>
      {drawn && (
        <Suspense fallback={null}>
          <ImageDrawer
            imageId={imageId}
            tiles={shown}
            onOpen={open}
            onClose={close}
            onDelete={(image) => askToDelete([image])}
            asking={asking}
          />
        </Suspense>
      )}
    </Stack>
  );
}
