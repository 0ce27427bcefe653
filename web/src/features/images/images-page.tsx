/** The images of a workspace: adding them, watching them, looking at them. */
import { Button, Group, Popover, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconBackground, IconWorldDownload } from '@tabler/icons-react';
import { lazy, memo, Suspense, useMemo, useState } from 'react';
import { useCan } from '../../data/workspace.ts';
import { DamagedRecords } from '../../ui/damaged-records.tsx';
import { CardsSkeleton } from '../../ui/loading-state.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { BackgroundField } from './background-field.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { ImagesEmpty } from './gallery/images-empty.tsx';
import { ImagesView } from './gallery/images-view.tsx';
import { DropAnywhere } from './upload/drop-anywhere.tsx';
import { useAddImages, usePastedImages } from './upload/use-add-images.ts';
import { UploadButton } from './upload/upload-button.tsx';
import { UploadNotes } from './upload/upload-notes.tsx';
import { UploadPanel } from './upload/upload-panel.tsx';
import { counted } from './image-words.ts';
import { useFilter } from './use-filter.ts';
import { useImages } from './use-images.ts';

const ImportDialog = lazy(() => import('./import/import-dialog.tsx'));

/** What is put behind transparent parts of the next files. */
function BackgroundChoice({
  value,
  onChange,
}: {
  value: string | null;
  onChange: (value: string | null) => void;
}) {
  return (
    <Popover position="bottom-end" shadow="md" withinPortal={false} trapFocus returnFocus>
      <Popover.Target>
        <Button variant="default" leftSection={<IconBackground size={16} stroke={1.8} aria-hidden />}>
          {value === null ? 'Keep transparency' : 'Fill background'}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label="Background of transparent pictures">
        <Stack gap="xs" maw={300}>
          <Text size="sm" fw={560}>
            Transparent parts of the next uploads
          </Text>
          <BackgroundField value={value} onChange={onChange} />
          <Text size="xs" c="dimmed">
            For thumbnails and web sizes; originals stay as they are. Formats without transparency get white.
          </Text>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}

interface AddingProps {
  onFiles: (files: readonly File[]) => void;
  onImport: () => void;
}

function Adding({ onFiles, onImport }: AddingProps) {
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconWorldDownload size={16} stroke={1.8} aria-hidden />}
        onClick={onImport}
      >
        Import from addresses
      </Button>
      <UploadButton onFiles={onFiles} />
    </>
  );
}

interface HeaderProps extends AddingProps {
  /** Null where nothing can be added from here. */
  background: { value: string | null; onChange: (value: string | null) => void } | null;
}

/** A part of its own, so that news of images draws nothing of it. */
const Header = memo(function Header({ background, onFiles, onImport }: HeaderProps) {
  return (
    <PageHeader
      title="Images"
      description="Photos of this workspace, with thumbnails and web sizes made in the background."
      {...(background === null
        ? {}
        : {
            actions: (
              <>
                <BackgroundChoice {...background} />
                <Adding onFiles={onFiles} onImport={onImport} />
              </>
            ),
          })}
    />
  );
});

export default function ImagesPage() {
  const mayEdit = useCan('edit');
  const [color, setColor] = useState<string | null>(null);
  const [importing, dialog] = useDisclosure(false);
  const [filter, setFilter] = useFilter();
  const gallery = useImages(filter);
  const add = useAddImages(color);
  usePastedImages(mayEdit ? add : null);
  const { images, tiles } = gallery;
  const empty = images.state === 'ready' && filter === 'all' && tiles.length === 0;
  const background = useMemo(
    () => (mayEdit && !empty ? { value: color, onChange: setColor } : null),
    [mayEdit, empty, color],
  );
  return (
    <Stack gap="md">
      <PageTitle>Images</PageTitle>
      <Header background={background} onFiles={add} onImport={dialog.open} />
      {mayEdit && <UploadPanel />}
      {mayEdit && <UploadNotes />}
      {images.state === 'ready' && (
        <DamagedRecords
          what={counted(images.value.malformed.length, 'image', 'images')}
          records={images.value.malformed}
        />
      )}
      {images.state === 'loading' && tiles.length === 0 && <CardsSkeleton />}
      {images.state === 'error' && (
        <ErrorState title="The images could not be loaded" message={images.message} />
      )}
      {empty && (
        <ImagesEmpty
          action={
            mayEdit ? (
              <Group gap="sm" justify="center">
                <Adding onFiles={add} onImport={dialog.open} />
              </Group>
            ) : null
          }
        />
      )}
      {!empty && images.state !== 'error' && (
        <ImagesView gallery={gallery} filter={filter} onFilter={setFilter} />
      )}
      {mayEdit && <DropAnywhere onFiles={add} />}
      {importing && (
        <Suspense fallback={null}>
          <ImportDialog opened onClose={dialog.close} />
        </Suspense>
      )}
    </Stack>
  );
}
