/** One deck that was made: its cover, what it holds, its files. */
import type { Deck, DeckFile } from '@docket/model/deck';
import { formatBytes } from '@docket/model/limits';
import { paths } from '@docket/model/paths';
import { ActionIcon, Badge, Button, Group, Stack, Text, Title, Tooltip } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconAlertTriangle, IconFileTypePdf, IconPresentation, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { removeDeck } from '@docket/model/commands/deck-commands';
import { useClient, useDocument } from '../../../../data/hooks.ts';
import type { Stored } from '../../../../data/reader.ts';
import { memberReader } from '../../../../data/records.ts';
import { useCan, useWorkspace } from '../../../../data/workspace.ts';
import { ConfirmDialog } from '../../../../ui/confirm-dialog.tsx';
import { useCommit } from '../../../../ui/use-commit.tsx';
import { when } from '../../history/history-words.ts';
import classes from './deck-card.module.css';
import { contentLine, fileName, pictureNote } from './deck-words.ts';

interface Props {
  collectionId: string;
  deck: Stored<Deck>;
  newest: boolean;
  /** What has changed since it was made; null: nothing, or it is not known. */
  change: string | null;
  cover: ReactNode;
}

/** Who made a deck; null while it is not known, and for somebody who has left. */
function useMaker(uid: string): string | null {
  const workspace = useWorkspace();
  const member = useDocument(paths.member(workspace.id, uid), memberReader);
  return member.state === 'ready' ? (member.value?.data.display_name ?? null) : null;
}

interface DownloadProps {
  deck: Deck;
  file: DeckFile;
  ending: 'pptx' | 'pdf';
  label: string;
  icon: ReactNode;
}

function Download({ deck, file, ending, label, icon }: DownloadProps) {
  const { files } = useClient().backend;
  const size = formatBytes(file.bytes);
  return (
    <Button
      component="a"
      href={files.address(file.path, file.token)}
      download={fileName(deck, ending)}
      variant="default"
      className={classes.download}
      leftSection={icon}
    >
      {label}
      <span className="docket-hidden">{` of ${deck.title}, run ${deck.run}`}</span>
      <span className={classes.size}>{size}</span>
    </Button>
  );
}

function Notes({ deck, change }: { deck: Deck; change: string | null }) {
  const notes = [change, pictureNote(deck.without_picture)].filter((note) => note !== null);
  return notes.map((note) => (
    <Group key={note} gap={5} wrap="nowrap" align="flex-start" className={classes.note}>
      <IconAlertTriangle size={14} stroke={1.8} aria-hidden />
      <Text size="sm">{note}</Text>
    </Group>
  ));
}

export function DeckCard({ collectionId, deck, newest, change, cover }: Props) {
  const workspace = useWorkspace();
  const commit = useCommit();
  const mayEdit = useCan('edit');
  const [asking, dialog] = useDisclosure(false);
  const { data } = deck;
  const maker = useMaker(data.created_by);
  const title = data.title === '' ? 'Deck' : data.title;
  const remove = () =>
    void commit(removeDeck(workspace.id, collectionId, deck.id), `“${title}” could not be deleted`);
  return (
    <li className={classes.root}>
      <div className={classes.cover}>{cover}</div>
      <Stack gap={4} className={classes.words}>
        <Group gap="xs" wrap="nowrap" align="flex-start">
          <Title order={3} className={classes.title}>
            {title}
          </Title>
          {newest && (
            <Badge color="green" size="sm" flex="none">
              Newest
            </Badge>
          )}
        </Group>
        <Text size="sm">
          {data.season === '' ? contentLine(data) : `${data.season} · ${contentLine(data)}`}
        </Text>
        <Text size="sm" c="dimmed">
          {`Made ${when(data.created_at)}${maker === null ? '' : ` by ${maker}`}`}
        </Text>
        <Notes deck={data} change={change} />
      </Stack>
      <Group gap={6} className={classes.actions}>
        <Download
          deck={data}
          file={data.pptx}
          ending="pptx"
          label="PowerPoint"
          icon={<IconPresentation size={17} stroke={1.7} aria-hidden />}
        />
        <Download
          deck={data}
          file={data.pdf}
          ending="pdf"
          label="PDF"
          icon={<IconFileTypePdf size={17} stroke={1.7} aria-hidden />}
        />
        {mayEdit && (
          <Tooltip label="Delete">
            <ActionIcon
              size="lg"
              aria-label={`Delete ${title} of ${when(data.created_at)}`}
              onClick={dialog.open}
            >
              <IconTrash size={17} stroke={1.7} />
            </ActionIcon>
          </Tooltip>
        )}
      </Group>
      <ConfirmDialog
        opened={asking}
        onClose={dialog.close}
        onConfirm={remove}
        title="Delete this deck?"
        confirmLabel="Delete deck"
        keepLabel="Keep deck"
      >
        Both files of “{title}” will be gone for everybody, and links to them end. Items and settings stay.
      </ConfirmDialog>
    </li>
  );
}
