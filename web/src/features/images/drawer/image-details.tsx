/** The contents of the drawer of an image. */
import { recipeFor } from '@docket/model/image-derivatives';
import { formatBytes } from '@docket/model/limits';
import { Anchor, Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconRefresh, IconTrash } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useClient } from '../../../data/hooks.ts';
import type { StoredImage } from '../../../data/image-records.ts';
import { useCan } from '../../../data/workspace.ts';
import { StateBadge } from '../../../ui/status-badge.tsx';
import { span, when } from '../../collections/history/history-words.ts';
import { BackgroundField } from '../background-field.tsx';
import { dimensions, formatOf } from '../image-words.ts';
import { Picture } from '../picture.tsx';
import { isAtEnd } from '../retry-plan.ts';
import { tileLook, tileSentence, type TileState } from '../tile-state.ts';
import { useImageActions } from '../use-image-actions.ts';
import { Derivatives } from './derivatives.tsx';
import classes from './image-drawer.module.css';

interface Props {
  image: StoredImage;
  state: TileState;
  /** The file, where it was uploaded from this tab. */
  file: File | null;
  tileKey: string;
  onDelete: (image: StoredImage) => void;
}

function Line({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className={classes.field}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Facts({ image: { data } }: { image: StoredImage }) {
  const { files } = useClient().backend;
  const { original, size, source, storage_path: path, token } = data;
  const format = formatOf(data);
  return (
    <dl className={classes.fields}>
      {(format !== null || original !== null) && (
        <Line label="Original">
          {[
            ...(format === null ? [] : [format]),
            ...(original === null ? [] : [dimensions(original)]),
            ...(size === 0 ? [] : [formatBytes(size)]),
            ...(original !== null && original.frames > 1 ? [`${original.frames} frames`] : []),
          ].join(' · ')}
          {path !== null && token !== null && (
            <>
              {' · '}
              <Anchor
                href={files.address(path, token)}
                target="_blank"
                rel="noreferrer"
                underline="always"
                inherit
              >
                Open
              </Anchor>
            </>
          )}
        </Line>
      )}
      <Line label="Source">
        {source.kind === 'upload' ? (
          'Uploaded'
        ) : (
          <Anchor href={source.url} target="_blank" rel="noreferrer nofollow" inherit>
            {source.url}
          </Anchor>
        )}
      </Line>
      <Line label="Added">
        <time dateTime={data.uploaded_at.toISOString()}>{when(data.uploaded_at)}</time>
      </Line>
      {data.content_hash !== null && (
        <Line label="SHA-256">
          <span className={classes.code}>{data.content_hash}</span>
        </Line>
      )}
    </dl>
  );
}

function Processing({ image: { data } }: { image: StoredImage }) {
  const {
    processing_attempts: attempts,
    processing_started_at: started,
    processing_completed_at: ended,
  } = data;
  if (started === null) return null;
  return (
    <dl className={classes.fields}>
      <Line label="Attempts">{attempts}</Line>
      <Line label="Started">
        <time dateTime={started.toISOString()}>{when(started)}</time>
      </Line>
      {ended !== null && ended >= started && (
        <Line label="Finished">
          <time dateTime={ended.toISOString()}>{when(ended)}</time>, after{' '}
          {span(ended.getTime() - started.getTime())}
        </Line>
      )}
    </dl>
  );
}

/** What went wrong, in full. */
function Failure({ image: { data }, state }: Pick<Props, 'image' | 'state'>) {
  if (state.kind !== 'failed') return null;
  const { processing_error: error } = data;
  return (
    <div className={classes.failure} role="alert">
      <Text size="sm" fw={560}>
        {state.reason}
      </Text>
      {error !== null && error.details !== '' && (
        <Text size="xs" mt={4} className={classes.code}>
          {error.code}: {error.details}
        </Text>
      )}
    </div>
  );
}

/** Another background, and processing with it. */
function Again({ image, state }: Pick<Props, 'image' | 'state'>) {
  const { retry } = useImageActions();
  const [background, setBackground] = useState(image.data.flatten);
  const [busy, setBusy] = useState(false);
  const failed = state.kind === 'failed' || state.kind === 'cancelled';
  const same = background === image.data.flatten;
  const current = same && image.data.recipe === recipeFor(background);
  const settled = isAtEnd(image) && (failed || state.kind === 'ready');
  const start = async () => {
    setBusy(true);
    await retry([image], same ? undefined : background);
    setBusy(false);
  };
  return (
    <section className={classes.section} aria-label="Background">
      <Title order={3}>Background of transparent parts</Title>
      <Group gap="sm" align="flex-start">
        <BackgroundField value={background} onChange={setBackground} disabled={!settled} />
        <Button
          size="xs"
          variant={failed || !current ? 'filled' : 'default'}
          leftSection={<IconRefresh size={15} stroke={1.9} aria-hidden />}
          disabled={!settled}
          loading={busy}
          onClick={() => void start()}
        >
          {failed && same ? 'Retry' : 'Process again'}
        </Button>
      </Group>
    </section>
  );
}

export function ImageDetails({ image, state, file, tileKey, onDelete }: Props) {
  const mayEdit = useCan('edit');
  const look = tileLook(state);
  const sentence = state.kind === 'failed' ? null : tileSentence(state);
  return (
    <Stack gap="md">
      <Picture
        tile={{ key: tileKey, file, image }}
        sizes="(max-width: 48em) 100vw, 580px"
        alt={image.data.file_name}
        natural
      />
      <Stack gap={4}>
        <Group justify="space-between" wrap="nowrap" align="flex-start" gap="sm">
          <Title order={2} className={classes.name}>
            {image.data.file_name}
          </Title>
          {look !== null && <StateBadge look={look} />}
        </Group>
        {sentence !== null && (
          <Text size="sm" c="dimmed">
            {sentence}
          </Text>
        )}
      </Stack>
      <Failure image={image} state={state} />
      {mayEdit && <Again image={image} state={state} />}
      <Facts image={image} />
      <Derivatives image={image} />
      <Processing image={image} />
      {mayEdit && (
        <Group justify="flex-end">
          <Button
            variant="subtle"
            color="red"
            leftSection={<IconTrash size={16} stroke={1.8} aria-hidden />}
            onClick={() => onDelete(image)}
          >
            Delete image
          </Button>
        </Group>
      )}
    </Stack>
  );
}
