/** What a run's subject is called. */
import type { Job } from '@docket/model/job';
import { paths } from '@docket/model/paths';
import { useDocument } from '../../../data/hooks.ts';
import { collectionReader } from '../../../data/records.ts';
import { useWorkspace } from '../../../data/workspace.ts';
import { SUBJECT_NOUNS } from './run-words.ts';

/** A collection's name; a word for it while it is not known, or when it is gone. Other subjects have a word of their own. */
export function useSubjectName({ type, id }: Job['subject']): string {
  const workspace = useWorkspace();
  const noun = SUBJECT_NOUNS[type];
  const path = noun === null ? paths.collection(workspace.id, id) : null;
  const collection = useDocument(path, collectionReader);
  if (noun !== null) return noun;
  return collection.state === 'ready' ? (collection.value?.data.name ?? 'Deleted collection') : '…';
}
