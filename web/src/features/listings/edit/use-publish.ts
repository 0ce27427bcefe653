/** Making a draft an item. */
import { notifications } from '@mantine/notifications';
import { useRef } from 'react';
import { useNavigate } from 'react-router';
import { publishListing } from '@docket/model/commands/listing-commands';
import { useActor } from '../../../data/workspace.ts';
import { useCommit } from '../../../ui/use-commit.tsx';
import { urls } from '../../../urls.ts';
import { publishedForm, titleProblem } from './form-state.ts';
import type { ListingForm } from './use-listing-form.ts';

/**
 * The returned function saves all that the form shows and goes on to My Items, or yields what is wrong with the title. It
 * does not wait for the server: a toast says how it went.
 */
export function usePublish(id: string, form: Pick<ListingForm, 'state' | 'flush'>): () => string | null {
  const actor = useActor();
  const commit = useCommit();
  const navigate = useNavigate();
  const done = useRef(false);
  return () => {
    const values = publishedForm(form.state);
    const problem = titleProblem(values.title);
    if (problem !== null) return problem;
    // My Items may take a moment to open: the button may be pressed twice.
    if (done.current) return null;
    done.current = true;
    form.flush();
    void commit(publishListing(actor, id, values), `“${values.title}” could not be saved`).then((saved) => {
      if (saved) notifications.show({ title: 'Item saved', message: `“${values.title}” is in My Items.` });
    });
    void navigate(urls.listings(actor.workspaceId));
    return null;
  };
}
