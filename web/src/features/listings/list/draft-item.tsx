/** One draft in the list: what it is, how it stands, and the way on. */
import { ActionIcon, Button, Group, Progress, Text } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { StoredListing } from '../../../data/listing-records.ts';
import { useCan, useWorkspace } from '../../../data/workspace.ts';
import { StateBadge } from '../../../ui/status-badge.tsx';
import { urls } from '../../../urls.ts';
import { when } from '../../collections/history/history-words.ts';
import { listingName } from '../listing-words.ts';
import type { DraftView } from './draft-rows.ts';
import classes from './list.module.css';

interface Props {
  draft: StoredListing;
  view: DraftView;
  /** The first photo. */
  photo: ReactNode;
  /** How that is; nothing while all is well. */
  photoState: ReactNode;
  /** Who began it. */
  author: string;
  onDelete: (draft: StoredListing) => void;
}

function photoCount(count: number): string {
  if (count === 0) return 'no photos';
  return count === 1 ? '1 photo' : `${count.toLocaleString('en')} photos`;
}

export function DraftItem({ draft, view, photo, photoState, author, onDelete }: Props) {
  const { id: workspaceId } = useWorkspace();
  const mayEdit = useCan('edit');
  const { created_at: begun, photos } = draft.data;
  const name = listingName(draft.data);
  const url = urls.listing(workspaceId, draft.id);
  const { look, sentence, percentage, state } = view;
  return (
    <li className={classes.row}>
      {photo}
      <div className={classes.about}>
        <Link to={url} className={classes.title} title={name}>
          {name}
        </Link>
        <Text size="xs" c="dimmed">
          Begun <time dateTime={begun.toISOString()}>{when(begun)}</time> by{' '}
          {author === 'You' ? 'you' : author} · {photoCount(photos.length)}
        </Text>
        {photoState}
        {sentence !== null && (
          <Text
            size="sm"
            className={state === 'FAILED' ? classes.failure : undefined}
            {...(state !== 'FAILED' && { c: 'dimmed' })}
          >
            {sentence}
          </Text>
        )}
        {percentage !== null && (
          <Progress
            value={percentage}
            size={4}
            color={look.live ? 'blue.6' : 'yellow.5'}
            className={classes.progress}
            aria-label={`${look.label}: ${name}`}
          />
        )}
      </div>
      <div className={classes.state}>
        <StateBadge look={look} />
      </div>
      {mayEdit && (
        <Group gap="xs" wrap="nowrap" className={classes.actions}>
          <Button
            component={Link}
            to={url}
            variant="default"
            size="compact-md"
            aria-label={`Continue ${name}`}
          >
            Continue
          </Button>
          <ActionIcon aria-label={`Delete ${name}`} onClick={() => onDelete(draft)}>
            <IconTrash size={17} stroke={1.7} aria-hidden />
          </ActionIcon>
        </Group>
      )}
    </li>
  );
}
