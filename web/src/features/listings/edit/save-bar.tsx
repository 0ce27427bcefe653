/** At the lower edge: whether all is saved, and the way on. */
import { Button, Group } from '@mantine/core';
import { Link } from 'react-router';
import { useWorkspace } from '../../../data/workspace.ts';
import { SaveNote } from '../../../ui/save-note.tsx';
import { urls } from '../../../urls.ts';
import classes from './edit.module.css';
import { useKeyboardInset } from './use-keyboard-inset.ts';
import type { ListingForm } from './use-listing-form.ts';

interface Props {
  form: Pick<ListingForm, 'save' | 'retry' | 'isPublished'>;
  onPublish: () => void;
}

export function SaveBar({ form, onPublish }: Props) {
  const workspace = useWorkspace();
  const bottom = useKeyboardInset();
  return (
    <div className={classes.bar} style={{ bottom }} data-save-bar>
      <SaveNote save={form.save} onRetry={form.retry} />
      <Group gap="sm">
        {form.isPublished ? (
          <Button component={Link} to={urls.listings(workspace.id)} variant="default">
            Done
          </Button>
        ) : (
          <>
            <Button component={Link} to={urls.draftListings(workspace.id)} variant="default">
              Finish later
            </Button>
            <Button color="green.7" onClick={onPublish}>
              Save item
            </Button>
          </>
        )}
      </Group>
    </div>
  );
}
