/** What a run's subject is called. */
import type { Job } from '@docket/model/job';
import { paths } from '@docket/model/paths';
import { useDocument } from '../../../data/hooks.ts';
import { listingReader } from '../../../data/listing-records.ts';
import { collectionReader } from '../../../data/records.ts';
import { useWorkspace } from '../../../data/workspace.ts';
import { listingName } from '../../listings/listing-words.ts';
import { SUBJECT_NOUNS } from './run-words.ts';

/**
 * The name of a collection or a listing; a word for it while it is not known, or when it is gone. Other subjects have a
 * word of their own.
 */
export function useSubjectName({ type, id }: Job['subject']): string {
  const workspace = useWorkspace();
  const isListing = type === 'listing';
  const noun = SUBJECT_NOUNS[type];
  const collection = useDocument(
    noun === null && !isListing ? paths.collection(workspace.id, id) : null,
    collectionReader,
  );
  const listing = useDocument(isListing ? paths.listing(workspace.id, id) : null, listingReader);
  if (isListing) {
    if (listing.state !== 'ready') return '…';
    return listing.value === null ? 'Deleted item' : listingName(listing.value.data);
  }
  if (noun !== null) return noun;
  return collection.state === 'ready' ? (collection.value?.data.name ?? 'Deleted collection') : '…';
}
