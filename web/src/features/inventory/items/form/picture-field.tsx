/** The picture of an item: a file, the address of one, or none. */
import { IMAGE_TYPES } from '@docket/model/upload/sniff-image';
import { Button, Fieldset, FileButton, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconTrash, IconUpload } from '@tabler/icons-react';
import { useState } from 'react';
import { useCan } from '../../../../data/workspace.ts';
import { CHOOSE_AGAIN } from '../../../../ui/choose-again.ts';
import { Picture } from '../../../images/picture.tsx';
import { PictureStateLine } from '../../../images/pictures/item-thumb.tsx';
import classes from '../items.module.css';
import { pictureSentence } from '../../../images/pictures/picture-state.ts';
import { useItemPicture } from '../../../images/pictures/pictures.tsx';
import type { PictureChoice } from './item-draft.ts';
import { readPicture } from '../../../images/pictures/read-picture.ts';

interface Props {
  picture: PictureChoice;
  /** Of the item. */
  name: string;
  problem: string | undefined;
  disabled: boolean;
  onChange: (picture: PictureChoice) => void;
}

const ACCEPTED = Object.values(IMAGE_TYPES).join(',');

function addressOf(picture: PictureChoice): string {
  if (picture.kind === 'address') return picture.text;
  return picture.kind === 'stored' ? (picture.url ?? '') : '';
}

function imageIdOf(picture: PictureChoice): string | null {
  return picture.kind === 'stored' || picture.kind === 'file' ? picture.imageId : null;
}

/** What a picture that is not saved yet means. */
function pending(picture: PictureChoice): string | null {
  if (picture.kind === 'file') return `“${picture.file.name}” is uploaded when you save.`;
  return picture.kind === 'address'
    ? 'The picture is fetched when you save; you need not wait for it.'
    : null;
}

export function PictureField({ picture, name, problem, disabled, onChange }: Props) {
  const mayEdit = useCan('edit');
  const [refused, setRefused] = useState<string | null>(null);
  const known = useItemPicture(imageIdOf(picture), picture.kind === 'stored' ? picture.url : null);
  const tile =
    picture.kind === 'file'
      ? { key: picture.imageId, file: picture.file, image: known.tile.image }
      : known.tile;
  const sentence = picture.kind === 'stored' ? pictureSentence(known.state) : pending(picture);
  const choose = async (file: File | null) => {
    if (file === null) return;
    const read = await readPicture(file);
    setRefused(read.ok ? null : read.reason);
    if (read.ok) onChange({ kind: 'file', file, imageId: read.imageId });
  };
  return (
    <Fieldset variant="unstyled" legend="Picture" disabled={disabled} className={classes.legend ?? ''}>
      <Group align="flex-start" gap="md" wrap="nowrap" className={classes.pictureField}>
        <span className={classes.large}>
          <Picture tile={tile} sizes="96px" alt="" />
        </span>
        <Stack gap="xs" flex={1} miw={0}>
          <Group gap="xs">
            <FileButton
              accept={ACCEPTED}
              onChange={(file) => void choose(file)}
              inputProps={{ 'aria-label': 'Picture file', ...CHOOSE_AGAIN }}
            >
              {(props) => (
                <Button
                  {...props}
                  variant="default"
                  size="compact-md"
                  leftSection={<IconUpload size={15} stroke={1.8} aria-hidden />}
                >
                  Choose a file
                </Button>
              )}
            </FileButton>
            {picture.kind !== 'none' && (
              <Button
                variant="subtle"
                color="ink"
                size="compact-md"
                leftSection={<IconTrash size={15} stroke={1.8} aria-hidden />}
                onClick={() => {
                  setRefused(null);
                  onChange({ kind: 'none' });
                }}
              >
                Remove picture
              </Button>
            )}
          </Group>
          <TextInput
            label="or the address of an image"
            placeholder="https://example.com/photo.jpg"
            type="url"
            spellCheck={false}
            value={addressOf(picture)}
            error={problem}
            onChange={(event) => {
              const text = event.currentTarget.value;
              setRefused(null);
              onChange(text.trim() === '' ? { kind: 'none' } : { kind: 'address', text });
            }}
          />
          {refused !== null && (
            <Text size="xs" role="alert" className={classes.wrong}>
              {refused}
            </Text>
          )}
          {picture.kind === 'stored' && (
            <PictureStateLine picture={known} name={name} mayRetry={mayEdit && !disabled} />
          )}
          {sentence !== null && (
            <Text size="xs" c="dimmed" className={classes.sentence}>
              {sentence}
            </Text>
          )}
        </Stack>
      </Group>
    </Fieldset>
  );
}
